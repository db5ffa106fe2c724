"""Which year of something it is, beside the day on which it began."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain.stances import Comparison, Difference
from tests.parsing import compared

AGREES, DIFFERS = Comparison.AGREES, Comparison.DIFFERS
OPEN, ALONE = Comparison.NOT_COMPARABLE, Comparison.ONLY_IN_CLAIM
ON = date(2013, 7, 12)


def of_date(claim: str, passage: str, **days: date) -> list[Difference]:
    return [each for each in compared(claim, passage, **days) if each.aspect == "date"]


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
        ("The siege of Orlo is in its fifth year.", "The siege of Orlo began on 1 December 2010 and has ended."),
        ("The siege of Orlo is in its fifth year.", "The siege of Orlo was seen on 1 December 2010."),
        ("The siege of Orlo is in the fifth year.", "The siege of Orlo began on 1 December 2010."),
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
