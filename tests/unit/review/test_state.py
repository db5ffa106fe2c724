"""The state of a claim follows from all that was done to it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.claims import ClaimKind
from factcheck.domain.lineage import ClaimStep, StepAct, Wording
from factcheck.domain.reviews import Act, Quote, ReviewEvent, ReviewState
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.review.state import attached_now, decisions_in_force, last_decision_of, state_of


class Log:
    """A history that numbers itself as the database does."""

    def __init__(self) -> None:
        self.events: list[ReviewEvent] = []
        self.steps: list[ClaimStep] = []
        self.words = "It ran."
        self.signed_on: dict[int, str] = {}

    def add(self, act: Act, by: str = "Ana", *, quotes: tuple[Quote, ...] = (), **more: object) -> ReviewEvent:
        counted = act in (Act.DECIDE, Act.WITHDRAW)
        event = ReviewEvent(
            number=len(self.events) + 1,
            claim_id="c-1",
            act=act,
            by=by,
            at=datetime(2026, 1, 1, tzinfo=UTC),
            revision=self.state.revision + 1 if counted else None,
            quotes=quotes,
            **more,  # type: ignore[arg-type]
        )
        self.events.append(event)
        self.signed_on[event.number] = self.words
        return event

    def decide(self, status: Status, by: str = "Ana", *passages: str) -> ReviewEvent:
        return self.add(Act.DECIDE, by, status=status, quotes=quotes(*passages))

    def withdraw(self, event: ReviewEvent) -> ReviewEvent:
        return self.add(Act.WITHDRAW, event.by, withdraws=event.number)

    def reword(self, words: str) -> ClaimStep:
        before, after = (Wording(checked=each, kind=ClaimKind.EVENT) for each in (self.words, words))
        return self.step(StepAct.EDIT, before=before, after=after)

    def step(self, act: StepAct, *, before: Wording | None = None, after: Wording | None = None) -> ClaimStep:
        step = ClaimStep(
            number=len(self.steps) + 1,
            claim_id="c-1",
            act=act,
            by="Cleo",
            at=datetime(2026, 1, 1, tzinfo=UTC),
            revision=self.state.revision + 1,
            before=before,
            after=after,
        )
        self.words = after.checked if after else self.words
        self.steps.append(step)
        return step

    @property
    def state(self) -> ReviewState:
        return state_of(self.events, self.steps)

    @property
    def attached(self) -> list[str]:
        return [quote.passage_id for quote in self.state.attached]


def quotes(*passages: str, stance: StanceLabel | None = None) -> tuple[Quote, ...]:
    return tuple(Quote(passage_id=each, text=f"words of {each}", stance=stance) for each in passages)


@pytest.fixture
def log() -> Log:
    return Log()


def test_what_nobody_touched_is_unreviewed(log: Log) -> None:
    assert log.state == ReviewState(status=Status.UNREVIEWED, revision=0, decision=None, attached=())


def test_a_draft_puts_a_claim_in_review_and_never_outranks_a_decision(log: Log) -> None:
    assert state_of([], [], drafted=True).status is Status.IN_REVIEW
    log.decide(Status.REFUTED)
    assert state_of(log.events, log.steps, drafted=True).status is Status.REFUTED


def test_an_attached_passage_puts_a_claim_in_review_until_it_is_detached(log: Log) -> None:
    log.add(Act.ATTACH, quotes=quotes("p-1"))
    assert log.state == ReviewState(status=Status.IN_REVIEW, attached=quotes("p-1"))
    log.add(Act.DETACH, "Ben", quotes=quotes("p-1"))
    assert log.state == ReviewState(status=Status.UNREVIEWED)


@pytest.mark.parametrize("status", [status for status in Status if status.is_decision])
def test_a_decision_is_the_status(log: Log, status: Status) -> None:
    event = log.decide(status)
    assert log.state == ReviewState(status=status, revision=1, decision=event, attached=())


def test_a_later_decision_counts_and_withdrawing_it_brings_the_one_before_back(log: Log) -> None:
    first = log.decide(Status.SUPPORTED, "Ana")
    second = log.decide(Status.REFUTED, "Ben")
    assert (log.state.status, log.state.decision, log.state.revision) == (Status.REFUTED, second, 2)
    log.withdraw(second)
    assert (log.state.status, log.state.decision, log.state.revision) == (Status.SUPPORTED, first, 3)
    log.withdraw(first)
    assert (log.state.status, log.state.decision, log.state.revision) == (Status.UNREVIEWED, None, 4)


def test_withdrawing_an_older_decision_leaves_the_newer_one(log: Log) -> None:
    first = log.decide(Status.SUPPORTED, "Ana")
    second = log.decide(Status.REFUTED, "Ben")
    log.withdraw(first)
    assert log.state.decision == second
    assert decisions_in_force(log.events, log.steps) == [second]


def test_a_decision_attaches_what_it_cites_and_its_withdrawal_leaves_that_attached(log: Log) -> None:
    log.add(Act.ATTACH, quotes=quotes("p-2"))
    event = log.decide(Status.REFUTED, "Ana", "p-2", "p-1")
    assert log.attached == ["p-2", "p-1"]
    log.withdraw(event)
    assert log.attached == ["p-2", "p-1"]
    assert log.state.status is Status.IN_REVIEW


def test_what_was_detached_stays_in_the_decision_that_cited_it(log: Log) -> None:
    event = log.decide(Status.REFUTED, "Ana", "p-1")
    log.add(Act.DETACH, quotes=quotes("p-1"))
    assert log.attached == []
    assert log.state.decision == event
    assert [quote.passage_id for quote in event.quotes] == ["p-1"]


def test_attaching_again_keeps_the_place_and_takes_the_new_stance(log: Log) -> None:
    log.add(Act.ATTACH, quotes=quotes("p-1"))
    log.add(Act.ATTACH, quotes=quotes("p-2"))
    log.add(Act.ATTACH, quotes=quotes("p-1", stance=StanceLabel.REFUTES))
    assert log.attached == ["p-1", "p-2"]
    assert attached_now(log.events)[0].stance is StanceLabel.REFUTES
    log.add(Act.DETACH, quotes=quotes("p-1"))
    log.add(Act.ATTACH, quotes=quotes("p-1"))
    assert log.attached == ["p-2", "p-1"]


def test_detaching_what_is_not_attached_changes_nothing(log: Log) -> None:
    log.add(Act.DETACH, quotes=quotes("p-1"))
    assert log.state == ReviewState()


def test_the_last_decision_that_stands_is_the_one_to_undo(log: Log) -> None:
    first = log.decide(Status.SUPPORTED, "Ana")
    log.decide(Status.REFUTED, "Ben")
    third = log.decide(Status.CONFLICTING, "Ana")
    assert last_decision_of("Ana", log.events, {"c-1": log.steps}) == third
    log.withdraw(third)
    assert last_decision_of("Ana", log.events, {"c-1": log.steps}) == first
    log.withdraw(first)
    assert last_decision_of("Ana", log.events, {"c-1": log.steps}) is None
    assert last_decision_of("ben", log.events, {"c-1": log.steps}) is None
    assert last_decision_of("Ana", [], {}) is None


def test_a_decision_counts_only_for_the_words_it_was_signed_on(log: Log) -> None:
    first = log.decide(Status.SUPPORTED, "Ana")
    log.reword("It sank.")
    assert log.state == ReviewState(status=Status.IN_REVIEW, revision=2, outdated=first)
    second = log.decide(Status.REFUTED, "Ben")
    assert (second.revision, log.state.decision, log.state.outdated) == (3, second, None)
    log.reword("It ran.")
    assert (log.state.decision, log.state.status, log.state.outdated) == (first, Status.SUPPORTED, None)
    log.reword("It sank.")
    assert decisions_in_force(log.events, log.steps) == [second]
    log.withdraw(second)
    assert (log.state.decision, log.state.outdated) == (None, first)
    log.reword("It rose.")
    log.withdraw(first)
    assert log.state == ReviewState(status=Status.UNREVIEWED, revision=8)


def test_only_other_words_put_a_decision_out_of_force(log: Log) -> None:
    decision = log.decide(Status.SUPPORTED)
    log.step(StepAct.DROP)
    same = Wording(checked="It ran.", kind=ClaimKind.OPINION, speaker="Ana")
    log.step(StepAct.EDIT, before=Wording(checked="It ran.", kind=ClaimKind.EVENT), after=same)
    assert (log.state.decision, log.state.revision) == (decision, 3)


def test_a_decision_on_other_words_is_none_to_undo(log: Log) -> None:
    decision = log.decide(Status.SUPPORTED)
    steps = [log.reword("It sank.")]
    assert last_decision_of("Ana", log.events, {"c-1": steps}) is None
    assert last_decision_of("Ana", log.events, {"c-2": steps}) == decision


# Any history

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["attach", "detach", "decide", "withdraw", "It ran.", "It sank."]),
        st.sampled_from(["Ana", "Ben"]),
        st.lists(st.sampled_from(["p-1", "p-2", "p-3"]), unique=True, max_size=3),
        st.sampled_from([status for status in Status if status.is_decision]),
    ),
    max_size=25,
)


def played(acts: list[tuple[str, str, list[str], Status]]) -> Log:
    """These acts; a withdrawal takes back the actor's last decision, as `undo` does, and is nothing without one."""
    log = Log()
    for act, by, passages, status in acts:
        if act == "decide":
            log.decide(status, by, *passages)
        elif act == "withdraw":
            if (last := last_decision_of(by, log.events, {"c-1": log.steps})) is not None:
                log.withdraw(last)
        elif act.endswith("."):
            log.reword(act)
        else:
            log.add(Act(act), by, quotes=quotes(*passages[:1]))
    return log


