"""The log of what people did comes back whole and in order; of two who decide at once exactly one wins."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from threading import Barrier
from typing import TYPE_CHECKING

import pytest
from sqlalchemy.exc import IntegrityError

from factcheck import wiring
from factcheck.domain.media import Authenticity, Media, MediaKind
from factcheck.domain.organisation import GivenRating
from factcheck.domain.reviews import Act, Draft, NewDecision, Quote, ReviewEvent
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.errors import ConflictError
from factcheck.review.state import state_of
from factcheck.settings import Settings
from factcheck.store.database import Database
from factcheck.store.reviews import ReviewRepository
from factcheck.workbench.deciding import decide
from tests.patience import PATIENCE

if TYPE_CHECKING:
    from tests.unit.store.conftest import Nouns


def test_every_field_comes_back_with_its_quotes_in_order(database: Database, nouns: Nouns) -> None:
    stored = ReviewRepository(database).history(nouns.claims[0].id)
    assert stored == [replace(nouns.decision(), number=1)]
    assert [quote.stance for quote in stored[0].quotes] == [StanceLabel.REFUTES, None]


@pytest.mark.parametrize("status", [status for status in Status if status.is_decision])
def test_every_decision_can_be_stored(database: Database, nouns: Nouns, status: Status) -> None:
    event = replace(
        nouns.decision(revision=2, status=status),
        rationale="",
        without_evidence="nothing [was] found \x1b[2J",
        quotes=(),
    )
    with database.transaction():
        stored = ReviewRepository(database).add(event)
    assert stored == replace(event, number=2)
    assert ReviewRepository(database).history(event.claim_id)[-1] == stored


def test_other_acts_have_no_revision_and_a_withdrawal_says_what_it_withdraws(database: Database, nouns: Nouns) -> None:
    repository = ReviewRepository(database)
    claim, at = nouns.claims[1].id, nouns.draft.at
    quote = Quote(passage_id=nouns.passages[2].id, text=nouns.passages[2].text, stance=StanceLabel.NEUTRAL)
    acts = [
        ReviewEvent(number=0, claim_id=claim, act=Act.ATTACH, by="Ana", at=at, quotes=(quote,)),
        ReviewEvent(number=0, claim_id=claim, act=Act.DETACH, by="Ben", at=at, quotes=(quote,)),
        ReviewEvent(number=0, claim_id=claim, act=Act.DECIDE, by="Ana", at=at, revision=1, status=Status.NOT_CHECKABLE),
        ReviewEvent(number=0, claim_id=claim, act=Act.WITHDRAW, by="Ana", at=at, revision=2, withdraws=4),
    ]
    with database.transaction():
        numbers = [repository.add(act).number for act in acts]
    assert numbers == [2, 3, 4, 5]
    assert repository.history(claim) == [replace(act, number=number) for act, number in zip(acts, numbers, strict=True)]


@pytest.mark.parametrize(
    "rating", [GivenRating(name="Mostly “false”", value=2, worst=1, best=5), GivenRating(name="Satire")]
)
def test_a_decision_keeps_its_rating_and_what_it_is_about(
    database: Database, nouns: Nouns, rating: GivenRating
) -> None:
    repository = ReviewRepository(database)
    media = Media(address="https://example.org/фото.jpg", kind=MediaKind.IMAGE, category=Authenticity.MISSING_CONTEXT)
    event = replace(nouns.decision(revision=2), rating=rating, media=media)
    with database.transaction():
        stored = repository.add(event)
    assert (stored.rating, stored.media) == (rating, media)
    assert repository.history(event.claim_id)[-1] == stored
    assert (repository.history(event.claim_id)[0].rating, repository.history(event.claim_id)[0].media) == (None, None)


def test_a_second_event_of_one_revision_is_refused_by_the_database_itself(database: Database, nouns: Nouns) -> None:
    with pytest.raises(IntegrityError), database.transaction():
        ReviewRepository(database).add(nouns.decision(revision=1, by="Ben"))
    assert len(ReviewRepository(database).history(nouns.claims[0].id)) == 1


def test_a_quote_of_no_passage_is_refused_and_its_event_with_it(database: Database, nouns: Nouns) -> None:
    event = replace(nouns.decision(revision=2), quotes=(Quote(passage_id="p-000000000000", text="x"),))
    with pytest.raises(IntegrityError), database.transaction():
        ReviewRepository(database).add(event)
    assert len(ReviewRepository(database).history(nouns.claims[0].id)) == 1


def test_histories_are_by_claim_and_in_order(database: Database, nouns: Nouns) -> None:
    repository = ReviewRepository(database)
    first, second = (claim.id for claim in nouns.claims)
    with database.transaction():
        for claim, by in ((second, "Ben"), (first, "Ana"), (second, "Ana")):
            repository.add(ReviewEvent(number=0, claim_id=claim, act=Act.ATTACH, by=by, at=nouns.draft.at))
    numbers = {claim: [event.number for event in events] for claim, events in repository.histories().items()}
    assert numbers == {first: [1, 3], second: [2, 4]}
    assert list(repository.histories([second, "c-000000000000"])) == [second]
    assert repository.histories([]) == {}
    assert repository.history("c-000000000000") == []
    assert [event.number for event in repository.by_reviewer("Ana")] == [1, 3, 4]
    assert repository.by_reviewer("ana") == []


def test_numbers_are_never_used_twice(database: Database, nouns: Nouns) -> None:
    """Not even after a transaction that was taken back: `withdraws` and logs refer to them."""
    repository = ReviewRepository(database)
    event = ReviewEvent(number=0, claim_id=nouns.claims[0].id, act=Act.ATTACH, by="Ana", at=nouns.draft.at)
    with database.transaction():
        assert [repository.add(event).number for _ in range(3)] == [2, 3, 4]


# Drafts


def test_a_draft_is_kept_per_reviewer_and_the_last_words_count(database: Database, nouns: Nouns) -> None:
    repository = ReviewRepository(database)
    claim = nouns.draft.claim_id
    later = nouns.draft.at + timedelta(seconds=1)
    ana = Draft(claim_id=claim, by="Ana", at=later, rationale="Ana's words")
    ben = replace(nouns.draft, at=later + timedelta(seconds=1), rationale="Ben's other words")
    with database.transaction():
        repository.save_draft(ana)
    assert dict(repository.drafts()) == {claim: [ana, nouns.draft]}
    with database.transaction():
        repository.save_draft(ben)
    assert dict(repository.drafts()) == {claim: [ben, ana]}


@pytest.mark.parametrize("empty", ["", " \n\t"])
def test_an_emptied_draft_is_taken_away(database: Database, nouns: Nouns, empty: str) -> None:
    repository = ReviewRepository(database)
    with database.transaction():
        repository.save_draft(replace(nouns.draft, rationale=empty))
        repository.save_draft(replace(nouns.draft, by="Nobody", rationale=empty))
    assert dict(repository.drafts()) == {}


def test_dropping_a_draft_leaves_those_of_others(database: Database, nouns: Nouns) -> None:
    repository = ReviewRepository(database)
    ana = replace(nouns.draft, by="Ana")
    with database.transaction():
        repository.save_draft(ana)
        repository.drop_draft(nouns.draft.claim_id, nouns.draft.by)
        repository.drop_draft("c-000000000000", "Ana")
    assert dict(repository.drafts()) == {ana.claim_id: [ana]}


# Two reviewers


def test_of_two_reviewers_who_decide_at_once_exactly_one_wins(path: Path, nouns: Nouns) -> None:
    """Real threads on a real file, 20 rounds: the second is told who was first, and overwrites nothing."""
    claim = nouns.claims[1].id
    settings = Settings(db=str(path), busy_seconds=PATIENCE)
    wanted = NewDecision(status=Status.NOT_ENOUGH_EVIDENCE)
    names = ("Ana", "Ben", "Cho")
    for revision in range(20):
        start = Barrier(len(names))

        def sign(by: str, start: Barrier = start, revision: int = revision) -> str:
            bench = wiring.open_workbench(settings)
            with bench.database:
                start.wait()
                try:
                    decide(bench, claim, wanted, by=by, based_on=revision + 1)  # after the step of the fixture
                except ConflictError as error:
                    return error.message
            return "saved"

        with ThreadPoolExecutor(len(names)) as pool:
            outcomes = dict(zip(names, pool.map(sign, names), strict=True))
        winners = [name for name, outcome in outcomes.items() if outcome == "saved"]
        assert len(winners) == 1
        for outcome in outcomes.values():
            assert outcome == "saved" or outcome.startswith(f"{winners[0]} decided not enough evidence on {claim}")
    with Database(path) as database:
        history = ReviewRepository(database).history(claim)
    assert [event.revision for event in history] == [*range(2, 22)]
    assert state_of(history, []).revision == 21


def test_of_two_who_looked_at_nothing_the_second_is_told_of_the_first(path: Path, nouns: Nouns) -> None:
    claim = nouns.claims[1].id
    start = Barrier(2)

    def sign(by: str) -> str:
        bench = wiring.open_workbench(Settings(db=str(path), busy_seconds=PATIENCE))
        with bench.database:
            start.wait()
            try:
                decide(bench, claim, NewDecision(status=Status.NOT_CHECKABLE), by=by)
            except ConflictError:
                return "told"
        return "saved"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(sign, ("Ana", "Ben"))) == ["saved", "told"]


def test_a_decision_that_repeats_another_says_which(database: Database, nouns: Nouns) -> None:
    repository = ReviewRepository(database)
    first, second = (claim.id for claim in nouns.claims)
    with database.transaction():
        again = repository.add(replace(nouns.decision(revision=2), claim_id=second, reuses=1))
    assert repository.history(second) == [again]
    assert again.reuses == 1
    assert repository.claims_of([1, again.number, 99]) == {1: first, again.number: second}
    with pytest.raises(IntegrityError), database.transaction():
        repository.add(replace(nouns.decision(revision=3), reuses=99))
