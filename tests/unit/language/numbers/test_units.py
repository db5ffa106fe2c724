"""What a number can be measured in."""

from __future__ import annotations

import pytest

from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.numbers.units import MONEY, TIME_UNITS, currency_before, unit_after, unit_of


@pytest.mark.parametrize(
    ("text", "unit", "end"),
    [
        ("3%", "%", 2), ("3 percent", "%", 2), ("3 per cent", "%", 3), ("3 per person", "", 1),
        ("3 percentage points", "percentage point", 3), ("3 percentage", "", 1), ("3 basis points", "basis point", 3),
        ("3-percentage-point", "percentage point", 5), ("3°C", "°C", 3), ("3 degrees Celsius", "°C", 3),
        ("3 degrees", "degree", 2), ("3-year", "year", 3), ("3 - year", "", 1), ("3-man", "", 1),
        ("3 sq km", "square km", 3),
        ("3 sq. km", "square km", 4), ("3 square men", "", 1), ("3 square", "", 1), ("3 cubic metres", "cubic m", 3),
        ("3 USD", "USD", 2), ("3 Canadian dollars", "CAD", 3), ("3 canadian dollars", "", 1),
        ("3 U.S. dollars", "USD", 6),
        ("3 tonnes", "tonne", 2), ("3 seconds", "second", 2), ("3 second", "", 1), ("3 m", "m", 2), ("3 M", "", 1),
        ("3 day's", "", 1), ("3 men", "", 1), ("3", "", 1),
    ],
)  # fmt: skip
def test_a_unit_stands_behind_its_number(text: str, unit: str, end: int) -> None:
    assert unit_after(lexemes(text), 1) == (unit, end)


@pytest.mark.parametrize(
    ("text", "currency", "first"),
    [
        ("$3", "USD", 0), ("€ 3", "EUR", 0), ("€  3", "", 2), ("A$3", "AUD", 0), ("A $3", "USD", 1),
        ("NZ $ 3", "NZD", 0),
        ("NZ  $3", "USD", 1), ("XY$3", "USD", 1), ("USD 3", "USD", 0), ("cost 3", "", 1), ("3", "", 0),
    ],
)  # fmt: skip
def test_a_currency_stands_before_its_number(text: str, currency: str, first: int) -> None:
    words = lexemes(text)
    at = len(words) - 1
    assert currency_before(words, at) == (currency, first if currency else at)


def test_units_of_time_are_known_by_their_noun() -> None:
    assert [unit_of(each) for each in ("year", "yr", "km", "man")] == ["year", "year", "", ""]
    assert not TIME_UNITS & MONEY
