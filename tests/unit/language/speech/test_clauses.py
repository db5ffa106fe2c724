"""Where the clauses stand that were said."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.speech.clauses import (
    around,
    called,
    clause_of,
    complements,
    denied_claims,
    is_finite,
    is_parted,
    quoted,
    quotes,
    that_clauses,
    time_of_saying,
)
from factcheck.language.speech.quotations import quotations
from factcheck.language.speech.speakers import in_words

Parse = Callable[[str], ParsedSentence]


def word(read: ParsedSentence, text: str) -> Token:
    return next(each for each in read.tokens if each.text == text)


def words(found: tuple[Token, ...]) -> list[str]:
    return [each.text for each in found]


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("It fell.", "fell", True),
        ("It has fallen.", "fallen", True),
        ("It was sold.", "sold", True),
        ("It wants to fall.", "fall", False),
        ("Falling, it broke.", "Falling", False),
        ("Sold in May, it broke.", "Sold", False),
    ],
)
def test_finite_verbs_are_told_apart(sentence: Parse, text: str, verb: str, expected: bool) -> None:
    read = sentence(text)
    assert is_finite(read, word(read, verb)) is expected


def test_the_clause_that_holds_a_word_is_the_nearest_finite_one(sentence: Parse) -> None:
    read = sentence("The mayor said that the bridge of stone was safe.")
    assert clause_of(read, word(read, "stone")) == word(read, "was")
    assert clause_of(read, word(read, "mayor")) == word(read, "said")
    read = sentence("A bridge of stone.")
    assert clause_of(read, word(read, "stone")) is None


@pytest.mark.parametrize(
    ("text", "verb", "found"),
    [
        ("The mayor said that the bridge was safe.", "said", ["was"]),
        ("The bridge was safe, the mayor said.", "said", ["was"]),
        ("The mayor told the court that the bridge was safe.", "told", ["was"]),
        ("The mayor asked them to leave.", "asked", ["leave"]),
        ("The mayor denied taking money.", "denied", ["taking"]),
        ("The mayor agreed to leave.", "agreed", []),
        ("The mayor said nothing.", "said", []),
        ("The mayor left; the bridge was safe, she said.", "said", ["was"]),
    ],
)
def test_complements_of_a_verb_are_found(sentence: Parse, text: str, verb: str, found: list[str]) -> None:
    read = sentence(text)
    assert words(complements(read, word(read, verb))) == found


def test_a_semicolon_parts_clauses(sentence: Parse) -> None:
    read = sentence("Police said he was held; the man denies it.")
    assert is_parted(read, word(read, "said"), word(read, "denies"))
    assert not is_parted(read, word(read, "held"), word(read, "said"))


@pytest.mark.parametrize(
    ("text", "noun", "found"),
    [
        ("The claim that the bridge was safe was false.", "claim", ["was"]),
        ("The claim that was made was false.", "claim", []),
        ("The claim which was made was false.", "claim", []),
        ("The claim was false.", "claim", []),
    ],
)
def test_clauses_that_say_what_a_noun_means_are_not_relative(
    sentence: Parse, text: str, noun: str, found: list[str]
) -> None:
    read = sentence(text)
    assert words(that_clauses(read, word(read, noun))) == found


@pytest.mark.parametrize(
    ("text", "verb", "found"),
    [
        ("“It was safe,” the mayor said.", "said", ["was"]),
        ("The mayor said “it was safe”.", "said", ["was"]),
        ("The mayor said that “it was safe”.", "said", []),
        ("The mayor said it was “safe”.", "said", []),
        ("“The mayor said it was safe.”", "said", []),
    ],
)
def test_quoted_clauses_stand_in_the_marks_with_their_subject(
    sentence: Parse, text: str, verb: str, found: list[str]
) -> None:
    read = sentence(text)
    assert words(quoted(read, word(read, verb), quotations(read.tokens))) == found


@pytest.mark.parametrize(
    ("text", "verb", "expected"),
    [
        ("“A farce,” the mayor added.", "added", True),
        ("“A farce,” the mayor laughed.", "laughed", True),
        ("The mayor was clear: “No more bridges.”", "was", True),
        ("The mayor added, “No more bridges.”", "added", True),
        ("The mayor bought a book, “No more bridges”.", "bought", False),
        ("“No more bridges” opened on Friday.", "opened", False),
        ("The mayor sang “No more bridges”.", "sang", False),
        ("The mayor left.", "left", False),
    ],
)
def test_quoted_words_hang_on_a_verb_by_a_pause(sentence: Parse, text: str, verb: str, expected: bool) -> None:
    read = sentence(text)
    assert quotes(read, word(read, verb), quotations(read.tokens)) is expected


@pytest.mark.parametrize(
    ("text", "verb", "found"),
    [
        ("The police, she added, had found two boats.", "added", "found"),
        ("As she put it, the bridge was a bomb.", "put", "was"),
        ("The bridge was safe, as the mayor said.", "said", "was"),
        ("As the mayor announced the plan, people left.", "announced", None),
        ("As Falk told the court, the bridge was a bomb.", "told", "was"),
        ("The mayor left when she said so.", "said", None),
        ("The mayor said that it rained.", "said", None),
    ],
)
def test_a_saying_may_be_put_into_a_clause(sentence: Parse, text: str, verb: str, found: str | None) -> None:
    read = sentence(text)
    outer = around(read, word(read, verb), quotations(read.tokens))
    assert (outer.text if outer else None) == found


@pytest.mark.parametrize(
    ("text", "verb", "found"),
    [
        ("She called the plan a farce.", "called", ("plan", "farce")),
        ("She called it unfair.", "called", ("it", "unfair")),
        ("She described the plan as a farce.", "described", ("plan", "farce")),
        ("She accused the firm of hiding it.", "accused", ("firm", "hiding")),
        ("She accused the firm.", "accused", None),
        ("She called the police.", "called", None),
        ("She called the police on Monday.", "called", None),
        ("She called the dog Rex.", "called", None),
        ("She considered the plan a farce.", "considered", None),
    ],
)
def test_what_is_called_what(sentence: Parse, text: str, verb: str, found: tuple[str, str] | None) -> None:
    read = sentence(text)
    pair = called(read, word(read, verb))
    assert (None if pair is None else (pair[0].text, pair[1].text)) == found


@pytest.mark.parametrize(
    ("text", "verb", "found"),
    [
        ("She dismissed claims that the bridge was unsafe.", "dismissed", ["was"]),
        ("She made claims that the bridge was unsafe.", "made", []),
        ("She dismissed staff.", "dismissed", []),
    ],
)
def test_claims_are_denied_by_verbs_of_denying(sentence: Parse, text: str, verb: str, found: list[str]) -> None:
    read = sentence(text)
    assert words(denied_claims(read, word(read, verb))) == found


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("Veltor said on Thursday it aims to grow.", "on Thursday"),
        ("Veltor said that on Thursday it would grow.", ""),
        ("Veltor said it would grow on Thursday.", ""),
        ("Veltor said in Harle it would grow.", ""),
    ],
)
def test_a_time_between_verb_and_clause_is_that_of_saying(sentence: Parse, text: str, when: str) -> None:
    read = sentence(text)
    said = word(read, "said")
    (content,) = complements(read, said)
    assert in_words(time_of_saying(read, said, content)) == when
