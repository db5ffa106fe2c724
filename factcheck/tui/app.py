"""The terminal UI as a program: its settings, its themes, its commands. What it shows is up to the screens."""

from __future__ import annotations

import asyncio
import os
import signal
import threading
import time
from collections.abc import Awaitable, Callable, Iterable
from contextlib import suppress
from types import FrameType
from typing import Any, Final

from textual.app import App, SystemCommand
from textual.screen import Screen

from factcheck.errors import FactcheckError
from factcheck.settings import Settings
from factcheck.tui.desk import Desk
from factcheck.tui.keys import KEYS
from factcheck.tui.screens.decision import DecisionScreen
from factcheck.tui.screens.review import ReviewScreen

_SIGNALLED: Final = 128
"""Exit code of a program that a signal ended, less the signal's number, as shells count it."""

_GRACE: Final = 3.0
"""Seconds that the screen has to end properly after a signal."""


class ReviewApp(App[int]):
    """The reviewer, over one workbench.

    Args:
        settings: Which workbench, and with which encoder.
        reviewer: Who signs; asked for where it is empty.
        article_id: Shows the claims of this article only.
    """

    CSS_PATH = "factcheck.tcss"
    TITLE = "factcheck"

    def __init__(self, settings: Settings, *, reviewer: str = "", article_id: str | None = None) -> None:
        super().__init__()
        # Nothing moves by itself: over a slow line an animation is a delay.
        self.animation_level = "none"
        self._handlers: dict[signal.Signals, Any] = {}
        self._desk = Desk(settings)
        self._review = ReviewScreen(self._desk, reviewer=reviewer, article_id=article_id)

    def on_mount(self) -> None:
        """A signal to end ends the program as `q` does: what was typed is stored first (Ctrl-C is a key)."""
        if threading.current_thread() is not threading.main_thread():
            return
        loop = asyncio.get_running_loop()

        def end(number: int, _frame: FrameType | None) -> None:
            loop.call_soon_threadsafe(self._leave_at_once, _SIGNALLED + number)
            # Where the terminal is gone, drawing blocks for ever and the line above is never reached.
            threading.Thread(target=self._end_all_the_same, args=(number,), daemon=True).start()

        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            self._handlers[number] = signal.signal(number, end)

    def on_unmount(self) -> None:
        for number, handler in self._handlers.items():
            signal.signal(number, handler)

    def run(self, *arguments: Any, **options: Any) -> int | None:  # noqa: ANN401  # Textual's own arguments
        """Run until the reviewer leaves; gives the exit code.

        Raises:
            Exception: What went wrong, where it was a fault of this program. Whoever runs it says so.
        """
        code = super().run(*arguments, **options)
        if self._exception is not None:
            raise self._exception
        return code

    def _fatal_error(self) -> None:
        """Store what was typed and end. Textual would print every variable: pages, with article text among them."""
        with suppress(FactcheckError):
            self._review.keeper.save(self._desk)
        self._close_messages_no_wait()

    def _leave_at_once(self, code: int) -> None:
        for screen in self.screen_stack:
            if isinstance(screen, DecisionScreen):
                # The last letters are on the screen, and the message that they changed something may not be here yet.
                screen.keep()
        self._review.leave(code)

    def _end_all_the_same(self, number: int) -> None:
        try:
            self._review.keeper.save(self._desk)
            time.sleep(_GRACE)
        finally:
            os._exit(_SIGNALLED + number)

    def get_default_screen(self) -> Screen[None]:
        return self._review

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything that a key of the reviewer does, by name."""
        if screen is self._review:
            for key in KEYS:
                if key.where == "review" and key.id not in ("review.quit", "review.stop"):
                    yield SystemCommand(f"{key.label} ({key.shown})", key.tooltip, self._runner(key.action))
        yield SystemCommand("Theme", "Choose the colours, dark or light.", self.action_change_theme)
        yield SystemCommand("Quit", "Leave; everything signed and written is stored.", self.action_quit)

    async def action_quit(self) -> None:
        """Leave once every draft is stored."""
        self._review.leave()

    def _runner(self, action: str) -> Callable[[], Awaitable[None]]:
        async def run() -> None:
            await self._review.run_action(action)

        return run
