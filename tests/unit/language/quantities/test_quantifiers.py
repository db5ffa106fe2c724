"""Words that say how many or which of all."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.quantities.quantifiers import quantifiers
from tests.growth import growing_faster

PIECES = st.lists(
    st.sampled_from(["no", "one", "but", "all", "not", "the", "most", "largest", "'s", " ", "at", "first", "."])
)
HOSTILE = st.text(alphabet=st.characters(exclude_categories=[])) | PIECES.map(" ".join) | PIECES.map("".join)


@pytest.mark.parametrize(
    ("text", "said", "kind"),
    [
        ("All of them left.", "All", "all"), ("every single person", "every single", "all"),
        ("each team", "each", "all"),
        ("Most voters agree.", "Most", "most"), ("a majority of them", "a majority", "most"),
        ("most of it", "most", "most"),
        ("many people", "many", "many"), ("thousands of people", "thousands", "many"),
        ("at least one died", "at least one", "some"), ("some people", "some", "some"),
        ("a few people", "a few", "some"),
        ("few people came", "few", "few"), ("hardly any came", "hardly any", "few"),
        ("None came.", "None", "none"), ("no one came", "no one", "none"), ("both sides", "both", "both"),
        ("no one but him", "no one but", "only"), ("the only survivor", "only", "only"),
        ("for the first time", "first", "first"), ("the last train", "last", "last"),
        ("the final match", "final", "last"),
        ("the largest city", "the largest", "superlative"),
        ("its most popular film", "its most popular", "superlative"),
        ("the world's second-largest lake", "second-largest", "superlative"),
        ("the worst storm", "the worst", "superlative"),
    ],
)  # fmt: skip
def test_a_quantifier_has_its_kind(text: str, said: str, kind: str) -> None:
    (found,) = quantifiers(text)
    assert (found.span.of(text), found.kind, found.negated) == (said, kind, False)


@pytest.mark.parametrize(
    "text",
    [
        "at first", "at last", "after all", "above all", "last week", "the last name", "first aid", "some 40 of us",
        "No. 10",
        "no fewer than 40", "each other", "in the interest of", "the latest", "for the most part", "as many as 40",
        "the forest",
        "an all-time low", "a few weeks ago",
    ],
)  # fmt: skip
def test_idioms_are_no_quantifiers(text: str) -> None:
    assert [each for each in quantifiers(text) if each.span.of(text) != "a few"] == []


@pytest.mark.parametrize(("text", "negated"), [("Not all came.", True), ("It isn't all.", True), ("All came.", False)])
def test_not_before_a_quantifier_is_said(text: str, negated: bool) -> None:
    assert [each.negated for each in quantifiers(text)] == [negated]


@given(HOSTILE)
def test_any_text_gives_quantifiers_in_order_inside_it_without_overlap(text: str) -> None:
    found = quantifiers(text)
    ends = [0, *(each.span.end for each in found)]
    assert all(end <= each.span.start < each.span.end <= len(text) for end, each in zip(ends, found, strict=False))


def test_a_long_text_of_one_piece_takes_time_by_its_length_alone() -> None:
    pieces = ["the ", "most ", "a", "no one ", "'s "]
    assert growing_faster(quantifiers, pieces) == []
