"""What one of two texts denies and the other says."""

from __future__ import annotations

import pytest

from factcheck.domain.stances import Comparison
from tests.parsing import compared

AGREES, DIFFERS = Comparison.AGREES, Comparison.DIFFERS
OPEN, ALONE = Comparison.NOT_COMPARABLE, Comparison.ONLY_IN_CLAIM


def outcomes(claim: str, passage: str, aspect: str) -> list[Comparison]:
    return [each.comparison for each in compared(claim, passage) if each.aspect == aspect]


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The club has not released a statement.", "The club has yet to release a statement.", [AGREES]),
        ("The club has not released a statement.", "The club released a statement at noon.", [DIFFERS]),
        ("The club has not released a statement.", "The stadium is being rebuilt.", [ALONE]),
        ("The club has not released a statement.", "The club, which never sold, released a statement.", [DIFFERS]),
        ("The club has not released a statement.", "A label released the songs of a singer.", [ALONE]),
        ("The club released a statement.", "A label has not released the songs of a singer.", []),
        ("The club released a statement.", "The club has not released a statement.", [DIFFERS]),
        ("The club released a statement.", "The club released a statement.", []),
        ("The club released a statement.", "Its rivals never spoke of the stadium.", []),
        ("The club sold not only Okafor.", "The club sold Okafor.", []),
        ("The club is not called Vesta Leeds.", "The club is known as Vesta Leeds.", [ALONE]),
        ("The old club is not called Vesta Leeds.", "The old club is known as Vesta Leeds.", [DIFFERS]),
        ("He sat because he could not hit a ball in Leeds.", "In Leeds he sat and watched a ball.", [ALONE]),
        ("Okafor starred in the film I'm Not There.", "Okafor was a star of the film I'm Not There.", []),
    ],
)  # fmt: skip
def test_denials_are_compared(claim: str, passage: str, expected: list[Comparison]) -> None:
    assert outcomes(claim, passage, "negation") == expected


def test_what_an_adverb_stands_before_is_denied_and_not_the_adverb() -> None:
    found = compared("The club has not officially called the vote.", "The club called the vote.")
    assert [each.note for each in found] == ["the claim denies “called”, the passage does not"]


@pytest.mark.parametrize(
    ("claim", "passage"),
    [
        # the word stands in the passage, and is denied there with another one
        ("The club has not wanted the cup.", "The club never said that it wanted the cup."),
        # only a clause beside the main one is denied
        (
            "The mayor of Leeds sold the old mill because nobody could save it.",
            "The mayor of Leeds sold the old mill.",
        ),
        # the passage denies too, in other words
        ("The mayor of Leeds did not sell the old mill.", "The mayor of Leeds never gave away the old mill."),
    ],
)
def test_a_denial_is_not_contradicted_by_what_does_not_state_the_same(claim: str, passage: str) -> None:
    assert outcomes(claim, passage, "negation") == [ALONE]
