"""What all screens share: work in threads, and the one place where its failures come to light.

Textual sends a worker's end only to the screen that started it, and with `exit_on_error=False` a failure is silent
unless that screen looks. Here every screen looks.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from textual import on
from textual.message import Message
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.worker import Worker, WorkerState, get_current_worker

from factcheck.errors import FactcheckError
from factcheck.tui.safe import safe, shortened

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Failure:
    """What went wrong, and the next step, for people."""

    message: str
    hint: str
    error: BaseException | None = None

    @property
    def words(self) -> str:
        return f"{self.message} {self.hint}".strip()


def failure_of(error: BaseException | None) -> Failure:
    """Our errors say what to do. Anything else is a fault of this program, and says so."""
    if isinstance(error, FactcheckError):
        return Failure(error.message, error.hint, error)
    what = shortened(f"{type(error).__name__}: {error}", 300)
    return Failure(f"A fault of factcheck itself: {what}", "What is stored is safe. Please report this.", error)


class Done(Message):
    """A thread's work is done; `apply` shows its result. Handled by the screen that started it."""

    bubble = False

    def __init__(self, apply: Callable[[], None]) -> None:
        super().__init__()
        self.apply = apply


class InThreads(Screen[ScreenResultType]):
    """A screen that has its work done in threads."""

    def in_thread(
        self,
        work: Callable[[], Result],
        done: Callable[[Result], None],
        *,
        group: str,
        failed: Callable[[Failure], None] | None = None,
    ) -> Worker[None]:
        """Run `work` in a thread of its own, then `done` with its result here.

        Args:
            group: Names the kind of work. What is still running of it goes on, but its result is dropped only where
                `drop` was called.
            failed: Called here instead of `show_failure` where the work raised.
        """

        def run() -> None:
            result = work()
            if not get_current_worker().is_cancelled:
                self.post_message(Done(lambda: done(result)))

        worker = self.run_worker(run, group=group, description=group, exit_on_error=False, thread=True)
        if failed is not None:
            self._on_failure()[worker] = failed
        return worker

    def show_failure(self, failure: Failure) -> None:
        """Say what went wrong, with the next step."""
        self.app.notify(
            safe(failure.hint).plain, title=safe(failure.message).plain, severity="error", timeout=12, markup=False
        )

    @on(Done)
    def _apply(self, message: Done) -> None:
        message.apply()

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The only place where a failed thread is noticed."""
        if event.state in (WorkerState.SUCCESS, WorkerState.CANCELLED):
            self._on_failure().pop(event.worker, None)
        if event.state is WorkerState.ERROR:
            failed = self._on_failure().pop(event.worker, self.show_failure)
            failed(failure_of(event.worker.error))

    def _on_failure(self) -> dict[Worker[None], Callable[[Failure], None]]:
        if not hasattr(self, "_failure_handlers"):
            self._failure_handlers: dict[Worker[None], Callable[[Failure], None]] = {}
        return self._failure_handlers


class Dialog(InThreads[ScreenResultType], ModalScreen[ScreenResultType]):
    """A dialog over the reviewer."""
