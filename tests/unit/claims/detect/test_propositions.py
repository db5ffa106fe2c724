"""What a sentence asserts, what is said in it, and by whom."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.clauses.mending import mended
from factcheck.claims.clauses.wording import worded
from factcheck.claims.detect.propositions import propositions
from factcheck.domain.parsed_text import ParsedSentence
from factcheck.domain.spans import Span

Parsed = Callable[[str], ParsedSentence]


def told(parsed: ParsedSentence, text: str, *, is_quoted: bool = False) -> list[tuple[str, str, bool]]:
    """Wording, speaker, and whether it reports, of each."""
    found = propositions(mended(parsed), is_quoted=is_quoted)
    return [(worded(e.words, text), " ".join(token.text for token in e.speaker), e.reports) for e in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, the mayor, said that the pool would close and that the hall would open.",
         {("Ann Lee said that the pool would close and that the hall would open.", "Ann Lee", True),
          ("The pool would close.", "Ann Lee", False),
          ("The hall would open.", "Ann Lee", False),
          ("Ann Lee is the mayor.", "", False)}),
        ("The pool, which opened in 1990, will close, according to Ann Lee.",
         {("The pool will close, according to Ann Lee.", "Ann Lee", True),
          ("The pool will close.", "Ann Lee", False),
          ("The pool opened in 1990.", "", False)}),
        ("“I closed my eyes and hit it,” she said.",
         {("“I closed my eyes and hit it,” she said.", "she", True),
          ("I closed my eyes.", "she", False),
          ("I hit it.", "she", False)}),
        ("Ann Lee called the plan a farce.",
         {("Ann Lee called the plan a farce.", "Ann Lee", True), ("The plan is a farce.", "Ann Lee", False)}),
        ("Ann Lee accused the firm of hiding the figures.",
         {("Ann Lee accused the firm of hiding the figures.", "Ann Lee", True),
          ("The firm hid the figures.", "Ann Lee", False)}),
        ("The pool closed in May and the mayor said it would open in June.",
         {("The pool closed in May.", "", False),
          ("The mayor said it would open in June.", "the mayor", True),
          ("It would open in June.", "the mayor", False)}),
    ],
)  # fmt: skip
def test_that_it_was_said_and_what_was_said(sentence: Parsed, text: str, expected: set[tuple[str, str, bool]]) -> None:
    assert set(told(sentence(text), text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The mayor never said that the bridge was safe and that it was old.",
        "Nobody said that the bridge was safe.",
        "The mayor denied that the bridge was unsafe.",
        "He denied taking bribes, forging papers and hiding money.",
    ],
)
def test_what_nobody_asserts_is_no_proposition(sentence: Parsed, text: str) -> None:
    assert [words for words, _, _ in told(sentence(text), text)] == [text]


def test_a_quoted_sentence_is_told_without_its_marks(sentence: Parsed) -> None:
    text = "“It has to end.”"
    assert told(sentence(text), text, is_quoted=True) == [("It has to end.", "", False)]


def test_an_unparsed_sentence_has_none() -> None:
    assert propositions(ParsedSentence(span=Span(0, 3))) == []
