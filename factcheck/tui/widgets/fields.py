"""Fields to write in. What is pasted is made visible first: a terminal obeys control characters even in a field."""

from __future__ import annotations

from textual import events
from textual.widgets import Input, TextArea

from factcheck.language.display import one_line, visible


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


def _harmless(text: str) -> str:
    return visible(text.replace("\r\n", "\n").replace("\r", "\n"))
