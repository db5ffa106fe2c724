"""Who does what a verb says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.domain.parsed_text import ParsedSentence
from factcheck.language.speech.subjects import doer, is_passive

Parse = Callable[[str], ParsedSentence]


@pytest.mark.parametrize(
    ("text", "verb", "who"),
    [
        ("Ida Falk said it rained.", "said", "Falk"),
        ("It was announced by the board that it rained.", "announced", "board"),
        ("The board was warned that it rained.", "warned", None),
        ("Asked about the rain, the mayor left.", "Asked", None),
        ("The mayor left, saying that it rained.", "saying", "mayor"),
        ("The mayor left and said that it rained.", "said", "mayor"),
        ("The mayor refused to say that it rained.", "say", "mayor"),
        ("The board told the mayor to say that it rained.", "say", "mayor"),
        ("The man who said that it rained left.", "said", "man"),
        ("Officials speaking in private said it rained.", "speaking", "Officials"),
        ("The mayor was quoted as saying that it rained.", "saying", "mayor"),
        ("The Herald quoted the mayor as saying that it rained.", "saying", "mayor"),
        ("Say that it rained.", "Say", None),
        ("That it rained was said.", "said", None),
    ],
)
def test_the_doer_is_found_by_the_grammar(sentence: Parse, text: str, verb: str, who: str | None) -> None:
    read = sentence(text)
    (token,) = (each for each in read.tokens if each.text == verb)
    found = doer(read, token)
    assert (found.text if found else None) == who


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The plan was criticised by the union.", "criticised", True),
        ("The union criticised the plan.", "criticised", False),
        ("The union has criticised the plan.", "criticised", False),
        ("Asked about the rain, the mayor left.", "Asked", True),
    ],
)
def test_passive_verbs_are_told_apart(sentence: Parse, text: str, verb: str, expected: bool) -> None:
    read = sentence(text)
    (token,) = (each for each in read.tokens if each.text == verb)
    assert is_passive(read, token) is expected
