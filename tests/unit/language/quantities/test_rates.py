"""What a quantity is counted for each of."""

from __future__ import annotations

import pytest

from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.quantities.rates import NO_RATE, Rate, is_each, rate_after


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("per 100,000 people", Rate("person", 100_000)), ("per year", Rate("year", 1)),
        ("per person", Rate("person", 1)),
        ("per the", Rate("", 1)), ("per", NO_RATE), ("per 3", Rate("", 3)), ("a year", Rate("year", 1)),
        ("an hour", Rate("hour", 1)), ("-a-day", Rate("day", 1)), ("each week", Rate("week", 1)),
        ("annually", Rate("year", 1)), ("a year later", NO_RATE), ("a year and", NO_RATE), ("a dog", NO_RATE),
        ("a", NO_RATE), ("a 3", NO_RATE), ("the year", NO_RATE), ("", NO_RATE), ("a barrel", NO_RATE),
    ],
)  # fmt: skip
def test_a_rate_begins_right_behind_a_quantity(text: str, rate: Rate) -> None:
    assert rate_after(lexemes(text), 0, money=False) == rate


def test_money_is_paid_by_the_barrel_too() -> None:
    assert rate_after(lexemes("a barrel"), 0, money=True) == Rate("barrel", 1)
    assert rate_after(lexemes("each barrel"), 0, money=True) == NO_RATE
    assert rate_after(lexemes("a dog"), 0, money=True) == NO_RATE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("each", True), ("each on Friday", True), ("apiece", True), ("apiece of", True), ("each day", False),
        ("each of them", False), ("each other", False), ("all", False), ("", False),
    ],
)  # fmt: skip
def test_each_holds_for_several(text: str, expected: bool) -> None:
    assert is_each(lexemes(text), 0) is expected
