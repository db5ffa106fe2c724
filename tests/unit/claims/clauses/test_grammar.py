"""What the finders ask of a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.clauses.grammar import (
    finite_form,
    in_past,
    inset,
    is_balanced,
    is_opening,
    is_plural,
    noun_phrase,
    region,
)
from factcheck.domain.parsed_text import ParsedSentence, Token

Parsed = Callable[[str], ParsedSentence]


def word(sentence: ParsedSentence, text: str) -> Token:
    return next(token for token in sentence.tokens if token.text == text)


@pytest.mark.parametrize(
    ("text", "verb", "form", "past"),
    [
        ("The mill shut in May.", "shut", "shut", True),
        ("The mill was sold in May.", "sold", "was", True),
        ("The mill has been sold.", "sold", "has", False),
        ("The mill will shut.", "shut", "will", False),
        ("She plans to sell the mill.", "sell", None, False),
    ],
)
def test_a_verb_is_finite_by_itself_or_by_an_auxiliary(
    sentence: Parsed, text: str, verb: str, form: str | None, past: bool
) -> None:
    parsed = sentence(text)
    found = finite_form(parsed, word(parsed, verb))
    assert (found.text if found else None) == form
    assert in_past(parsed, word(parsed, verb)) is past


@pytest.mark.parametrize(
    ("text", "balanced"),
    [("a (b) “c”", True), ('"a" b', True), ("a ) b (", False), ("“a", False), ('a " b', False), ("Ann’s", True)],
)
def test_every_mark_that_opens_is_closed(sentence: Parsed, text: str, balanced: bool) -> None:
    assert is_balanced(sentence(text).tokens) is balanced


def test_a_noun_phrase_leaves_out_what_is_set_off(sentence: Parsed) -> None:
    parsed = sentence("The old mayor of Leeds, who ran a mill, left.")
    found = " ".join(token.text for token in noun_phrase(parsed, word(parsed, "mayor")))
    assert found == "The old mayor of Leeds"


@pytest.mark.parametrize(
    ("text", "noun", "plural"),
    [
        ("Cuts hurt him.", "Cuts", True),
        ("The council was late.", "council", False),
        ("Police were late.", "Police", True),
        ("He met Ann and Bob there.", "Ann", True),
        ("He met Ann there.", "Ann", False),
        ("I am late.", "I", False),
    ],
)
def test_number_is_told_by_the_verb_and_else_by_the_noun(sentence: Parsed, text: str, noun: str, plural: bool) -> None:
    parsed = sentence(text)
    assert is_plural(parsed, word(parsed, noun)) is plural


@pytest.mark.parametrize(
    ("text", "noun", "verb", "left"),
    [
        ("Ann Lee, who is tall, sang.", "Lee", "is", "Ann Lee sang ."),
        ("In Leeds, which is large, he sang.", "Leeds", "is", "In Leeds , he sang ."),
        ("He met Ann Lee, who is tall.", "Lee", "is", "He met Ann Lee ."),
    ],
)
def test_an_inset_takes_its_commas_where_nothing_needs_them(
    sentence: Parsed, text: str, noun: str, verb: str, left: str
) -> None:
    parsed = sentence(text)
    gone = inset(parsed, region(parsed, word(parsed, verb)), word(parsed, noun))
    assert " ".join(token.text for token in parsed.tokens if token.place not in gone) == left


def test_only_what_stands_first_opens_a_sentence(sentence: Parsed) -> None:
    parsed = sentence("In May, he sang.")
    assert is_opening(parsed, range(2))
    assert not is_opening(parsed, range(1, 2))
    assert not is_opening(parsed, range(1))
