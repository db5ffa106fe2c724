"""Years that stand alone."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.language.times.date_mentions import DateMention
from factcheck.language.times.date_patterns import LONE_YEAR
from factcheck.language.times.lone_years import lone_year


def read(text: str) -> DateMention | None:
    match = LONE_YEAR.search(text)
    assert match is not None
    return lone_year(text, match)


@pytest.mark.parametrize(
    ("text", "year", "part"),
    [
        ("in 2022 they", 2022, ""), ("in 1200 they", 1200, ""), ("the 2022 election", 2022, ""), ("(2022)", 2022, ""),
        ("2022 was dry", 2022, ""), ("It ended. 2022 was dry", 2022, ""), ("in early 2022 they", 2022, "early"),
        ("in 2000 The mayor", 2000, ""), ("in 2000 small towns were", 2000, ""),
    ],
)  # fmt: skip
def test_its_neighbours_make_a_number_a_year(text: str, year: int, part: str) -> None:
    found = read(text)
    assert found is not None
    assert (found.year, found.part) == (year, part)
    assert (found.start, found.end) == (date(year, 1, 1), date(year, 12, 31))
    assert found.span.of(text).endswith(str(year))


@pytest.mark.parametrize(
    "text",
    [
        "he counted 2022 of", "of 1200 they", "more than 2000 in", "the 2000 people", "in 2000 people",
        "of 2000 old men",
        "in 2022-21 he", "over 2000 in",
    ],
)  # fmt: skip
def test_a_number_that_may_be_a_count_is_none(text: str) -> None:
    assert read(text) is None


def test_two_years_are_one_period_of_no_single_year() -> None:
    for text, last in (("in 2019-21 he", 2021), ("in 2019-2023 he", 2023)):
        found = read(text)
        assert found is not None
        assert (found.start, found.end, found.year) == (date(2019, 1, 1), date(last, 12, 31), None)
