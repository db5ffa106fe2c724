"""Where no grammar is read."""

from __future__ import annotations

from factcheck.domain.spans import Span
from factcheck.language.parsing.no_parser import NoParser


def test_sentences_stay_where_they_are_without_tokens_and_in_no_language() -> None:
    text = "It rained. It snowed."
    read = NoParser().parse(text, [Span(0, 10), Span(11, 21)])
    assert [each.span for each in read.sentences] == [Span(0, 10), Span(11, 21)]
    assert not any(each.is_parsed for each in read.sentences)
    assert (read.language, NoParser().language, NoParser().name) == ("", "", "no parser")
