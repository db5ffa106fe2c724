"""How several workers do tasks between them: a few ahead, answers in the order of the tasks, three tries for each.

What a worker is, a process or an actor of a cluster, is said by those who build on it.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, Generic, NamedTuple, Protocol, TypeVar

from factcheck.errors import FactcheckError, PartialError

Resource = TypeVar("Resource")
Resource_contra = TypeVar("Resource_contra", contravariant=True)
Worker = TypeVar("Worker")
Answer = TypeVar("Answer")
Answer_co = TypeVar("Answer_co", covariant=True)

TRIES: Final = 3
_AHEAD: Final = 2
"""Tasks that are held for each worker: one in work and one waiting."""
ONE_THREAD: Final = dict.fromkeys(
    ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS", "RAYON_NUM_THREADS"), "1"
)
"""The environment of each worker: sums of floating-point numbers depend on how many threads they are divided among."""


class Task(Protocol[Resource_contra, Answer_co]):
    """Something to do with the resource; it travels to another process, and so does its answer."""

    def __call__(self, resource: Resource_contra, /) -> Answer_co: ...


class Done(NamedTuple):
    """A task was answered."""

    answer: Any


class Failed(NamedTuple):
    """A task, or what it needs, ended with an error for a person."""

    error: FactcheckError


class Fault(NamedTuple):
    """It ended with a fault of ours: where."""

    traceback: str


class Ended(NamedTuple):
    """Its worker was ended from outside: how, in words."""

    how: str


Outcome = Done | Failed | Fault | Ended


def attempt(task: Task[Resource, Any], resource: Resource) -> Done | Failed | Fault:
    """Do a task, and give what came of it in a form that travels. `MemoryError` is left to whoever calls."""
    try:
        return Done(task(resource))
    except FactcheckError as error:
        return Failed(error)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # whatever it is, the process that shows it to a person has to know
        import traceback

        return Fault(traceback.format_exc())


@dataclass(slots=True, eq=False)
class _Slot:
    """A task that was taken: waiting, in work, or answered."""

    task: Any
    answer: Any = None
    is_answered: bool = False
    tries: int = 0


class Crew(ABC, Generic[Resource, Worker]):
    """At most `most` workers, each begun when there is a task for it.

    Args:
        most: At least 1.
    """

    def __init__(self, most: int) -> None:
        self._most = most
        self._at_work: dict[Worker, _Slot] = {}

    def answers(self, tasks: Iterable[Task[Resource, Answer]]) -> Iterator[Answer]:
        """One answer for each task, in their order; only a few tasks are taken ahead.

        Raises:
            FactcheckError: What a task raised.
            PartialError: If the worker of one task was ended from outside again and again.
            RuntimeError: If a task failed by a fault of ours.
        """
        coming = iter(tasks)
        slots: deque[_Slot] = deque()
        is_over = False
        while True:
            while slots and slots[0].is_answered:
                yield slots.popleft().answer
            if is_over and not slots:
                return
            if is_over or len(slots) == _AHEAD * self._most:
                self._wait(slots)
                continue
            task = next(coming, None)
            is_over = task is None
            if task is not None:
                slots.append(_Slot(task))
                # The next task may take long to come: what was answered meanwhile is not to wait for it.
                self._wait(slots, seconds=0)

    @abstractmethod
    def _free(self, waiting: int) -> Worker | None:
        """A worker that has nothing to do, begun for this if need be; None where there is none yet.

        Args:
            waiting: Tasks that nobody does yet.
        """

    @abstractmethod
    def _give(self, worker: Worker, task: Task[Resource, Any]) -> None:
        """Let it begin; where it has ended, `_heard` tells."""

    @abstractmethod
    def _heard(self, seconds: float | None) -> Sequence[tuple[Worker, Outcome]]:
        """Of those at work: what came of their tasks. Waits until there is news, or so long; None: as long as it takes.

        A worker that has ended is never given by `_free` again.
        """

    def _wait(self, slots: Iterable[_Slot], *, seconds: float | None = None) -> None:
        """Wait until there is news, or so long; then give out the tasks that wait, in their order."""
        for worker, outcome in self._heard(seconds):
            slot = self._at_work.pop(worker)
            match outcome:
                case Done(answer):
                    slot.answer, slot.is_answered = answer, True
                case Failed(error):
                    raise error
                case Fault(traceback):
                    raise RuntimeError(f"in a process that scores:\n{traceback}")
                case Ended(how):
                    slot.tries += 1
                    if slot.tries == TRIES:
                        raise given_up(_told(slot.task), how)
        taken = {id(slot) for slot in self._at_work.values()}
        waiting = [slot for slot in slots if not slot.is_answered and id(slot) not in taken]
        for given, slot in enumerate(waiting):
            worker_or_none = self._free(len(waiting) - given)
            if worker_or_none is None:
                return
            self._at_work[worker_or_none] = slot
            self._give(worker_or_none, slot.task)


def _told(task: Task[Any, Any]) -> str:
    """What a process did; the tasks that are plain functions ask for what is there once the models are loaded."""
    return "was to load the models" if hasattr(task, "__name__") else f"scored {task}"


def given_up(what: str, how: str) -> PartialError:
    """The error for work whose process was ended too often."""
    return PartialError(
        f"The process that {what} was ended {TRIES} times ({how}); likely there is not enough memory.",
        hint="What was written is kept: run the same command again with fewer --workers, or divide the source.",
    )
