"""Numbers that count nothing."""

from __future__ import annotations

import pytest

from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.numbers.number_names import is_name, is_part_of_more, no_quantities
from factcheck.language.numbers.numbers import read_number


def at(text: str, word: str) -> int:
    return [each.text for each in lexemes(text)].index(word)


@pytest.mark.parametrize(
    ("text", "hidden"),
    [
        ("https://a.example/270 men", ["https://a.example/270"]), ("mail a27@b.example now", ["a27@b.example"]),
        ("at 10:30 pm they", ["10:30 pm"]), ("at 5 o'clock they", ["5 o'clock"]), ("a score of 3:1 and", ["3:1"]),
        ("at 1830 GMT they", ["1830 GMT"]), ("call +1 555 123 4567 now", ["+1 555 123 4567"]),
        ("call (555) 123-4567 now", ["(555) 123-4567"]), ("version 1.2.3 came", ["1.2.3"]), ("the 24/7 shop", ["24/7"]),
        ("rule #5 and", ["#5"]), ("see No. 7 there", ["No. 7"]), ("on 3 May 2020 he", ["3 May 2020"]), ("270 men", []),
    ],
)  # fmt: skip
def test_dates_times_addresses_and_labels_hold_no_quantities(text: str, hidden: list[str]) -> None:
    assert [each.of(text) for each in no_quantities(text)] == hidden


@pytest.mark.parametrize(
    ("text", "number", "bare", "expected"),
    [
        ("Flight 370", "370", True, True), ("a Boeing 747", "747", True, True), ("page 12", "12", True, True),
        ("page 12", "12", False, False), ("in 2022 people", "2022", True, True),
        ("in 1822 people", "1822", True, False),
        ("in 22 towns", "22", True, False), ("H1", "1", True, True), ("x-1", "1", True, True), ("(1", "1", True, False),
        ("Friday 12 men", "12", True, False), ("The 12 men", "12", True, False), ("Boeing\n747", "747", True, False),
        ("the Three", "Three", True, True), ("Three men", "Three", True, False), ("Three Sisters", "Three", True, True),
        ("phase three", "three", True, True), ("the three", "three", True, False), ("370", "370", True, False),
        ("Boeing 747", "747", False, False), ("THREE", "THREE", True, False),
        ("It said: Three men", "Three", True, False),
    ],
)  # fmt: skip
def test_a_number_in_a_name_or_a_label_counts_nothing(text: str, number: str, bare: bool, expected: bool) -> None:
    assert is_name(text, lexemes(text), at(text, number), bare=bare) is expected


@pytest.mark.parametrize(
    ("text", "number", "expected"),
    [
        ("1 000 men", "000", True), ("5G masts", "5", True), ("two thirds", "two", True), ("two third", "two", True),
        ("two first", "two", False), ("one in five", "one", True), ("one in five", "five", True),
        ("nine out of ten", "nine", True), ("nine out of ten", "ten", True), ("won 3 – 0", "3", True),
        ("won 3 – 0", "0", True), ("either 1) stay", "1", True), ("(see 1)", "1", False), ("10-fold", "10", True),
        ("2 times", "2", True), ("747-MAX", "747", True), ("five-star", "five", False), ("first-class", "first", True),
        ("five-", "five", True), ("270 men", "270", False), ("270", "270", False), ("3 per day", "3", False),
        ("3x", "3", True), ("3 × 4", "3", True), ("first three", "first", False),
        ("of three", "three", False), ("3 in 2000", "3", False),
    ],
)  # fmt: skip
def test_what_stands_around_a_number_makes_it_something_else(text: str, number: str, expected: bool) -> None:
    words = lexemes(text)
    place = at(text, number)
    read = read_number(words, place)
    assert read is not None
    assert is_part_of_more(words, place, read, read.end) is expected
