"""Dates that need the text's day, ranges, lives, and the years of something."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain.stances import Comparison
from factcheck.verdict.details.date_ranges import can_be_same_time, date_ranges
from tests.parsing import details

AGREES, DIFFERS = Comparison.AGREES, Comparison.DIFFERS
OPEN, ALONE = Comparison.NOT_COMPARABLE, Comparison.ONLY_IN_CLAIM
ON = date(2013, 7, 12)


def test_what_lies_between_two_joined_dates_meets_them() -> None:
    [year] = date_ranges(details("She was mayor in 1993."), None)
    assert all(can_be_same_time(year, each) for each in date_ranges(details("She was mayor from 1991 to 1995."), None))
    assert not any(
        can_be_same_time(year, each) for each in date_ranges(details("She was mayor from 1994 to 1995."), None)
    )
    assert all(can_be_same_time(year, each) for each in date_ranges(details("She has been mayor since 1991."), None))


@pytest.mark.parametrize(
    ("text", "is_met"),
    [
        ("She was mayor from 1980 to 1985.", False),
        ("She was mayor from 1994 to 1995.", False),
        ("She was mayor from 1985 to 1993.", True),
        ("She was mayor from 1993 to 1995.", True),
        ("She has been mayor since 1994.", False),
        ("She has been mayor since 1985.", True),
        ("She was mayor in 1992.", False),
    ],
)
def test_a_year_meets_only_what_reaches_it_whichever_of_the_two_is_asked(text: str, is_met: bool) -> None:
    [year] = date_ranges(details("She left in 1993."), None)
    for each in date_ranges(details(text), None):
        assert year.meets(each) is is_met
        assert each.meets(year) is is_met
