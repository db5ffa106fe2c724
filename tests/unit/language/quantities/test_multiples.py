"""How many times as much, and how often."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.quantities.multiples import multiples
from tests.growth import growing_faster

PIECES = st.lists(
    st.sampled_from(
        ["twice", "three", "times", "as", "many", "more", "the", "size", "double", "doubled", "to", "10", "-",
        "fold", "half",
         "more than", " ", "tenfold", "fold", "time", ".", "\n", "larger", "2.5"]
    ),
    max_size=30,
)  # fmt: skip
HOSTILE = st.text(alphabet=st.characters(exclude_categories=[])) | PIECES.map("".join) | PIECES.map(" ".join)


@pytest.mark.parametrize(
    ("text", "said", "factor", "kind"),
    [
        ("twice as many people", "twice as many", 2, "times"),
        ("three times as large", "three times as large", 3, "times"),
        ("half as much", "half as much", 0.5, "times"),
        ("2.5 times the size of it", "2.5 times the size", 2.5, "times"),
        ("double the number of", "double the number", 2, "times"), ("half the price", "half the price", 0.5, "times"),
        ("ten times the national average", "ten times the national average", 10, "times"),
        ("it cost four times what it should", "four times", 4, "times"), ("prices doubled", "doubled", 2, "change"),
        ("it will triple by May", "triple", 3, "change"),
        ("costs halved", "halved", 0.5, "change"), ("a threefold rise", "threefold", 3, "change"),
        ("a 10-fold rise", "10-fold", 10, "change"), ("grew hundredfold", "hundredfold", 100, "change"),
        ("he won twice", "twice", 2, "occasions"), ("it rang three times", "three times", 3, "occasions"),
        ("the four-time champion", "four-time", 4, "occasions"),
    ],
)  # fmt: skip
def test_a_multiple_has_its_factor_and_kind(text: str, said: str, factor: float, kind: str) -> None:
    (found,) = multiples(text)
    assert (found.span.of(text), found.factor, found.kind, found.loose) == (said, factor, kind, False)


def test_times_more_is_said_to_be_loose() -> None:
    text = "It is three times more likely and four times larger."
    assert [(each.factor, each.kind, each.loose) for each in multiples(text)] == [
        (3, "times", True),
        (4, "times", True),
    ]


def test_a_bound_is_read_before_a_multiple() -> None:
    text = "It more than doubled."
    (found,) = multiples(text)
    assert (found.span.of(text), found.bound, found.inclusive) == ("more than doubled", "at_least", False)


@pytest.mark.parametrize(
    "text",
    ["a double room", "they doubled down", "it doubled as a bar", "manifold", "at times", "many times",
    "half as it was",
     "women's doubles", "the halves", "the third time", "a fold", "twofolds"],
)  # fmt: skip
def test_what_only_looks_like_a_multiple_is_passed_over(text: str) -> None:
    assert multiples(text) == []


@given(HOSTILE)
def test_any_text_gives_multiples_in_order_inside_it_without_overlap(text: str) -> None:
    found = multiples(text)
    ends = [0, *(each.span.end for each in found)]
    assert all(end <= each.span.start < each.span.end for end, each in zip(ends, found, strict=False))
    assert all(each.span.end <= len(text) for each in found)


def test_a_long_text_of_one_piece_takes_time_by_its_length_alone() -> None:
    pieces = ["twice ", "three times ", "-fold", "as ", "more than "]
    assert growing_faster(multiples, pieces) == []
