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
