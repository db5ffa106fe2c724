"""The words of one office."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.domain.parsed_text import ParsedSentence
from factcheck.language.offices.office_phrases import Phrase, phrase_at

Sentence = Callable[[str], ParsedSentence]


def phrase(sentence: ParsedSentence, head: str, taken: frozenset[int] = frozenset()) -> Phrase | None:
    token = next(each for each in sentence.tokens if each.text == head)
    return phrase_at(sentence, token, taken)


@pytest.mark.parametrize(
    ("text", "head", "core", "whole", "modifiers"),
    [
        ("They met the mayor.", "mayor", "mayor", "mayor", ()),
        ("The former defence minister left.", "minister", "defence minister", "former defence minister", ("former",)),
        ("They met the prime minister.", "minister", "prime minister", "prime minister", ()),
        ("They met the popular mayor.", "mayor", "mayor", "mayor", ()),
        ("They met the first president.", "president", "president", "first president", ("first",)),
        ("They met the first minister.", "minister", "first minister", "first minister", ()),
        ("They met the 47th president.", "president", "president", "47th president", ("47th",)),
        ("They met the attorney general.", "general", "attorney general", "attorney general", ()),
        ("They met the secretary of state.", "secretary", "secretary of state", "secretary of state", ()),
        ("They met the speaker of the house.", "speaker", "speaker of the house", "speaker of the house", ()),
        ("They met the speaker of the club.", "speaker", "speaker", "speaker", ()),
        ("They met the secretary of war.", "secretary", "secretary", "secretary", ()),
        ("They met the president-elect.", "president", "president", "president - elect", ("elect",)),
        ("They met the ex-president Tom Berg.", "president", "president", "ex - president", ("ex",)),
        ("They met the first lady.", "lady", "first lady", "first lady", ()),
    ],
)  # fmt: skip
def test_an_office_has_a_core_and_modifiers_around_it(
    sentence: Sentence, text: str, head: str, core: str, whole: str, modifiers: tuple[str, ...]
) -> None:
    read = sentence(text)
    found = phrase(read, head)
    assert found is not None
    assert " ".join(each.text for each in read.tokens[found.core : found.core_last + 1]) == core
    assert " ".join(each.text for each in read.tokens[found.first : found.last + 1]) == whole
    assert found.modifiers == modifiers


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("They met two mayors.", "mayors"), ("They met a lady.", "lady"),
        ("They met the attorney general.", "attorney"),
        ("They judge it.", "judge"), ("They met a member of the club.", "member"), ("They met a friend.", "friend"),
    ],
)  # fmt: skip
def test_what_heads_no_office_has_no_phrase(sentence: Sentence, text: str, head: str) -> None:
    assert phrase(sentence(text), head) is None


def test_a_name_is_no_part_of_an_office(sentence: Sentence) -> None:
    read = sentence("They met the Leeds police chief.")
    assert phrase(read, "chief", frozenset({5})) is None
    found = phrase(read, "chief", frozenset({4}))
    assert found is not None
    assert found.core == 5
