"""Cuts a document into passages: what can be found, quoted and attached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.domain.documents import Document, Passage
from factcheck.domain.ids import content_id
from factcheck.domain.spans import Span, trimmed
from factcheck.interfaces import SentenceSplitter
from factcheck.language.sentences.many_texts import MOST, sentences_of_each

LONGEST: Final = 500
"""Code points. About 110 word pieces: well inside the 256 that the default encoder reads, and short enough to quote."""


def passages_of(document: Document, splitter: SentenceSplitter, *, max_sentences: int = MOST) -> list[Passage]:
    """Runs of whole sentences of at most `LONGEST` code points, never across blocks; prose only.

    A longer sentence is cut at white space, so that no part of it is beyond what the encoder reads.

    Raises:
        InputError: If the document has more than `max_sentences`.
    """
    return [
        Passage(
            id=content_id("p", document.id, span.start, span.end),
            document_id=document.id,
            span=span,
            text=span.of(document.text),
        )
        for span in _runs(document, splitter, max_sentences)
    ]


def _runs(document: Document, splitter: SentenceSplitter, most: int) -> Iterator[Span]:
    blocks = [block for block in document.blocks if block.kind.is_prose]
    texts = (block.span.of(document.text) for block in blocks)
    run, its_block = None, -1
    for number, sentence in sentences_of_each(texts, splitter.split, most=most):
        for piece in _pieces(document.text, sentence.shifted(blocks[number].span.start)):
            if run is not None and number == its_block and piece.end - run.start <= LONGEST:
                run = Span(run.start, piece.end)
                continue
            if run is not None:
                yield run
            run, its_block = piece, number
    if run is not None:
        yield run


def _pieces(text: str, sentence: Span) -> Iterator[Span]:
    start = sentence.start
    while sentence.end - start > LONGEST:
        cut = max(text.rfind(" ", start, start + LONGEST), text.rfind("\n", start, start + LONGEST))
        end = cut if cut > start else start + LONGEST
        if piece := trimmed(text, Span(start, end)):
            yield piece
        start = end
    if piece := trimmed(text, Span(start, sentence.end)):
        yield piece
