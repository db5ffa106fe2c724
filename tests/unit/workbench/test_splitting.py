"""Claims split and merged by hand: exact places, new ids, and both taken back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.domain.claims import Standing
from factcheck.domain.lineage import BY_HAND, StepAct
from factcheck.domain.reviews import NewDecision
from factcheck.domain.spans import Span
from factcheck.domain.statuses import Status
from factcheck.errors import ConflictError, UsageError
from factcheck.workbench.deciding import decide, undo
from factcheck.workbench.editing import Change, drop, edit, restore, undo_last
from factcheck.workbench.reading import claim_view
from factcheck.workbench.splitting import merge, split
from factcheck.workbench.stepping import state_now
from tests.unit.workbench.conftest import a_claim, an_article

if TYPE_CHECKING:
    from tests.unit.workbench.conftest import Desk

UNSURE = NewDecision(status=Status.NOT_ENOUGH_EVIDENCE)


def test_a_split_gives_parts_with_exact_places_and_their_own_substitutions(desk: Desk) -> None:
    whole, text = desk.claims[1], desk.article.text
    made = split(desk.bench, whole.id, at=["and the ferry", "and she left"], by="Ana", reason="three things")
    assert [part.said for part in made] == [
        "On Friday she closed the\n  northern pier",
        "and the ferry lost 31 passengers",
        "and she left the town.",
    ]
    assert [part.checked for part in made] == [
        "On 30 January 2026 Ann Lee closed the northern pier",
        "and the ferry lost 31 passengers",
        "and Ann Lee left the town.",
    ]
    assert [len(part.substitutions) for part in made] == [2, 0, 1]
    assert [len(part.ambiguities) for part in made] == [0, 0, 1]
    for part in made:
        assert part.span.of(text) == part.said
        assert part.parent_ids == (whole.id,)
        assert (part.detector, part.kind, part.worthiness_by) == (BY_HAND, whole.kind, "")
        assert desk.bench.claims.get(part.id) == part
    assert desk.claim(1) == replace(whole, standing=Standing.REPLACED)
    assert desk.listed == [desk.claims[0].id, *(part.id for part in made), desk.claims[2].id]
    (step,) = claim_view(desk.bench, made[0].id).lineage
    assert (step.act, step.claim_id, step.by, step.reason) == (StepAct.SPLIT, whole.id, "Ana", "three things")
    assert desk.bench.claims.touched_by_people(desk.article.id) == {whole.id, *(part.id for part in made)}


def test_parts_may_share_words_and_leave_some_out(desk: Desk) -> None:
    parts = ["she closed the northern pier", "she … left the town.", "she closed … left the town."]
    with pytest.raises(UsageError, match="occurs 2 times"):
        split(desk.bench, desk.claims[1].id, parts=["she", "the ferry"], by="Ana")
    made = split(desk.bench, desk.claims[1].id, parts=parts, by="Ana")
    assert [part.checked for part in made] == [
        "Ann Lee closed the northern pier",
        "Ann Lee left the town.",
        "Ann Lee closed left the town.",
    ]
    assert len(made[1].spans) == 2
    assert len({part.id for part in made}) == 3
    text = desk.article.text
    assert [[span.of(text) for span in part.spans] for part in made[1:]] == [
        ["she", "left the town."],
        ["she closed", "left the town."],
    ]
    # Two with one span around them differ in their position.
    assert made[1].span == made[2].span


@pytest.mark.parametrize(
    ("how", "message"),
    [
        ({}, "cuts or parts"),
        ({"at": ["and the ferry"], "parts": ["she left"]}, "cuts or parts"),
        ({"parts": ["she left"]}, "at least two different"),
        ({"parts": ["she left", "she  left"]}, "at least two different"),
        ({"parts": ["she left", "he left"]}, "is not in what"),
        ({"parts": ["she left", "."]}, "says nothing"),
        ({"at": ["On Friday"]}, "not a place inside"),
    ],
)
def test_a_split_into_nothing_is_refused_whole(desk: Desk, how: dict[str, list[str]], message: str) -> None:
    before = desk.listed
    with pytest.raises(UsageError, match=message) as caught:
        split(desk.bench, desk.claims[1].id, by="Ana", **how)  # type: ignore[arg-type]
    assert caught.value.hint
    assert desk.listed == before
    assert len(desk.bench.claims.of_article(desk.article.id, standing=None)) == 3


def test_a_split_is_taken_back_and_made_again_under_new_ids(desk: Desk) -> None:
    whole = desk.claims[1]
    first = split(desk.bench, whole.id, at=["and the ferry"], by="Ana")
    step = restore(desk.bench, whole.id, by="Ben", reason="one event")
    assert desk.claim(1) == whole
    assert desk.listed == [claim.id for claim in desk.claims]
    assert step.related_ids == tuple(part.id for part in first)
    for part in first:
        with pytest.raises(UsageError, match=f"in favour of {whole.id}"):
            restore(desk.bench, part.id, by="Ben")
    second = split(desk.bench, whole.id, at=["and the ferry"], by="Ana")
    assert not {part.id for part in first} & {part.id for part in second}
    assert [part.said for part in first] == [part.said for part in second]


def test_a_split_whose_part_is_decided_is_not_taken_back(desk: Desk) -> None:
    whole = desk.claims[1]
    first, second = split(desk.bench, whole.id, at=["and the ferry"], by="Ana")
    decide(desk.bench, second.id, UNSURE, by="Ben")
    before = desk.listed
    with pytest.raises(UsageError, match=f"{second.id}.* decided not enough evidence by Ben") as caught:
        restore(desk.bench, whole.id, by="Ana")
    assert "undo" in caught.value.hint
    assert desk.listed == before
    undo(desk.bench, by="Ben")
    split(desk.bench, first.id, at=["closed"], by="Ana")
    with pytest.raises(UsageError, match=f"{first.id}.* itself been split"):
        restore(desk.bench, whole.id, by="Ana")
    restore(desk.bench, first.id, by="Ana")
    drop(desk.bench, first.id, by="Ana")
    restore(desk.bench, whole.id, by="Ana")
    assert desk.listed == [claim.id for claim in desk.claims]
    with pytest.raises(UsageError, match="was taken back in favour of"):
        restore(desk.bench, first.id, by="Ana")


def test_a_merge_unites_the_places_in_the_order_of_the_text(desk: Desk) -> None:
    first, second, _ = desk.claims
    made = merge(desk.bench, [second.id, first.id, second.id], by="Ana")
    text = desk.article.text
    assert made.spans == (first.span, second.span)
    assert made.span == Span(first.span.start, second.span.end)
    assert made.said == made.span.of(text)
    assert made.checked == f"{first.checked} {second.checked}"
    assert made.parent_ids == (first.id, second.id)
    assert (made.check_worthiness, made.worthiness_by, made.reasons) == (0.75, "", ())
    assert made.substitutions == second.substitutions
    assert desk.listed == [made.id, desk.claims[2].id]
    assert len(claim_view(desk.bench, made.id).lineage) == 2
    with pytest.raises(UsageError, match=f"merged into {made.id} by Ana"):
        edit(desk.bench, first.id, Change(checked="It was."), by="Ana")


def test_a_merge_takes_other_words_and_keeps_what_stands_in_them(desk: Desk) -> None:
    first, second, third = desk.claims
    words = "Ann Lee, who ran the harbour, closed the pier, and nobody was hurt."
    made = merge(desk.bench, [third.id, first.id, second.id], checked=words, by="Ana")
    assert made.checked == words
    assert [each.said for each in made.substitutions] == ["she", "she"]


def test_overlapping_parts_are_merged_into_one_place(desk: Desk) -> None:
    parts = split(desk.bench, desk.claims[1].id, parts=["the ferry lost", "lost 31 passengers", "she left"], by="Ana")
    made = merge(desk.bench, [part.id for part in parts], by="Ana")
    assert [span.of(desk.article.text) for span in made.spans] == ["the ferry lost 31 passengers", "she left"]


def test_a_merge_stays_within_one_article_and_needs_two(desk: Desk) -> None:
    elsewhere = an_article(desk.article.text, "copy")
    other = a_claim(elsewhere, "Nobody was hurt.")
    with desk.bench.database.transaction():
        desk.bench.articles.add(elsewhere, desk.article.text.encode())
        desk.bench.claims.add([other])
    with pytest.raises(UsageError, match="within one article") as caught:
        merge(desk.bench, [desk.claims[2].id, other.id], by="Ana")
    assert "--same-as" in caught.value.hint
    for too_few in ([], [other.id], [other.id, other.id]):
        with pytest.raises(UsageError, match="can't be merged"):
            merge(desk.bench, too_few, by="Ana")
    with pytest.raises(UsageError, match="no claim"):
        merge(desk.bench, [other.id, "c-000000000000"], by="Ana")
    with pytest.raises(UsageError, match="says nothing"):
        merge(desk.bench, [desk.claims[0].id, desk.claims[2].id], checked=" ", by="Ana")
    assert desk.bench.steps.of_claims() == {}


def test_taking_a_merge_back_lists_all_of_it_again_whichever_is_named(desk: Desk) -> None:
    first, second, third = desk.claims
    made = merge(desk.bench, [first.id, second.id], by="Ana")
    restore(desk.bench, second.id, by="Ana")
    assert desk.listed == [first.id, second.id, third.id]
    assert desk.bench.claims.by_ids([made.id])[0].standing is Standing.REPLACED
    with pytest.raises(UsageError, match="Nothing has been done"):
        restore(desk.bench, first.id, by="Ana")
    merge(desk.bench, [first.id, second.id], by="Ana")
    undo_last(desk.bench, by="Ana")
    assert desk.listed == [first.id, second.id, third.id]


def test_a_decision_is_never_lost_by_a_split_or_a_merge(desk: Desk) -> None:
    first, second, _ = [claim.id for claim in desk.claims]
    decision = decide(desk.bench, second, UNSURE, by="Ana")
    with pytest.raises(ConflictError, match="Ana decided"):
        split(desk.bench, second, at=["and the ferry"], by="Ben")
    with pytest.raises(ConflictError, match="Ana decided"):
        merge(desk.bench, [first, second], by="Ben")
    with pytest.raises(ConflictError, match="while you were looking"):
        merge(desk.bench, [first, second], by="Ben", based_on={first: 0, second: 0})
    made = merge(desk.bench, [first, second], by="Ben", based_on={first: 0, second: 1})
    assert state_now(desk.bench, second).decision == decision
    assert state_now(desk.bench, made.id).status is Status.UNREVIEWED
    with pytest.raises(UsageError, match="merged into"):
        decide(desk.bench, second, UNSURE, by="Ana")
    restore(desk.bench, first, by="Ben")
    assert claim_view(desk.bench, second).state.decision == decision
