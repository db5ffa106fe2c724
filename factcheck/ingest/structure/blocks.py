"""A text in blocks: paragraphs, headings, date lines, bylines, list items, quotations, and what isn't the article's.

Rules go by form and position only, in linear time, and any text is accepted: what no rule knows is a paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from factcheck.domain.articles import Block, BlockKind
from factcheck.domain.spans import Span
from factcheck.ingest.structure.boilerplate import is_boilerplate, is_leading_boilerplate
from factcheck.ingest.structure.line_kinds import (
    could_be_heading,
    is_bullet,
    is_byline,
    is_dateline,
    is_divider,
    is_list_item,
    is_quoted,
    is_table_row,
)
from factcheck.ingest.structure.lines import Line, lines_of
from factcheck.ingest.structure.wrapping import is_joined, wrapped_width

_MOST_HEADINGS: Final = 2
"""Lines in a row that can be headings: a heading and its second line."""

_LONGEST_BOILERPLATE: Final = 800
_BULLETS: Final = "-*+•‣◦▪● "
_TITLE_MARKS: Final = "#*_ \t"
_HEAD_PARTS: Final = re.compile(r"\s+[—–|·•]\s+")
_EMPHASIS: Final = str.maketrans("", "", "*_")
_LONGEST_HEAD: Final = 200


@dataclass(slots=True)
class Piece:
    """A block that is being put together.

    Attributes:
        lines: Lines that touch.
        kind: What they are so far.
        is_sure: True where the format itself says the kind.
    """

    lines: list[Line]
    kind: BlockKind
    is_sure: bool = False

    def block(self) -> Block:
        return Block(span=Span(self.lines[0].start, self.lines[-1].end), kind=self.kind)


def text_blocks(
    text: str, *, front_matter: Span | None = None, known: Mapping[str, BlockKind] | None = None
) -> tuple[Block, ...]:
    """Divide a plain text.

    Blank lines divide; lines that touch are one paragraph where the text was wrapped by hand or by a program, and
    paragraphs of their own otherwise. A line without a letter or digit is a divider, and counts as a heading.

    Args:
        front_matter: The part at the beginning that `front_matter.parse` found.
        known: What the format says of a line, by its words with white space folded; each line is then a block.

    Returns:
        Blocks in order, without overlap, holding every visible character; none for a text without any.
    """
    lines = lines_of(text, begin=front_matter.end if front_matter else 0)
    pieces = _known_pieces(text, lines, known) if known is not None else _pieces(text, lines)
    mark_boilerplate(text, pieces)
    mark_headings(text, pieces)
    return as_blocks(pieces, front_matter)


def as_blocks(pieces: Sequence[Piece], front_matter: Span | None) -> tuple[Block, ...]:
    """The blocks of `pieces`, behind that of the front matter."""
    head = [] if front_matter is None else [Block(span=front_matter, kind=BlockKind.FRONT_MATTER)]
    return (*head, *(piece.block() for piece in pieces))


def mark_boilerplate(text: str, pieces: Sequence[Piece]) -> None:
    """Mark the run of the site's lines at the end of `pieces`, and a row of buttons at the beginning."""
    for piece in reversed(pieces):
        if not is_boilerplate(_words(text, piece)):
            break
        piece.kind = BlockKind.BOILERPLATE
    for piece in pieces:
        if piece.kind is BlockKind.BOILERPLATE or not is_leading_boilerplate(_words(text, piece)):
            break
        piece.kind = BlockKind.BOILERPLATE


def mark_headings(text: str, pieces: list[Piece]) -> None:
    """Mark short lines without a full stop as headings where prose follows, going up from the end.

    A longer run of such lines is a list without markers: only those next to the prose are headings. What a colon
    announces is none.
    """
    behind = 0
    before_prose = False
    announced = {id(below) for above, below in pairwise(pieces) if _ends_in_colon(text, above)}
    for piece in reversed(pieces):
        if id(piece) not in announced and _is_candidate(text, piece):
            behind += 1
            if before_prose and behind <= _MOST_HEADINGS:
                piece.kind = BlockKind.HEADING
        elif piece.kind.is_prose:
            behind, before_prose = 0, True


