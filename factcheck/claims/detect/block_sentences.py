"""The sentences of an article's prose, block by block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Final

from factcheck.claims.detect.plain_words import blanked
from factcheck.domain.articles import Article
from factcheck.domain.spans import Span
from factcheck.interfaces import SentenceSplitter
from factcheck.language.sentences.many_texts import MOST, sentences_of_each

_DATELINE: Final = re.compile(
    r"(?=\S{3})(?:[^\W\d_a-zà-ÿ]|[.'’ -]){3,40}(?:,\s[^—–:;!?\n]{2,40}?)?(?:\s\([^()\n]{2,30}\))?"
    r"\s(?:—|–|--|-)\s+(?=[^\W_a-z]|[\"“‘'])"
)
"""`PORT SABLE —`, `LEEDS, May 5 (Newswire) —` before the first sentence of a report."""

AT_ONCE: Final = 500
"""Sentences of one block that are read together. Whoever is quoted over more of them is asked for anew."""

PARSED_AT_ONCE: Final = 2_000
"""Sentences that are parsed in one call: a parse takes some kB of memory for each."""


def sentences_by_block(article: Article, splitter: SentenceSplitter, *, most: int = MOST) -> Iterator[list[Span]]:
    """The spans of the sentences of each block of prose that has some, in the order of the text.

    They never reach over a block's end, and list and quotation markers stay outside them. A block of more than
    `AT_ONCE` comes in portions, so that memory is needed for one of them only.

    Raises:
        InputError: When more than `most` sentences have been given.
    """
    blocks = [block for block in article.blocks if block.kind.is_prose]
    texts = (blanked(block.span.of(article.text), block.kind) for block in blocks)
    for number, found in groupby(sentences_of_each(texts, splitter.split, most=most), key=lambda each: each[0]):
        start = blocks[number].span.start
        portion: list[Span] = []
        for at, (_, span) in enumerate(found):
            dateline = None if at else _DATELINE.match(article.text, start + span.start, start + span.end)
            begin = dateline.end() if dateline is not None else start + span.start
            portion.append(Span(begin, start + span.end))
            if len(portion) == AT_ONCE:
                yield portion
                portion = []
        if portion:
            yield portion


def blocks_together(blocks: Iterable[list[Span]], *, most: int = PARSED_AT_ONCE) -> Iterator[list[list[Span]]]:
    """The same blocks in groups of about `most` sentences."""
    group: list[list[Span]] = []
    count = 0
    for spans in blocks:
        group.append(spans)
        count += len(spans)
        if count >= most:
            yield group
            group, count = [], 0
    if group:
        yield group
