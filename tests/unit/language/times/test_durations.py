"""Lengths of time, and places in a row of years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.parsing.parses import Parses
from factcheck.language.times.durations import durations, ordinal_periods

PIECES = st.lists(
    st.sampled_from(
        ["third", "year", "of", "the", "war", "'s", "15", "-", "years", "3", "to", " ", "its", "Paris", "21st", "."]
    )
)
HOSTILE = st.text(alphabet=st.characters(exclude_categories=[])) | PIECES.map(" ".join) | PIECES.map("".join)


@pytest.mark.parametrize(
    ("text", "said", "low", "high", "unit", "base"),
    [
        ("for three years", "three years", 3, None, "year", (36, "month")),
        ("a 15-year term", "15-year", 15, None, "year", (180, "month")),
        ("it took 3 to 4 weeks", "3 to 4 weeks", 3, 4, "week", (21, "day")),
        ("more than two decades", "more than two decades", 2, None, "decade", (240, "month")),
        ("it ran half an hour", "half an hour", 0.5, None, "hour", (0.5 / 24, "day")),
    ],
)
def test_a_duration_has_its_length_and_a_base_to_compare_by(
    parses: Parses, text: str, said: str, low: float, high: float | None, unit: str, base: tuple[float, str]
) -> None:
    (found,) = durations(parses.of(text))
    assert (found.span.of(text), found.low, found.high, found.unit) == (said, low, high, unit)
    length, base_unit = found.in_base
    assert length == pytest.approx(base[0])
    assert base_unit == base[1]


@pytest.mark.parametrize(
    "text", ["a 16-year-old boy", "three years ago", "the third year", "in 2024", "3 tonnes", "last year"]
)
def test_ages_dates_and_places_are_no_durations(parses: Parses, text: str) -> None:
    assert durations(parses.of(text)) == []


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


@given(HOSTILE)
def test_any_text_gives_times_inside_it_in_order(parses: Parses, text: str) -> None:
    for found in (
        [each.span for each in durations(parses.of(text))],
        [each.span for each in ordinal_periods(parses.of(text))],
    ):
        ends = [0, *(each.end for each in found)]
        assert all(end <= each.start < each.end <= len(text) for end, each in zip(ends, found, strict=False))
    for period in ordinal_periods(parses.of(text)):
        assert period.of is None or (period.of.of(text).strip() and not period.of.overlaps(period.span))
