"""Halves and quarters."""

from __future__ import annotations

import pytest

from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.numbers.number_parts import added_part, is_before_unit, part_of_one


@pytest.mark.parametrize(
    ("text", "part", "end"),
    [
        ("2 and a half years", 0.5, 4), ("2-and-a-half years", 0.5, 7), ("2½ years", 0.5, 2),
        ("2 and three quarters", 0.75, 4),
        ("2 and a third", 0, 1), ("2 or a half", 0, 1), ("2", 0, 1), ("2 and a", 0, 1),
    ],
)  # fmt: skip
def test_a_part_is_added_to_the_number_before_it(text: str, part: float, end: int) -> None:
    assert added_part(lexemes(text), 1) == (part, end)


@pytest.mark.parametrize(
    ("text", "part", "end"),
    [
        ("half a million", 0.5, 2), ("half an hour", 0.5, 2), ("a quarter of a million", 0.25, 4),
        ("three quarters of a million", 0.75, 4), ("half the men", 0, 0), ("half", 0, 0), ("a quarter of it", 0, 0),
    ],
)  # fmt: skip
def test_a_part_of_one_ends_behind_its_article(text: str, part: float, end: int) -> None:
    assert part_of_one(lexemes(text), 0) == (part, end)


def test_a_unit_in_front_of_a_hyphen_is_a_word_of_its_own() -> None:
    assert is_before_unit(lexemes("hour long"), 0)
    assert is_before_unit(lexemes("hour"), 0)
    assert not is_before_unit(lexemes("mile-long"), 0)
    assert not is_before_unit(lexemes("man"), 0)
    assert not is_before_unit(lexemes("-year"), 0)
