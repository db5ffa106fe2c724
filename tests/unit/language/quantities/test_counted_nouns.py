"""Which noun a number counts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.domain.parsed_text import ParsedSentence, ParsedText
from factcheck.domain.spans import Span
from factcheck.language.parsing.parses import Parses
from factcheck.language.quantities.counted_nouns import Counted, counted_noun, tokens_at


def counted(parses: Parses, text: str, number: str, *, ordinal: bool = False, measure: bool = False) -> Counted:
    start = text.index(number)
    return counted_noun(parses.of(text), Span(start, start + len(number)), ordinal=ordinal, measure=measure)


@pytest.mark.parametrize(
    ("text", "number", "noun", "modifiers", "end"),
    [
        ("They freed 270 Norwegian servicemen.", "270", "serviceman", ("norwegian",), "servicemen"),
        ("They launched 12 full-scale attacks.", "12", "attack", ("full", "scale"), "attacks"),
        ("They met 12 of the young miners.", "12", "miner", ("young",), "miners"),
        ("Thousands of people left.", "Thousands", "person", (), "people"),
        ("At least 107 killed in a storm.", "107", "killed", (), "killed"),
        ("Hundreds dead after the storm", "Hundreds", "dead", (), "dead"),
        ("It left 20 dead and more hurt.", "20", "dead", (), "dead"),
        ("They counted 12 dead.", "12", "dead", (), "dead"),
        ("One in ten adults smokes.", "One in ten", "adult", (), "adults"),
    ],
)
def test_a_number_counts_what_it_depends_on_or_what_its_of_has(
    parses: Parses, text: str, number: str, noun: str, modifiers: tuple[str, ...], end: str
) -> None:
    found = counted(parses, text, number)
    assert (found.noun, found.modifiers) == (noun, modifiers)
    assert text[: found.end].endswith(end)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("We saw 12 of them.", "12"), ("The price rose to 12.", "12"), ("The 12 were hurt.", "12"),
        ("They were killed in 12.", "12"), ("Flight 370 left.", "370"), ("There were five more.", "five"),
    ],
)  # fmt: skip
def test_a_number_without_a_noun_counts_nothing(parses: Parses, text: str, number: str) -> None:
    assert counted(parses, text, number) == Counted("", (), text.index(number) + len(number))


def test_a_number_before_another_ends_before_it(parses: Parses) -> None:
    text = "Two or three men left."
    assert counted(parses, text, "Two") == Counted("man", (), 3)
    assert counted(parses, text, "three") == Counted("man", (), text.index(" left"))


def test_a_measure_counts_only_what_stands_behind_its_of(parses: Parses) -> None:
    assert counted(parses, "They sent 3 tonnes of grain.", "3 tonnes", measure=True).noun == "grain"
    assert counted(parses, "They sent a 3 tonne lorry.", "3 tonne", measure=True).noun == ""


def test_a_place_in_a_row_counts_only_what_it_depends_on(parses: Parses) -> None:
    assert counted(parses, "It is the third phase of the plan.", "third", ordinal=True).noun == "phase"
    assert counted(parses, "It is a third of the grant.", "third", ordinal=True).noun == ""
    assert counted(parses, "At first, people left.", "first", ordinal=True).noun == ""


def test_where_no_sentence_was_parsed_nothing_is_counted(parses: Parses) -> None:
    nothing = Counted("", (), 2)
    assert counted_noun(ParsedText(text="12 men left.", sentences=()), Span(0, 2)) == nothing
    unparsed = ParsedSentence(span=Span(0, 12))
    assert counted_noun(ParsedText(text="12 men left.", sentences=(unparsed,)), Span(0, 2)) == nothing


def test_the_tokens_of_a_stretch_are_all_that_reach_into_it(sentence: Callable[[str], ParsedSentence]) -> None:
    read = sentence("They sent 3 tonnes.")
    assert [each.text for each in tokens_at(read, Span(10, 13))] == ["3", "tonnes"]
    assert [each.text for each in tokens_at(read, Span(4, 5))] == []
    assert [each.text for each in tokens_at(read, Span(0, 4))] == ["They"]
