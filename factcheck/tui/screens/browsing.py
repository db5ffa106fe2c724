"""Looking at claims: the panes, and the keys that move between and within them."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.binding import BindingType
from textual.content import Content
from textual.widget import Widget

from factcheck.tui.desk import Desk
from factcheck.tui.keys import bindings
from factcheck.tui.layout import classes_for
from factcheck.tui.screens.reading import ReadingScreen
from factcheck.tui.signs import FAINT
from factcheck.tui.widgets.card_list import CardList
from factcheck.tui.widgets.claim_panes import PANES
from factcheck.tui.widgets.evidence_list import EvidenceList
from factcheck.tui.widgets.pane_tabs import PaneTabs
from factcheck.tui.widgets.queue import Queue

_ORDER = ("queue", *PANES)


class BrowsingScreen(ReadingScreen):
    """Where the mark and the focus are. Nothing here changes the workbench."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("review")]
    AUTO_FOCUS = "#queue"

    def __init__(self, desk: Desk, *, reviewer: str, article_id: str | None) -> None:
        super().__init__(desk, reviewer=reviewer, article_id=article_id)
        self._shows_machine = True

    @on(CardList.Marked, "#queue")
    def _claim_marked(self) -> None:
        self.refresh_facts()
        self.read_claim()

    @on(CardList.Chosen, "#queue")
    def _claim_chosen(self) -> None:
        self.action_show_pane("evidence")

    @on(PaneTabs.Pressed)
    def _tab_pressed(self, message: PaneTabs.Pressed) -> None:
        self.action_show_pane(message.pane)

    def on_resize(self, event: events.Resize) -> None:
        for name, holds in classes_for(event.size.width, event.size.height).items():
            self.set_class(holds, name)
        self.call_after_refresh(self.panes.show_claim_line)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget.id in PANES:
            self.panes.choose(event.widget.id)

    def action_show_pane(self, pane: str) -> None:
        if pane != "queue":
            self.panes.choose(pane)
        self.query_one(f"#{pane}", Widget).focus()

    def action_pane(self, by: int) -> None:
        here = self.focused.id if self.focused and self.focused.id in _ORDER else "queue"
        self.action_show_pane(_ORDER[(_ORDER.index(here) + by) % len(_ORDER)])

    def action_next(self) -> None:
        self._list_in_use().action_move(1)

    def action_previous(self) -> None:
        self._list_in_use().action_move(-1)

    def action_next_open(self) -> None:
        self.in_order(self._to_next_open)

    def _to_next_open(self) -> None:
        place = self.state.next_open(self.queue.marked)
        if place is None:
            self.say(Content("Every claim that is shown is decided."))
        else:
            self.queue.marked = place

    def action_sort(self) -> None:
        self.state.by_worth = not self.state.by_worth
        self.state.arrange()
        self.show_queue(self.marked_id)

    def action_machine(self) -> None:
        self._shows_machine = not self._shows_machine
        self.queue.shows_machine = self._shows_machine
        self.queue.redraw()
        self.panes.show_machine(self._shows_machine)
        self.refresh_facts()
        self.say(Content(f"What the machine suggests is {'shown' if self._shows_machine else 'hidden'}."))

    def action_reload(self) -> None:
        self.say(Content.styled("Reading…", FAINT))
        self.forget_steps()
        self.read_all(then=Content("Read again."))

    def _list_in_use(self) -> Queue | EvidenceList:
        evidence = self.panes.evidence
        return evidence if self.focused is evidence else self.queue
