"""An article's text cut into pieces, each with the claims that it belongs to."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.domain.articles import Article, BlockKind
from factcheck.domain.spans import Span
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
    parts = sorted(
        ((part, claim) for claim in claims for part in _parts(claim)), key=lambda pair: (pair[0], pair[1].number)
    )
    cuts = sorted({place for part, _ in parts for place in (part.start, part.end)})
    sweep = _Sweep(text, parts)
    blocks = []
    for kind, span in _all_blocks(article, text):
        inside = cuts[bisect_right(cuts, span.start) : bisect_left(cuts, span.end)]
        places = [span.start, *inside, span.end]
        pieces = tuple(sweep.piece(start, end) for start, end in pairwise(places))
        blocks.append(MarkedBlock(kind=kind, pieces=pieces))
    return blocks


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


class _Sweep:
    """Goes through the text once, from left to right, and keeps the claims that are open where it stands."""

    def __init__(self, text: str, parts: Sequence[tuple[Span, ClaimEntry]]) -> None:
        self._text = text
        self._waiting = list(reversed(parts))
        self._open: list[tuple[Span, ClaimEntry]] = []
        self._last_end: dict[int, int] = {}
        for part, claim in parts:
            self._last_end[claim.number] = max(part.end, self._last_end.get(claim.number, 0))

    def piece(self, start: int, end: int) -> Piece:
        """The piece `[start, end)`, in which no part begins or ends."""
        while self._waiting and self._waiting[-1][0].start <= start:
            self._open.append(self._waiting.pop())
        self._open = [pair for pair in self._open if pair[0].end > start]
        claims = sorted({claim.number: claim for _, claim in self._open}.values(), key=lambda claim: claim.number)
        ends = tuple(claim for claim in claims if self._last_end[claim.number] == end)
        return Piece(text=self._text[start:end], claims=tuple(claims), ends=ends)
