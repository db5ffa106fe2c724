"""Acronyms in brackets behind their long form."""

from __future__ import annotations

import pytest

from factcheck.language.names.acronyms import acronyms


@pytest.mark.parametrize(
    ("text", "long", "short"),
    [
        ("the World Health Organization (WHO) said", "World Health Organization", "WHO"),
        ("the Department of Health (DoH)", "Department of Health", "DoH"),
        ("the Food and Drug Administration (FDA)", "Food and Drug Administration", "FDA"),
    ],
)
def test_the_letters_are_those_of_the_words(text: str, long: str, short: str) -> None:
    (found,) = acronyms(text)
    assert (found.long.of(text), found.short.of(text)) == (long, short)


@pytest.mark.parametrize(
    "text", ["it rained (BBC)", "The End, (TE)", "(WHO)", "World Health (WHO)", "the whole of it (TWOI)", "A (B)"]
)
def test_brackets_that_explain_no_words_are_none(text: str) -> None:
    assert acronyms(text) == []
