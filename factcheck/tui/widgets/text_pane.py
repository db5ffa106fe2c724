"""A text that is read: wrapped once, drawn line by line as it is seen, and brought to any place of it.

Moving from claim to claim changes only what is marked in an article, so the wrapping is kept and the next key costs
the drawing of the visible lines.
"""

from __future__ import annotations

from bisect import bisect_right

from textual.content import Content
from textual.content import Span as Styled
from textual.geometry import Offset, Size
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip
from textual.visual import Visual

from factcheck.domain.spans import Span
from factcheck.tui.wrapping import wrapped


class TextPane(ScrollView, can_focus=True):
    """One text. The arrow keys scroll it, and words can be marked with the mouse."""

    COMPONENT_CLASSES = {"text--plain"}  # noqa: RUF012  # Textual's own declaration

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self.content = Content("")
        self._place: Span | None = None
        self._lines: list[Span] = []
        self._wrapped_for: tuple[str, int] = ("", 0)
        self._drawn: dict[int, Strip] = {}

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
            self._go(place, keep=keep)

    def on_resize(self) -> None:
        self._wrap()
        if self._place is not None:
            self._go(self._place, keep=False)

    def notify_style_update(self) -> None:
        self._drawn.clear()
        super().notify_style_update()

    def selection_updated(self, selection: Selection | None) -> None:
        self._drawn.clear()
        super().selection_updated(selection)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """The words that are marked, without the line ends that only the wrapping made."""
        text = self.content.plain
        start = 0 if selection.start is None else self._offset(selection.start)
        end = len(text) if selection.end is None else self._offset(selection.end)
        return text[start:end], "\n"

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        line = self.scroll_offset.y + y
        if line >= len(self._lines):
            return Strip.blank(width, self.get_visual_style("text--plain").rich_style)
        if line not in self._drawn:
            self._drawn[line] = self._draw(line, width)
        return self._drawn[line]

    def _draw(self, number: int, width: int) -> Strip:
        line = self._lines[number]
        style = self.get_visual_style("text--plain")
        spans = [
            Styled(max(start, line.start) - line.start, min(end, line.end) - line.start, look)
            for start, end, look in self.content.spans
            if start < line.end and end > line.start
        ]
        content = Content(line.of(self.content.plain).replace("\t", " "), spans)
        selection = self.text_selection
        if selection is not None and (marked := selection.get_span(number)) is not None:
            start, end = marked
            marking = self.screen.get_visual_style("screen--selection", partial=True)
            content = content.stylize(marking, start, len(line) if end < 0 else end)
        strip = Visual.to_strips(self, content, width, 1, style, apply_selection=False)[0]
        return strip.adjust_cell_length(width, style.rich_style).apply_offsets(0, number)

    def _wrap(self) -> None:
        self._drawn.clear()
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        if self._wrapped_for != (self.content.plain, width):
            self._wrapped_for = (self.content.plain, width)
            self._lines = wrapped(self.content.plain, width)
            size = Size(width, len(self._lines))
            # No layout: the size of what is scrolled changes nothing around it.
            self.set_reactive(TextPane.virtual_size, size)
            self._scroll_update(size)
        self.refresh()

    def _go(self, place: Span, *, keep: bool) -> None:
        """Scroll until the place can be seen, its beginning a quarter down the pane."""
        height = self.scrollable_content_region.height
        if not self._lines or height <= 0:
            return
        first, last = self._line_of(place.start), self._line_of(max(place.start, place.end - 1))
        top = self.scroll_offset.y
        if keep and top <= first and last < top + height:
            return
        # What is longer than the pane is shown from its beginning.
        room = max(0, height - (last - first + 1))
        self.scroll_to(y=max(0, first - min(height // 4, room)), animate=False)

    def _line_of(self, offset: int) -> int:
        """The line on which the character at `offset` stands."""
        return max(0, bisect_right(self._lines, offset, key=lambda line: line.start) - 1)

    def _offset(self, at: Offset) -> int:
        """The character at a place of the drawn text."""
        if not self._lines:
            return 0
        line = self._lines[max(0, min(at.y, len(self._lines) - 1))]
        return min(line.start + at.x, line.end)
