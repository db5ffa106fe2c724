"""What stands around the passages of a report in their documents, and who answers for them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from factcheck.domain.articles import BlockKind
from factcheck.domain.documents import Document
from factcheck.domain.spans import Span
from factcheck.domain.views import ClaimView, EvidenceView
from factcheck.errors import DamageError
from factcheck.verdict.suggestion.origins import Published, origins

_REACH: Final = 280
"""Most code points on either side: two or three sentences."""

_LEAST: Final = 40
"""Least code points that are worth being cut at a sentence's end."""

# Good enough for words that are shown beside a quotation and never taken for one: "Dr. May" costs a half sentence.
_SENTENCE_END: Final = re.compile(r"[.!?…][\"'”’)\]]*\s+|\n\s*")


def with_surroundings(
    views: Sequence[ClaimView], document_of: Callable[[str], Document | None]
) -> tuple[ClaimView, ...]:
    """Give each passage the words around it and the number of its origin; each document is asked for once.

    Raises:
        DamageError: If a quote that a person attached no longer stands in its document.
    """
    around: dict[str, tuple[str, str]] = {}
    by_document: dict[str, list[tuple[ClaimView, EvidenceView]]] = {}
    for view in views:
        for each in view.evidence:
            by_document.setdefault(each.passage.document_id, []).append((view, each))
    for document_id, shown in by_document.items():
        document = document_of(document_id)
        text = document.text if document else ""
        for view, each in shown:
            if each.quote and each.passage.span.of(text) != each.quote.text:
                raise DamageError(
                    f"A quote of {view.claim.id} isn't in its document ({each.citation.line}).",
                    hint="`factcheck doctor` says what is damaged.",
                )
            floor, ceiling = prose_around(document, each.passage.span) if document else (0, 0)
            around[each.passage.id] = (
                before(text, each.passage.span, floor=floor),
                after(text, each.passage.span, ceiling=ceiling),
            )
    return tuple(replace(view, evidence=_placed(view.evidence, around)) for view in views)


def _placed(evidence: Sequence[EvidenceView], around: dict[str, tuple[str, str]]) -> tuple[EvidenceView, ...]:
    published = {each.passage.id: Published(each.passage.text, each.citation.origin) for each in evidence}
    numbers = origins([each.passage.id for each in evidence], published)
    placed = []
    for each in evidence:
        name = each.passage.id
        placed.append(replace(each, before=around[name][0], after=around[name][1], origin=numbers[name]))
    return tuple(placed)


def prose_around(document: Document, span: Span) -> tuple[int, int]:
    """The range around a place in which a document is read as one text: up to front matter, menus and the like."""
    apart = [block.span for block in document.blocks if not block.kind.is_prose and block.kind is not BlockKind.HEADING]
    floor = max((each.end for each in apart if each.end <= span.start), default=0)
    return floor, min((each.start for each in apart if each.start >= span.end), default=len(document.text))


def before(text: str, span: Span, *, floor: int = 0) -> str:
    """The sentence or two in front of a passage, not before `floor`; … where they begin inside a sentence."""
    begin = max(floor, span.start - _REACH)
    words = text[begin : span.start]
    if begin == floor:
        return words.strip()
    for end in _SENTENCE_END.finditer(words):
        if len(words) - end.end() >= _LEAST:
            return words[end.end() :].strip()
    return "…" + words[_word_border(words) :].rstrip()


def after(text: str, span: Span, *, ceiling: int | None = None) -> str:
    """The sentence or two behind a passage, not beyond `ceiling`; … where they end inside a sentence."""
    stop = len(text) if ceiling is None else ceiling
    words = text[span.end : min(stop, span.end + _REACH)]
    if span.end + _REACH >= stop:
        return words.strip()
    ends = [end.start() + len(end[0].rstrip()) for end in _SENTENCE_END.finditer(words)]
    if ends and ends[-1] >= _LEAST:
        return words[: ends[-1]].strip()
    cut = max(words.rfind(" "), words.rfind("\n"))
    return (words[:cut] if cut > 0 else words).strip() + "…"


def _word_border(words: str) -> int:
    """Where the first whole word begins."""
    found = re.search(r"\s+", words)
    return found.end() if found and found.end() < len(words) else 0
