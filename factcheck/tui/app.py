"""The terminal UI as a program: its settings, its themes, its commands. What it shows is up to the screens."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import ClassVar

from textual.app import App, SystemCommand
from textual.screen import Screen

from factcheck.settings import Settings
from factcheck.tui.desk import Desk
from factcheck.tui.keys import KEYS
from factcheck.tui.screens.review import ReviewScreen


class ReviewApp(App[int]):
    """The reviewer, over one workbench.

    Args:
        settings: Which workbench, and with which encoder.
        reviewer: Who signs; asked for where it is empty.
        article_id: Shows the claims of this article only.
    """

    CSS_PATH = "factcheck.tcss"
    TITLE = "factcheck"
    # Nothing moves by itself: over a slow line an animation is a delay.
    ENABLE_COMMAND_PALETTE: ClassVar[bool] = True

    def __init__(self, settings: Settings, *, reviewer: str = "", article_id: str | None = None) -> None:
        super().__init__()
        self.animation_level = "none"
        self._review = ReviewScreen(Desk(settings), reviewer=reviewer, article_id=article_id)

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
