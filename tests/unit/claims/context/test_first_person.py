"""What the first person stands for in quoted words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.context.first_person import without_brackets
from tests.unit.claims.context.conftest import Told

Tell = Callable[..., Told]


def test_the_speaker_stands_in_brackets_behind_the_word(told: Tell) -> None:
    found = told("“I closed my eyes,” Ann Lee said.", speaker="Ann Lee")
    assert found.put == {"I": "I [Ann Lee]", "my": "my [Ann Lee's]"}


def test_the_speaker_of_a_pronoun_is_whom_it_means(told: Tell) -> None:
    found = told("Mary Lee runs the shop.", "“I am ill,” she said.", speaker="she")
    assert found.put == {"she": "Mary Lee", "I": "I [Mary Lee]"}


def test_a_speaker_is_given_by_the_whole_name(told: Tell) -> None:
    assert told("Ann Lee runs the shop.", "“I am ill.”", speaker="Lee").put == {"I": "I [Ann Lee]"}


def test_a_pronoun_that_nothing_explains_explains_nothing(told: Tell) -> None:
    found = told("“I am ill,” she said.", speaker="she")
    assert (found.put, found.unclear) == ({}, {"I": ()})


def test_we_is_unclear_whoever_speaks(told: Tell) -> None:
    found = told("“We are ill,” Ann Lee said.", speaker="Ann Lee")
    assert (found.put, found.unclear) == ({}, {"We": ("Ann Lee",)})


def test_words_outside_the_quotation_are_the_authors(told: Tell) -> None:
    assert told("I met Ann Lee, who said: “Go away.”", speaker="Ann Lee").put == {}


def test_without_a_speaker_nothing_is_said(told: Tell) -> None:
    assert told("“I am ill.”").found == []


def test_the_noun_mine_is_no_pronoun(told: Tell) -> None:
    assert told("“The mine made a profit,” Ann Lee said.", speaker="Ann Lee").put == {}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I [Ann Lee] am ill.", "Ann Lee am ill."),
        ("He saw me [Ann Lee] and my [Ann Lee's] car.", "He saw Ann Lee and Ann Lee's car."),
        ("She [sic] left.", "She [sic] left."),
        ("HI [Ann] there.", "HI [Ann] there."),
    ],
)
def test_brackets_of_the_first_person_are_resolved_and_others_stay(text: str, expected: str) -> None:
    assert without_brackets(text) == expected