@given(acts=ACTS, drafted=st.booleans())
def test_any_history_has_a_state_that_agrees_with_it(
    acts: list[tuple[str, str, list[str], Status]], drafted: bool
) -> None:
    log = played(acts)
    state = state_of(log.events, log.steps, drafted=drafted)
    decided = [event for event in log.events if event.act is Act.DECIDE]
    withdrawn = {event.withdraws for event in log.events if event.act is Act.WITHDRAW}
    assert state.revision == len(decided) + len(withdrawn) + len(log.steps)
    standing = [event for event in decided if event.number not in withdrawn]
    alike = [event for event in standing if log.signed_on[event.number] == log.words]
    assert state.decision == (alike[-1] if alike else None)
    assert state.outdated == (None if alike or not standing else standing[-1])
    if alike:
        assert state.status is alike[-1].status
    else:
        assert state.status is (Status.IN_REVIEW if state.attached or drafted or state.outdated else Status.UNREVIEWED)
    for passage in ("p-1", "p-2", "p-3"):
        naming = [event for event in log.events if passage in [quote.passage_id for quote in event.quotes]]
        is_attached = bool(naming) and naming[-1].act is not Act.DETACH
        assert (passage in [quote.passage_id for quote in state.attached]) == is_attached
    assert len({quote.passage_id for quote in state.attached}) == len(state.attached)


@given(acts=ACTS)
def test_after_everything_is_withdrawn_no_decision_is_left(acts: list[tuple[str, str, list[str], Status]]) -> None:
    log = played(acts)
    undone = 0
    for by in ("Ana", "Ben"):
        while (last := last_decision_of(by, log.events, {"c-1": log.steps})) is not None:
            log.withdraw(last)
            undone += 1
            assert undone <= len(acts)
    assert log.state.decision is None
    assert not log.state.status.is_decision
    assert decisions_in_force(log.events, log.steps) == []


@given(acts=ACTS)
def test_withdrawing_the_last_decision_gives_the_state_before_it(
    acts: list[tuple[str, str, list[str], Status]],
) -> None:
    log = played(acts)
    before = log.state
    log.withdraw(log.decide(Status.CONFLICTING, "Cho"))
    assert (log.state.status, log.state.decision) == (before.status, before.decision)
    assert log.state.attached == before.attached
    assert log.state.revision == before.revision + 2
