"""Numbers that make up another, shares, and how many times as much."""

from __future__ import annotations

import pytest

from factcheck.domain.stances import Comparison
from tests.parsing import compared

AGREES, DIFFERS = Comparison.AGREES, Comparison.DIFFERS
OPEN, ALONE = Comparison.NOT_COMPARABLE, Comparison.ONLY_IN_CLAIM


def outcomes(claim: str, passage: str) -> list[Comparison]:
    return [each.comparison for each in compared(claim, passage) if each.aspect == "quantity"]


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("The ship took 180 men and 22 women.", "The ship took 202 people.", [AGREES, AGREES]),
        ("The ship took 202 people.", "The ship took 180 men and 22 women.", [AGREES]),
        ("The ship took 180 men and 22 women.", "The ship took 203 people.", [ALONE, ALONE]),
        ("The ship took 180 men and 22 women.", "A hall seats 202 people.", [ALONE, ALONE]),
        ("The ship took 8 men and 4 women.", "The ship took 12 horses.", [ALONE, ALONE]),
        ("The ship took more than 180 men and 22 women.", "The ship took 202 people.", [ALONE, ALONE]),
        # shares
        ("One in four voters stayed home.", "25% of voters stayed home.", [AGREES]),
        ("One in four voters stayed home.", "A third of voters stayed home.", [DIFFERS]),
        # multiples
        ("Sales of looms doubled.", "Sales of looms tripled.", [DIFFERS]),
        ("Sales of looms doubled.", "Sales of looms more than doubled.", [OPEN]),
        ("She won the cup twice.", "She won the cup three times.", [DIFFERS]),
        ("She won the cup twice.", "Twice she lost her way in the fog.", [ALONE]),
    ],
)
def test_what_is_counted_in_another_way(claim: str, passage: str, expected: list[Comparison]) -> None:
    assert outcomes(claim, passage) == expected


def test_a_sum_is_told_with_its_parts() -> None:
    found = compared("The ship took 180 men and 22 women.", "In all the ship took 202 people.")
    assert {each.note for each in found if each.aspect == "quantity"} == {"180 + 22 = 202 people"}
