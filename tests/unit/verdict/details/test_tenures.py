"""Who holds which office, and since or until when, as a text tells it."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.verdict.details.tenures import Standing, is_recent, tenure_of, tenures
from tests.parsing import details


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        ("Mayor Ann Vale spoke.", "holds"),
        ("Former mayor Ann Vale spoke.", "former"),
        ("Acting mayor Ann Vale spoke.", "acting"),
        ("Incoming mayor Ann Vale spoke.", "future"),
        ("Current mayor Ann Vale spoke.", "holds"),
    ],
)
def test_what_stands_before_an_office_says_whether_it_is_held(text: str, standing: Standing) -> None:
    [office] = details(text).offices
    assert tenure_of(text, office).standing == standing


def test_a_place_in_a_row_makes_no_other_office_and_a_deputy_does() -> None:
    for text, rest in (("The 47th president, Ann Vale, spoke.", set()), ("Deputy mayor Ann Vale spoke.", {"deputy"})):
        [office] = details(text).offices
        assert tenure_of(text, office).rest == rest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann Vale took office as mayor on 3 May 2011.", [("holds", date(2011, 5, 3))]),
        ("Ann Vale resigned as mayor on 3 May 2011.", [("former", date(2011, 5, 3))]),
        ("Mayor Ann Vale resigned.", [("holds", None)]),
        ("Ann Vale resigned as mayor.", [("future", None)]),
        ("Ann Vale was elected mayor.", [("holds", None)]),
        ("Tom Berg took office as mayor on 3 May 2011.", []),
        ("Ann Vale met Mayor Tom Berg.", []),
    ],
)
def test_an_event_of_the_same_sentence_gives_the_day(text: str, found: list[tuple[str, date | None]]) -> None:
    assert [(each.standing, each.event) for each in tenures(details(text), "Ann Vale", None)] == found


def test_an_oath_tells_for_a_term_and_not_before_it() -> None:
    oath = date(2009, 1, 20)
    assert is_recent(oath, oath)
    assert is_recent(oath, date(2012, 12, 1))
    assert not is_recent(oath, date(2014, 1, 1))
    assert not is_recent(oath, date(2009, 1, 19))
