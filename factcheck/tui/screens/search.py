"""Searches the evidence in the reviewer's own words, for what the machine didn't find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Input, Static

from factcheck.domain.reviews import Quote
from factcheck.domain.views import EvidenceView
from factcheck.tui.desk import Desk
from factcheck.tui.keys import bindings
from factcheck.tui.safe import safe_line
from factcheck.tui.screens.base import Dialog, Failure
from factcheck.tui.screens.passage import PassageScreen
from factcheck.tui.signs import FAINT
from factcheck.tui.widgets.card_list import CardList
from factcheck.tui.widgets.evidence_list import EvidenceList
from factcheck.tui.widgets.fields import LineField
from factcheck.tui.work import search_evidence

Attach = Callable[[str, Callable[[], None]], None]
"""Attaches a passage by its id, and calls back once it is stored."""


class SearchScreen(Dialog[None]):
    """A field and what it finds."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("search")]

    def __init__(self, desk: Desk, *, attached: frozenset[str], attach: Attach) -> None:
        super().__init__()
        self._desk = desk
        self._attached = set(attached)
        self._attach_found = attach
        self._searches = 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog large") as dialog:
            dialog.border_title = "Search the evidence"
            yield LineField(placeholder="What a passage would say", id="words")
            yield Static(Content.styled("Enter searches by words and by meaning.", FAINT), id="found")
            yield EvidenceList(id="results")
            yield Footer(show_command_palette=False, compact=True)

    def show_failure(self, failure: Failure) -> None:
        super().show_failure(failure)
        self._say(safe_line(failure.words, "$text-error"))

    @on(Input.Submitted)
    def _asked_for(self, message: Input.Submitted) -> None:
        text = message.value.strip()
        if not text:
            return
        self._say(Content("Searching…" if self._desk.model_is_loaded else "Loading the model…"))
        self._searches += 1
        asked = self._searches
        self.in_thread(
            lambda: search_evidence(self._desk, text), lambda found: self._show(asked, found), group="search"
        )

    @on(CardList.Chosen)
    def _chosen(self) -> None:
        self.action_open()

    def action_run(self) -> None:
        """Enter is handled by the field and by the list."""

    def action_words(self) -> None:
        self.query_one(LineField).focus()

    def action_next(self) -> None:
        self.query_one(EvidenceList).action_move(1)

    def action_previous(self) -> None:
        self.query_one(EvidenceList).action_move(-1)

    def action_attach(self) -> None:
        view = self.query_one(EvidenceList).current
        if view is not None and view.passage.id not in self._attached:
            self._attach_found(view.passage.id, lambda: self._is_attached(view.passage.id))

    def action_open(self) -> None:
        view = self.query_one(EvidenceList).current
        if view is not None:
            self.app.push_screen(PassageScreen(self._desk, view), self._opened)

    def action_close(self) -> None:
        self.dismiss(None)

    def _opened(self, attach: bool | None) -> None:
        if attach:
            self.action_attach()

    def _show(self, asked: int, found: list[EvidenceView]) -> None:
        if asked != self._searches:
            return
        results = self.query_one(EvidenceList)
        results.show([self._marked(view) for view in found])
        if found:
            self._say(Content.styled(f"{len(found)} passages, best first. a attaches, o opens, / other words.", FAINT))
            results.focus()
        else:
            self._say(
                Content("Nothing was found. Add evidence with `factcheck evidence add FILE`, or use other words.")
            )

    def _is_attached(self, passage_id: str) -> None:
        self._attached.add(passage_id)
        results = self.query_one(EvidenceList)
        results.show([self._marked(view) for view in results.items], marked=results.marked, keep_place=True)
        self._say(Content(f"Attached {passage_id}."))

    def _marked(self, view: EvidenceView) -> EvidenceView:
        if view.quote is not None or view.passage.id not in self._attached:
            return view
        return replace(view, quote=Quote(passage_id=view.passage.id, text=view.passage.text))

    def _say(self, message: Content) -> None:
        self.query_one("#found", Static).update(message)
