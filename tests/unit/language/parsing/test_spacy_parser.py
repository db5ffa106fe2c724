"""The parser on sentences whose structure is plain, and on text that is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.parsed_text import ParsedSentence
from factcheck.domain.spans import Span
from factcheck.language.parsing.parses import Parses
from factcheck.language.parsing.spacy_parser import LONGEST, MOST_TOKENS, SpacyParser


def test_tokens_say_how_they_depend_on_each_other(sentence: Callable[[str], ParsedSentence]) -> None:
    read = sentence("The mayor, who lives in Harle, opened two bridges.")
    root = read.root
    assert (root.text, root.tag, root.lemma) == ("opened", "VBD", "open")
    subject = read.child(root, "nsubj")
    assert subject is not None
    assert [each.text for each in read.subtree(subject)] == ["The", "mayor", ",", "who", "lives", "in", "Harle", ","]
    assert [read.head(each).text for each in read.children(root, "dobj")] == ["opened"]
    assert [entity.label for entity in read.entities if read.tokens_of(entity)[0].text == "two"] == ["CARDINAL"]


def test_offsets_are_into_the_text_whatever_its_white_space(parses: Parses) -> None:
    text = "One\u00a0 line\n\tends here.  Prices rose\n by 3%."
    for each in parses.of(text).sentences:
        assert each.is_parsed
        assert all(token.text == text[token.start : token.end] for token in each.tokens)
        assert "".join(token.text for token in each.tokens) == "".join(each.span.of(text).split())


def test_white_space_does_not_change_the_parse(sentence: Callable[[str], ParsedSentence]) -> None:
    plain, odd = sentence("The ferry sank on Monday."), sentence("The  ferry\nsank on\u2003Monday.")
    assert [(each.tag, each.relation, each.head) for each in plain.tokens] == [
        (each.tag, each.relation, each.head) for each in odd.tokens
    ]


@given(st.text(max_size=80))
def test_any_text_is_parsed_or_left(parses: Parses, text: str) -> None:
    read = parses.of(text)
    for each in read.sentences:
        assert all(token.text == text[token.start : token.end] != "" for token in each.tokens)
        assert not each.is_parsed or "".join(t.text for t in each.tokens) == "".join(each.span.of(text).split())
        assert sum(token.head == token.place for token in each.tokens) == each.is_parsed


def test_a_sentence_that_is_too_long_is_left_unparsed() -> None:
    parser = SpacyParser()
    long, short, many = "word " * (LONGEST // 5 + 1), "It rained.", "a " * (MOST_TOKENS + 1)
    text = long + short + many
    spans = [
        Span(0, len(long) - 1),
        Span(len(long), len(long) + len(short)),
        Span(len(long) + len(short), len(text) - 1),
    ]
    assert [each.is_parsed for each in parser.parse(text, spans).sentences] == [False, True, False]


@pytest.mark.parametrize("name", ["torch", "tensorflow"])
def test_loading_the_parser_does_not_load_torch(name: str) -> None:
    import subprocess
    import sys

    program = (
        "import sys\nfrom factcheck.domain.spans import Span\n"
        "from factcheck.language.parsing.spacy_parser import SpacyParser\n"
        "assert 'spacy' not in sys.modules\nSpacyParser().parse('It rained.', [Span(0, 10)])\n"
        f"sys.exit({name!r} in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
