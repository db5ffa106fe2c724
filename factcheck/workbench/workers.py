"""Spreads tasks over processes of this machine, and gives the answers in the order of the tasks.

Each process makes its own resource once (loads its models) and computes with one thread: sums of floating-point numbers
depend on how many threads they are divided among, and the answers must not. A process that is ended from outside is
replaced, and its task done again.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Any, Final, Generic, Protocol, TypeVar

from factcheck.errors import FactcheckError, PartialError

Resource = TypeVar("Resource")
Resource_co = TypeVar("Resource_co", covariant=True)
Resource_contra = TypeVar("Resource_contra", contravariant=True)
Answer = TypeVar("Answer")
Answer_co = TypeVar("Answer_co", covariant=True)

MOST_BY_DEFAULT: Final = 4
_TRIES: Final = 3
_AHEAD: Final = 2
"""Tasks that are held for each process: one in work and one waiting."""
_TERMINATED: Final = 143
_PATIENCE: Final = 10.0
"""Seconds that a process is given to end."""
_ONE_THREAD: Final = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS")


class Task(Protocol[Resource_contra, Answer_co]):
    """Something to do with the resource; it travels to another process, and so does its answer."""

    def __call__(self, resource: Resource_contra, /) -> Answer_co: ...


class Pool(Protocol[Resource_co]):
    """Does tasks."""

    def answers(self, tasks: Iterable[Task[Resource_co, Answer]]) -> Iterator[Answer]:
        """One answer for each task, in their order; only a few tasks are taken ahead."""
        ...


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


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    connection: Connection
    slot: _Slot | None = None


@dataclass(slots=True)
class _Slot:
    """A task that was taken: waiting, in work, or answered."""

    task: Any
    answer: Any = None
    is_answered: bool = False
    tries: int = 0


class Workers(Generic[Resource]):
    """At most `most` processes, each begun when there is a task for it. Use it in a `with` statement.

    Args:
        make: Makes the resource, in each process; it travels there, so it is a function of a module, or a partial one.
        most: At least 1.
    """

    def __init__(self, make: Callable[[], Resource], most: int) -> None:
        self._make = make
        self._most = most
        self._workers: list[_Worker] = []
        self._context = multiprocessing.get_context("spawn")

    def __enter__(self) -> Workers[Resource]:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for worker in self._workers:
            # Without a connection one that has nothing to do ends by itself.
            worker.connection.close()
            if worker.slot is not None:
                worker.process.terminate()
        for worker in self._workers:
            worker.process.join(_PATIENCE)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._workers.clear()

    def answers(self, tasks: Iterable[Task[Resource, Answer]]) -> Iterator[Answer]:
        """See `Pool.answers`.

        Raises:
            FactcheckError: What a task raised.
            PartialError: If the process of one task was ended from outside again and again.
            RuntimeError: If a task failed by a fault of ours.
        """
        coming = iter(tasks)
        slots: deque[_Slot] = deque()
        is_over = False
        while slots or not is_over:
            while slots and slots[0].is_answered:
                yield slots.popleft().answer
            if is_over or len(slots) == _AHEAD * self._most:
                self._wait(slots)
                continue
            task = next(coming, None)
            is_over = task is None
            if task is not None:
                slots.append(_Slot(task))
                # The next task may take long to come: what was answered meanwhile is not to wait for it.
                self._wait(slots, seconds=0)

    def _assign(self, slots: Iterable[_Slot]) -> None:
        """Give waiting tasks, in their order, to processes that have none."""
        taken = [worker.slot for worker in self._workers if worker.slot is not None]
        for slot in slots:
            if slot.is_answered or any(slot is each for each in taken):
                continue
            worker = next((each for each in self._workers if each.slot is None), None)
            if worker is None:
                if len(self._workers) == self._most:
                    return
                worker = self._begin()
            worker.slot = slot
            # Where it has ended, the wait for its answer finds that out.
            with suppress(BrokenPipeError, ConnectionResetError):
                worker.connection.send(slot.task)

    def _wait(self, slots: Iterable[_Slot], *, seconds: float | None = None) -> None:
        """Wait until at least one process has answered or ended, or so long; then give out the tasks that wait."""
        busy = {worker.connection: worker for worker in self._workers if worker.slot is not None}
        for ready in wait(list(busy), seconds) if busy else ():
            assert isinstance(ready, Connection)
            worker = busy[ready]
            assert worker.slot is not None
            try:
                how, answer = ready.recv()
            except (EOFError, OSError):
                self._replace(worker)
                continue
            if how == "error":
                raise answer
            if how == "fault":
                raise RuntimeError(f"in a process that scores:\n{answer}")
            worker.slot.answer, worker.slot.is_answered, worker.slot = answer, True, None
        self._assign(slots)

    def _replace(self, worker: _Worker) -> None:
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        assert worker.slot is not None
        worker.slot.tries += 1
        if worker.slot.tries == _TRIES:
            raise PartialError(
                f"The process that scored {worker.slot.task} was ended {_TRIES} times "
                f"(exit status {worker.process.exitcode}); likely there is not enough memory.",
                hint="What was written is kept: run the same command again with fewer --workers, or divide the source.",
            )

    def _begin(self) -> _Worker:
        here, there = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(there, self._make), daemon=True)
        with _one_thread():
            process.start()
        there.close()
        worker = _Worker(process, here)
        self._workers.append(worker)
        return worker


def _serve(connection: Connection, make: Callable[[], Any]) -> None:
    """What a process does until nobody asks it any more: also when whoever began it was killed."""
    # Ctrl-C reaches all processes of a terminal; the one that began this one ends it.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # By way of an exception, so that what the libraries hold of the system is given back.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(_TERMINATED))
    resource = None
    while True:
        try:
            task = connection.recv()
        except (EOFError, OSError):
            return
        try:
            resource = make() if resource is None else resource
            answer: tuple[str, object] = ("done", task(resource))
        except FactcheckError as error:
            answer = ("error", error)
        except MemoryError:
            os._exit(1)
        except Exception:  # noqa: BLE001  # whatever it is, the process that shows it to a person has to know
            import traceback

            answer = ("fault", traceback.format_exc())
        try:
            connection.send(answer)
        except OSError:
            return


@contextmanager
def _one_thread() -> Iterator[None]:
    """Processes that begin in here compute with one thread: the libraries look once, when they are loaded."""
    before = {name: os.environ.get(name) for name in _ONE_THREAD}
    os.environ.update(dict.fromkeys(_ONE_THREAD, "1"))
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value
