"""What the trained head reads of a text: its words and its build, hashed to places that never change."""

from __future__ import annotations

import zlib
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.worthiness.features import PLACES, build_places, tokens, word_places

COMMON = frozenset({"the", "of", "."})
any_string = st.text(alphabet=st.characters(exclude_categories=[]))


def place(run: str) -> int:
    return zlib.crc32(run.encode()) % PLACES


def test_numbers_words_and_marks_are_tokens() -> None:
    assert tokens("It's $2.5m, 1,000 a-day…") == ["It's", "$", "2.5", "m", ",", "1,000", "a", "-", "day", "…"]


def test_words_and_pairs_have_places_of_their_own_and_digits_count_alike() -> None:
    runs = ["<start>", "won", "00", "<end>", "<start> won", "won 00", "00 <end>"]
    assert word_places(["Won", "12"]) == sorted(place(f"w:{run}") for run in runs)
    assert word_places(["Won", "12"]) == word_places(["won", "34"]) != word_places(["won", "345"])


def test_the_build_keeps_common_words_and_sorts_the_others() -> None:
    read = ["Prices", "of", "The", "Ford", "jumped", "200", "by", "1999", "."]
    classes = ["<start>", "-es", "of", "the", "<cap>", "-ed", "<number>", "-", "<year>", ".", "<end>"]
    pairs = [" ".join(pair) for pair in pairwise(classes)]
    threes = [" ".join(classes[at : at + 3]) for at in range(len(classes) - 2)]
    assert build_places(read, COMMON) == sorted({place(f"b:{run}") for run in (*classes, *pairs, *threes)})


def test_another_topic_of_the_same_build_has_the_same_places() -> None:
    one, other = tokens("Taxes doubled in Ohio."), tokens("Crimes trebled in Maine.")
    assert build_places(one, COMMON) == build_places(other, COMMON)
    assert word_places(one) != word_places(other)


@given(text=any_string)
def test_any_text_has_at_least_one_place_in_each_table(text: str) -> None:
    read = tokens(text)
    for places in (word_places(read), build_places(read, COMMON)):
        assert places == sorted(set(places))
        assert all(0 <= each < PLACES for each in places)
        assert places


def test_a_lone_surrogate_is_read_like_any_sign() -> None:
    assert word_places(tokens("\ud800 a")) != word_places(tokens("\ud801 a"))


@given(text=any_string)
def test_no_visible_token_is_made_up(text: str) -> None:
    assert all(each in text for each in tokens(text))