def kind_of_line(line: str) -> BlockKind:
    """What a line that stands alone is; a heading can't be told without what follows, and is a paragraph here."""
    if is_divider(line):
        return BlockKind.HEADING
    if len(line) > _LONGEST_HEAD:
        return BlockKind.PARAGRAPH
    # The head of an article may be set in italics, and tell the date and the author on one line.
    parts = [part for part in _HEAD_PARTS.split(line.translate(_EMPHASIS)) if part]
    kinds = [BlockKind.DATELINE if is_dateline(part) else BlockKind.BYLINE for part in parts if _is_head(part)]
    return kinds[0] if kinds and len(kinds) == len(parts) else BlockKind.PARAGRAPH


def _is_head(part: str) -> bool:
    return is_dateline(part) or is_byline(part)


def title_of(text: str, blocks: Sequence[Block]) -> str | None:
    """The heading at the very top, without its Markdown; None where the text begins with anything else."""
    for block in blocks:
        first = block.span.of(text).splitlines()[0].strip(_TITLE_MARKS)
        if block.kind is BlockKind.HEADING and not is_divider(first):
            return " ".join(first.split())
        if block.kind.is_prose or block.kind is BlockKind.CODE:
            return None
    return None


def _pieces(text: str, lines: list[Line]) -> list[Piece]:
    pieces: list[Piece] = []
    width = wrapped_width(text, lines)
    for line in lines:
        words = line.of(text)
        last = pieces[-1] if pieces else None
        if last is not None and _goes_on(text, last, line, width):
            last.lines.append(line)
        elif is_quoted(words):
            pieces.append(Piece([line], BlockKind.QUOTATION))
        elif is_list_item(words) and not is_divider(words):
            pieces.append(Piece([line], BlockKind.LIST_ITEM))
        else:
            pieces.append(Piece([line], kind_of_line(words)))
    return pieces


def _goes_on(text: str, last: Piece, line: Line, width: int) -> bool:
    """True where `line` belongs to the block before it."""
    words, above = line.of(text), last.lines[-1]
    if line.after_gap or not last.kind.is_prose or is_divider(words) or is_bullet(words) or is_table_row(words):
        return False
    if last.kind is BlockKind.QUOTATION and is_quoted(words):
        return True
    if is_quoted(words) or is_table_row(above.of(text)):
        return False
    if last.kind is BlockKind.LIST_ITEM and (is_list_item(words) or line.indent > last.lines[0].indent):
        return not is_list_item(words)
    return is_joined(text, above, line, width)


def _known_pieces(text: str, lines: list[Line], known: Mapping[str, BlockKind]) -> list[Piece]:
    pieces = []
    for line in lines:
        words = line.of(text)
        kind = known.get(" ".join(words.split()))
        if kind is not None:
            pieces.append(Piece([line], kind, is_sure=True))
        else:
            pieces.append(Piece([line], BlockKind.LIST_ITEM if is_list_item(words) else kind_of_line(words)))
    return pieces


def _words(text: str, piece: Piece) -> str:
    """The words of a piece on one line, without a list marker; "" for one that is too long to be boilerplate."""
    span = piece.block().span
    if len(span) > _LONGEST_BOILERPLATE or piece.kind is BlockKind.CODE:
        return ""
    words = " ".join(span.of(text).split())
    return words.lstrip(_BULLETS) or words if piece.kind is BlockKind.LIST_ITEM else words


def _ends_in_colon(text: str, piece: Piece) -> bool:
    return text[piece.lines[-1].end - 1] in ":："


def _is_candidate(text: str, piece: Piece) -> bool:
    if piece.is_sure or piece.kind is not BlockKind.PARAGRAPH or len(piece.lines) > 1:
        return False
    words = piece.lines[0].of(text)
    return could_be_heading(words) and not is_table_row(words)
