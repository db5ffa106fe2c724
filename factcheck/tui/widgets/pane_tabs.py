"""The panes that share one place on a small screen, as tabs to press or click."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

_CHOSEN = "bold reverse"


class PaneTabs(Widget):
    """One line: the key and the title of each pane, the chosen one marked."""

    ALLOW_SELECT = False

    class Pressed(Message):
        """A tab was clicked."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self._tabs: Sequence[tuple[str, Content]] = ()
        self._chosen = ""

    def show(self, tabs: Sequence[tuple[str, Content]], *, chosen: str) -> None:
        """Show these panes (id and title)."""
        self._tabs = tabs
        self._chosen = chosen
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        end = 0
        for pane, title in self._tabs:
            end += title.cell_length + 3
            if event.x < end:
                self.post_message(self.Pressed(pane))
                return

    def render(self) -> Content:
        # Reversed and in brackets, so that the chosen one is told without colours too.
        return Content.assemble(
            *(
                Content.assemble("[", title, "] ").stylize(_CHOSEN, 0, len(title) + 2)
                if pane == self._chosen
                else Content.assemble(" ", title, "  ")
                for pane, title in self._tabs
            )
        )
