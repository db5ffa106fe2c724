"""Reported speech: who says it, what is said, and what only looks like it."""

from __future__ import annotations

import pytest

from factcheck.claims.clause_rules import worded
from factcheck.claims.quoted import name_of, voices
from factcheck.claims.reports import report
from factcheck.language.tagging import tagged


def read(text: str) -> tuple[str, list[str]] | None:
    found = report(tuple(tagged(text)))
    return None if found is None else (name_of(found.speaker), [worded(each, text) for each in found.contents])


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        ("“The dam is safe,” said Ann Lee.", "Ann Lee", ["The dam is safe."]),
        ("“The dam is safe,” Ann Lee said on Monday.", "Ann Lee", ["The dam is safe."]),
        ('"The dam is safe," Ann Lee, the engineer, said.', "Ann Lee", ["The dam is safe."]),
        ("Ann Lee said that the dam was safe.", "Ann Lee", ["The dam was safe."]),
        ("Ann Lee said the dam was safe.", "Ann Lee", ["The dam was safe."]),
        ("Two observers from the council said it was safe.", "Two observers from the council", ["It was safe."]),
        ("Observers from the council said it was safe.", "Observers from the council", ["It was safe."]),
        ("Prime Minister Ann Lee told reporters that it rained there.", "Ann Lee", ["It rained there."]),
        ("She said in a speech last week that it was over.", "She", ["It was over."]),
        ("According to the Water Board, the dam is safe.", "the Water Board", ["The dam is safe."]),
        ("The dam is safe, according to the Water Board.", "the Water Board", ["The dam is safe."]),
        ("The dam is safe, the board said.", "the board", ["The dam is safe."]),
        (
            "Ann Lee said: “The dam is safe. Nobody was hurt.”",
            "Ann Lee",
            ["The dam is safe.", "Nobody was hurt."],
        ),
        ("Ann Lee called the plan “a waste of money”.", "Ann Lee", ["The plan is “a waste of money”."]),
        ("Ann Lee disagreed: “Anyone can see that it was fair.”", "Ann Lee", ["Anyone can see that it was fair."]),
    ],
)  # fmt: skip
def test_speaker_and_words_are_told_apart(text: str, speaker: str, said: list[str]) -> None:
    assert read(text) == (speaker, said)


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke on Monday.",
        "Figures suggested that the dam was safe.",
        "A study found that the dam was safe.",
        "Ann Lee said nothing.",
        "The council announced cuts.",
        "",
    ],
)
def test_what_nobody_says_is_no_report(text: str) -> None:
    assert read(text) is None


def test_a_quotation_over_several_sentences_is_attributed_once() -> None:
    sentences = [
        "“Waiting costs jobs.",
        "Every month brings new closures,” Olof Renn said.",
        "“It has to end.”",
        "He left.",
    ]
    found = voices([tuple(tagged(each)) for each in sentences])
    assert [each.is_quoted for each in found] == [True, False, True, False]
    assert [each.attributed_by for each in found] == [1, None, 1, None]


@pytest.mark.parametrize(
    ("speaker", "name"),
    [
        ("Prime Minister Ann Lee", "Ann Lee"),
        ("Emeritus Professor John Burrows", "John Burrows"),
        ("the Water Board", "the Water Board"),
        ("the head of the union", "the head of the union"),
        ("she", "she"),
    ],
)
def test_a_name_is_told_without_rank_and_office(speaker: str, name: str) -> None:
    # As it stands inside a sentence: a capital at the beginning says nothing.
    tokens = tagged(f"When {speaker} left.")[1:-2]
    assert name_of(tokens) == name
