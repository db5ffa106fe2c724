"""One passage in full, inside the document that it was taken from."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Footer, Static

from factcheck.domain.documents import Document
from factcheck.domain.views import EvidenceView
from factcheck.tui.desk import Desk
from factcheck.tui.keys import bindings
from factcheck.tui.safe import safe_line
from factcheck.tui.screens.base import Dialog, Failure
from factcheck.tui.signs import FAINT
from factcheck.tui.widgets.article_text import text_around
from factcheck.tui.widgets.evidence_list import citation_content, quote_content, scores
from factcheck.tui.widgets.text_pane import TextPane
from factcheck.tui.work import load_document


class PassageScreen(Dialog[bool]):
    """Gives True where the passage is to be attached, or detached if it was attached."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("passage")]

    def __init__(self, desk: Desk, view: EvidenceView) -> None:
        super().__init__()
        self._desk = desk
        self._view = view

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog large") as dialog:
            dialog.border_title = safe_line(self._view.citation.title, most=100)
            dialog.border_subtitle = safe_line(self._view.passage.id)
            yield Static(self._about(), id="about")
            yield TextPane(id="text")
            yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        # The passage itself is known already and can be read while its document is on the way.
        self.query_one(TextPane).show(quote_content(self._view, marks=False))
        document_id = self._view.passage.document_id
        self.in_thread(lambda: load_document(self._desk, document_id), self._show, group="document")

    def show_failure(self, failure: Failure) -> None:
        super().show_failure(failure)
        self.query_one("#about", Static).update(safe_line(failure.words, "$text-error"))

    def action_attach(self) -> None:
        self.dismiss(True)

    def action_down(self) -> None:
        self.query_one(TextPane).scroll_down(animate=False)

    def action_up(self) -> None:
        self.query_one(TextPane).scroll_up(animate=False)

    def action_close(self) -> None:
        self.dismiss(False)

    def _show(self, document: Document) -> None:
        content, place = text_around(document.text, document.blocks, self._view.passage.span)
        self.query_one(TextPane).show(content, place)

    def _about(self) -> Content:
        citation = self._view.citation
        details = [
            citation.kind.value,
            f"owner {citation.owner}" if citation.owner else "",
            f"by {citation.author}" if citation.author else "",
            f"retrieved {citation.retrieved_at:%Y-%m-%d %H:%M} UTC",
            f"sha256 {citation.sha256[:12]}…",
            scores(self._view),
            "attached" if self._view.quote else "",
        ]
        words = " · ".join(detail for detail in details if detail)
        return Content("\n").join([citation_content(self._view), safe_line(words, FAINT, most=400)])
