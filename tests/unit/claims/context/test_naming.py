"""Whom a name may stand for, and what is learned of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.context import naming
from factcheck.claims.context.mentions import Mention, mentions
from factcheck.claims.context.referents import Referent, Referents
from factcheck.domain.parsed_text import ParsedSentence
from factcheck.domain.spans import Span

Sentence = Callable[[str], ParsedSentence]


def name_in(sentence: ParsedSentence) -> Mention:
    return next(each for each in mentions(sentence) if each.kind == "name")


def remembered(name: str, label: str, **more: object) -> tuple[Referents, Referent]:
    memory = Referents()
    one = Referent(name=name, words=tuple(name.lower().split()), source=Span(0, 1), **more)  # type: ignore[arg-type]
    one.labels[label] += 1
    memory.add(one)
    return memory, one


@pytest.mark.parametrize(
    ("known", "label", "text", "is_known"),
    [
        ("Ann Lee", "PERSON", "Lee spoke.", True),
        ("Ann Lee", "PERSON", "Ann Lee spoke.", True),
        ("Ann Lee", "PERSON", "The Lee opened.", False),
        ("Leeds United", "ORG", "A Leeds lost.", False),
        ("South Norvia", "GPE", "The South replied.", True),
        ("South Norvia", "GPE", "South replied.", False),
        ("Bank of Norvia", "ORG", "Norvia replied.", False),
        ("Civil Defence Authority", "ORG", "The Defence Authority replied.", True),
        ("Ann Lee Mary Sue Jane Ida Brown", "PERSON", "Brown spoke.", False),
    ],
)
def test_a_name_may_stand_for_one_that_is_known_by_a_longer(
    sentence: Sentence, known: str, label: str, text: str, is_known: bool
) -> None:
    memory, one = remembered(known, label)
    read = sentence(text)
    assert (naming.known_as(memory, read, name_in(read)) == [one]) is is_known


def test_titles_that_go_with_another_gender_are_anothers(sentence: Sentence) -> None:
    memory, _ = remembered("Kim Lee", "PERSON", gender="he")
    read = sentence("Mrs Lee spoke.")
    assert naming.known_as(memory, read, name_in(read)) == []


def test_an_office_is_theirs_who_were_called_by_it(sentence: Sentence) -> None:
    memory, one = remembered("Ann Lee", "PERSON")
    read = sentence("Mayor Lee spoke.")
    assert naming.known_as(memory, read, name_in(read)) == []
    one.called("mayor", ())
    assert naming.known_as(memory, read, name_in(read)) == [one]


def test_what_a_sentence_says_of_a_name_is_learned(sentence: Sentence) -> None:
    _, one = remembered("Holt", "ORG")
    read = sentence("Uma Holt, the team's second coach, spoke.")
    naming.learn(read, name_in(read), one)
    assert one.is_person
    assert ("coach", frozenset({"second", "coach"})) in one.phrases


def test_an_office_before_a_name_is_learned_and_a_style_is_none(sentence: Sentence) -> None:
    for text, heads in (("Prime Minister Ann Lee spoke.", {"minister"}), ("Mr Kim Lee spoke.", set())):
        _, one = remembered("Lee", "PERSON")
        read = sentence(text)
        naming.learn(read, name_in(read), one)
        assert {head for head, _ in one.phrases} == heads


def test_gender_is_told_by_title_first_name_or_what_somebody_is(sentence: Sentence) -> None:
    for text, gender in (
        ("Mr Kim Lee spoke.", "he"),
        ("Mary Lee spoke.", "she"),
        ("Uma Lee, her sister, spoke.", "she"),
    ):
        _, one = remembered("Lee", "PERSON")
        read = sentence(text)
        naming.learn(read, name_in(read), one)
        assert one.gender == gender


@pytest.mark.parametrize(
    ("words", "head"), [(("university", "of", "leeds"), "university"), (("leeds", "council"), "council")]
)
def test_the_head_of_a_name_says_what_it_is(words: tuple[str, ...], head: str) -> None:
    assert naming.head_of(words) == head
