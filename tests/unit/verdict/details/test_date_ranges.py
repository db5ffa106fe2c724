"""Dates that need the text's day, ranges, lives, and the years of something."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain.stances import Comparison, Difference
from factcheck.verdict.details.date_ranges import can_be_same_time, date_ranges
from tests.parsing import compared, details

AGREES, DIFFERS = Comparison.AGREES, Comparison.DIFFERS
OPEN, ALONE = Comparison.NOT_COMPARABLE, Comparison.ONLY_IN_CLAIM
ON = date(2013, 7, 12)


def of_date(claim: str, passage: str, **days: date) -> list[Difference]:
    return [each for each in compared(claim, passage, **days) if each.aspect == "date"]


def test_a_weekday_is_a_day_only_where_the_texts_day_is_known() -> None:
    claim, passage = "The court ruled on Thursday.", "The court ruled on 11 July 2013."
    assert [each.comparison for each in of_date(claim, passage)] == [OPEN]
    [found] = of_date(claim, passage, claim_on=ON)
    assert found.comparison is AGREES
    assert found.note == "Thursday (2013-07-11) = 11 July 2013"


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
    ("claim", "passage", "expected"),
    [
        ("Ann Lee died on 9 June 1971.", "Ann Lee (3 May 1901 – 9 June 1970) was a judge.", [DIFFERS]),
        ("Ann Lee died on 3 May 1901.", "Ann Lee (3 May 1901 – 9 June 1970) was a judge.", [DIFFERS]),
        ("Ann Lee was born on 3 May 1901.", "Ann Lee (3 May 1901 – 9 June 1970) was a judge.", [AGREES]),
        ("Ann Lee was a judge in 1930.", "Ann Lee (3 May 1901 – 9 June 1970) was a judge.", [OPEN, ALONE]),
        ("She was mayor in 1993.", "She was mayor from 1991 to 1995.", [OPEN, ALONE]),
        ("The siege began on 2 May 1642.", "The siege began on 2 May 1643.", [DIFFERS]),
        ("The siege began on 2 May 1642.", "The fair marked the anniversary of the siege on 2 May 1742.", [ALONE]),
    ],
)
def test_dates_of_other_questions_do_not_contradict(claim: str, passage: str, expected: list[Comparison]) -> None:
    [found] = of_date(claim, passage)
    assert found.comparison in expected


@pytest.mark.parametrize(
    ("place", "expected"), [("second", DIFFERS), ("third", AGREES), ("fourth", OPEN), ("fifth", DIFFERS)]
)
def test_the_year_of_something_is_counted_from_its_beginning(place: str, expected: Comparison) -> None:
    claim = f"The siege of Orlo, now in its {place} year, goes on."
    [found] = of_date(claim, "The siege of Orlo began on 1 December 2010.", claim_on=ON)
    assert found.comparison is expected
    assert "year 3" in found.note


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        ("The siege of Orlo was in its fifth year.", "The siege of Orlo began on 1 December 2010."),
        ("The siege of Orlo is in its fifth year.", "The strike of the miners began on 1 December 2010."),
        ("The siege of Orlo is in its fifth year.", "The siege of Orlo ended on 1 December 2010."),
    ],
)
def test_no_year_is_counted_where_it_is_not_of_the_present_or_of_something_else(claim: str, passage: str) -> None:
    assert of_date(claim, passage, claim_on=ON) == []


def test_an_anniversary_tells_the_beginning() -> None:
    [found] = of_date(
        "The war in Dorland is in its fifth year.",
        "The third anniversary of the war in Dorland was on 1 March 2013.",
        claim_on=ON,
    )
    assert found.comparison is DIFFERS


def test_what_was_in_its_second_year_long_ago_can_be_in_its_third_now() -> None:
    claim, passage = "The siege of Orlo is in its third year.", "The siege of Orlo is in its second year."
    [old] = _quantities(claim, passage, date(2012, 7, 1))
    assert old.comparison is OPEN
    [new] = _quantities(claim, passage, ON)
    assert new.comparison is DIFFERS


def _quantities(claim: str, passage: str, passage_on: date) -> list[Difference]:
    found = compared(claim, passage, claim_on=ON, passage_on=passage_on)
    return [each for each in found if each.aspect == "quantity"]
