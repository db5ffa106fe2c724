"""A list of cards of which one is marked. Draws only what is on the screen, so ten thousand cards cost what ten do."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import Any, ClassVar, Generic, TypeVar

from textual import events
from textual.binding import Binding, BindingType
from textual.cache import LRUCache
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

Item = TypeVar("Item")


class CardList(ScrollView, Generic[Item], can_focus=True):
    """Subclasses say how a card looks (`card`) and, where that is known without drawing it, how high it is."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", show=False),
        Binding("up", "move(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end", "end(1)", show=False),
        Binding("enter", "choose", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"cards--card", "cards--marked"}

    marked: reactive[int] = reactive(0, init=False)
    """Index of the marked card; 0 where there is none."""

    class Marked(Message):
        """Another card is marked."""

        def __init__(self, cards: CardList[Any], index: int) -> None:
            super().__init__()
            self.cards = cards
            self.index = index

        @property
        def control(self) -> CardList[Any]:
            return self.cards

    class Scrolled(Message):
        """Other cards are on the screen."""

        def __init__(self, cards: CardList[Any]) -> None:
            super().__init__()
            self.cards = cards

        @property
        def control(self) -> CardList[Any]:
            return self.cards

    class Chosen(Marked):
        """The marked card was asked for: Enter, or a second click."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self.items: Sequence[Item] = ()
        self.empty_text = Content("")
        self.in_order: Callable[[Callable[[], None]], None] = lambda move: move()
        """Runs every move that a person makes; a screen may have it wait for what the keys before it do."""
        self._tops: list[int] = [0]
        self._drawn: LRUCache[tuple[int, bool], list[Strip]] = LRUCache(512)

    def card(self, index: int, width: int) -> Content:
        """What is drawn for one card: as many lines as it needs."""
        raise NotImplementedError

    def heights(self, width: int) -> list[int]:
        """Lines of each card. Draws each; lists that can be long know better."""
        return [len(self._strips(index, width)) for index in range(len(self.items))]

    def show(self, items: Sequence[Item], *, marked: int = 0, keep_place: bool = False) -> None:
        """Show these cards with one of them marked; `keep_place` leaves the text where it stands on the screen."""
        self.items = items
        self.set_reactive(CardList.marked, self._clamped(marked))
        self._measure()
        if keep_place:
            self._bring_into_view()
        else:
            self.scroll_to(y=max(0, self._tops[self.marked] - 2), animate=False)

    def redraw(self, *, again: bool = False) -> None:
        """Draw what is there once more; `again` where heights may have changed too."""
        self._drawn.clear()
        if again:
            self._measure()
        self.refresh()

    @property
    def current(self) -> Item | None:
        """The marked item."""
        return self.items[self.marked] if self.items else None

    @property
    def visible_places(self) -> range:
        """Places of the cards on the screen."""
        first, last = self._at(self.scroll_offset.y), self._at(self.scroll_offset.y + max(0, self.size.height - 1))
        return range(first or 0, (len(self.items) if last is None else last + 1))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        super().watch_scroll_y(old_value, new_value)
        self.post_message(self.Scrolled(self))

    def validate_marked(self, marked: int) -> int:
        return self._clamped(marked)

    def watch_marked(self, old: int, new: int) -> None:
        for index in (old, new):
            if index < len(self._tops) - 1:
                self.refresh_lines(self._tops[index], self._tops[index + 1] - self._tops[index])
        self._bring_into_view()
        self.post_message(self.Marked(self, new))

    def action_move(self, by: int) -> None:
        self.in_order(lambda: self._mark(self.marked + by))

    def action_end(self, direction: int) -> None:
        self.in_order(lambda: self._mark(0 if direction < 0 else len(self.items) - 1))

    def action_page(self, direction: int) -> None:
        """Mark what is a page further: at least one card."""
        self.in_order(lambda: self._mark(self._a_page_on(direction)))

    def _mark(self, index: int) -> None:
        self.marked = index

    def _a_page_on(self, direction: int) -> int:
        if not self.items:
            return 0
        page = max(1, self.size.height - 1)
        line = self._tops[self.marked] + direction * page
        there = bisect_right(self._tops, max(0, line), 0, len(self.items)) - 1
        return there if there != self.marked else self.marked + direction

    def action_choose(self) -> None:
        if self.items:
            self.post_message(self.Chosen(self, self.marked))

    def on_click(self, event: events.Click) -> None:
        index = self._at(self.scroll_offset.y + event.y - self.gutter.top)
        if index is None:
            return
        if index == self.marked:
            if event.chain > 1:
                self.action_choose()
            return
        self.in_order(lambda: self._mark(index))

    def on_resize(self) -> None:
        self._measure()
        self._bring_into_view()

    def notify_style_update(self) -> None:
        self._drawn.clear()
        super().notify_style_update()

    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        base = self.get_visual_style("cards--card")
        line = self.scroll_offset.y + y
        if not self.items:
            lines = Visual.to_strips(self, self.empty_text, max(1, width - 2), None, base)
            margin = Strip.blank(1, base.rich_style)
            strip = Strip.join([margin, lines[line]]) if line < len(lines) else margin
            return strip.adjust_cell_length(width, base.rich_style)
        index = self._at(line)
        if index is None:
            return Strip.blank(width, base.rich_style)
        strips = self._strips(index, width)
        offset = line - self._tops[index]
        return strips[offset] if offset < len(strips) else Strip.blank(width, base.rich_style)

    def _strips(self, index: int, width: int) -> list[Strip]:
        is_marked = index == self.marked
        strips = self._drawn.get((index, is_marked))
        if strips is None:
            classes = ("cards--card", "cards--marked") if is_marked else ("cards--card",)
            style = self.get_visual_style(*classes)
            # The bar tells the marked card where colours don't.
            bar = Strip.join([Visual.to_strips(self, Content("▌" if is_marked else " "), 1, 1, style)[0]])
            # The room of the scroll bar is the margin on the right.
            drawn = Visual.to_strips(self, self.card(index, max(1, width - 1)), max(1, width - 1), None, style)
            strips = [Strip.join([bar, strip]).adjust_cell_length(width, style.rich_style) for strip in drawn]
            self._drawn[(index, is_marked)] = strips
        return strips

    def _measure(self) -> None:
        self._drawn.clear()
        width = self.scrollable_content_region.width
        if width <= 0:
            return
        self._tops = [0, *accumulate(self.heights(width))]
        size = Size(width, self._tops[-1])
        if size != self.virtual_size:
            # No layout: the size of what is scrolled changes nothing around it.
            self.set_reactive(CardList.virtual_size, size)
            self._scroll_update(size)
        self.refresh()

    def _at(self, line: int) -> int | None:
        """The card that line `line` of the whole list belongs to."""
        if not 0 <= line < self._tops[-1]:
            return None
        return bisect_right(self._tops, line) - 1

    def _bring_into_view(self) -> None:
        if not self.items or len(self._tops) <= self.marked + 1:
            return
        top, end = self._tops[self.marked], self._tops[self.marked + 1]
        region = Region(0, top, self.scrollable_content_region.width, end - top)
        self.scroll_to_region(region, animate=False, force=True, immediate=True)

    def _clamped(self, index: int) -> int:
        return max(0, min(index, len(self.items) - 1))
