"""What one word tells about where sentences end."""

from __future__ import annotations

import pytest

from factcheck.language.sentences.boundary_words import SIZES, word_signs


@pytest.mark.parametrize(
    ("word", "ends"),
    [("over.", True), ("over.”", True), ("over?)", True), ("over", False), ("over,", False), ("”", False)],
)
def test_a_stop_may_stand_before_closing_marks(word: str, ends: bool) -> None:
    assert word_signs(word).ends is ends


def test_marks_are_counted_that_open_and_close() -> None:
    signs = word_signs("“(over")
    assert (signs.curly, signs.brackets, signs.quotes) == (1, 1, 0)
    signs = word_signs('over")”')
    assert (signs.curly, signs.brackets, signs.quotes) == (-1, -1, 1)


def test_the_core_is_the_word_without_its_marks() -> None:
    assert word_signs("“Rain,”").core == "Rain"


def test_a_possessive_is_looked_up_as_its_owner() -> None:
    assert word_signs("Leeds's").key == word_signs("leeds").key == word_signs("Leeds’s").key
    assert word_signs("Leeds").key != word_signs("Lee").key


@pytest.mark.parametrize("word", ["a", "Rain,", "…", "1.", "http://example.org", "x" * 10_000, "\ud800", "。"])
def test_every_number_is_below_its_size(word: str) -> None:
    row = word_signs(word).row
    assert len(row) == len(SIZES)
    assert all(0 <= number < size for number, size in zip(row, SIZES, strict=True))
