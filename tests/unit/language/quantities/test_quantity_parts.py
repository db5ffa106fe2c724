"""The parts of a quantity."""

from __future__ import annotations

import pytest

from factcheck.language.numbers.lexemes import Lexeme, lexemes
from factcheck.language.numbers.numbers import Number, read_number
from factcheck.language.parsing.parses import Parses
from factcheck.language.quantities.counted_nouns import Counted
from factcheck.language.quantities.quantity_parts import (
    is_letter_for_length,
    noun_of_number,
    range_at,
    says_what,
    unit_of_number,
)


def first_number(words: list[Lexeme]) -> tuple[int, Number]:
    for at in range(len(words)):
        number = read_number(words, at)
        if number is not None:
            return at, number
    raise AssertionError("no number")


@pytest.mark.parametrize(
    ("text", "low", "high", "joined"),
    [
        ("3-4 weeks", 3, 4, True), ("3 - 4 weeks", 3, 3, False), ("3 to 4 weeks", 3, 4, True),
        ("3 and 4 weeks", 3, 3, False),
        ("between 3 and 4 weeks", 3, 4, True), ("from 3 to 4 weeks", 3, 3, False), ("3% to 4%", 3, 4, True),
        ("3% to 4 km", 3, 3, False), ("3 to 4 million", 3e6, 4e6, True), ("5 to 1 million", 5, 1e6, True),
        ("3 million to 4 million", 3e6, 4e6, True), ("$3 to $4", 3, 4, True), ("3 to men", 3, 3, False),
        ("3 to fourth", 3, 3, False), ("3rd to 4", 3, 3, False), ("3 to tens of men", 3, 3, False), ("3", 3, 3, False),
        ("3 to", 3, 3, False), ("3 or 4", 3, 3, False),
    ],
)  # fmt: skip
def test_a_range_has_two_ends(text: str, low: float, high: float, joined: bool) -> None:
    words = lexemes(text)
    at, number = first_number(words)
    found = range_at(words, at, number)
    assert (found[0].value, found[1].value, found[2]) == (low, high, joined)


@pytest.mark.parametrize(
    ("text", "money", "unit", "end"),
    [
        ("3 km", "", "km", 2), ("3 men", "", "", 1), ("3 men", "USD", "USD", 1), ("3 m", "USD", "USD", 1),
        ("3 cents", "USD", "USD", 1), ("3 km", "USD", "km", 2), ("3", "", "", 1),
    ],
)  # fmt: skip
def test_money_before_a_number_is_its_unit_unless_another_follows(text: str, money: str, unit: str, end: int) -> None:
    words = lexemes(text)
    assert unit_of_number(words, first_number(words)[1], money) == (unit, end)


def test_a_vague_plural_has_its_unit_behind_of() -> None:
    words = lexemes("millions of dollars")
    assert unit_of_number(words, first_number(words)[1], "") == ("USD", 3)
    words = lexemes("millions of men")
    assert unit_of_number(words, first_number(words)[1], "") == ("", 1)


@pytest.mark.parametrize(
    ("text", "noun", "behind"),
    [
        ("He is 45 years old.", "age", "."), ("They met a 45-year-old man.", "age", " man."),
        ("It drew a 3,000-strong crowd.", "", " crowd."), ("It sent 3 tonnes of grain.", "grain", "."),
        ("It sent a 3 tonne lorry.", "", " lorry."), ("It is the third year of it.", "year", " of it."),
        ("It is the third phase.", "phase", "."), ("Six men left.", "man", " left."),
        ("It lost 3 dozens.", "", " dozens."),
    ],
)  # fmt: skip
def test_a_number_counts_a_noun_an_age_or_nothing(parses: Parses, text: str, noun: str, behind: str) -> None:
    words = lexemes(text)
    at, number = first_number(words)
    measured = unit_of_number(words, number, "")
    found = noun_of_number(parses.of(text), words, at, number, measured)
    assert found.noun == noun
    assert text[found.end :] == behind


@pytest.mark.parametrize(
    ("text", "unit", "noun", "joined", "expected"),
    [
        ("3", "km", "", False, True), ("3", "", "man", False, True), ("third", "", "", False, False),
        ("3", "", "", True, False), ("three", "", "", False, False), ("3 million", "", "", False, True),
        ("three million", "", "", False, True), ("1,500", "", "", False, True), ("1500", "", "", False, False),
        ("2999", "", "", False, False), ("3000", "", "", False, True), ("999", "", "", False, True),
        ("1500.5", "", "", False, True),
    ],
)  # fmt: skip
def test_a_number_says_what_it_is_of_or_needs_no_saying(
    text: str, unit: str, noun: str, joined: bool, expected: bool
) -> None:
    words = lexemes(text)
    counted = Counted(noun, (), 0)
    assert says_what(words[0], first_number(words)[1], counted, unit, joined=joined) is expected


@pytest.mark.parametrize(
    ("text", "unit", "noun", "expected"),
    [("3.4m", "", "", True), ("3.4m", "", "user", False), ("3.4m", "USD", "", False), ("3.4bn", "", "", False)],
)
def test_a_letter_may_be_metres_where_nothing_is_surely_counted(
    text: str, unit: str, noun: str, expected: bool
) -> None:
    number = first_number(lexemes(text))[1]
    assert is_letter_for_length(number, Counted(noun, (), 0), unit) is expected
