"""What says that a name is a person's or a place's."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.domain.parsed_text import ParsedSentence
from factcheck.language.names.name_kinds import is_of_person, is_of_place
from factcheck.language.names.name_places import Place

Sentence = Callable[[str], ParsedSentence]


def place_of(sentence: ParsedSentence, name: str) -> Place:
    words = name.split()
    tokens = [each.text for each in sentence.tokens]
    first = tokens.index(words[0])
    return Place(first, first + len(words) - 1)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Xyrk, 19, scored twice.", "Xyrk"), ("They met Odd Xyrk (45).", "Odd Xyrk"),
        ("Xyrk, aged 19, scored twice.", "Xyrk"), ("They met Odd Xyrk, 45.", "Odd Xyrk"),
        ("The coach, Odd Xyrk, left.", "Odd Xyrk"),
        ("Odd Xyrk, the mayor of Leeds, left.", "Odd Xyrk"), ("Odd Xyrk was mayor of Leeds.", "Odd Xyrk"),
    ],
)  # fmt: skip
def test_an_age_or_a_role_is_a_persons(sentence: Sentence, text: str, name: str) -> None:
    read = sentence(text)
    assert is_of_person(read, place_of(read, name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Xyrk, 1999, is a film.", "Xyrk"), ("Xyrk, 19 miles away, burned.", "Xyrk"), ("Xyrk scored twice.", "Xyrk"),
        ("Xyrk, who scored twice, left.", "Xyrk"), ("Xyrk, the leader of its market, grew.", "Xyrk"),
        ("Xyrk, the film, won.", "Xyrk"), ("Xyrk was fined.", "Xyrk"), ("Xyrk met the mayor.", "Xyrk"),
        ("Xyrk", "Xyrk"),
        ("Xyrk, 0, was there.", "Xyrk"),
    ],
)  # fmt: skip
def test_nothing_else_is(sentence: Sentence, text: str, name: str) -> None:
    read = sentence(text)
    assert not is_of_person(read, place_of(read, name))


def test_a_place_stands_behind_of_and_what_sort_of_place_it_is(sentence: Sentence) -> None:
    for text, expected in (
        ("They met in the town of Xyrk.", True),
        ("They met in the home of Xyrk.", False),
        ("They met near the town by Xyrk.", False),
        ("They left Xyrk.", False),
    ):
        read = sentence(text)
        assert is_of_place(read, place_of(read, "Xyrk")) is expected, text
