"""An article's text cut into pieces, each with the claims that it belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.domain.articles import Article, BlockKind
from factcheck.domain.spans import Span
from factcheck.report.cutting import cuts
from factcheck.report.outline import ClaimEntry
from factcheck.report.words import shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of text, made visible.

    Attributes:
        claims: Every claim that it belongs to, in order; none for text between claims.
        ends: Those of them that have no part after it.
    """

    text: str
    claims: tuple[ClaimEntry, ...] = ()
    ends: tuple[ClaimEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedBlock:
    """One block of the article in pieces; together they are its text."""

    kind: BlockKind
    pieces: tuple[Piece, ...]


def marked_blocks(article: Article, claims: Sequence[ClaimEntry]) -> list[MarkedBlock]:
    """Every visible character of the article once, in order, with its claims; parts of claims may overlap.

    Text that no block holds becomes a paragraph, so that a report never drops any.
    """
    text = shown(article.text)
    blocks = list(_all_blocks(article, text))
    by_number = {claim.number: claim for claim in claims}
    borders = [place for _, span in blocks for place in (span.start, span.end)]
    parts = [(part, claim.number) for claim in claims for part in _parts(claim)]
    waiting = cuts(len(text), parts, at=borders)[::-1]
    found = []
    for kind, span in blocks:
        pieces = []
        while waiting and waiting[-1].span.start < span.end:
            cut = waiting.pop()
            if cut.span.start >= span.start:
                marks, ends = ([by_number[each] for each in numbers] for numbers in (cut.marks, cut.ends))
                pieces.append(Piece(text=cut.span.of(text), claims=tuple(marks), ends=tuple(ends)))
        found.append(MarkedBlock(kind=kind, pieces=tuple(pieces)))
    return found


def _parts(claim: ClaimEntry) -> tuple[Span, ...]:
    return claim.claim.spans or (claim.claim.span,)


def _all_blocks(article: Article, text: str) -> Iterator[tuple[BlockKind, Span]]:
    """The blocks with visible text, in order, cut where they overlap, and what lies between them."""
    reached = 0
    for block in sorted(article.blocks, key=lambda block: block.span):
        start, end = max(reached, block.span.start), min(len(text), block.span.end)
        if start >= end:
            continue
        if text[reached:start].strip():
            yield BlockKind.PARAGRAPH, Span(reached, start)
        if text[start:end].strip():
            yield block.kind, Span(start, end)
        reached = end
    if text[reached:].strip():
        yield BlockKind.PARAGRAPH, Span(reached, len(text))
