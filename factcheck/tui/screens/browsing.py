"""Looking at claims: the queue, and the claim under its mark in its article, with its evidence.

The queue's mark moves at once; the claim follows when it is read from the database. What a key does to "the claim"
therefore waits until the claim that is marked is the one that is shown (`when_settled`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Vertical
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Footer

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.views import ClaimRow, EvidenceView
from factcheck.tui.desk import Desk
from factcheck.tui.keys import bindings
from factcheck.tui.layout import PANES, classes_for
from factcheck.tui.queue_state import ALL, QueueState
from factcheck.tui.safe import safe_line
from factcheck.tui.screens.base import Failure, InThreads
from factcheck.tui.signs import FAINT
from factcheck.tui.widgets.article_text import article_content
from factcheck.tui.widgets.card_list import CardList
from factcheck.tui.widgets.claim_text import claim_content
from factcheck.tui.widgets.evidence_list import EvidenceList
from factcheck.tui.widgets.pane_tabs import PaneTabs
from factcheck.tui.widgets.queue import Queue
from factcheck.tui.widgets.status_line import StatusLine
from factcheck.tui.widgets.text_pane import TextPane
from factcheck.tui.work import LoadedClaim, Overview, load_claim, load_overview, load_similar

_NO_ARTICLES = "No articles yet.\n\nLeave with q, then:\n  factcheck add FILE"
_NO_EVIDENCE = "No evidence yet.\n\nLeave with q, then:\n  factcheck evidence add FILE\nand match with m."
_NOT_MATCHED = "Not matched yet: press m to look for evidence for this claim, M for all."
_NOTHING_FOUND = "Nothing was found for this claim. Search in your own words with /."
_NONE_SHOWN = "No claim is {}.\n\nf shows others."


class BrowsingScreen(InThreads[None]):
    """The panes and what is in them. Nothing here changes the workbench."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("review")]
    AUTO_FOCUS = "#queue"

    def __init__(self, desk: Desk, *, reviewer: str, article_id: str | None) -> None:
        super().__init__()
        self.desk = desk
        self.reviewer = reviewer
        self.article_id = article_id
        self.state = QueueState()
        self.loaded: LoadedClaim | None = None
        self.shows_machine = True
        self.is_acting = False
        self._titles: dict[str, str] = {}
        self._documents = 0
        self._reading = False
        self._read_again = False
        self._waiting: deque[Callable[[], None]] = deque(maxlen=32)
        self._pane = "article"

    def compose(self) -> ComposeResult:
        with Container(id="desk"):
            yield Queue(id="queue")
            with Vertical(id="panes"):
                yield PaneTabs(id="tabs")
                yield TextPane(id="claim")
                with Container(id="reading"):
                    yield TextPane(id="article")
                    yield EvidenceList(id="evidence")
        yield StatusLine(id="status")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.queue.empty_text = Content("Reading the claims…")
        self.read_all()

    @property
    def queue(self) -> Queue:
        return self.query_one("#queue", Queue)

    @property
    def evidence(self) -> EvidenceList:
        return self.query_one("#evidence", EvidenceList)

    def say(self, message: Content) -> None:
        """The line at the foot: what was just done."""
        self.query_one(StatusLine).say(message)

    # ── reading

    def read_all(self, *, claim_id: str = "") -> None:
        """Read the queue from the database; then mark this claim, or the one that is marked now."""
        wanted = claim_id or (self.queue.current.claim.id if self.queue.current else "")
        self.in_thread(
            lambda: load_overview(self.desk, self.article_id),
            lambda overview: self._show_overview(overview, wanted),
            group="overview",
            failed=self._overview_failed,
        )

    def _show_overview(self, overview: Overview, claim_id: str) -> None:
        self._titles = overview.titles
        self._documents = overview.documents
        self.queue.titles = overview.titles if self.article_id is None else {}
        self.state.load(overview.rows)
        self.show_queue(claim_id)

    def _overview_failed(self, failure: Failure) -> None:
        self.queue.empty_text = Content.assemble(
            safe_line(failure.message, "$text-error"), "\n", safe_line(failure.hint), "\n\nR tries again."
        )
        self.queue.redraw()
        self.show_failure(failure)

    def show_queue(self, claim_id: str) -> None:
        """Show the rows as they are filtered and ordered now, with this claim marked."""
        if not self.state.rows:
            self.queue.empty_text = Content(_NO_ARTICLES)
        else:
            self.queue.empty_text = Content(_NONE_SHOWN.format(self.state.filter.name))
        place = self.state.place(claim_id)
        here = min(self.queue.marked, len(self.state.shown) - 1)
        self.queue.show(self.state.shown, marked=here if place is None else place, keep_place=True)
        self.refresh_facts()
        self.read_claim()

    def read_claim(self) -> None:
        """Read the marked claim; while one is being read, the last wish counts."""
        row = self.queue.current
        if row is None:
            self.loaded = None
            self._show_nothing()
            return
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        article = self.loaded.article if self.loaded else None
        claim_id = row.claim.id
        self.in_thread(
            lambda: load_claim(self.desk, claim_id, self.reviewer, article),
            self._claim_read,
            group="claim",
            failed=self._claim_failed,
        )

    def _claim_read(self, loaded: LoadedClaim) -> None:
        self._reading = False
        if self._read_again:
            self._read_again = False
            self.read_claim()
            return
        row = self.queue.current
        if row is None or row.claim.id != loaded.view.claim.id:
            self.read_claim()
            return
        self._show_claim(loaded)
        self._run_waiting()

    def _claim_failed(self, failure: Failure) -> None:
        self._reading = False
        self._read_again = False
        self._waiting.clear()
        self.loaded = None
        self.query_one("#claim", TextPane).show(safe_line(failure.words, "$text-error"))
        self.show_failure(failure)

    # ── acting on what is shown

    @property
    def is_settled(self) -> bool:
        """True where what is shown is what is marked, and nothing is being stored."""
        row = self.queue.current
        shown = self.loaded.view.claim.id if self.loaded else None
        return not self.is_acting and not self._reading and row is not None and row.claim.id == shown

    def when_settled(self, step: Callable[[], None]) -> None:
        """Do this to the marked claim: now, or as soon as it is shown. Keys are never lost, and never hit another."""
        if self.is_settled:
            step()
        elif self.queue.current is not None:
            self._waiting.append(step)

    def forget_waiting(self) -> None:
        self._waiting.clear()

    def _run_waiting(self) -> None:
        while self._waiting and self.is_settled:
            self._waiting.popleft()()

    # ── showing

    def _show_claim(self, loaded: LoadedClaim) -> None:
        before = self.loaded
        same = before is not None and before.view.claim.id == loaded.view.claim.id
        self.loaded = loaded
        view = loaded.view
        if self.state.replace(ClaimRow(claim=view.claim, status=view.state.status, suggestion=view.suggestion)):
            self.queue.redraw()
            self.refresh_facts()
        self.query_one("#claim", TextPane).show(claim_content(view, shows_machine=self.shows_machine))
        article = loaded.article
        content, place = article_content(article.text, article.blocks, self.state.claims_of(article.id), view.claim)
        is_same_article = before is not None and before.article.id == article.id
        self.query_one("#article", TextPane).show(content, place, keep=is_same_article)
        self._show_evidence(same=same)
        self._show_titles()
        if not same and len(self._titles) > 1:
            self._look_elsewhere(view.claim)

    def _show_evidence(self, *, same: bool) -> None:
        assert self.loaded is not None
        evidence = self.evidence
        marked_id = evidence.current.passage.id if same and evidence.current else ""
        items = list(self.loaded.view.evidence)
        if same:
            # While one claim is worked on its cards stay in their places; what is new comes last.
            places = {view.passage.id: place for place, view in enumerate(evidence.items)}
            items.sort(key=lambda view: places.get(view.passage.id, len(places)))
        suggestion = self.loaded.view.suggestion
        evidence.deciding = suggestion.deciding_passage_id if suggestion else None
        evidence.empty_text = Content(self._why_no_evidence())
        ids = [view.passage.id for view in items]
        marked = ids.index(marked_id) if marked_id in ids else evidence.marked if same else 0
        evidence.show(items, marked=marked, keep_place=same)

    def _why_no_evidence(self) -> str:
        if not self._documents:
            return _NO_EVIDENCE
        return _NOTHING_FOUND if self.loaded and self.loaded.view.suggestion else _NOT_MATCHED

    def _show_nothing(self) -> None:
        for pane in self.query(TextPane):
            pane.show(Content(""))
        self.evidence.empty_text = Content("" if self._documents else _NO_EVIDENCE)
        self.evidence.show([])
        self._show_titles()

    def _look_elsewhere(self, claim: Claim) -> None:
        """Claims of other articles that say the same; that they can't be had is no failure of the claim."""
        self.in_thread(
            lambda: load_similar(self.desk, claim),
            lambda similar: self._show_similar(claim.id, [(each.claim, each.similarity) for each in similar]),
            group="similar",
            failed=lambda failure: self.log.warning(failure.words),
        )

    def _show_similar(self, claim_id: str, similar: list[tuple[Claim, float]]) -> None:
        if similar and self.loaded and self.loaded.view.claim.id == claim_id:
            content = claim_content(self.loaded.view, shows_machine=self.shows_machine, similar=similar)
            self.query_one("#claim", TextPane).show(content)

    def refresh_facts(self) -> None:
        """What the status line and the queue's frame say of the whole."""
        queue = self.queue
        total = len(self.state.shown)
        here = f" {queue.marked + 1}/{total}" if total else ""
        filtered = "" if self.state.filter is ALL else f" · {self.state.filter.name}"
        queue.border_title = Content(f"1 Claims{here}{filtered}")
        queue.border_subtitle = Content("most check-worthy first" if self.state.by_worth else "")
        who = safe_line(self.reviewer or "only looking", most=40)
        done = f"{self.state.decided} of {len(self.state.rows)} decided"
        self.query_one(StatusLine).state(
            Content.assemble(who, f" · {done} · ", safe_line(self.desk.settings.db, most=40))
        )

    def _show_titles(self) -> None:
        titles = self._pane_titles()
        for pane, title in titles:
            self.query_one(f"#{pane}").border_title = title
        self.query_one("#article").border_subtitle = _dated(self.loaded.article) if self.loaded else Content("")
        short = [(pane, title.truncate(24, ellipsis=True)) for pane, title in titles]
        self.query_one(PaneTabs).show(short, chosen=self._pane)

    def _pane_titles(self) -> list[tuple[str, Content]]:
        attached = sum(view.quote is not None for view in self.evidence.items)
        found = len(self.evidence.items)
        count = f" {self.evidence.marked + 1}/{found} · {attached} attached" if found else ""
        article = safe_line(f" · {self.loaded.article.title}", most=80) if self.loaded else Content("")
        return [
            ("claim", Content("2 Claim")),
            ("article", Content.assemble("3 Article", article)),
            ("evidence", Content(f"4 Evidence{count}")),
        ]

    # ── moving

    @on(CardList.Marked, "#queue")
    def _claim_marked(self) -> None:
        self.refresh_facts()
        self.read_claim()

    @on(CardList.Chosen, "#queue")
    def _claim_chosen(self) -> None:
        self.action_show_pane("evidence")

    @on(CardList.Marked, "#evidence")
    def _passage_marked(self) -> None:
        self._show_titles()

    @on(PaneTabs.Pressed)
    def _tab_pressed(self, message: PaneTabs.Pressed) -> None:
        self.action_show_pane(message.pane)

    def on_resize(self, event: events.Resize) -> None:
        for name, holds in classes_for(event.size.width, event.size.height).items():
            self.set_class(holds, name)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        if event.widget.id in PANES[1:]:
            self._choose(event.widget.id)

    def _choose(self, pane: str) -> None:
        self._pane = pane
        for each in PANES[1:]:
            self.query_one(f"#{each}").set_class(each == pane, "-chosen")
        self._show_titles()

    def action_show_pane(self, pane: str) -> None:
        if pane != "queue":
            self._choose(pane)
        self.query_one(f"#{pane}", Widget).focus()

    def action_pane(self, by: int) -> None:
        here = self.focused.id if self.focused and self.focused.id in PANES else "queue"
        self.action_show_pane(PANES[(PANES.index(here) + by) % len(PANES)])

    def action_next(self) -> None:
        self._list().action_move(1)

    def action_previous(self) -> None:
        self._list().action_move(-1)

    def action_next_open(self) -> None:
        place = self.state.next_open(self.queue.marked)
        if place is None:
            self.say(Content("Every claim that is shown is decided."))
        else:
            self.queue.marked = place

    def action_sort(self) -> None:
        self.state.by_worth = not self.state.by_worth
        self.state.arrange()
        self.show_queue(self.queue.current.claim.id if self.queue.current else "")

    def action_machine(self) -> None:
        self.shows_machine = self.queue.shows_machine = self.evidence.shows_machine = not self.shows_machine
        self.queue.redraw()
        self.evidence.redraw(again=True)
        if self.loaded is not None:
            self.query_one("#claim", TextPane).show(claim_content(self.loaded.view, shows_machine=self.shows_machine))
        self.say(
            Content(
                "What the machine suggests is shown." if self.shows_machine else "What the machine suggests is hidden."
            )
        )

    def action_reload(self) -> None:
        self.say(Content.styled("Reading…", FAINT))
        self.forget_waiting()
        self.read_all()

    def _list(self) -> Queue | EvidenceList:
        return self.evidence if self.focused is self.evidence else self.queue

    def passage(self) -> EvidenceView | None:
        """The marked passage."""
        return self.evidence.current


def _dated(article: Article) -> Content:
    when = article.published_on.isoformat() if article.published_on else "no date"
    inferred = " (inferred)" if article.published_on and article.published_on_inferred else ""
    return safe_line(f"{when}{inferred} · {article.source.address}", most=100)
