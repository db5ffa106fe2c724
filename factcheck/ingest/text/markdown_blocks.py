"""Markdown in blocks, on the source text itself: a claim's offsets are offsets of the file that somebody wrote.

Follows CommonMark 0.31 where that matters for claims: headings, fenced code, quotations, list items, paragraphs.
Indented code is read as a paragraph, since pasted articles are often indented; each row of a table is one block.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.domain.articles import Block, BlockKind
from factcheck.domain.spans import Span
from factcheck.ingest.structure.blocks import Piece, as_blocks, kind_of_line, mark_boilerplate
from factcheck.ingest.structure.line_kinds import LONGEST_HEADING, is_divider, is_list_item, is_quoted, is_table_row
from factcheck.ingest.structure.lines import Line, lines_of

_FENCE: Final = re.compile(r"(`{3,})[^`]*$|(~{3,})")
_ATX: Final = re.compile(r"#{1,6}(?:\s|$)")
_UNDERLINE: Final = re.compile(r"(?:=+|-+)$")
_COMMENT: Final = "<!--"
_BOLD_LINE: Final = re.compile(r"(\*\*|__)(?!\s)[^*_]+\1$")
_LATER_NUMBER: Final = re.compile(r"(?!1[.)])\w")


def markdown_blocks(text: str, *, front_matter: Span | None = None) -> tuple[Block, ...]:
    """Divide a Markdown text; any text is accepted, in linear time.

    Args:
        front_matter: The part at the beginning that `front_matter.parse` found.

    Returns:
        Blocks in order, without overlap, holding every visible character, markers included.
    """
    pieces: list[Piece] = []
    closing: re.Pattern[str] | None = None
    for line in lines_of(text, begin=front_matter.end if front_matter else 0):
        words = line.of(text)
        if closing is not None:
            pieces[-1].lines.append(line)
            closing = None if closing.search(words) else closing
        elif (closing := _closing_of(words)) is not None:
            pieces.append(Piece([line], BlockKind.CODE))
            if words.startswith(_COMMENT) and closing.search(words):
                closing = None
        else:
            _place(text, line, pieces)
    mark_boilerplate(text, pieces)
    return as_blocks(pieces, front_matter)


def _closing_of(words: str) -> re.Pattern[str] | None:
    """What ends the code or the comment that `words` opens; None where it opens neither."""
    if words.startswith(_COMMENT):
        return re.compile("-->")
    fence = _FENCE.match(words)
    if fence is None:
        return None
    marks = fence[1] or fence[2]
    return re.compile(rf"^{re.escape(marks[0])}{{{min(len(marks), 1000)},}}$")


def _place(text: str, line: Line, pieces: list[Piece]) -> None:
    """Put a line outside code where it belongs: into the last block, or into one of its own."""
    words = line.of(text)
    above = pieces[-1] if pieces and not line.after_gap and pieces[-1].kind.is_prose else None
    if above is not None and _is_heading_with(text, above, words):
        above.lines.append(line)
        above.kind = BlockKind.HEADING
    elif _ATX.match(words) or is_divider(words) or (len(words) <= LONGEST_HEADING and _BOLD_LINE.match(words)):
        pieces.append(Piece([line], BlockKind.HEADING))
    elif is_quoted(words):
        if above is not None and above.kind is BlockKind.QUOTATION:
            above.lines.append(line)
        else:
            pieces.append(Piece([line], BlockKind.QUOTATION))
    elif is_list_item(words) and not _is_number_in_prose(above, words):
        pieces.append(Piece([line], BlockKind.LIST_ITEM))
    elif above is not None and not is_table_row(words) and not is_table_row(above.lines[-1].of(text)):
        above.lines.append(line)
    else:
        pieces.append(Piece([line], kind_of_line(words)))


def _is_heading_with(text: str, above: Piece, words: str) -> bool:
    """True where `words` underline the single short line of `above`; below a paragraph they are a rule."""
    return (
        above.kind is BlockKind.PARAGRAPH
        and len(above.lines) == 1
        and len(above.lines[0]) <= LONGEST_HEADING
        and not is_table_row(above.lines[0].of(text))
        and _UNDERLINE.match(words) is not None
    )


def _is_number_in_prose(above: Piece | None, words: str) -> bool:
    """True for `30. ` at the beginning of a paragraph's later line: only a list that begins with 1 interrupts one."""
    return above is not None and above.kind is BlockKind.PARAGRAPH and _LATER_NUMBER.match(words) is not None
