"""Claims that were seen before: by stored vectors and real FAISS, with decisions and with what differs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.domain.claims import Claim, Standing
from factcheck.domain.reviews import NewDecision
from factcheck.domain.statuses import Status
from factcheck.workbench.deciding import decide, save_draft
from factcheck.workbench.editing import Change, drop, edit
from factcheck.workbench.occurrences import LEAST, seen_before
from factcheck.workbench.splitting import split
from tests.unit.workbench.conftest import a_claim, an_article

if TYPE_CHECKING:
    from tests.unit.workbench.conftest import Desk

OTHER_TEXT = "Nobody was hurt on the ferry. The ferry lost 35 passengers. It was a fine day."


@pytest.fixture
def elsewhere(desk: Desk) -> list[Claim]:
    """Claims of a second article: one that repeats the third of the first, one with another number, and a third."""
    article = an_article(OTHER_TEXT, "other")
    said = ("Nobody was hurt on the ferry.", "The ferry lost 35 passengers.", "It was a fine day.")
    claims = [a_claim(article, each) for each in said]
    with desk.bench.database.transaction():
        desk.bench.articles.add(article, OTHER_TEXT.encode())
        desk.bench.claims.add(claims)
    first, second, third = [claim.id for claim in desk.claims]
    desk.embed(
        {
            first: [1, 0, 0, 0, 0, 0, 0, 0],
            second: [0, 1, 0, 0, 0, 0, 0, 0],
            third: [0, 0, 1, 0, 0, 0, 0, 0],
            claims[0].id: [0, 0, 1, 0.3, 0, 0, 0, 0],
            claims[1].id: [0, 1, 0.1, 0, 0, 0, 0, 0],
            claims[2].id: [0, 0, 1, 0, 0, 1, 0, 0],
        }
    )
    return claims


def test_the_nearest_are_given_with_what_differs(desk: Desk, elsewhere: list[Claim]) -> None:
    ids = [claim.id for claim in desk.claims]
    seen = seen_before(desk.bench, ids)
    assert list(seen) == ids
    assert seen[ids[0]] == []
    (other,) = seen[ids[2]]
    assert (other.claim, other.status, other.by, other.at) == (elsewhere[0], Status.UNREVIEWED, None, None)
    assert LEAST <= other.similarity < 1
    assert other.differs == ("words: only “on”, “ferry” there",)
    assert not other.is_contrary
    (near,) = seen[ids[1]]
    assert near.claim == elsewhere[1]
    assert near.is_contrary
    assert near.differs[0] == "number: “31 passengers” here, “35 passengers” there"
    assert "NOT the same" in near.words


def test_a_lower_limit_gives_more_and_the_nearest_come_first(desk: Desk, elsewhere: list[Claim]) -> None:
    third = desk.claims[2].id
    seen = seen_before(desk.bench, [third], at_least=0.5)[third]
    assert [each.claim for each in seen] == [elsewhere[0], elsewhere[2]]
    assert seen_before(desk.bench, [third], at_least=0.5, most=1)[third] == seen[:1]
    assert seen_before(desk.bench, [third], at_least=1.1)[third] == []


def test_a_decision_in_force_is_shown_and_one_on_other_words_is_not(desk: Desk, elsewhere: list[Claim]) -> None:
    third = desk.claims[2].id
    decision = decide(desk.bench, elsewhere[0].id, NewDecision(status=Status.NOT_CHECKABLE), by="Ana")
    (other,) = seen_before(desk.bench, [third])[third]
    assert (other.status, other.by, other.at) == (Status.NOT_CHECKABLE, "Ana", decision.at)
    assert "by Ana" in other.words
    # Reworded, it has no vector until it is embedded again, and its decision doesn't count.
    edit(desk.bench, elsewhere[0].id, Change(checked="All were well on the ferry."), by="Ana")
    assert seen_before(desk.bench, [third])[third] == []
    desk.embed({elsewhere[0].id: [0, 0, 1, 0.2, 0, 0, 0, 0]})
    (other,) = seen_before(desk.bench, [third])[third]
    assert (other.status, other.by) == (Status.IN_REVIEW, None)


def test_a_draft_puts_the_other_in_review(desk: Desk, elsewhere: list[Claim]) -> None:
    save_draft(desk.bench, elsewhere[0].id, by="Ana", rationale="Look")
    (other,) = seen_before(desk.bench, [desk.claims[2].id])[desk.claims[2].id]
    assert other.status is Status.IN_REVIEW


def test_only_listed_claims_are_met(desk: Desk, elsewhere: list[Claim]) -> None:
    third = desk.claims[2].id
    drop(desk.bench, elsewhere[0].id, by="Ana")
    assert seen_before(desk.bench, [third])[third] == []
    with desk.bench.database.transaction():
        desk.bench.claims.set_standing([elsewhere[0].id], Standing.WITHDRAWN)
    assert seen_before(desk.bench, [third])[third] == []


def test_the_same_article_counts_elsewhere_but_not_at_the_same_words(desk: Desk) -> None:
    one, other = split(desk.bench, desk.claims[1].id, parts=["she closed … left", "she left the town."], by="Ana")
    third = desk.claims[2].id
    desk.embed({one.id: [1, 0, 0, 0, 0, 0, 0, 0], other.id: [1, 0.1, 0, 0, 0, 0, 0, 0], third: [1, 0, 0.1] + [0] * 5})
    seen = seen_before(desk.bench, [one.id, third])
    assert [each.claim.id for each in seen[one.id]] == [third]
    assert [each.claim.id for each in seen[third]] == [one.id, other.id]


def test_without_vectors_there_is_no_answer_and_no_failure(desk: Desk) -> None:
    ids = [claim.id for claim in desk.claims]
    assert seen_before(desk.bench, ids) == {claim_id: [] for claim_id in ids}
    assert seen_before(desk.bench, []) == {}
    desk.embed({ids[0]: [1, 0, 0, 0, 0, 0, 0, 0]})
    assert seen_before(desk.bench, [*ids, "c-000000000000"])["c-000000000000"] == []


def test_a_vector_whose_claim_is_gone_is_passed_over(desk: Desk) -> None:
    first = desk.claims[0]
    desk.embed({first.id: [1, 0, 0, 0, 0, 0, 0, 0], "c-000000000000": [1, 0, 0, 0, 0, 0, 0, 0]})
    assert seen_before(desk.bench, [first.id, "c-000000000000"])[first.id] == []
    assert replace(first) == desk.claim(0)
