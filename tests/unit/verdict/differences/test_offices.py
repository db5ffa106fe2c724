"""Who was what, and when: offices of a claim beside oaths, titles and resignations."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.domain.stances import Comparison
from tests.parsing import compared

AGREES, DIFFERS = Comparison.AGREES, Comparison.DIFFERS
OPEN, ALONE = Comparison.NOT_COMPARABLE, Comparison.ONLY_IN_CLAIM
RESIGNED = "Ann Vale resigned as president on 3 May 2011."
OATH = "Ann Vale took the oath as the 12th President of Dorland on 20 January 2009."


def office(claim: str, passage: str, claim_on: date | None = None, passage_on: date | None = None) -> list[Comparison]:
    found = compared(claim, passage, claim_on=claim_on, passage_on=passage_on)
    return [each.comparison for each in found if each.aspect == "office"]


@pytest.mark.parametrize(
    ("claim", "passage", "claim_on", "expected"),
    [
        ("Former President Ann Vale spoke.", OATH, date(2009, 5, 1), [DIFFERS]),
        ("Former Dorland President Ann Vale spoke.", OATH, date(2009, 5, 1), [DIFFERS]),
        ("President Ann Vale spoke.", OATH, date(2009, 5, 1), [AGREES]),
        ("Former President Ann Vale spoke.", OATH, date(2008, 5, 1), [OPEN]),  # before the oath: an earlier term
        ("Former President Ann Vale spoke.", OATH, date(2015, 5, 1), [OPEN]),  # more than a term after it
        ("Former President Ann Vale spoke.", OATH, None, [OPEN]),
        ("Former President Tom Vale spoke.", OATH, date(2009, 5, 1), [ALONE]),
        ("Former Vice President Ann Vale spoke.", OATH, date(2009, 5, 1), [ALONE]),
        ("Former Mirland President Ann Vale spoke.", OATH, date(2009, 5, 1), [ALONE]),
        ("President Ann Vale spoke.", RESIGNED, date(2012, 1, 1), [DIFFERS]),
        ("Former President Ann Vale spoke.", RESIGNED, date(2012, 1, 1), [AGREES]),
        ("The president spoke.", OATH, date(2009, 5, 1), []),
    ],
)  # fmt: skip
def test_an_event_tells_who_holds_an_office(
    claim: str, passage: str, claim_on: date | None, expected: list[Comparison]
) -> None:
    assert office(claim, passage, claim_on) == expected


def test_a_title_of_another_time_does_not_contradict() -> None:
    claim, passage = "President Ann Vale spoke.", "Former President Ann Vale spoke."
    assert office(claim, passage, date(2012, 1, 9), date(2008, 1, 9)) == [OPEN]
    assert office(claim, passage, date(2012, 1, 9), date(2012, 1, 12)) == [DIFFERS]
    # The other way round it says nothing: who was president is called so ever after.
    assert office(passage, claim, date(2012, 1, 9), date(2012, 1, 12)) == [OPEN]


def test_the_spans_hold_the_office_with_its_modifier() -> None:
    claim = "Former U.S. President Ann Vale spoke."
    found = [
        each
        for each in compared(claim, "Ann Vale was sworn in as President on 20 January 2009.", claim_on=date(2009, 5, 1))
        if each.aspect == "office"
    ]
    assert [each.claim_span.of(claim) for each in found] == ["Former U.S. President"]
    assert "2009-01-20" in found[0].note
