"""A text whose format says what its parts are: from the pieces that a parser hands over to a text with blocks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Final, TypedDict

from factcheck.domain.articles import Block, BlockKind
from factcheck.domain.sources import SourceFacts
from factcheck.errors import InputError
from factcheck.ingest.document_authors import stated_author
from factcheck.ingest.structure import drop_caps
from factcheck.ingest.structure.blocks import Piece, as_blocks, kind_of_line, mark_boilerplate, mark_headings
from factcheck.ingest.structure.lines import Line, lines_of, refuse_lines

_GAP: Final = "\n\n"
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_DAY: Final = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)")
_LONGEST_FACT: Final = 300
_SURROGATES: Final = dict.fromkeys(range(0xD800, 0xE000), 0xFFFD)
_SOFT_HYPHEN: Final = 0xAD
"""Where a word may be divided; it is not seen, and a word with one in it would not be found."""
_NOT_WORDS: Final = {**_SURROGATES, _SOFT_HYPHEN: None}


class Told(TypedDict):
    """One text as a parser hands it from process to process; a fact that is not said is None.

    `pieces` are (kind, words) in order: the kind as `BlockKind` names it, where `paragraph` leaves open whether it is
    a heading, a byline or a date line. `date` begins with YYYY-MM-DD, and `inferred` says that it isn't stated to be
    the date of publication. `warnings` are those of `SourceText`.
    """

    pieces: list[tuple[str, str]]
    title: str | None
    author: str | None
    publisher: str | None
    language: str | None
    date: str | None
    inferred: bool
    warnings: list[str]


def composed(pieces: Sequence[tuple[str, str]]) -> tuple[str, tuple[Block, ...]]:
    """The pieces as one text, an empty line between two, and its blocks: one for each piece that can be seen.

    Raises:
        InputError: If nothing of it can be seen, or if it has more lines than `MOST_LINES`.
    """
    words = [(kind, piece.translate(_NOT_WORDS).strip()) for kind, piece in pieces]
    kept = [(BlockKind(kind), piece) for kind, piece in drop_caps.joined([each for each in words if each[1]])]
    text = _GAP.join(piece for _, piece in kept)
    if not any(character.isprintable() and not character.isspace() for character in text):
        raise InputError("It holds no text.", hint="Name a source with some text.")
    made = []
    start = lines = 0
    for kind, piece in kept:
        made.append(_piece(text, kind, start, start + len(piece)))
        refuse_lines(lines := lines + len(made[-1].lines))
        start += len(piece) + len(_GAP)
    mark_boilerplate(text, made)
    mark_headings(text, made)
    return text, as_blocks(made, None)


def facts_of(told: Told) -> SourceFacts:
    """What a parser said of a text, without what can't be true: endless names, days that no calendar has."""
    published_on = day_of(told["date"])
    language = told["language"] or ""
    return SourceFacts(
        title=fact(told["title"]),
        author=stated_author(fact(told["author"]), (words for _, words in told["pieces"])),
        publisher=fact(told["publisher"]),
        language=language if _LANGUAGE.fullmatch(language) else None,
        published_on=published_on,
        date_inferred=None if published_on is None else told["inferred"],
    )


def fact(value: str | None) -> str | None:
    """`value` on one line; None for an empty or an endless one."""
    folded = " ".join((value or "").translate(_SURROGATES).split())
    return folded if 0 < len(folded) <= _LONGEST_FACT else None


def day_of(value: str | None) -> date | None:
    """The day that `value` begins with, as YYYY-MM-DD; None where it begins with none."""
    found = _DAY.match(value or "")
    try:
        return date.fromisoformat(found[1]) if found else None
    except ValueError:
        return None


def _piece(text: str, kind: BlockKind, start: int, end: int) -> Piece:
    lines = [
        Line(start + line.start, start + line.end, line.indent, line.after_gap) for line in lines_of(text[start:end])
    ]
    if kind is not BlockKind.PARAGRAPH:
        return Piece(lines, kind, is_sure=True)
    return Piece(lines, kind_of_line(lines[0].of(text)) if len(lines) == 1 else kind)
