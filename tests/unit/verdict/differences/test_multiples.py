"""How often, and how many times as much."""

from __future__ import annotations

import pytest

from factcheck.domain.stances import Comparison
from factcheck.verdict.differences.multiples import multiple_differences
from tests.parsing import details

AGREES, DIFFERS = Comparison.AGREES, Comparison.DIFFERS
OPEN, ALONE = Comparison.NOT_COMPARABLE, Comparison.ONLY_IN_CLAIM


@pytest.mark.parametrize(
    ("claim", "passage", "expected"),
    [
        ("Sales of looms doubled.", "Sales of looms doubled.", AGREES),
        ("Sales of looms doubled.", "Sales of looms tripled.", DIFFERS),
        ("Sales of looms doubled.", "Sales of looms nearly tripled.", OPEN),
        ("Sales of looms doubled.", "Sales of looms have not tripled.", ALONE),
        ("Sales of looms doubled.", "Prices of bread tripled.", ALONE),
        ("She won the cup twice.", "She won the cup twice.", AGREES),
        ("Sales of looms doubled.", "Looms were on sale twice.", ALONE),
        ("It doubled.", "It tripled.", ALONE),
    ],
)
def test_two_factors_are_compared_only_where_they_are_said_of_the_same(
    claim: str, passage: str, expected: Comparison
) -> None:
    [found] = multiple_differences(details(claim), details(passage))
    assert found.comparison is expected


def test_the_note_names_both() -> None:
    [found] = multiple_differences(details("Sales of looms doubled."), details("Sales of looms tripled."))
    assert found.note == "doubled in the claim, tripled in the passage"
