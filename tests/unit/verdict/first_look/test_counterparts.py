"""What stands in the place of a claim's number, date, name or word, where no passage has the claim's own."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.spans import Span
from factcheck.verdict.first_look.counterparts import Counterpart, counterparts
from tests.parsing import details

ELSEWHERE = "The museum opens at noon in summer."


def found(claim: str, *passages: str) -> list[tuple[str, str]]:
    """The words of the claim and those in their place."""
    named = {f"p-{number}": text for number, text in enumerate(passages)}
    there = {name: details(text) for name, text in named.items()}
    return [_words(claim, named, each) for each in counterparts(details(claim), there)]


def _words(claim: str, passages: dict[str, str], each: Counterpart) -> tuple[str, str]:
    there = each.difference.passage_span
    assert there is not None
    assert each.sentence.covers(there)
    return each.difference.claim_span.of(claim), there.of(passages[each.passage_id])


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        # numbers: of one unit, in a sentence on the same matter
        (
            "The county's fund paid 31 million euros for the dam.",
            "For the dam the county's fund gave 24 million euros.",
            [("31 million euros", "24 million euros")],
        ),
        (
            "The bus to Orm leaves every 15 minutes.",
            "Buses to Orm leave every 30 minutes.",
            [("15 minutes", "30 minutes")],
        ),
        (
            "Fees for the Orm pool rose by 12 percent.",
            "The Orm pool raised its fees by 8 percent.",
            [("12 percent", "8 percent")],
        ),
        # another unit, another matter, or too little shared
        ("The bus to Orm leaves every 15 minutes.", "Buses to Orm cost 30 euros and leave late.", []),
        ("The county's fund paid 31 million euros for the dam.", "The school paid 24 million euros.", []),
        ("It cost 31 million euros.", "It cost 24 million euros.", []),
        # the claim's own number stands there too, be it of another noun or in another sentence
        ("The mill in Orm employs 240 people.", "The mill in Orm has 240 employees and 60 guests.", []),
        (
            "The dam in Orm cost 31 million euros.",
            "The dam in Orm cost much. Of the 31 million euros, 24 million euros were the county's.",
            [],
        ),
        # of another day
        ("The pool in Orm sold 640 tickets on 3 May 2024.", "On 4 May 2024 the pool in Orm sold 512 tickets.", []),
        # what a rounded or an open number leaves room for
        ("About 2,000 people came to the fair in Orm.", "To the fair in Orm came 2,100 people.", []),
        ("Up to 900 people fit into the hall in Orm.", "Into the hall in Orm fit 850 people.", []),
        # dates
        (
            "The library in Orm opened on 3 May 2021.",
            "The library in Orm opened on 9 June 2022.",
            [("3 May 2021", "9 June 2022")],
        ),
        ("The library in Orm opened in May 2021.", "The library in Orm opened on 9 May 2021.", []),
        # names: behind the same words, and the claim's own nowhere
        (
            "The virus came to Orm with a traveller from Lisbon.",
            "The virus reached Orm by a traveller from Naples.",
            [("Lisbon", "Naples")],
        ),
        (
            "The virus came to Orm with a traveller from Lisbon.",
            "The virus reached Orm by a traveller from Lisbon, not from Naples.",
            [],
        ),
        ("The virus came to Orm with a traveller from Lisbon.", "The virus reached Orm, near Naples.", []),
        # opposites
        ("The schools in Orm stayed open in May.", "In May the schools in Orm were closed.", [("open", "closed")]),
        ("The schools in Orm stayed open in May.", "In May the schools in Orm were not closed.", []),
        ("The schools in Orm were open in May.", "In May the schools in Orm were open, then closed.", []),
    ],
)
def test_what_stands_in_its_place(claim: str, passage: str, expected: list[tuple[str, str]]) -> None:
    assert found(claim, ELSEWHERE, passage) == expected


def test_one_passage_that_has_the_claims_own_number_is_enough() -> None:
    claim, other = "The bus to Orm leaves every 15 minutes.", "Buses to Orm leave every 30 minutes."
    assert found(claim, other)
    assert found(claim, other, "The bus to Orm leaves every 15 minutes.") == []


def test_the_sentence_that_shares_most_is_taken() -> None:
    claim = "The pool in Orm sold 812 tickets on Sunday."
    assert found(claim, "The pool in Orm sold 500 tickets.", "On Sunday the pool in Orm sold 640 tickets.") == [
        ("812 tickets", "640 tickets")
    ]


def test_friday_is_the_day_that_the_texts_dates_make_it() -> None:
    claim, passage = "The library in Orm opened on Friday.", "The library in Orm opened on 12 May 2025."
    there = {"p-1": details(passage)}
    on = date(2025, 5, 23)
    (made,) = counterparts(details(claim), there, claim_on=on)
    assert made.difference.claim_span.of(claim) == "Friday"
    assert (
        counterparts(details(claim), {"p-1": details("The library in Orm opened on 23 May 2025.")}, claim_on=on) == []
    )
    assert counterparts(details(claim), there) == []


@given(st.text(max_size=80), st.text(max_size=120))
def test_any_text_can_be_compared(claim: str, passage: str) -> None:
    for each in counterparts(details(claim), {"p-1": details(passage)}):
        assert Span(0, len(claim)).covers(each.difference.claim_span)
        assert each.difference.passage_span is not None
        assert Span(0, len(passage)).covers(each.difference.passage_span)
        assert 0 <= each.shared <= 1
