"""Tokens, singulars and stems."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.words import is_plural, sentence_bounds, singular, stem, tokens

HOSTILE = st.text(alphabet=st.characters(exclude_categories=[]))


@given(HOSTILE)
def test_every_visible_character_stands_in_one_token(text: str) -> None:
    found = tokens(text)
    assert all(text[token.start : token.end] == token.text for token in found)
    assert "".join(token.text for token in found) == "".join(text.split())


def test_numbers_keep_their_separators_and_words_their_apostrophes() -> None:
    assert [token.text for token in tokens("It can't be 1,000.5%.")] == ["It", "can't", "be", "1,000.5", "%", "."]


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("servicemen", "serviceman"), ("people", "person"), ("women", "woman"), ("children", "child"),
        ("cities", "city"), ("boxes", "box"), ("houses", "house"), ("churches", "church"), ("losses", "loss"),
        ("prisoners", "prisoner"), ("aircraft", "aircraft"), ("Goals", "goal"), ("bus", "bus"), ("glass", "glass"),
        ("specimen", "specimen"), ("news", "news"), ("crisis", "crisis"),
    ],
)  # fmt: skip
def test_a_plural_is_brought_to_its_singular(word: str, one: str) -> None:
    assert singular(word) == one


@pytest.mark.parametrize("word", ["is", "glass", "previous", "its", "crisis", "John's", "men's"])
def test_words_in_s_that_are_no_plurals(word: str) -> None:
    assert not is_plural(word)


@pytest.mark.parametrize(
    "forms", [("released", "releases", "releasing"), ("stopped", "stopping", "stop"), ("cities", "city")]
)
def test_forms_of_one_word_meet_in_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@given(HOSTILE)
def test_the_coarse_sentences_hold_every_character(text: str) -> None:
    assert "".join(span.of(text) for span in sentence_bounds(text)) == text


def test_an_abbreviation_of_a_country_does_not_end_a_sentence_before_a_small_letter() -> None:
    text = "The U.S. army left. It had 3.5 million boots."
    assert [span.of(text) for span in sentence_bounds(text)] == ["The U.S. army left. ", "It had 3.5 million boots."]
