"""Fields to write in. What is pasted is made visible first: a terminal obeys control characters even in a field."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.widgets import Input, Select, TextArea

from factcheck.domain.organisation import Rating
from factcheck.language.display import one_line, visible
from factcheck.tui.safe import safe_line


class RationaleField(TextArea):
    """A rationale: several lines, wrapped; Tab leaves it."""

    def __init__(self, text: str, *, id: str) -> None:  # noqa: A002  # Textual's name
        super().__init__(_harmless(text), id=id, soft_wrap=True, tab_behavior="focus", show_line_numbers=False)

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        await super()._on_paste(events.Paste(_harmless(event.text)))


class LineField(Input):
    """One line."""

    def __init__(self, *, placeholder: str, id: str, max_length: int = 0) -> None:  # noqa: A002  # Textual's name
        super().__init__(placeholder=placeholder, max_length=max_length, id=id)

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        super()._on_paste(events.Paste(one_line(event.text)))
        event.stop()


class RatingField(Select[str]):
    """One of the ratings of the house that stand for a status, or none."""

    def __init__(self, ratings: Sequence[Rating], last: str, *, id: str) -> None:  # noqa: A002  # Textual's name
        names = [each.name for each in ratings]
        # Where there is but one, the status says it already.
        first = last if last in names else names[0] if len(names) == 1 else Select.NULL
        options = [(safe_line(name, most=120), name) for name in names]
        super().__init__(options, prompt="none", value=first, id=id, compact=True)
        self._ratings = {each.name: each for each in ratings}

    @property
    def chosen(self) -> Rating | None:
        return self._ratings.get(self.value) if isinstance(self.value, str) else None


def _harmless(text: str) -> str:
    return visible(text.replace("\r\n", "\n").replace("\r", "\n"))
