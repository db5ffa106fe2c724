"""Whether something was said, and whether who said it holds it to be so."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.speech.clauses import complements
from factcheck.language.speech.held import is_held, is_said
from factcheck.language.speech.quotations import quotations
from factcheck.language.speech.subjects import doer

Parse = Callable[[str], ParsedSentence]


def word(read: ParsedSentence, text: str) -> Token:
    return next(each for each in read.tokens if each.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The mayor said that it rained.", "said", True),
        ("A few of the men said that it rained.", "said", True),
        ("No club said that it rained.", "said", False),
        ("Nobody said that it rained.", "said", False),
        ("Neither of the brothers said that it rained.", "said", False),
        ("Few doctors said that it rained.", "said", False),
        ("Not one of the men said that it rained.", "said", False),
        ("The mayor never said that it rained.", "said", False),
        ("The mayor hardly said that it rained.", "said", False),
        ("The mayor did not say that it rained.", "say", False),
        ("The mayor has not confirmed or said that it rained.", "said", False),
        ("The mayor was not there but said that it rained.", "said", True),
        ("The bank neither confirmed nor said that it rained.", "said", False),
        ("The mayor declined to say that it rained.", "say", False),
        ("The mayor went on to say that it rained.", "say", True),
        ("Without saying that it rained, the mayor left.", "saying", False),
        ("By saying that it rained, the mayor won.", "saying", True),
        ("There is no evidence that the mayor said that it rained.", "said", False),
        ("It is not true that the mayor said that it rained.", "said", False),
        ("It is true that the mayor said that it rained.", "said", True),
        ("It does not rain, the mayor said.", "said", True),
        ("The mayor might say that it rained.", "say", False),
        ("The mayor will say that it rained.", "say", True),
        ("Unless the mayor says that it rained, we leave.", "says", False),
        ("When the mayor said that it rained, we left.", "said", True),
        ("Did the mayor say that it rained?", "say", False),
        ("The mayor did say that it rained.", "say", True),
        ("“Never,” the mayor said.", "said", True),
    ],
)
def test_what_took_place_is_told_from_what_did_not(sentence: Parse, text: str, verb: str, expected: bool) -> None:
    read = sentence(text)
    token = word(read, verb)
    who = doer(read, token)
    assert who is not None
    assert is_said(read, token, who, quotations(read.tokens)) is expected


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("The mayor said that the bridge was safe.", "said", True),
        ("The mayor suggested that the bridge was safe.", "suggested", True),
        ("The mayor suggested closing the bridge.", "suggested", False),
        ("The mayor expects the bridge to close.", "expects", True),
        ("The mayor asked whether the bridge was safe.", "asked", False),
        ("The mayor said whether the bridge was safe.", "said", False),
        ("The mayor said which bridge was safe.", "said", False),
        ("The mayor explained why the bridge was safe.", "explained", False),
        ("The mayor said what he thought.", "said", False),
        ("The mayor insisted that the minister be sacked.", "insisted", False),
        ("The mayor denied that the bridge was safe.", "denied", False),
        ("The mayor doubted that the bridge was safe.", "doubted", False),
        ("The mayor wants the bridge to be safe.", "wants", False),
    ],
)
def test_what_is_held_to_be_so_is_told_from_what_is_asked_or_wanted(
    sentence: Parse, text: str, verb: str, expected: bool
) -> None:
    read = sentence(text)
    token = word(read, verb)
    contents = complements(read, token)
    assert contents
    assert is_held(read, token, contents, is_quoted=False) is expected


def test_what_is_quoted_is_held_whatever_the_verb(sentence: Parse) -> None:
    read = sentence("The mayor denied that the bridge was safe.")
    assert is_held(read, word(read, "denied"), complements(read, word(read, "denied")), is_quoted=True)
