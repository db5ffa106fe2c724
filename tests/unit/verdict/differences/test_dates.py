"""Dates of a claim beside those of a passage."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain.stances import Comparison, Difference
from tests.parsing import compared

AGREES, DIFFERS = Comparison.AGREES, Comparison.DIFFERS
OPEN, ALONE = Comparison.NOT_COMPARABLE, Comparison.ONLY_IN_CLAIM
ON = date(2013, 7, 12)


def outcomes(claim: str, passage: str, aspect: str) -> list[Comparison]:
    return [each.comparison for each in compared(claim, passage) if each.aspect == aspect]


def of_date(claim: str, passage: str, **days: date) -> list[Difference]:
    return [each for each in compared(claim, passage, **days) if each.aspect == "date"]


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The fort fell on 3 May 1808.", "On May 3, 1808 the fort was taken.", AGREES),
        ("The fort fell in May 1808.", "On 3 May 1808 the fort was taken.", AGREES),
        ("The fort fell on 3 May 1808.", "The fort was taken in May 1808.", OPEN),
        ("Under the May 16 accord they met.", "They met under the accord of 16 May 2019.", AGREES),
        ("Duarte was born on 5 June 1961.", "The judge Inês Duarte was born on 6 June 1961.", DIFFERS),
        ("Vesta was founded in 1998.", "Vesta was founded in 1987 in Cork.", DIFFERS),
        ("Vesta was founded in 1998.", "Vesta moved its seat in 1987.", ALONE),
        ("Vesta was founded before 1998.", "Vesta was founded in 1987 in Cork.", ALONE),
        ("Vesta was not founded in 1998.", "Vesta was founded in 1987 in Cork.", ALONE),
        ("Vesta was founded in 1998.", "", ALONE),
        ("They meet on Friday.", "They met on Friday 23 May 2025.", OPEN),
        ("They met on 03/04/2019.", "They met on 3 April 2019.", OPEN),
    ],
)  # fmt: skip
def test_dates_are_compared(claim: str, passage: str, expected: Comparison) -> None:
    assert outcomes(claim, passage, "date") == [expected]


def test_a_weekday_is_a_day_only_where_the_texts_day_is_known() -> None:
    claim, passage = "The court ruled on Thursday.", "The court ruled on 11 July 2013."
    assert [each.comparison for each in of_date(claim, passage)] == [OPEN]
    [found] = of_date(claim, passage, claim_on=ON)
    assert found.comparison is AGREES
    assert found.note == "Thursday (2013-07-11) = 11 July 2013"


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
    ("claim", "passage"),
    [
        ("Vesta has made looms in Cork since 1998.", "Vesta made looms in Cork in 1987."),
        ("The siege of Orlo by Vesta began in 1998.", "The siege of Orlo by Vesta began early and ended in 1999."),
    ],
)
def test_the_date_of_another_verb_or_of_a_part_of_the_time_does_not_differ(claim: str, passage: str) -> None:
    assert outcomes(claim, passage, "date") == [ALONE]
