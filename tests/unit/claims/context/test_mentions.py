"""What a sentence mentions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.context.mentions import Mention, mentions, said_in, text_of
from factcheck.domain.parsed_text import ParsedSentence

Sentence = Callable[[str], ParsedSentence]


def found(sentence: ParsedSentence, kind: str, known: frozenset[str] = frozenset()) -> list[str]:
    return [each.text(sentence) for each in mentions(sentence, known) if each.kind == kind]


def only(sentence: ParsedSentence, kind: str) -> Mention:
    (each,) = [each for each in mentions(sentence) if each.kind == kind]
    return each


def test_names_noun_phrases_and_pronouns_are_told_in_the_order_of_the_text(sentence: Sentence) -> None:
    read = sentence("The red car of Ann Lee hit it.")
    assert [(each.kind, each.text(read)) for each in mentions(read)] == [
        ("noun", "The red car of Ann Lee"),
        ("name", "Ann Lee"),
        ("pronoun", "it"),
    ]


def test_a_long_phrase_behind_of_belongs_to_nothing(sentence: Sentence) -> None:
    read = sentence("The price of the old red house by the wide and cold river rose.")
    assert found(read, "noun")[0] == "The price"


def test_times_and_amounts_are_no_mentions(sentence: Sentence) -> None:
    assert found(sentence("The dam broke two weeks ago."), "noun") == ["The dam"]


def test_a_noun_inside_another_phrase_is_none_by_itself(sentence: Sentence) -> None:
    assert found(sentence("The city council met."), "noun") == ["The city council"]


def test_a_title_is_kept_beside_the_name(sentence: Sentence) -> None:
    name = only(sentence("Prime Minister Ann Lee spoke."), "name")
    assert (text_of(name.title), name.label) == ("Prime Minister", "PERSON")


@pytest.mark.parametrize(
    ("text", "name"), [("Ann Lee MBE spoke.", "Ann Lee"), ("Queen Ann Lee II spoke.", "Ann Lee II")]
)
def test_letters_behind_a_name_are_none_of_it_but_numbers_are(sentence: Sentence, text: str, name: str) -> None:
    assert name in found(sentence(text), "name")


def test_a_word_for_a_people_is_a_name_only_where_it_stands_alone(sentence: Sentence) -> None:
    assert found(sentence("A Dutch farmer left."), "name") == []
    assert found(sentence("Many Germans left."), "name") == ["Germans"]


def test_a_noun_with_a_capital_is_a_name_where_it_is_a_known_one(sentence: Sentence) -> None:
    read = sentence("Fillmore spent ten years in Leeds.")
    assert "Fillmore" in found(read, "name", frozenset({"fillmore"}))


def test_himself_is_no_pronoun_that_needs_explaining(sentence: Sentence) -> None:
    assert found(sentence("She saw herself."), "pronoun") == ["She"]


def test_a_determiner_or_an_owner_is_told(sentence: Sentence) -> None:
    nouns = [each for each in mentions(sentence("Dogs saw the cat and her bird.")) if each.kind == "noun"]
    assert [each.has_determiner for each in nouns] == [False, True, True]
    assert [each.is_plural for each in nouns] == [True, False, False]


def test_what_is_said_has_each_character_at_its_place(sentence: Sentence) -> None:
    read = sentence("The dam\n broke.")
    assert said_in(read) == "The dam  broke."
