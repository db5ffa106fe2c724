"""What every `TextParser` promises. A backend subclasses this with one method."""

from __future__ import annotations

import threading
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.parsed_text import ParsedSentence, ParsedText
from factcheck.domain.spans import Span
from factcheck.interfaces import TextParser
from factcheck.language.sentences.segmenter import BoundarySplitter
from tests.contracts.sentence_splitter_contract import ANY_TEXT, any_text

PLAIN = "The council closed two bridges.  Amina Sethi, who lives in Harle,\nsaid it was wrong."


def sentences_of(text: str) -> list[Span]:
    return BoundarySplitter().split(text)


def outline(sentence: ParsedSentence) -> list[tuple[object, ...]]:
    """All that was read in a sentence but where it stands."""
    read = [(each.text, each.tag, each.lemma, each.morphology, each.relation, each.head) for each in sentence.tokens]
    return [*read, *((each.label, each.first, each.last) for each in sentence.entities)]


def assert_sound(read: ParsedText, text: str, spans: Sequence[Span]) -> None:
    """Each sentence is one tree of tokens that hold all its visible characters, or has no tokens at all."""
    assert read.text == text
    assert [each.span for each in read.sentences] == list(spans)
    for sentence in read.sentences:
        place = sentence.span.start
        for number, token in enumerate(sentence.tokens):
            assert token.place == number
            assert place <= token.start < token.end <= sentence.span.end
            assert token.text == text[token.start : token.end]
            assert not text[place : token.start].strip()
            place = token.end
        if not sentence.tokens:
            assert sentence.entities == ()
            continue
        assert place == sentence.span.end
        assert len(sentence.subtree(sentence.root)) == len(sentence.tokens)
        places = [at for each in sentence.entities for at in (each.first, each.last + 1)]
        assert places == sorted(places)
        assert all(each.first <= each.last < len(sentence.tokens) for each in sentence.entities)


class TextParserContract:
    def make(self) -> TextParser:
        """The backend, ready to use."""
        raise NotImplementedError

    def parsed(self, text: str) -> ParsedText:
        spans = sentences_of(text)
        read = self.make().parse(text, spans)
        assert_sound(read, text, spans)
        return read

    def test_it_has_a_name_and_the_code_of_a_language_or_none(self) -> None:
        parser = self.make()
        assert parser.name.strip()
        assert parser.language == "" or (parser.language.isalpha() and parser.language.islower())

    def test_the_text_is_of_the_language_that_the_parser_reads(self) -> None:
        parser = self.make()
        assert self.parsed(PLAIN).language == parser.language
        assert all(each.is_parsed == bool(parser.language) for each in self.parsed(PLAIN).sentences)

    def test_no_texts_and_texts_without_sentences_are_no_error(self) -> None:
        parser = self.make()
        assert parser.parse_each([]) == []
        read = parser.parse_each([("", []), (" \n", []), (PLAIN, sentences_of(PLAIN)), ("", [])])
        assert [len(each.sentences) for each in read] == [0, 0, 2, 0]

    def test_texts_come_in_their_order_each_with_its_own_sentences(self) -> None:
        texts = [f"Town {number} has {number} bridges. It rained." for number in range(1, 40)]
        read = self.make().parse_each([(text, sentences_of(text)) for text in texts])
        for text, each in zip(texts, read, strict=True):
            assert_sound(each, text, sentences_of(text))

    def test_a_sentence_is_read_alike_wherever_it_stands_and_whatever_is_read_with_it(self) -> None:
        parser = self.make()
        (alone,) = parser.parse(PLAIN[:31], [Span(0, 31)]).sentences
        others = [(f"In {year} prices rose by {year % 7}%.", [Span(0, 26)]) for year in range(1900, 2100)]
        within = parser.parse_each([*others, (PLAIN, sentences_of(PLAIN)), *others])[len(others)].sentences[0]
        assert outline(alone) == outline(within)
        assert outline(parser.parse(PLAIN[:31], [Span(0, 31)]).sentences[0]) == outline(alone)

    @pytest.mark.parametrize("sign", ["\x00", "\u200b", "\ufeff", "\ud800", "\x1b[2J", ".", "”", "字", "\U0001f600"])
    def test_one_odd_visible_character_is_read_or_left(self, sign: str) -> None:
        self.parsed(sign)
        self.parsed(f"It {sign} rained. {sign}It{sign} snowed.")

    @pytest.mark.parametrize("unit", ["x", ".", "“", "(a. ", "\u200b", "1. ", "'", "http://a.b/", "-", "a.b", "字"])
    def test_a_stretch_that_is_no_language_is_read_or_left(self, unit: str) -> None:
        text = (unit * 20_000)[:20_000]
        parser = self.make()
        whole = text.strip()
        for spans in ([Span(0, len(whole))], [Span(at, at + 2_000) for at in range(0, 20_000, 2_000)]):
            trimmed = [_trimmed(span, text) for span in spans]
            assert_sound(parser.parse(text, trimmed), text, trimmed)

    @any_text
    @given(text=ANY_TEXT)
    def test_any_text_is_read_or_left(self, text: str) -> None:
        self.parsed(text)

    @settings(any_text, max_examples=20)
    @given(texts=st.lists(st.sampled_from(["It rained.", "Ana said so.", "", "Mr. B. left - 3 times!"]), max_size=5))
    def test_each_text_is_read_as_if_it_were_the_only_one(self, texts: list[str]) -> None:
        parser = self.make()
        together = parser.parse_each([(text, sentences_of(text)) for text in texts])
        alone = [parser.parse(text, sentences_of(text)) for text in texts]
        assert [list(map(outline, each.sentences)) for each in together] == [
            list(map(outline, each.sentences)) for each in alone
        ]

    def test_several_threads_may_read_at_once(self) -> None:
        parser = self.make()
        texts = [" ".join(f"In {year} town {number} grew." for year in range(1990, 2030)) for number in range(6)]
        found: dict[str, ParsedText] = {}

        def read(text: str) -> None:
            found[text] = parser.parse(text, sentences_of(text))

        threads = [threading.Thread(target=read, args=(text,)) for text in texts]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        for text in texts:
            alone = parser.parse(text, sentences_of(text))
            assert list(map(outline, found[text].sentences)) == list(map(outline, alone.sentences))


def _trimmed(span: Span, text: str) -> Span:
    said = span.of(text)
    start = span.start + len(said) - len(said.lstrip())
    return Span(start, start + len(said.strip()))
