"""Who said it, in a claim and in a passage."""

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
        ("Ann Lee said that the club would move.", "The club would move, Omar Reyes said.", "Ann", [DIFFERS]),
        ("Ann Lee said that the club would move.", "The club would move, Ann Lee said.", "Ann", [AGREES]),
        ("Ann Lee said that the club would move.", "The club would move, a player said.", "Ann", [OPEN]),
        ("Ann Lee said that the club would move.", "The players would strike, Omar Reyes said.", "Ann", []),
        ("Ann Lee said that the club would move.", "Omar Reyes denied that the club would move.", "Ann", []),
        (
            "Ann Lee said that the club would move.",
            "The club would move, Omar Reyes said. Ann Lee agreed with him.",
            "Ann",
            [OPEN],
        ),
    ],
)
def test_speakers_are_compared(claim: str, passage: str, words: str, expected: list[Comparison]) -> None:
    assert found(claim, passage, "speaker", words) == expected
