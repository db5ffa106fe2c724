"""The sentences of an article's prose, block by block, in one call of the splitter: each call costs time of its own."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.claims.plain_words import blanked
from factcheck.domain.articles import Article
from factcheck.domain.spans import Span
from factcheck.interfaces import SentenceSplitter

_BETWEEN = "\n\n"


def sentences_by_block(article: Article, splitter: SentenceSplitter) -> Iterator[list[Span]]:
    """The spans of the sentences of each block of prose, in the order of the text.

    They never reach over a block's end, and list and quotation markers stay outside them.
    """
    blocks = [block for block in article.blocks if block.kind.is_prose]
    texts = [blanked(block.span.of(article.text), block.kind) for block in blocks]
    found = splitter.split(_BETWEEN.join(texts))
    start, at = 0, 0
    for block, text in zip(blocks, texts, strict=True):
        end = start + len(text)
        while at < len(found) and found[at].end <= start:
            at += 1
        mine = []
        while at < len(found) and found[at].start < end:
            mine.append(found[at])
            if found[at].end > end:
                break  # it belongs to the next block too
            at += 1
        if all(start <= span.start and span.end <= end for span in mine):
            yield [span.shifted(block.span.start - start) for span in mine]
        else:
            yield [span.shifted(block.span.start) for span in splitter.split(text)]
        start = end + len(_BETWEEN)
