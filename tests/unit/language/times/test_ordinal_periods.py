"""Places in a row of years."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.parsed_text import ParsedText
from factcheck.language.parsing.parses import Parses
from factcheck.language.times.ordinal_periods import ordinal_periods

PIECES = st.lists(
    st.sampled_from(
        ["third", "year", "of", "the", "war", "'s", "15", "-", "years", "3", "to", " ", "its", "Paris", "21st", "."]
    )
)
HOSTILE = st.text(alphabet=st.characters(exclude_categories=["Cs"])) | PIECES.map(" ".join) | PIECES.map("".join)


@pytest.mark.parametrize(
    ("text", "place", "unit", "of"),
    [
        ("in the third year of the war", 3, "year", "the war"), ("the strike's third week", 3, "week", "the strike"),
        ("the town's second day", 2, "day", "the town"), ("now in its third year", 3, "year", None),
        ("the 50th anniversary of the first landing on it", 50, "anniversary", "the first landing"),
        ("his second term", 2, "term", None), ("the 21st century", 21, "century", None),
    ],
)  # fmt: skip
def test_a_place_in_a_row_of_years_says_of_what(
    parses: Parses, text: str, place: int, unit: str, of: str | None
) -> None:
    found = ordinal_periods(parses.of(text))[0]
    assert (found.place, found.unit) == (place, unit)
    assert (found.of.of(text) if found.of else None) == of


def test_a_count_behind_a_place_is_no_place_in_a_row_of_years(parses: Parses) -> None:
    assert ordinal_periods(parses.of("in the first hundred days and the first 100 days")) == []


@settings(max_examples=40)
@given(HOSTILE)
def test_any_text_gives_times_inside_it_in_order(parses: Parses, text: str) -> None:
    found = ordinal_periods(parses.of(text))
    ends = [0, *(each.span.end for each in found)]
    assert all(end <= each.span.start < each.span.end <= len(text) for end, each in zip(ends, found, strict=False))
    for period in found:
        assert period.of is None or (period.of.of(text).strip() and not period.of.overlaps(period.span))


def test_in_a_sentence_that_was_not_parsed_it_is_not_said_of_what() -> None:
    found = ordinal_periods(ParsedText(text="the third year of the war", sentences=()))
    assert [(each.place, each.of) for each in found] == [(3, None)]


def test_a_pronoun_says_not_of_what(parses: Parses) -> None:
    assert [each.of for each in ordinal_periods(parses.of("It was the third year of it."))] == [None]
