"""One decision for many claims: signed anew on each, all or none, and never where the texts say otherwise."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import TYPE_CHECKING

import pytest

from factcheck import wiring
from factcheck.domain.claims import Claim
from factcheck.domain.reviews import NewDecision
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.errors import ConflictError, DamageError, UsageError
from factcheck.settings import Settings
from factcheck.workbench.deciding import attach, decide, save_draft, undo
from factcheck.workbench.editing import Change, drop, edit
from factcheck.workbench.reading import report_rows
from factcheck.workbench.reusing import reuse, reused_from
from factcheck.workbench.stepping import state_now
from tests.patience import PATIENCE
from tests.unit.workbench.conftest import a_claim, an_article

if TYPE_CHECKING:
    from tests.unit.workbench.conftest import Desk

OTHER_TEXT = "Nobody was hurt there. Nobody was hurt, they say. Everybody was hurt in 2024. Nobody of 31 was hurt."


@pytest.fixture
def others(desk: Desk) -> list[Claim]:
    article = an_article(OTHER_TEXT, "other")
    said = ("Nobody was hurt there.", "Nobody was hurt, they say.", "Everybody was hurt in 2024.")
    claims = [a_claim(article, each) for each in said]
    with desk.bench.database.transaction():
        desk.bench.articles.add(article, OTHER_TEXT.encode())
        desk.bench.claims.add(claims)
    return claims


def decided(desk: Desk) -> str:
    """The id of a claim that is decided, with a quote and a stance."""
    claim_id = desk.claims[2].id
    attach(desk.bench, claim_id, desk.passages[1].id, by="Ana", stance=StanceLabel.SUPPORTS)
    wanted = NewDecision(status=Status.SUPPORTED, rationale="The log says so.", passages=(desk.passages[0].id,))
    decide(desk.bench, claim_id, wanted, by="Ana")
    return claim_id


def test_a_decision_is_repeated_word_for_word_and_names_what_it_repeats(desk: Desk, others: list[Claim]) -> None:
    source = decided(desk)
    decision = state_now(desk.bench, source).decision
    assert decision is not None
    save_draft(desk.bench, others[0].id, by="Ben", rationale="half a thought")
    events = reuse(desk.bench, [others[0].id, others[1].id, others[0].id], source, by="Ben")
    assert [event.claim_id for event in events] == [others[0].id, others[1].id]
    for event in events:
        assert (event.status, event.rationale, event.quotes) == (decision.status, decision.rationale, decision.quotes)
        assert (event.by, event.reuses, event.revision) == ("Ben", decision.number, 1)
        assert state_now(desk.bench, event.claim_id).decision == event
    assert reused_from(desk.bench, events) == {decision.number: source}
    assert desk.bench.reviews.drafts() == {}
    (view,) = [view for view in report_rows(desk.bench).claims if view.claim.id == others[0].id]
    assert [each.passage.id for each in view.evidence] == [quote.passage_id for quote in decision.quotes]
    # What is withdrawn at its source still stands where it was signed anew.
    undo(desk.bench, by="Ana")
    assert state_now(desk.bench, others[0].id).decision == events[0]
    undo(desk.bench, by="Ben")
    assert state_now(desk.bench, others[1].id).decision is None


def test_where_the_texts_say_otherwise_nothing_is_repeated_on_any_of_them(desk: Desk, others: list[Claim]) -> None:
    source = decided(desk)
    with pytest.raises(UsageError, match="negation") as caught:
        reuse(desk.bench, [others[0].id, others[2].id], source, by="Ben")
    assert f"decide {others[2].id}" in caught.value.hint
    assert state_now(desk.bench, others[0].id).decision is None


def test_nothing_is_repeated_that_is_not_in_force(desk: Desk, others: list[Claim]) -> None:
    ids = [others[0].id]
    with pytest.raises(UsageError, match="Nothing is decided"):
        reuse(desk.bench, ids, desk.claims[2].id, by="Ben")
    source = decided(desk)
    edit(desk.bench, source, Change(checked="Nobody was hurt at all."), by="Ana")
    with pytest.raises(UsageError, match="Nothing is decided"):
        reuse(desk.bench, ids, source, by="Ben")


def test_a_claim_does_not_repeat_itself(desk: Desk, others: list[Claim]) -> None:
    source = decided(desk)
    for ids in ([], [source], [others[0].id, source]):
        with pytest.raises(UsageError, match="its own decision"):
            reuse(desk.bench, ids, source, by="Ben")
    with pytest.raises(UsageError, match="no claim"):
        reuse(desk.bench, ["c-000000000000"], source, by="Ben")
    with pytest.raises(UsageError, match="Nobody is named"):
        reuse(desk.bench, [others[0].id], source, by="")
    drop(desk.bench, others[0].id, by="Ana")
    with pytest.raises(UsageError, match="was dropped"):
        reuse(desk.bench, [others[1].id, others[0].id], source, by="Ben")
    assert state_now(desk.bench, others[1].id).decision is None


def test_another_persons_decision_is_overruled_only_where_it_was_seen(desk: Desk, others: list[Claim]) -> None:
    source, target = decided(desk), others[0].id
    decide(desk.bench, target, NewDecision(status=Status.NOT_CHECKABLE), by="Cho")
    with pytest.raises(ConflictError, match="Cho decided"):
        reuse(desk.bench, [others[1].id, target], source, by="Ben")
    assert state_now(desk.bench, others[1].id).decision is None
    (event,) = reuse(desk.bench, [target], source, by="Ben", based_on={target: 1})
    assert event.revision == 2


def test_a_quote_that_no_longer_stands_is_not_repeated(desk: Desk, others: list[Claim]) -> None:
    source = decided(desk)
    connection = desk.bench.database.connection().connection.driver_connection
    assert connection is not None
    connection.execute("DROP TRIGGER documents_unchanged")
    connection.execute("UPDATE documents SET text = 'x' || substr(text, 2)")
    with pytest.raises(DamageError, match="isn't in the stored text"):
        reuse(desk.bench, [others[0].id], source, by="Ben")
    assert state_now(desk.bench, others[0].id).decision is None


def test_of_two_who_repeat_at_once_the_second_is_told(desk: Desk, others: list[Claim]) -> None:
    source, path, start = decided(desk), desk.bench.database.path, Barrier(2)

    def act(by: str) -> str:
        bench = wiring.open_workbench(Settings(db=str(path), busy_seconds=PATIENCE))
        with bench.database:
            start.wait()
            try:
                reuse(bench, [others[0].id, others[1].id], source, by=by)
            except ConflictError:
                return "told"
        return "saved"

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(act, ("Ben", "Cho"))) == ["saved", "told"]
    assert len(desk.bench.reviews.history(others[0].id)) == len(desk.bench.reviews.history(others[1].id)) == 1
