"""Numbers in digits and in words."""

from __future__ import annotations

import pytest

from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.numbers.numbers import Number, read_number


def read(text: str) -> Number | None:
    return read_number(lexemes(text), 0)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("270 men", 270), ("1,000 men", 1000), ("10,00,000 rupees", 1e6), ("3.5 million", 3.5e6), ("1.2bn", 1.2e9),
        ("100k", 1e5), ("three", 3), ("twenty-five thousand", 25_000), ("twenty five", 25),
        ("two hundred and fifty", 250),
        ("two hundred women", 200), ("one thousand and one nights", 1001), ("half a million", 5e5), ("a dozen", 12),
        ("two dozen", 24), ("a hundred", 100), ("three point five percent", 3.5), ("two hundred thousand", 2e5),
        ("three million two hundred thousand", 3.2e6), ("3-million", 3e6), ("zero", 0), ("two and a half", 2.5),
        ("1¾", 1.75),
        ("three quarters of a million", 7.5e5), ("5 crore", 5e7),
    ],
)  # fmt: skip
def test_a_number_is_read_as_long_as_it_goes(text: str, value: float) -> None:
    number = read(text)
    assert number is not None
    assert (number.value, number.ordinal) == (value, False)


@pytest.mark.parametrize(
    ("text", "place"),
    [("third year", 3), ("twenty-first", 21), ("47th", 47), ("1st", 1), ("one hundred and fifth", 105)],
)
def test_a_place_in_a_row_is_an_ordinal(text: str, place: int) -> None:
    number = read(text)
    assert number is not None
    assert (number.value, number.ordinal) == (place, True)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("tens of thousands of", 1e4, 1e5), ("hundreds of", 1e2, 1e3), ("hundreds of thousands", 1e5, 1e6)],
)
def test_a_vague_plural_reaches_to_the_next_scale(text: str, low: float, high: float) -> None:
    number = read(text)
    assert number is not None
    assert (number.value, number.upper) == (low, high)


@pytest.mark.parametrize(
    "text",
    [
        "1,5",
        "1.2.3",
        "3,4,5",
        "nineteen eighty-four",
        "twenty fifteen",
        "a man",
        "half the men",
        "9" * 40,
        "1.5th",
        "men",
    ],
)
def test_what_is_no_sure_number_is_none(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(("text", "resolution"), [("270", 1), ("3.5 million", 1e5), ("2 billion", 1e9), ("0.25", 0.01)])
def test_the_resolution_is_the_place_of_the_last_digit(text: str, resolution: float) -> None:
    number = read(text)
    assert number is not None
    assert number.resolution == pytest.approx(resolution)
