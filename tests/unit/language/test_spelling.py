"""Words are told from fragments of words, in their inflected and British forms too."""

from __future__ import annotations

import pytest

from factcheck.language.spelling import is_word


@pytest.mark.parametrize(
    "word",
    ["government", "Government", "inhabitants", "inhabitant", "airplane", "outside", "harbour", "centre", "organised",
     "travelled", "cities", "planned", "governing", "a", "twenty"],
)  # fmt: skip
def test_words_are_known_in_all_their_forms(word: str) -> None:
    assert is_word(word)


@pytest.mark.parametrize(
    "fragment", ["inhabi", "tants", "govern-ment", "ment", "Aharbour", "twentyfive", "x", "tion", ""]
)
def test_fragments_are_not(fragment: str) -> None:
    assert not is_word(fragment)
