"""Words that say whether a number is exact."""

from __future__ import annotations

import pytest

from factcheck.language.numbers.bounds import Bounded, bound_after, bound_before
from factcheck.language.numbers.lexemes import lexemes


@pytest.mark.parametrize(
    ("text", "bound", "inclusive", "first"),
    [
        ("it is more than 3", "at_least", False, 2), ("it is at least 3", "at_least", True, 2),
        ("it is over 3", "at_least", False, 2), ("no fewer than 3", "at_least", True, 0),
        ("it is under 3", "at_most", False, 2), ("it is up to 3", "at_most", True, 2),
        ("no more than 3", "at_most", True, 0), ("it is about 3", "about", True, 2),
        ("it is 3", "exact", True, 2), ("3", "exact", True, 0),
    ],
)  # fmt: skip
def test_the_longest_bound_that_ends_before_a_number_counts(text: str, bound: str, inclusive: bool, first: int) -> None:
    words = lexemes(text)
    assert bound_before(words, len(words) - 1) == Bounded(bound, inclusive, first)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "bound", "end"),
    [
        ("3 or more of", "at_least", 3), ("3+ of", "at_least", 2), ("3 or fewer of", "at_most", 3),
        ("3 or so of", "about", 3), ("3 of", "exact", 1), ("3", "exact", 1), ("3 or four", "exact", 1),
    ],
)  # fmt: skip
def test_a_bound_behind_a_number_goes_to_its_last_word(text: str, bound: str, end: int) -> None:
    assert bound_after(lexemes(text), 1) == Bounded(bound, True, end)  # type: ignore[arg-type]
