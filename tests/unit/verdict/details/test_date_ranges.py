"""The dates of a text as stretches of days: joined, open-ended, of a life, resolved by the text's own day."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.verdict.details.date_ranges import can_be_same_time, date_ranges
from tests.parsing import details

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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The court ruled on Thursday.", date(2013, 7, 11)),
        ("The court has ruled on Thursday.", date(2013, 7, 11)),
        ("The court will rule on Thursday.", date(2013, 7, 18)),
        ("The mayor, who resigned, said the court will rule on Thursday.", date(2013, 7, 18)),
    ],
)
def test_a_weekday_is_the_last_or_the_next_by_the_verb_that_it_goes_with(text: str, day: date) -> None:
    [found] = date_ranges(details(text), ON)
    assert (found.first, found.last, found.resolved) == (day, day, True)


@pytest.mark.parametrize(
    ("text", "lives"),
    [
        ("Ann Lee (3 May 1901 – 9 June 1970) was a judge.", ["born", "died"]),
        ("The war (3 May 1901 – 9 June 1970) was long.", ["born", "died"]),
        ("Ann Lee was born in 1901.", ["born"]),
        ("Ann Lee died in 1970.", ["died"]),
        ("She was a judge from 1930 to 1940.", ["", ""]),
        ("Born in 1901, she became a judge in 1930.", ["born", ""]),
    ],
)
def test_the_dates_of_a_life_are_told_by_brackets_and_words(text: str, lives: list[str]) -> None:
    assert [each.life for each in date_ranges(details(text), None)] == lives
