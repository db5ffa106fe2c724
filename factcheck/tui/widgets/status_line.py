"""The last line but one: what was just done, and who is at work."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.widget import Widget

from factcheck.tui.signs import FAINT


class StatusLine(Widget):
    """A message on the left, what always holds on the right."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self.message = Content("")
        self.facts: Sequence[Content] = ()

    def say(self, message: Content) -> None:
        """Replace the message."""
        self.message = message
        self.refresh()

    def state(self, *facts: Content) -> None:
        """Replace what always holds: in more and in fewer words, the longest that fits is shown."""
        self.facts = facts
        self.refresh()

    def render(self) -> Content:
        width = self.size.width
        # The message is news and the rest is not: where both don't fit, the message stays.
        room = width - self.message.cell_length - 2
        facts = next((each for each in self.facts if each.cell_length <= room), Content(""))
        message = self.message.truncate(width, ellipsis=True)
        gap = max(0, width - message.cell_length - facts.cell_length)
        return Content.assemble(message, " " * gap, facts.stylize_before(FAINT))
