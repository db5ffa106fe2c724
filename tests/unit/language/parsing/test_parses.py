"""Each text is parsed once, for as long as it is asked for again."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from factcheck.domain.parsed_text import ParsedText
from factcheck.domain.spans import Span
from factcheck.language.parsing.no_parser import NoParser
from factcheck.language.parsing.parses import Parses


class Counted:
    """A parser that remembers what it was asked, call by call."""

    def __init__(self) -> None:
        self.calls: list[list[str]] = []

    def parse_each(self, texts: Sequence[tuple[str, Sequence[Span]]]) -> Sequence[ParsedText]:
        self.calls.append([text for text, _ in texts])
        return NoParser().parse_each(texts)


@pytest.fixture
def parser() -> Counted:
    return Counted()


def whole(text: str) -> list[Span]:
    return [Span(0, len(text))]


def test_texts_come_in_their_order_and_what_is_new_is_parsed_in_one_call(parser: Counted) -> None:
    parses = Parses(parser.parse_each, whole)
    parses.of("one")
    assert [each.text for each in parses.of_each(["two", "one", "three", "two"])] == ["two", "one", "three", "two"]
    assert parser.calls == [["one"], ["two", "three"]]


def test_the_sentences_are_those_of_the_splitter(parser: Counted) -> None:
    parses = Parses(parser.parse_each, lambda text: [Span(0, 2), Span(3, len(text))])
    assert [each.span for each in parses.of("ab cd").sentences] == [Span(0, 2), Span(3, 5)]


def test_the_same_text_has_the_same_parse(parser: Counted) -> None:
    """So that what was read of it can be kept beside it."""
    parses = Parses(parser.parse_each, whole)
    assert parses.of("one") is parses.of_each(["two", "one"])[1]


def test_no_texts_are_no_call(parser: Counted) -> None:
    assert Parses(parser.parse_each, whole).of_each([]) == []
    assert parser.calls == []


def test_what_was_asked_for_longest_ago_is_dropped_first(parser: Counted) -> None:
    parses = Parses(parser.parse_each, whole, kept=6)
    parses.of_each(["aaa", "bbb"])
    parses.of("aaa")
    parses.of("ccc")
    parses.of_each(["aaa", "ccc"])
    assert parser.calls == [["aaa", "bbb"], ["ccc"]]
    parses.of("bbb")
    assert parser.calls[2:] == [["bbb"]]


def test_a_text_that_is_longer_than_all_that_is_kept_is_parsed_each_time(parser: Counted) -> None:
    parses = Parses(parser.parse_each, whole, kept=6)
    assert parses.of("a" * 7).text == parses.of("a" * 7).text == "a" * 7
    assert len(parser.calls) == 2
    parses.of_each(["bb", "bb"])
    parses.of("bb")
    assert len(parser.calls) == 3


def test_what_fails_is_asked_for_again(parser: Counted) -> None:
    fails = [True]

    def parse_each(texts: Sequence[tuple[str, Sequence[Span]]]) -> Sequence[ParsedText]:
        if fails.pop():
            raise KeyboardInterrupt
        return parser.parse_each(texts)

    fails = [False, True]
    parses = Parses(parse_each, whole)
    with pytest.raises(KeyboardInterrupt):
        parses.of("one")
    assert parses.of("one").text == "one"
