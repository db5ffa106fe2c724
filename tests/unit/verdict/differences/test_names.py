"""Names, speakers and quantifiers of a claim beside those of a passage."""

from __future__ import annotations

import pytest

from factcheck.domain.stances import Comparison
from tests.parsing import compared

AGREES, DIFFERS = Comparison.AGREES, Comparison.DIFFERS
OPEN, ALONE = Comparison.NOT_COMPARABLE, Comparison.ONLY_IN_CLAIM


def found(claim: str, passage: str, aspect: str, words: str) -> list[Comparison]:
    start = claim.index(words)
    return [
        each.comparison
        for each in compared(claim, passage)
        if each.aspect == aspect and each.claim_span.start <= start < each.claim_span.end
    ]


@pytest.mark.parametrize(
    ("claim", "passage", "words", "expected"),
    [
        ("The film Tide was directed by Ann Lee.", "Tide is a film directed by Omar Reyes.", "Ann", [DIFFERS]),
        ("The film Tide was directed by Ann Lee.", "Tide is a film directed by Lee.", "Ann", [AGREES]),
        ("The film Tide was directed by Ann Lee.", "Tide is a film with songs by Omar Reyes.", "Ann", [ALONE]),
        ("The film Tide was not directed by Ann Lee.", "Tide is a film directed by Omar Reyes.", "Ann", [ALONE]),
        ("The fair was held in Norway.", "The fair was held in Bergen.", "Norway", [ALONE]),  # a town of it, perhaps
        ("The fair was held by the WCU.", "The fair was held by the World Chess Union.", "WCU", [AGREES]),
        ("The tide pool is in New York City.", "The tide pool is in NYC.", "New York", [AGREES]),
        ("She met a German poet.", "She met a poet from Germany.", "German", [OPEN]),
        ("The judge Ann Lee left.", "The judge left.", "Ann", [ALONE]),
        # two may say the same, and a thing can be of two peoples
        ("Ann Lee said the mill would close.", "Omar Reyes said the mill would close.", "Ann", [ALONE]),
        ("The Germans won the old cup in May.", "The Swedes won the old cup in May.", "Germans", [ALONE]),
        # in the same place, but of something else, and where too little is said to tell
        ("The old mill at Orlo was bought by Ann Lee.", "A red boat was bought by Omar Reyes.", "Ann", [ALONE]),
        ("It was directed by Ann Lee.", "Tide was directed by Omar Reyes.", "Ann", [ALONE]),
    ],
)  # fmt: skip
def test_names_are_compared(claim: str, passage: str, words: str, expected: list[Comparison]) -> None:
    assert found(claim, passage, "name", words) == expected


def test_what_nearly_every_passage_has_is_not_worth_telling() -> None:
    found = compared("All players met Ann Lee in 1912.", "Ann Lee was born in 1912.")
    assert {(each.aspect, each.is_telling) for each in found} == {
        ("name", False),
        ("quantifier", False),
        ("date", True),
    }
    [rival] = [
        each
        for each in compared("Tide was directed by Ann Lee.", "Tide was directed by Omar Reyes.")
        if each.comparison is DIFFERS
    ]
    assert rival.is_telling
