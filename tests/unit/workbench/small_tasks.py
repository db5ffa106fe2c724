"""A resource and tasks that other processes can import."""

from __future__ import annotations

import os
import signal
from dataclasses import dataclass
from pathlib import Path

from factcheck.errors import ModelError


class Bench:
    """What a process makes once."""

    def __init__(self) -> None:
        self.asked = 0


@dataclass(frozen=True, slots=True)
class Square:
    """Answers with the square, the process and how often it was asked."""

    number: int

    def __call__(self, bench: Bench) -> tuple[int, int, int]:
        bench.asked += 1
        return self.number**2, os.getpid(), bench.asked


@dataclass(frozen=True, slots=True)
class Threads:
    """Answers with the threads that libraries are told to take."""

    def __call__(self, _: Bench) -> str:
        return os.environ["OMP_NUM_THREADS"]


@dataclass(frozen=True, slots=True)
class KilledAtFirst:
    """Has its process killed so many times, which it counts in a file, before it answers."""

    times: int
    file: Path

    def __call__(self, _: Bench) -> str:
        tries = self.file.read_text() if self.file.exists() else ""
        self.file.write_text(tries + "x")
        if len(tries) < self.times:
            os.kill(os.getpid(), signal.SIGKILL)
        return "done"

    def __str__(self) -> str:
        return "the third chapter"


def raising(_: Bench) -> None:
    """A task that ends with an error for a person."""
    raise ModelError("The model is gone.", hint="Install it.")


def failing(_: Bench) -> None:
    """A task with a fault of ours."""
    raise ZeroDivisionError
