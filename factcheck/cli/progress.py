"""Progress on stderr: a bar where a person watches, a plain line every ten seconds where a log does."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

import click

from factcheck.cli.options import is_quiet

if TYPE_CHECKING:
    from factcheck.domain.progress import Progress

Step = TypeVar("Step")


_EVERY: Final = 10.0
"""Seconds between plain lines."""


def counted(context: click.Context, steps: Iterable[Step], *, total: int, label: str) -> Iterator[Step]:
    """Pass `steps` on, one of `total` each, and show how far they are."""
    with _shown(context, label, total) as advance:
        for done, step in enumerate(steps, 1):
            advance(done, total)
            yield step


def measured(context: click.Context, steps: Iterable[tuple[int, int]], *, label: str) -> None:
    """Run through steps that say themselves how far they are: done, total."""
    with _shown(context, label, None) as advance:
        for done, total in steps:
            advance(done, total)


def told(context: click.Context, steps: Iterable[tuple[int, int, str]], *, label: str) -> None:
    """Run through steps that say besides, in a few words, how they go on: done, total, words."""
    with _shown(context, label, None) as advance:
        for done, total, words in steps:
            advance(done, total, words)


@contextmanager
def followed(context: click.Context) -> Iterator[Callable[[Progress], None]]:
    """Show the stages of a job, one after another, as it tells of them."""
    with ExitStack() as shown:
        label = ""
        advance: _Advance = _ignore

        def follow(step: Progress) -> None:
            nonlocal label, advance
            if step.stage.capitalize() != label:
                shown.close()
                label = step.stage.capitalize()
                advance = shown.enter_context(_shown(context, label, None))
            if step.total:
                advance(step.done, step.total)

        yield follow


@contextmanager
def working(context: click.Context, label: str) -> Iterator[None]:
    """Show that something is going on whose length nobody knows."""
    with _shown(context, label, None):
        yield


@contextmanager
def unless_quick(context: click.Context, label: str, *, seconds: float) -> Iterator[None]:
    """Say that something is going on once it has taken so long, and again every ten seconds; a bar would cost time."""
    if is_quiet(context):
        yield
        return
    plain = _Plain(label, first=seconds)
    try:
        yield
    finally:
        plain.stop()


class _Advance(Protocol):
    """Shows how far the work is."""

    def __call__(self, done: int, total: int, words: str = "", /) -> None: ...


class _Plain:
    """Says a line every ten seconds, the first perhaps earlier, from a thread: the work may be one long call."""

    def __init__(self, label: str, *, first: float = _EVERY) -> None:
        self._label = label
        self._first = first
        self._far = ""
        self._began = time.monotonic()
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def advance(self, done: int, total: int, words: str = "") -> None:
        self._far = f" {done}/{total}{words and ', '}{words}"

    def stop(self) -> None:
        self._stopped.set()
        self._thread.join()

    def _run(self) -> None:
        wait = self._first
        while not self._stopped.wait(wait):
            wait = _EVERY
            seconds = time.monotonic() - self._began
            click.echo(f"{self._label}{self._far} ({seconds:.0f} s)", err=True)


@contextmanager
def _shown(context: click.Context, label: str, total: int | None) -> Iterator[_Advance]:
    if is_quiet(context):
        yield _ignore
    elif not sys.stderr.isatty():
        plain = _Plain(label)
        try:
            yield plain.advance
        finally:
            plain.stop()
    else:
        with _bar(label, total) as advance:
            yield advance


@contextmanager
def _bar(label: str, total: int | None) -> Iterator[_Advance]:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False), BarColumn(), TimeElapsedColumn())
    with Progress(*columns, MofNCompleteColumn(), console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(label, total=total)

        def advance(done: int, of: int, words: str = "") -> None:
            progress.update(task, completed=done, total=of, description=f"{label}{words and ': '}{words}")

        yield advance


def _ignore(_done: int, _total: int, _words: str = "") -> None:
    """Nobody wants to know."""
