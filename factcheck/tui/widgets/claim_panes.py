"""One claim on the screen: its panel, its article, its evidence; side by side, stacked, or as tabs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widgets import Static

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.views import ClaimView, EvidenceView, Occurrence
from factcheck.tui.safe import safe_line
from factcheck.tui.widgets.article_text import article_content
from factcheck.tui.widgets.card_list import CardList
from factcheck.tui.widgets.claim_text import claim_content
from factcheck.tui.widgets.evidence_list import EvidenceList
from factcheck.tui.widgets.pane_tabs import PaneTabs
from factcheck.tui.widgets.text_pane import TextPane
from factcheck.tui.wrapping import first_lines

PANES: Final = ("claim", "article", "evidence")
"""Ids of the panes, in the order of Tab."""

_CLAIM_LINES = 5
"""Lines of the claim above its evidence, where its own pane is behind: nearly every claim in full, and room beneath."""

_NO_EVIDENCE = "No evidence yet.\n\nLeave with q, then:\n  factcheck evidence add FILE\nand match with m."
_NOT_MATCHED = "Not matched yet: press m to look for evidence for this claim, M for all."
_NOTHING_FOUND = "Nothing was found for this claim. Search in your own words with /."


class ClaimPanes(Vertical):
    """Shows what it is given. Which pane is chosen matters only where they are tabs."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002  # Textual's name
        super().__init__(id=id)
        self.has_documents = False
        self._claim_view: ClaimView | None = None
        self._article: Article | None = None
        self._seen: Sequence[Occurrence] = ()
        self._shows_machine = True
        self._chosen_pane = "evidence"
        self._titles: Sequence[tuple[str, Content, Content]] = ()

    def compose(self) -> ComposeResult:
        yield PaneTabs(id="tabs")
        yield Static(Content(""), id="claim-line")
        yield TextPane(id="claim")
        with Container(id="reading"):
            yield TextPane(id="article")
            yield EvidenceList(id="evidence")

    def on_mount(self) -> None:
        self.choose("evidence")

    @property
    def evidence(self) -> EvidenceList:
        return self.query_one("#evidence", EvidenceList)

    @property
    def passage(self) -> EvidenceView | None:
        """The marked passage."""
        return self.evidence.current

    def show_claim(self, view: ClaimView, article: Article, claims: Sequence[Claim]) -> None:
        """Show a claim; `claims` are all of its article, which are marked there too."""
        same = self._claim_view is not None and self._claim_view.claim.id == view.claim.id
        same_article = self._article is not None and self._article.id == article.id
        self._claim_view, self._article = view, article
        if not same:
            self._seen = ()
        self._show_text()
        content, place = article_content(article.text, article.blocks, claims, view.claim)
        self.query_one("#article", TextPane).show(content, place, keep=same_article)
        self._show_evidence(view, same=same)
        self.show_titles()

    def show_nothing(self, why: Content | None = None) -> None:
        """Show that there is no claim, or why it can't be shown."""
        self._claim_view = self._article = None
        self.query_one("#claim", TextPane).show(why or Content(""))
        self.show_claim_line()
        self.query_one("#article", TextPane).show(Content(""))
        self.evidence.empty_text = Content("" if self.has_documents else _NO_EVIDENCE)
        self.evidence.show([])
        self.show_titles()

    def show_seen(self, seen: Sequence[Occurrence]) -> None:
        """Where nearly the same was said before."""
        self._seen = seen
        self._show_text()

    def show_machine(self, shows: bool) -> None:
        """Show or hide all that the machine makes of the claim."""
        self._shows_machine = self.evidence.shows_machine = shows
        self._show_text()
        self.evidence.redraw(again=True)

    def choose(self, pane: str) -> None:
        """The pane that is seen where they are tabs."""
        self._chosen_pane = pane
        for each in PANES:
            self.query_one(f"#{each}").set_class(each == pane, "-chosen")
        self.query_one("#reading").set_class(pane != "claim", "-chosen")
        # The other two show the claim themselves.
        self.query_one("#claim-line").set_class(pane == "evidence", "-chosen")
        self.call_after_refresh(self.show_claim_line)
        self.show_titles()

    def show_claim_line(self) -> None:
        """The claim itself above the evidence, where the claim's own pane is behind it."""
        line = self.query_one("#claim-line", Static)
        if line.display:
            width = max(20, line.content_size.width)
            words = self._claim_view.claim.checked if self._claim_view else ""
            shown = first_lines(safe_line(words, "bold", most=6 * width), width, _CLAIM_LINES)
            line.update(Content("\n").join(shown))

    @on(CardList.Marked, "#evidence")
    def show_titles(self) -> None:
        """Name the panes, with what is counted in them."""
        dated = _dated(self._article) if self._article else Content("")
        claim = Content(self._claim_view.claim.id if self._claim_view else "")
        below = {"claim": claim, "article": dated, "evidence": Content("")}
        titles = [(pane, title, below[pane]) for pane, title in self._pane_titles()]
        # Each new title draws its pane once more, so only what changed is set.
        for pane, title, subtitle in (each for each in titles if each not in self._titles):
            self.query_one(f"#{pane}").border_title = title
            self.query_one(f"#{pane}").border_subtitle = subtitle
        self._titles = titles
        found = len(self.evidence.items)
        tabs = [("claim", "2 Claim"), ("article", "3 Article"), ("evidence", f"4 Evidence ({found})")]
        self.query_one(PaneTabs).show([(pane, Content(words)) for pane, words in tabs], chosen=self._chosen_pane)

    def _show_text(self) -> None:
        if self._claim_view is not None:
            content = claim_content(self._claim_view, shows_machine=self._shows_machine, seen=self._seen)
            self.query_one("#claim", TextPane).show(content)
            self.show_claim_line()

    def _show_evidence(self, view: ClaimView, *, same: bool) -> None:
        evidence = self.evidence
        marked_id = evidence.current.passage.id if same and evidence.current else ""
        items = list(view.evidence)
        if same:
            # While one claim is worked on its cards stay in their places; what is new comes last.
            places = {each.passage.id: place for place, each in enumerate(evidence.items)}
            items.sort(key=lambda each: places.get(each.passage.id, len(places)))
        evidence.deciding = view.suggestion.deciding_passage_id if view.suggestion else None
        evidence.counter = view.suggestion.counter_passage_id if view.suggestion else None
        evidence.remarks = view.suggestion.remarks if view.suggestion else {}
        evidence.empty_text = Content(self._why_no_evidence(view))
        ids = [each.passage.id for each in items]
        marked = ids.index(marked_id) if marked_id in ids else evidence.marked if same else 0
        evidence.show(items, marked=marked, keep_place=same)

    def _why_no_evidence(self, view: ClaimView) -> str:
        if not self.has_documents:
            return _NO_EVIDENCE
        return _NOTHING_FOUND if view.suggestion else _NOT_MATCHED

    def _pane_titles(self) -> list[tuple[str, Content]]:
        attached = sum(view.quote is not None for view in self.evidence.items)
        found = len(self.evidence.items)
        count = f" {self.evidence.marked + 1}/{found} · {attached} attached" if found else ""
        article = safe_line(self._article.title, most=80) if self._article else Content("–")
        return [
            ("claim", Content("2 Claim")),
            ("article", Content.assemble("3 Article · ", article)),
            ("evidence", Content(f"4 Evidence{count}")),
        ]


def _dated(article: Article) -> Content:
    when = article.published_on.isoformat() if article.published_on else "no date"
    inferred = " (inferred)" if article.published_on and article.published_on_inferred else ""
    return safe_line(f"{when}{inferred} · {article.source.address}", most=100)
