"""Windows of a long passage: nothing is left out, nothing is too long, and each sentence has its neighbours."""

from __future__ import annotations

import itertools
import re

import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.spans import Span
from factcheck.verdict.stance.windows import units_of, windows


def offsets(text: str) -> npt.NDArray[np.int64]:
    return np.array([each.span() for each in re.finditer(r"\S+", text)], dtype=np.int64).reshape(-1, 2)


def sentences(text: str) -> list[Span]:
    return [Span(*each.span()) for each in re.finditer(r"\S[^.]*\.?", text)]


def words_in(text: str, spans: list[Span]) -> list[list[str]]:
    return [span.of(text).split() for span in spans]


def passage_of(*lengths: int) -> str:
    """Sentences of so many words, each word another."""
    return " ".join(
        " ".join(f"s{number}w{word}" for word in range(length)) + "." for number, length in enumerate(lengths)
    )


def test_a_text_that_fits_is_one_window() -> None:
    text = passage_of(3, 4)
    assert [span.of(text) for span in windows(sentences(text), offsets(text), 7)] == [text]


def test_a_text_of_nothing_has_no_window() -> None:
    assert windows([], offsets(""), 5) == []


def test_windows_are_whole_sentences_that_overlap() -> None:
    text = passage_of(3, 3, 3, 3)
    found = windows(sentences(text), offsets(text), 6)
    whole = [span.of(text) for span in sentences(text)]
    assert [span.of(text) for span in found] == [f"{one} {next_}" for one, next_ in itertools.pairwise(whole)]


def test_a_sentence_that_is_longer_than_a_window_is_cut_into_overlapping_parts() -> None:
    text = passage_of(10)
    found = words_in(text, windows(sentences(text), offsets(text), 4))
    assert [len(each) for each in found] == [4, 4, 4, 4]
    assert [each[0] for each in found] == ["s0w0", "s0w2", "s0w4", "s0w6"]


@given(st.lists(st.integers(1, 30), min_size=1, max_size=12), st.integers(2, 25))
def test_every_sentence_that_fits_stands_whole_in_a_window(lengths: list[int], room: int) -> None:
    text = passage_of(*lengths)
    pieces, whole = offsets(text), sentences(text)
    found = windows(whole, pieces, room)
    assert all(0 < len(words) <= room for words in words_in(text, found))
    assert {word for words in words_in(text, found) for word in words} == set(text.split())
    for unit in units_of(whole, pieces, room):
        assert any(window.covers(unit) for window in found)
    assert [span.start for span in found] == sorted({span.start for span in found})
    assert not any(one.covers(other) for one in found for other in found if one != other)


@given(st.lists(st.integers(1, 8), min_size=3, max_size=20))
def test_two_neighbours_that_fit_stand_together_in_a_window(lengths: list[int]) -> None:
    text = passage_of(*lengths)
    whole = sentences(text)
    found = windows(whole, offsets(text), 16)
    for one, next_ in itertools.pairwise(whole):
        assert any(window.covers(one) and window.covers(next_) for window in found)


def test_a_megabyte_is_not_read_twice() -> None:
    text = passage_of(*[20] * 5_000)
    found = windows(sentences(text), offsets(text), 150)
    assert sum(len(words) for words in words_in(text, found)) <= 1.6 * 100_000


def test_a_window_has_few_sentences_however_short() -> None:
    text = passage_of(*[2] * 6)
    assert [len(sentences(span.of(text))) for span in windows(sentences(text), offsets(text), 150)] == [3, 3, 2]


@pytest.mark.parametrize("room", [1, 2])
def test_a_window_of_one_word_still_reads_on(room: int) -> None:
    text = passage_of(5, 1)
    assert {word for words in words_in(text, windows(sentences(text), offsets(text), room)) for word in words} == set(
        text.split()
    )
