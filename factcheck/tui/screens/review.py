"""The reviewer: what a person does to a claim, on top of looking at it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from textual import on
from textual.content import Content

from factcheck.domain.claims import Claim
from factcheck.domain.reviews import ReviewEvent
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.tui.clipboard import claim_citation
from factcheck.tui.queue_state import ALL, ClaimFilter, row_of
from factcheck.tui.safe import safe_line
from factcheck.tui.screens.acting import ActingScreen, now
from factcheck.tui.screens.base import Done, Failure
from factcheck.tui.screens.decision import DecisionScreen
from factcheck.tui.screens.lists import FilterScreen, TextDialog, help_content, history_content
from factcheck.tui.screens.passage import PassageScreen
from factcheck.tui.screens.search import SearchScreen
from factcheck.tui.signs import FAINT
from factcheck.tui.widgets.card_list import CardList
from factcheck.tui.widgets.decision_text import signed_content
from factcheck.tui.work import attach_passage, detach_passage, match_claims, open_claims_of, undo_last


class ReviewScreen(ActingScreen):
    """Attach, decide, write, undo, match, search."""

    # ── evidence

    def action_attach(self) -> None:
        self.as_reviewer(lambda: self.when_settled(self._attach_marked))

    def _attach_marked(self) -> None:
        view = self.panes.passage
        if view is None or self.loaded is None:
            self.say(Content("There is no passage to attach. m matches the claim, / searches."))
            return
        claim_id, passage_id = self.loaded.view.claim.id, view.passage.id
        if view.quote:
            self.act(
                lambda: detach_passage(self.desk, claim_id, passage_id, self.reviewer),
                lambda _: self.say(Content(f"Saved {now()} · detached {passage_id}")),
            )
        else:
            self._attach_passage(claim_id, passage_id)

    def _attach_passage(
        self,
        claim_id: str,
        passage_id: str,
        stance: StanceLabel | None = None,
        then: Callable[[], None] = lambda: None,
    ) -> None:
        def attached(_: None) -> None:
            words = f"attached {passage_id}" if stance is None else f"{passage_id} {stance.value}, as you read it"
            self.say(Content(f"Saved {now()} · {words}"))
            then()

        self.act(lambda: attach_passage(self.desk, claim_id, passage_id, self.reviewer, stance), attached)

    def action_stance(self) -> None:
        self.as_reviewer(lambda: self.when_settled(self._next_stance))

    def _next_stance(self) -> None:
        view = self.panes.passage
        if view is None or view.quote is None or self.loaded is None:
            self.say(Content("Attach the passage first (a); then t says what it says."))
            return
        stances = list(StanceLabel)
        here = view.quote.stance
        following = stances[(stances.index(here) + 1) % len(stances)] if here else stances[0]
        self._attach_passage(self.loaded.view.claim.id, view.passage.id, following)

    def action_open(self) -> None:
        self.when_settled(self._open)

    @on(CardList.Chosen, "#evidence")
    def _passage_chosen(self) -> None:
        self.action_open()

    def _open(self) -> None:
        view = self.panes.passage
        if view is None:
            self.say(Content("There is no passage to open."))
            return
        self.app.push_screen(PassageScreen(self.desk, view), lambda attach: self.action_attach() if attach else None)

    def action_search(self) -> None:
        self.when_settled(self._search)

    def _search(self) -> None:
        assert self.loaded is not None
        attached = frozenset(quote.passage_id for quote in self.loaded.view.state.attached)
        claim_id = self.loaded.view.claim.id

        def attach(passage_id: str, then: Callable[[], None]) -> None:
            self.as_reviewer(lambda: self.when_settled(lambda: self._attach_passage(claim_id, passage_id, then=then)))

        self.app.push_screen(SearchScreen(self.desk, attached=attached, attach=attach))

    # ── deciding

    def action_decide(self, status: str) -> None:
        self.as_reviewer(lambda: self.when_settled(lambda: self._decide(Status(status))))

    def action_write(self) -> None:
        self.as_reviewer(lambda: self.when_settled(lambda: self._decide(None)))

    def _decide(self, status: Status | None) -> None:
        assert self.loaded is not None
        screen = DecisionScreen(self.desk, self.keeper, self.loaded.view, status, by=self.reviewer)
        self.app.push_screen(screen, self._decided)

    def _decided(self, event: ReviewEvent | None) -> None:
        if event is None or event.status is None:
            self.save_drafts()
            self.read_claim()
            return
        self.say(Content.assemble(f"Saved {event.at:%H:%M:%S} UTC · {event.claim_id} ", signed_content(event)))
        place = self.state.place(event.claim_id)
        row = self.state.shown[place] if place is not None else None
        if row is not None and place is not None:
            self.state.replace(row_of(row.claim, event.status, row.suggestion))
            following = self.state.next_open(place)
            next_id = self.state.shown[following].claim.id if following is not None else event.claim_id
            self.state.arrange()
            self.show_queue(next_id)

    def action_undo(self) -> None:
        self.as_reviewer(lambda: self.when_settled(self._undo) if self.marked_id else self._undo())

    def _undo(self) -> None:
        self.act(lambda: undo_last(self.desk, self.reviewer), self._undone)

    def _undone(self, result: tuple[ReviewEvent, ReviewEvent | None]) -> None:
        withdrawal, decision = result
        what = signed_content(decision) if decision else Content("decision")
        self.say(Content.assemble(f"Withdrawn {withdrawal.at:%H:%M:%S} UTC · ", what, f" on {withdrawal.claim_id}"))
        if self.state.place(withdrawal.claim_id) is None:
            self.state.filter = ALL
            self.state.arrange()
        self.show_queue(withdrawal.claim_id)

    # ── matching

    def action_match(self) -> None:
        self.when_settled(lambda: self._match([self.loaded.view.claim] if self.loaded else []))

    def action_match_all(self) -> None:
        self.in_thread(lambda: open_claims_of(self.desk, self.article_id), self._match, group="match-all")

    def _match(self, claims: list[Claim]) -> None:
        if self.matching is not None:
            self.say(Content("Matching is under way; Esc stops it."))
            return
        stop = self.matching = Event()
        total = len(claims)
        self.say(Content.styled("Matching…" if self.desk.model_is_loaded else "Loading the model…", FAINT))

        def told(done: int) -> bool:
            self.post_message(Done(lambda: self.say(Content(f"Matching… {done} of {total}"))))
            return not stop.is_set()

        self.in_thread(
            lambda: match_claims(self.desk, claims, told),
            lambda done: self._matched(done, total),
            group="match",
            failed=self._match_failed,
        )

    def _matched(self, done: int, total: int) -> None:
        self.matching = None
        if done < total:
            self.say(Content(f"Stopped {now()} · what was matched so far is stored"))
        else:
            self.say(Content(f"Saved {now()} · matched {done} claim{'' if done == 1 else 's'}"))
        if total > 1:
            self.read_all()
        else:
            self.read_claim()

    def _match_failed(self, failure: Failure) -> None:
        self.matching = None
        self.show_failure(failure)

    def action_stop(self) -> None:
        if self.matching is not None:
            self.matching.set()
            self.say(Content("Stopping after what is being matched now…"))
        elif self.state.filter is not ALL:
            self._filter(ALL)

    # ── lists, help, leaving

    def action_filter(self) -> None:
        self.app.push_screen(FilterScreen(self.state.counts(), self.state.filter), self._filter)

    def _filter(self, chosen: ClaimFilter | None) -> None:
        if chosen is not None:
            self.state.filter = chosen
            self.state.arrange()
            self.show_queue(self.queue.current.claim.id if self.queue.current else "")

    def action_history(self) -> None:
        self.when_settled(self._history)

    def _history(self) -> None:
        assert self.loaded is not None
        title = safe_line(f"History of {self.loaded.view.claim.id}")
        self.app.push_screen(TextDialog(title, history_content(self.loaded.view)))

    def action_copy(self) -> None:
        self.when_settled(self._copy)

    def _copy(self) -> None:
        assert self.loaded is not None
        self.app.copy_to_clipboard(claim_citation(self.loaded.view, self.loaded.article))
        attached = sum(view.quote is not None for view in self.loaded.view.evidence)
        self.say(Content(f"Copied {self.loaded.view.claim.id} with {attached} attached passages."))

    def action_help(self) -> None:
        self.app.push_screen(TextDialog(Content("Keys"), help_content()))
