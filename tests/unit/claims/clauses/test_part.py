"""Words that are put into a part of a sentence, or written otherwise in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.clauses.part import put_in, rewritten
from factcheck.domain.parsed_text import ParsedSentence

Parsed = Callable[[str], ParsedSentence]


def test_a_word_that_is_put_in_has_no_length_and_stands_beside_another(sentence: Parsed) -> None:
    mayor = sentence("The mayor left.").tokens[1]
    before, behind = put_in("This", "DT", at=mayor), put_in("This", "DT", at=mayor, after=True)
    assert (before.start, before.end) == (4, 4)
    assert (behind.start, behind.end) == (9, 9)
    assert before.text == "This"


@pytest.mark.parametrize(
    ("text", "tag", "lemma", "word_class"),
    [
        ("is", "VBZ", "be", "AUX"),
        ("were", "VBD", "be", "AUX"),
        ("This", "DT", "this", "PRON"),
        (",", ",", ",", "PUNCT"),
    ],
)
def test_a_word_that_is_put_in_has_a_lemma_and_a_class(
    sentence: Parsed, text: str, tag: str, lemma: str, word_class: str
) -> None:
    word = put_in(text, tag, at=sentence("The mayor left.").tokens[1])
    assert (word.tag, word.lemma, word.word_class, word.morphology) == (tag, lemma, word_class, "")


def test_a_word_in_another_form_keeps_its_place_and_its_lemma(sentence: Parsed) -> None:
    leaving = sentence("She was leaving.").tokens[2]
    left = rewritten(leaving, "left", "VBD")
    assert (left.start, left.end, left.lemma) == (leaving.start, leaving.end, "leave")
    assert (left.text, left.tag, left.morphology) == ("left", "VBD", "")
