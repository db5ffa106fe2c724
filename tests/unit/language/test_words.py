"""A coarse cut into sentences."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.words import sentence_bounds

HOSTILE = st.text(alphabet=st.characters(exclude_categories=[]))


@given(HOSTILE)
def test_the_coarse_sentences_hold_every_character(text: str) -> None:
    assert "".join(span.of(text) for span in sentence_bounds(text)) == text


def test_an_abbreviation_of_a_country_does_not_end_a_sentence_before_a_small_letter() -> None:
    text = "The U.S. army left. It had 3.5 million boots."
    assert [span.of(text) for span in sentence_bounds(text)] == ["The U.S. army left. ", "It had 3.5 million boots."]
