"""The words of a part as a sentence, and their places."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.clauses.part import put_in, rewritten
from factcheck.claims.clauses.wording import quoted_spans, spans_of, tidy, unquoted, worded
from factcheck.domain.parsed_text import ParsedSentence

Parsed = Callable[[str], ParsedSentence]


def test_words_side_by_side_keep_the_spaces_of_the_text(sentence: Parsed) -> None:
    text = "We can't sell 40% of Ann's state-owned mill (in Leeds)."
    assert worded(sentence(text).tokens, text) == text


def test_a_sentence_begins_with_a_capital_and_ends_with_a_stop(sentence: Parsed) -> None:
    text = "Later the mill shut, and Ann left."
    tokens = sentence(text).tokens
    assert worded(tokens[1:4], text) == "The mill shut."
    assert worded((*tokens[6:8], tokens[0]), text) == "Ann left later."


def test_a_name_keeps_its_capital_wherever_it_stands(sentence: Parsed) -> None:
    text = "Ann Lee left."
    tokens = sentence(text).tokens
    assert worded((tokens[2], *tokens[:2]), text) == "Left Ann Lee."


def test_what_is_put_in_has_spaces_around_it(sentence: Parsed) -> None:
    text = "Ann Lee, 45, left."
    tokens = sentence(text).tokens
    words = (*tokens[:2], put_in("is", "VBZ", at=tokens[3]), tokens[3])
    assert worded(words, text) == "Ann Lee is 45."
    assert spans_of(words, text) == (tokens[0].span.__class__(0, 7), tokens[3].span)


def test_what_is_put_in_is_of_no_length_and_of_a_class_of_its_own(sentence: Parsed) -> None:
    first = sentence("“Ann left.”").tokens[0]
    verb = put_in("is", "VBZ", at=first, after=True)
    assert (verb.start, verb.end, verb.word_class, verb.lemma) == (1, 1, "AUX", "be")
    assert rewritten(first, "left", "VBD").span == first.span


def test_signs_and_conjunctions_at_the_ends_go(sentence: Parsed) -> None:
    text = "He ran, and, in May, left;"
    tokens = sentence(text).tokens
    assert worded(tidy(tokens[2:]), text) == "In May, left."
    assert worded(tidy((*tokens[:3], tokens[4], *tokens[5:])), text) == "He ran, in May, left."


@pytest.mark.parametrize(
    ("text", "expected"),
    [("“It is over”", "It is over."), ("it is “over”", "It is “over”."), ("it is over”", "It is over.")],
)
def test_marks_around_all_of_it_and_single_ones_go(sentence: Parsed, text: str, expected: str) -> None:
    assert worded(unquoted(sentence(text).tokens), text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called it “a farce” and left.", ["“a farce”"]),
        ('He called it "a farce" and left.', ['"a farce"']),
        ("It is over,” he said.", ["It is over,”"]),
        ("He said: “It is over.", ["“It is over."]),
        ("It is over.", []),
    ],
)
def test_quotations_may_be_open_at_either_end(sentence: Parsed, text: str, expected: list[str]) -> None:
    assert [span.of(text) for span in quoted_spans(sentence(text).tokens)] == expected
