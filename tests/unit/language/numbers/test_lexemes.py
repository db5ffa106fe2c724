"""Lexemes: numbers, words and signs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.numbers.lexemes import lexemes

HOSTILE = st.text(alphabet=st.characters(exclude_categories=[]))


@given(HOSTILE)
def test_every_visible_character_stands_in_one_lexeme(text: str) -> None:
    found = lexemes(text)
    assert all(text[lexeme.start : lexeme.end] == lexeme.text for lexeme in found)
    assert "".join(lexeme.text for lexeme in found) == "".join(text.split())


def test_numbers_keep_their_separators_and_words_their_apostrophes() -> None:
    assert [lexeme.text for lexeme in lexemes("It can't be 1,000.5%.")] == ["It", "can't", "be", "1,000.5", "%", "."]
