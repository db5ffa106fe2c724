"""Reading claims: the queue, and the claim under its mark in its article, with its evidence.

The queue's mark moves at once; the claim follows when it is read from the database. What a key does to "the claim"
therefore waits until the claim that is marked is the one that is shown (`when_settled`).
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Container
from textual.content import Content
from textual.widgets import Footer

from factcheck.domain.claims import Claim
from factcheck.tui.desk import Desk
from factcheck.tui.queue_state import ALL, QueueState, row_of
from factcheck.tui.safe import safe_line
from factcheck.tui.screens.base import Failure, InThreads
from factcheck.tui.widgets.card_list import CardList
from factcheck.tui.widgets.claim_panes import ClaimPanes
from factcheck.tui.widgets.queue import Queue
from factcheck.tui.widgets.status_line import StatusLine
from factcheck.tui.work import LoadedClaim, Overview, load_claim, load_occurrences, load_overview, load_suggestions

_NO_ARTICLES = "No articles yet.\n\nLeave with q, then:\n  factcheck add FILE"
_NONE_SHOWN = "No claim is {}.\n\nf shows others."
_AHEAD = 40
"""Rows above and below the screen whose suggestions are read with those on it."""


class ReadingScreen(InThreads[None]):
    """The queue, the claim under its mark, and what keys still wait for. Nothing here changes the workbench."""

    def __init__(self, desk: Desk, *, reviewer: str, article_id: str | None) -> None:
        super().__init__()
        self.desk = desk
        self.reviewer = reviewer
        self.article_id = article_id
        self.state = QueueState()
        self.loaded: LoadedClaim | None = None
        self.is_acting = False
        self._articles = 0
        self._reading = False
        self._read_again = False
        self._steps: deque[Callable[[], None]] = deque(maxlen=64)

    def compose(self) -> ComposeResult:
        with Container(id="desk"):
            yield Queue(id="queue")
            yield ClaimPanes(id="panes")
        yield StatusLine(id="status")
        yield Footer(show_command_palette=False, compact=True)

    def on_mount(self) -> None:
        self.queue.empty_text = Content("Reading the claims…")
        self.queue.in_order = self.in_order
        self.read_all()

    @property
    def queue(self) -> Queue:
        return self.query_one("#queue", Queue)

    @property
    def panes(self) -> ClaimPanes:
        return self.query_one("#panes", ClaimPanes)

    def say(self, message: Content) -> None:
        """The line at the foot: what was just done."""
        self.query_one(StatusLine).say(message)

    def read_all(self, *, then: Content | None = None) -> None:
        """Read everything from the database again, and then say `then`; the mark stays on its claim."""
        self.in_thread(
            lambda: load_overview(self.desk, self.article_id),
            lambda overview: self._show_overview(overview, then),
            group="overview",
            failed=self._overview_failed,
        )

    def _show_overview(self, overview: Overview, then: Content | None) -> None:
        self._articles = len(overview.titles)
        self.panes.has_documents = overview.documents > 0
        self.queue.titles = overview.titles if self.article_id is None else {}
        self.state.load(overview.rows)
        self.show_queue(self.marked_id)
        if then is not None:
            self.say(then)

    def _overview_failed(self, failure: Failure) -> None:
        self.queue.empty_text = Content.assemble(
            safe_line(failure.message, "$text-error"), "\n", safe_line(failure.hint), "\n\nR tries again."
        )
        self.queue.redraw()
        self.show_failure(failure)

    def show_queue(self, claim_id: str) -> None:
        """Show the rows as they are filtered and ordered now, with this claim marked."""
        self.queue.empty_text = Content(_NONE_SHOWN.format(self.state.filter.name) if self.state.rows else _NO_ARTICLES)
        if claim_id != self.marked_id:
            self.forget_steps()
        place = self.state.place(claim_id)
        here = min(self.queue.marked, len(self.state.shown) - 1)
        self.queue.show(self.state.shown, marked=here if place is None else place, keep_place=True)
        self.read_suggestions()
        self.refresh_facts()
        self.read_claim()

    @on(CardList.Scrolled, "#queue")
    def read_suggestions(self) -> None:
        """Read the suggestions of the rows that are seen, and of some around them."""
        seen = self.queue.visible_places
        wanted = self.state.without_suggestion(range(seen.start - _AHEAD, seen.stop + _AHEAD))
        if wanted:
            self.in_thread(
                lambda: load_suggestions(self.desk, wanted),
                lambda found: self.queue.redraw() if self.state.suggest(found) else None,
                group="suggestions",
            )

    @property
    def marked_id(self) -> str:
        """The claim under the queue's mark; empty where there is none."""
        row = self.queue.current
        return row.claim.id if row else ""

    def read_claim(self) -> None:
        """Read the marked claim; while one is being read, the last request counts."""
        claim_id = self.marked_id
        if not claim_id:
            self.loaded = None
            self.panes.show_nothing()
            return
        if self._reading:
            self._read_again = True
            return
        self._reading = True
        article = self.loaded.article if self.loaded else None
        self.in_thread(
            lambda: load_claim(self.desk, claim_id, self.reviewer, article),
            self._claim_read,
            group="claim",
            failed=self._claim_failed,
        )

    def _claim_read(self, loaded: LoadedClaim) -> None:
        self._reading = False
        if self._read_again or self.marked_id != loaded.view.claim.id:
            self._read_again = False
            self.read_claim()
            return
        self._show_claim(loaded)
        self._run_steps()

    def _claim_failed(self, failure: Failure) -> None:
        self._reading = False
        self._read_again = False
        self.forget_steps()
        self.loaded = None
        self.panes.show_nothing(safe_line(failure.words, "$text-error"))
        self.show_failure(failure)

    def _show_claim(self, loaded: LoadedClaim) -> None:
        is_new = self.loaded is None or self.loaded.view.claim.id != loaded.view.claim.id
        self.loaded = loaded
        view = loaded.view
        if self.state.replace(row_of(view.claim, view.state.status, view.suggestion)):
            self.queue.redraw()
            self.refresh_facts()
        self.panes.show_claim(view, loaded.article, self.state.claims_of(loaded.article.id))
        if is_new:
            self._look_elsewhere(view.claim)

    def _look_elsewhere(self, claim: Claim) -> None:
        """Where the same was seen before; that it can't be had is no failure of this claim."""
        self.in_thread(
            lambda: load_occurrences(self.desk, claim.id),
            lambda seen: self.panes.show_seen(seen) if self.marked_id == claim.id else None,
            group="seen",
            failed=lambda failure: self.log.warning(failure.words),
        )

    @property
    def _is_busy(self) -> bool:
        """True while something is being stored or read, at the end of which waiting steps are done or dropped."""
        return self.is_acting or self._reading

    @property
    def is_settled(self) -> bool:
        """True where what is shown is what is marked, and nothing is being stored."""
        shown = self.loaded.view.claim.id if self.loaded else ""
        return not self._is_busy and bool(shown) and self.marked_id == shown

    def when_settled(self, step: Callable[[], None]) -> None:
        """Do this to the marked claim: now, or as soon as it is shown. Keys are never lost and never hit another."""
        if self.is_settled and not self._steps:
            step()
        elif self._is_busy:
            self._steps.append(step)
        elif self.marked_id:
            self.say(Content("This claim couldn't be read. R tries again."))

    def in_order(self, move: Callable[[], None]) -> None:
        """Move the mark now, or after what the keys before are still waiting to do where it is."""
        if self._steps and self._is_busy:
            self._steps.append(move)
        else:
            move()

    def forget_steps(self) -> None:
        """Drop what is waiting: the claim it was meant for has changed."""
        self._steps.clear()

    def _run_steps(self) -> None:
        while self._steps and self.is_settled:
            on_top = self.app.screen
            self._steps.popleft()()
            if self.app.screen is not on_top:
                # A dialog is open now: what was typed after its key was meant for it, and is no command.
                self.forget_steps()

    def refresh_facts(self) -> None:
        """Update what the status line and the queue's frame say about the whole list."""
        queue = self.queue
        total = len(self.state.shown)
        here = f" {queue.marked + 1}/{total}" if total else ""
        filtered = "" if self.state.filter is ALL else f" · {self.state.filter.name}"
        queue.border_title = Content(f"1 Claims{here}{filtered}")
        order = "most check-worthy first" if self.state.by_worth else ""
        legend = "~ machine's suggestion" if queue.shows_machine else ""
        queue.border_subtitle = Content(" · ".join(words for words in (order, legend) if words))
        done = Content(f"{self.state.decided} of {len(self.state.rows)} decided")
        mine = Content.assemble(safe_line(self.reviewer or "only looking", most=40), " · ", done)
        everything = Content.assemble(mine, " · ", safe_line(self.desk.settings.db, most=40))
        self.query_one(StatusLine).state(everything, mine, done)
