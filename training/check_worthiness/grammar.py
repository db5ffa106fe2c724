"""What the grammar of a sentence would add to the head's view of it: measured, and left out, as it adds too little."""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Sequence
from typing import Final

from factcheck.claims.kinds.kinds import kind_of_text
from factcheck.claims.worthiness.features import PLACES
from factcheck.domain.parsed_text import ParsedSentence, ParsedText
from factcheck.domain.spans import Span
from factcheck.settings import Settings
from factcheck.wiring import parts

TAG_RUN: Final = 3
_TOGETHER: Final = 2_000
"""Sentences parsed in one call."""


def read_grammar(texts: Sequence[str]) -> tuple[list[list[int]], list[list[int]]]:
    """For each text, taken as one sentence, the places of its grammar and of its kind, in [0, PLACES)."""
    parser = parts(Settings()).make_parser()
    grammar, kinds = [], []
    for begin in range(0, len(texts), _TOGETHER):
        for parsed in parser.parse_each([(text, [Span(0, len(text))]) for text in texts[begin : begin + _TOGETHER]]):
            grammar.append(_hashed(_features(parsed.sentences[0])))
            kinds.append(_hashed(_kind(parsed)))
    return grammar, kinds


def _kind(parsed: ParsedText) -> Iterator[str]:
    yield f"kind:{kind_of_text(parsed)}"


def _features(sentence: ParsedSentence) -> Iterator[str]:
    """Runs of up to three tags, each dependency by the tags at its ends, root and subject, morphology, entities."""
    tags = ["<start>", *(token.tag for token in sentence.tokens), "<end>"]
    for length in range(1, TAG_RUN + 1):
        yield from (" ".join(tags[start : start + length]) for start in range(len(tags) - length + 1))
    for token in sentence.tokens:
        head = sentence.head(token)
        yield f"{head.tag}>{token.relation}>{token.tag}"
        yield from (f"{token.word_class}:{each}" for each in token.morphology.split("|"))
        if token is head or head.relation == "ROOT" or token.relation in {"nsubj", "nsubjpass"}:
            yield f"{token.relation}:{token.lemma.lower()}"
    for entity in sentence.entities:
        yield f"{entity.label}:{sentence.tokens[entity.last].relation}"


def _hashed(features: Iterator[str]) -> list[int]:
    return sorted({zlib.crc32(each.encode("utf-8", "surrogatepass")) % PLACES for each in features})
