"""Shares of a whole: what is read, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.parsed_text import ParsedText
from factcheck.language.parsing.parses import Parses
from factcheck.language.quantities.ratios import ratios
from tests.growth import growing_faster

PIECES = st.lists(
    st.sampled_from(
        ["one", "3", "in", "out", "of", "every", "ten", "5", " ", "-", "/", "half", "a", "the", "third", "quarters",
        "two",
         "more than", "ratio", "to", "1", "1000", "%", "people", ".", "\n", "hundred", "years"]
    ),
    max_size=30,
)  # fmt: skip
HOSTILE = st.text(alphabet=st.characters(exclude_categories=[])) | PIECES.map("".join) | PIECES.map(" ".join)


@pytest.mark.parametrize(
    ("text", "said", "part", "whole", "noun"),
    [
        ("one in ten adults did", "one in ten adults", 1, 10, "adult"),
        ("nine out of ten dentists", "nine out of ten dentists", 9, 10, "dentist"),
        ("3 out of 5 people", "3 out of 5 people", 3, 5, "person"),
        ("two in every five went", "two in every five", 2, 5, ""),
        ("three of every five went", "three of every five", 3, 5, ""),
        ("two thirds of voters", "two thirds", 2, 3, "voter"),
        ("a two-thirds majority", "two-thirds", 2, 3, ""),
        ("three-quarters of all homes", "three-quarters", 3, 4, "home"),
        ("a third of women", "a third", 1, 3, "woman"),
        ("one-fifth went", "one-fifth", 1, 5, ""),
        ("half of the voters", "half", 1, 2, "voter"),
        ("1/3 of people", "1/3", 1, 3, "person"),
    ],
)
def test_a_share_has_its_part_whole_and_noun(
    parses: Parses, text: str, said: str, part: float, whole: float, noun: str
) -> None:
    (found,) = ratios(parses.of(text))
    assert (found.span.of(text), found.part, found.whole, found.noun) == (said, part, whole, noun)
    assert found.kind == "share"
    assert found.value == pytest.approx(part / whole)


@pytest.mark.parametrize("text", ["a ratio of 3 to 1", "a ratio of 3:1", "3-to-1 odds", "odds of three to one"])
def test_numbers_side_by_side_are_told_from_shares(parses: Parses, text: str) -> None:
    (found,) = ratios(parses.of(text))
    assert (found.kind, found.part, found.whole, found.noun) == ("to", 3, 1, "")


@pytest.mark.parametrize(
    ("text", "bound", "inclusive"),
    [
        ("more than half voted", "at_least", False), ("at least a third of them", "at_least", True),
        ("nearly two-thirds", "about", True), ("fewer than one in five", "at_most", False),
        ("one in five", "exact", True),
    ],
)  # fmt: skip
def test_a_bound_is_read_before_a_ratio(parses: Parses, text: str, bound: str, inclusive: bool) -> None:
    (found,) = ratios(parses.of(text))
    assert (found.bound, found.inclusive, found.span.of(text)) == (
        bound,
        inclusive,
        " ".join(text.split()[:5])[: len(found.span)],
    )


@pytest.mark.parametrize(
    "text",
    [
        "12 in 14 games", "one in 2022", "3 in 2022", "one in three years", "5 in 10 minutes", "a third man",
        "the third man",
        "the third quarter of 2024", "three quarters of growth", "a quarter of a million homes", "half an hour",
        "the first half of 2024", "half the size of it", "half as many", "cut by half", "one and a half", "won 3 to 1",
        "won 3-1", "one second", "one quarter", "in 10 of 12", "10 in 5", "A1 in 5", "half past ten",
        "one in ten per cent",
        "two fifths-grade", "the second half of the game",
    ],
)  # fmt: skip
def test_what_only_looks_like_a_ratio_is_passed_over(parses: Parses, text: str) -> None:
    assert ratios(parses.of(text)) == []


@given(HOSTILE)
def test_any_text_gives_ratios_in_order_inside_it_without_overlap(parses: Parses, text: str) -> None:
    found = ratios(parses.of(text))
    ends = [0, *(each.span.end for each in found)]
    assert all(end <= each.span.start < each.span.end for end, each in zip(ends, found, strict=False))
    assert all(each.span.end <= len(text) and each.whole > 0 and each.part > 0 for each in found)


def test_a_long_text_of_one_piece_takes_time_by_its_length_alone() -> None:
    pieces = ["one in ", "half ", "two thirds ", "1/", "3 out of ", "a ", "of every "]
    assert growing_faster(lambda text: ratios(ParsedText(text=text, sentences=())), pieces) == []
