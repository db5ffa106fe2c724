"""Whether a passage is of the time that a claim is about."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.verdict.suggestion.timing import denies_yet, elsewhen, order, outdated
from tests.parsing import details

MAY = date(2019, 5, 20)


@pytest.mark.parametrize(
    ("claim", "denied"),
    [
        ("The council has not yet commented on the fire.", True),
        ("The council has yet to comment on the fire.", True),
        ("No result has been published so far.", True),
        ("The council did not comment on the fire.", False),
        ("The best is yet to come.", False),
        ("The council has commented on the fire.", False),
    ],
)
def test_what_had_not_happened_yet_is_noticed(claim: str, denied: bool) -> None:
    assert denies_yet(details(claim)) is denied


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (date(2019, 5, 19), ""),
        (MAY, "the same day (2019-05-20), order unknown"),
        (date(2019, 5, 21), "later (2019-05-21)"),
        (None, "order unknown, for it has no date"),
    ],
)
def test_the_order_of_a_passage_and_a_claim(told: date | None, words: str) -> None:
    assert str(order(MAY, told) or "") == words


def test_the_order_is_unknown_where_the_claim_has_no_date() -> None:
    assert str(order(None, MAY)) == "order unknown, for the claim has no date (2019-05-20)"


@pytest.mark.parametrize(
    ("claim", "told", "is_outdated"),
    [
        ("The bridge opened on 18 May 2019.", date(2019, 5, 17), True),
        ("The bridge opened on 18 May 2019.", date(2019, 5, 18), False),
        ("The bridge is still closed.", date(2019, 4, 1), True),
        ("The bridge is still closed.", date(2019, 5, 1), False),
        ("The bridge is closed.", date(2018, 6, 1), False),
        ("The bridge is closed.", date(2017, 6, 1), True),
        ("The bridge opened with a feast.", date(2001, 6, 1), False),
        ("The bridge is closed.", None, False),
    ],
)
def test_a_passage_can_be_too_old_to_refute(claim: str, told: date | None, is_outdated: bool) -> None:
    assert bool(outdated(details(claim), MAY, told)) is is_outdated


@pytest.mark.parametrize(
    ("claim", "sentence", "words"),
    [
        ("They swapped 12 men on Monday.", "On 2 May 2019 they swapped 90 men.", "about another time (2 May 2019)"),
        ("They swapped 12 men on Monday.", "On 20 May 2019 they swapped 90 men.", ""),
        ("They swapped 12 men in May 2019.", "On 2 May 2019 they swapped 90 men.", ""),
        ("They swapped 12 men in 2017.", "They have swapped 90 men since 2015.", ""),
        ("They swapped 12 men in 2014.", "They have swapped 90 men since 2015.", "about another time (2015)"),
        ("They swapped 12 men.", "On 2 May 2019 they swapped 90 men.", ""),
        ("They swapped 12 men on Monday.", "They swapped 90 men.", ""),
        ("In 1990 Anna Jons won.", "Anna Jons (born 3 May 1961) lost.", ""),
    ],
)
def test_what_happened_another_time_is_told(claim: str, sentence: str, words: str) -> None:
    assert str(elsewhen(details(claim), MAY, details(sentence), MAY) or "") == words
