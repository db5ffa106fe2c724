"""Words that say the opposite of each other, by their stems."""

from __future__ import annotations

import pytest

from factcheck.language.stems import stem
from factcheck.verdict.details.opposites import opposites_of


@pytest.mark.parametrize(
    ("one", "other"), [("open", "closed"), ("rises", "fall"), ("approved", "vetoed"), ("hottest", "coldest")]
)
def test_opposites_go_both_ways_in_any_form(one: str, other: str) -> None:
    assert stem(other) in opposites_of(stem(one))
    assert stem(one) in opposites_of(stem(other))


def test_a_word_is_no_opposite_of_those_beside_it() -> None:
    assert stem("shut") not in opposites_of(stem("close"))


@pytest.mark.parametrize("word", ["bridge", "", "old"])
def test_most_words_have_none(word: str) -> None:
    assert opposites_of(stem(word) if word else word) == frozenset()
