"""What the words around a name say of whom it names."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.context.mentions import mentions
from factcheck.claims.context.people import explaining, is_human, is_person
from factcheck.domain.parsed_text import ParsedSentence

Sentence = Callable[[str], ParsedSentence]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Uma Holt, the coach, spoke.", True),
        ("Mr Holt spoke.", True),
        ("Mary Holt spoke.", True),
        ("Uma Holt, 44, spoke.", True),
        ("Uma Holt was an engineer.", True),
        ("The Holt opened.", False),
        ("Leeds Council met.", False),
        ("Holt, a bank, closed.", False),
        ("Uma Holt spoke.", None),
        ("Uma Holt is a riddle.", None),
    ],
)
def test_grammar_says_whether_a_name_is_a_persons(sentence: Sentence, text: str, expected: bool | None) -> None:
    read = sentence(text)
    assert is_person(read, next(each for each in mentions(read) if each.kind == "name")) is expected


@pytest.mark.parametrize(
    ("text", "nouns"),
    [
        ("Oden, a shipping company, closed.", ["company"]),
        ("Oden is a bank.", ["bank"]),
        ("Oden is not a bank.", []),
        ("Oden has a bank.", []),
    ],
)
def test_appositions_and_predicates_explain_a_name(sentence: Sentence, text: str, nouns: list[str]) -> None:
    read = sentence(text)
    name = next(each for each in mentions(read) if each.kind == "name")
    assert [each.text for each in explaining(read, name)] == nouns


def test_nouns_for_people_are_told_by_word_title_and_ending(sentence: Sentence) -> None:
    read = sentence("The nurse, the mayor, the chairwoman, the cellist and the actress saw the letter and the roof.")
    human = [each.text for each in read.tokens if each.word_class == "NOUN" and is_human(each)]
    assert human == ["nurse", "mayor", "chairwoman", "cellist", "actress"]
