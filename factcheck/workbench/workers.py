"""Pools that do tasks on this machine: in processes, or in this one.

Each process makes its own resource once (loads its models) and computes with one thread. One that is ended from outside
is replaced, and its task done again.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Final, Generic, Protocol, TypeVar

from factcheck.workbench.crew import ONE_THREAD, Answer, Crew, Ended, Outcome, Resource, Task, attempt

if TYPE_CHECKING:
    from factcheck.store.database import Database

Resource_co = TypeVar("Resource_co", covariant=True)

MOST_BY_DEFAULT: Final = 4
_TERMINATED: Final = 143
_PATIENCE: Final = 10.0
"""Seconds that a process is given to end."""


class Pool(Protocol[Resource_co]):
    """Does tasks."""

    def answers(self, tasks: Iterable[Task[Resource_co, Answer]]) -> Iterator[Answer]:
        """One answer for each task, in their order; only a few tasks are taken ahead."""
        ...


class Machines(Protocol):
    """Where tasks are done: this machine, or several.

    Attributes:
        cores: How many processes there are where nobody says how many.
        words: What there is, for a person; empty for this machine alone.
    """

    @property
    def cores(self) -> int: ...

    @property
    def words(self) -> str: ...

    def share(self, path: Path) -> os.PathLike[str]:
        """What tasks name the file by: where it is asked for its path, the file stands there, with the same bytes."""
        ...

    def share_database(self, database: Database) -> os.PathLike[str]:
        """The same of a database, as it is now or later."""
        ...

    def workers(
        self, make: Callable[[], Resource], most: int, *, alike: Task[Resource, Any]
    ) -> AbstractContextManager[Pool[Resource]]:
        """A pool of at most so many processes.

        Args:
            make: Makes the resource, in each process. It travels there: a function of a module, or a partial one.
            alike: What all of them must answer alike before they do anything else.
        """
        ...


class ThisMachine:
    """The cores of this machine; all processes see the same files and the same programs."""

    words: Final = ""

    @property
    def cores(self) -> int:
        return default_workers()

    def share(self, path: Path) -> Path:
        return path

    def share_database(self, database: Database) -> Path:
        return database.path

    def workers(
        self,
        make: Callable[[], Resource],
        most: int,
        *,
        alike: Task[Resource, Any],  # noqa: ARG002  # all processes are alike here
    ) -> Workers[Resource]:
        return Workers(make, most)


class InThisProcess(Generic[Resource]):
    """A pool without processes."""

    def __init__(self, resource: Resource) -> None:
        self._resource = resource

    def answers(self, tasks: Iterable[Task[Resource, Answer]]) -> Iterator[Answer]:
        for task in tasks:
            yield task(self._resource)


def default_workers() -> int:
    """The cores that this process may use, at most `MOST_BY_DEFAULT`."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_BY_DEFAULT)


@dataclass(slots=True, eq=False)
class _Process:
    process: BaseProcess
    connection: Connection


class Workers(Crew[Resource, _Process]):
    """At most `most` processes, each begun when there is a task for it. Use it in a `with` statement.

    Args:
        make: See `Machines.workers`.
        most: At least 1.
    """

    def __init__(self, make: Callable[[], Resource], most: int) -> None:
        super().__init__(most)
        self._make = make
        self._processes: list[_Process] = []
        self._context = multiprocessing.get_context("spawn")

    def __enter__(self) -> Workers[Resource]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in self._processes:
            # Without a connection one that has nothing to do ends by itself.
            worker.connection.close()
            if worker in self._at_work:
                worker.process.terminate()
        for worker in self._processes:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._processes.clear()

    def _free(self, waiting: int) -> _Process | None:  # noqa: ARG002  # this one is begun at once
        idle = next((each for each in self._processes if each not in self._at_work), None)
        return idle or (self._begin() if len(self._processes) < self._most else None)

    def _give(self, worker: _Process, task: Task[Resource, Any]) -> None:
        # Where it has ended, the wait for its answer finds that out.
        with suppress(BrokenPipeError, ConnectionResetError):
            worker.connection.send(task)

    def _heard(self, seconds: float | None) -> Sequence[tuple[_Process, Outcome]]:
        busy = {worker.connection: worker for worker in self._at_work}
        heard: list[tuple[_Process, Outcome]] = []
        for ready in wait(list(busy), seconds) if busy else ():
            assert isinstance(ready, Connection)
            worker = busy[ready]
            try:
                heard.append((worker, ready.recv()))
            except (EOFError, OSError):
                self._processes.remove(worker)
                worker.connection.close()
                worker.process.join()
                heard.append((worker, Ended(f"exit status {worker.process.exitcode}")))
        return heard

    def _begin(self) -> _Process:
        here, there = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(there, self._make), daemon=True)
        with _one_thread():
            process.start()
        there.close()
        worker = _Process(process, here)
        self._processes.append(worker)
        return worker


def _serve(connection: Connection, make: Callable[[], Any]) -> None:
    """What a process does until nobody asks it any more: also when whoever began it was killed."""
    # Ctrl-C reaches all processes of a terminal; the one that began this one ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # By way of an exception, so that what the libraries hold of the system is given back.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))
    made: list[Any] = []

    def do(task: Task[Any, Any]) -> Any:  # noqa: ANN401  # the answer of whatever task came
        if not made:
            made.append(make())
        return task(made[0])

    while True:
        try:
            task = connection.recv()
        except (EOFError, OSError):
            return
        try:
            outcome = attempt(do, task)
        except MemoryError:
            os._exit(1)
        try:
            connection.send(outcome)
        except OSError:
            return


@contextmanager
def _one_thread() -> Iterator[None]:
    """Processes that begin in here compute with one thread: the libraries look once, when they are loaded."""
    before = {name: os.environ.get(name) for name in ONE_THREAD}
    os.environ.update(ONE_THREAD)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
