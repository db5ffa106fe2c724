"""How present a mention is, by its place in the sentence."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.claims.context.salience import FREE, OBJECT, OBLIQUE, SUBJECT, role_of, weight
from factcheck.domain.parsed_text import ParsedSentence

Sentence = Callable[[str], ParsedSentence]


def weights(sentence: ParsedSentence) -> dict[str, float]:
    return {each.text: weight(sentence, each) for each in sentence.tokens if each.word_class in {"NOUN", "PROPN"}}


def test_a_subject_outweighs_an_object_and_both_what_stands_behind_a_preposition(sentence: Sentence) -> None:
    found = weights(sentence("The dog gave the cat to the girl."))
    assert found["dog"] - found["cat"] == SUBJECT - OBJECT
    assert found["cat"] - found["girl"] == OBJECT - OBLIQUE


def test_what_stands_inside_another_phrase_weighs_less(sentence: Sentence) -> None:
    found = weights(sentence("The dog of the girl saw the cat of the boy."))
    assert found["dog"] - found["girl"] == SUBJECT - OBLIQUE + FREE


def test_what_is_joined_or_explains_has_the_role_of_the_first(sentence: Sentence) -> None:
    read = sentence("Dogs, cats and birds ran.")
    assert {role_of(read, each) for each in read.tokens if each.word_class == "NOUN"} == {"nsubj"}
    assert len(set(weights(read).values())) == 1
