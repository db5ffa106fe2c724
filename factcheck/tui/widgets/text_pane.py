"""A text that is read: wraps once, draws only the visible lines, and can be brought to any place of it."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from factcheck.domain.spans import Span


class TextPane(ScrollView, can_focus=True):
    """One text. The arrow keys scroll it, and words can be marked with the mouse."""

    COMPONENT_CLASSES = {"text--plain"}  # noqa: RUF012  # Textual's own declaration

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self.content = Content("")
        self._place: Span | None = None
        self._strips: list[Strip] = []

    def show(self, content: Content, place: Span | None = None, *, keep: bool = False) -> None:
        """Show a text.

        Args:
            place: What is to be seen of it; None: its beginning.
            keep: Leave the text where it stands if all of `place` is visible there.
        """
        self.content = content
        self._place = place
        self._wrap()
        if place is None:
            self.scroll_to(y=0, animate=False)
        else:
            self._go(keep=keep)

    def on_resize(self) -> None:
        self._wrap()
        if self._place is not None:
            self._go(keep=False)

    def notify_style_update(self) -> None:
        super().notify_style_update()
        if self.is_mounted:
            self._wrap()

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002  # Textual's own
        self._wrap()

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        return selection.extract(self.content.plain), "\n"

    def render_line(self, y: int) -> Strip:
        line = self.scroll_offset.y + y
        width = self.scrollable_content_region.width
        style = self.get_visual_style("text--plain").rich_style
        if line >= len(self._strips):
            return Strip.blank(width, style)
        return self._strips[line].extend_cell_length(width, style)

    def _wrap(self) -> None:
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        self._strips = Visual.to_strips(self, self.content, width, None, self.get_visual_style("text--plain"))
        size = Size(width, len(self._strips))
        if size != self.virtual_size:
            self.virtual_size = size
        self.refresh()

    def _go(self, *, keep: bool) -> None:
        """Scroll until the place can be seen, its beginning a quarter down the pane."""
        width = self.scrollable_content_region.width
        height = self.scrollable_content_region.height
        if self._place is None or width <= 0 or height <= 0:
            return
        first, last = self._line(self._place.start, width), self._line(self._place.end, width)
        top = self.scroll_offset.y
        if keep and top <= first and last < top + height:
            return
        # What is longer than the pane is shown from its beginning.
        room = max(0, height - (last - first + 1))
        self.scroll_to(y=max(0, first - min(height // 4, room)), animate=False)

    def _line(self, offset: int, width: int) -> int:
        """The line on which the character at `offset` is drawn."""
        text = self.content.plain
        # Up to the end of the word, for a word that doesn't fit moves to the next line as a whole.
        ends = [at for mark in " \n" if (at := text.find(mark, offset, offset + width)) >= 0]
        before = Content(text[: min(ends, default=min(len(text), offset + 1))])
        return max(0, len(before.wrap(width)) - 1)
