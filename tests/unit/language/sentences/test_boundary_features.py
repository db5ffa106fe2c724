"""The words of a text, and what their places tell."""

from __future__ import annotations

import re

import numpy as np
import pytest

from factcheck.language.sentences.boundary_features import CLOSE, LINE, PARAGRAPH, PLACE_SIZES, SPACE, Words, words_of


def read(text: str) -> Words:
    words = words_of(text)
    assert words is not None
    return words


def test_words_stand_where_they_do_in_the_text() -> None:
    text = "Rain fell.\n  It  was cold."
    words = read(text)
    assert [words.word(text, place) for place in range(len(words))] == ["Rain", "fell.", "It", "was", "cold."]


@pytest.mark.parametrize("text", ["", "  ", "\n\n\t"])
def test_white_space_holds_no_words(text: str) -> None:
    assert words_of(text) is None


def test_what_follows_a_word_is_a_space_a_line_a_paragraph_or_nothing() -> None:
    words = read("one two\nthree\n\nfour。five")
    assert words.after.tolist() == [SPACE, LINE, PARAGRAPH, CLOSE, PARAGRAPH]


def test_the_same_word_is_described_once() -> None:
    words = read("so it rained and so it went")
    assert len(words.different) == 5
    assert words.which[0] == words.which[4]


def test_words_are_found_by_a_pattern() -> None:
    assert read("No. 4 or no. 5").matching(re.compile(r"[Nn]o\.")).tolist() == [0, 3]


def test_every_place_is_told_in_numbers_below_their_sizes() -> None:
    words = read("“It rained (a lot),” she said. “Why?”\n- one\n- two\n\nTHE END " * 30)
    assert words.places.shape == (len(words), len(PLACE_SIZES))
    assert (words.places >= 0).all()
    assert (words.places < np.array(PLACE_SIZES)).all()


def test_what_a_place_tells_changes_with_the_quotation_that_is_open() -> None:
    open_mark, none = read("“It rained. Then"), read("It rained. Then")
    assert open_mark.places[1].tolist() != none.places[1].tolist()
