"""The closed classes of English."""

from __future__ import annotations

from factcheck.language.function_words import FUNCTION_WORDS


def test_they_join_others_and_carry_no_meaning_by_themselves() -> None:
    assert {"the", "of", "and", "is", "not", "who"} <= FUNCTION_WORDS
    assert not {"man", "war", "says", "big"} & FUNCTION_WORDS
    assert all(each == each.lower() for each in FUNCTION_WORDS)
