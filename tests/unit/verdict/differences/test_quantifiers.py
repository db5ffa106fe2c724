"""`All`, `most`, `none` and superlatives of a claim beside those of a passage."""

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
        ("All of the crew were saved.", "All of the crew were saved.", "All", [AGREES]),
        ("All of the crew were saved.", "Not all of the crew were saved.", "All", [DIFFERS]),
        ("All of the crew were saved.", "None of the crew were saved.", "All", [DIFFERS]),
        ("All of the crew were saved.", "Most of the crew were saved.", "All", [OPEN]),
        ("All of the crew were saved.", "All of the boats were lost.", "All", [ALONE]),
        ("All of the crew were saved.", "None of the boats of the crew were saved.", "All", [ALONE]),
        ("It is the largest lake in Dorland.", "It is the smallest lake in Dorland.", "the largest", [DIFFERS]),
        ("It is the largest lake in Dorland.", "It is one of the largest lakes in Dorland.", "the largest", [OPEN]),
        ("It is the largest lake in Dorland.", "It is the third largest lake in Dorland.", "the largest", [DIFFERS]),
        ("Some of the crew were saved.", "The boats were lost.", "Some", []),
    ],
)
def test_quantifiers_are_compared(claim: str, passage: str, words: str, expected: list[Comparison]) -> None:
    assert found(claim, passage, "quantifier", words) == expected
