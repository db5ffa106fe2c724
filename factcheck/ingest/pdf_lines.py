"""Lines of a page, told apart by where they stand: paragraphs, headings, list items, and what every page repeats."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from factcheck.ingest.line_kinds import ends_a_sentence, is_bullet, is_list_item


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfLine:
    """A line of a page. Lengths are in points, of which an inch has 72; `bottom` grows upwards."""

    words: str
    left: float
    right: float
    bottom: float
    size: float


_HEADING: Final = 1.15
"""How much larger than the usual size a line of a heading is at least."""

_LONGEST_HEADING: Final = 200
_LONGEST_RUNNING: Final = 100
_SAME_SIZE: Final = 0.1
_WIDE_GAP: Final = 1.35
"""From this many usual distances on, two lines belong to two paragraphs."""

_HEADING_LEADING: Final = 1.5
_LEAST_LEADING: Final = 0.8
_MOST_LEADING: Final = 2.5
"""Distances of lines in letter sizes: closer ones are indices and powers, wider ones divide paragraphs."""

_SHORT: Final = 0.85
"""A line that ends before this part of the column's width may be the last of its paragraph."""

_COLUMN: Final = 24.0
_PAGE_NUMBER: Final = re.compile(r"\W*\d{1,4}\W*")
_DIGITS: Final = re.compile(r"\d+")
_LEAST_PAGES: Final = 3
_LEAST_SHARE: Final = 0.4
"""Part of the pages on which a line has to stand to count as theirs; left and right pages may differ."""


def running_lines(pages: Sequence[Sequence[PdfLine]]) -> frozenset[str]:
    """The keys (see `running_key`) of lines that stand at the top or bottom of many pages; none below three pages."""
    found = Counter(key for page in pages for key in {running_key(line) for line in _edges(page)})
    least = max(_LEAST_PAGES, _LEAST_SHARE * len(pages))
    return frozenset(key for key, count in found.items() if count >= least)


def running_key(line: PdfLine) -> str:
    """The words of a line, without the number of its page."""
    words = " ".join(line.words.split())
    if any(map(str.isalpha, words)) or _PAGE_NUMBER.fullmatch(words):
        return _DIGITS.sub("#", words)
    return words


def paragraphs(
    page: Sequence[PdfLine], *, usual_size: float, running: frozenset[str]
) -> Iterator[tuple[str, list[str]]]:
    """The lines of a page in groups, in their order.

    Yields:
        A kind as `BlockKind` names it and the words of each line: `boilerplate` for what `running` holds and stands at
        the page's edge, `heading` for short lines in larger letters, `list_item`, and `paragraph` for all else.
    """
    edges = {id(line) for line in _edges(page) if running_key(line) in running}
    pitch = _pitch(page)
    margins = _margins(page)
    group: list[PdfLine] = []
    kind = ""
    for line in page:
        its_kind = "boilerplate" if id(line) in edges else _kind(line, usual_size)
        goes_on = bool(group) and _goes_on(kind, its_kind, group[-1], line, (pitch, margins))
        if goes_on:
            group.append(line)
            continue
        if group:
            yield kind, [each.words for each in group]
        # A number at the beginning of a line makes a list item only where a new group begins.
        kind = "list_item" if its_kind == "paragraph" and is_list_item(line.words) else its_kind
        group = [line]
    if group:
        yield kind, [each.words for each in group]


def _edges(page: Sequence[PdfLine]) -> list[PdfLine]:
    """Of the two topmost and the two lowest lines those that could be the pages' own: apart, short, and no sentence."""
    by_height = sorted(page, key=lambda line: line.bottom)
    pitch = _pitch(page)
    edges = []
    for place, line in enumerate(by_height):
        if 2 <= place < len(by_height) - 2 or len(line.words) > _LONGEST_RUNNING or ends_a_sentence(line.words):
            continue
        if not any(_is_next_to(line, other, pitch) for other in by_height[max(0, place - 2) : place + 3]):
            edges.append(line)
    return edges


def _is_next_to(line: PdfLine, other: PdfLine, pitch: float) -> bool:
    """True for lines of one paragraph, by their distance and size; not for two parts of one line."""
    gap = abs(other.bottom - line.bottom)
    return 0.5 * line.size < gap < max(_WIDE_GAP * pitch, line.size) and _same_size(line, other)


def _same_size(line: PdfLine, other: PdfLine) -> bool:
    return abs(line.size - other.size) <= _SAME_SIZE * line.size


def _kind(line: PdfLine, usual_size: float) -> str:
    return "heading" if line.size >= _HEADING * usual_size and len(line.words) <= _LONGEST_HEADING else "paragraph"


def _goes_on(kind: str, its_kind: str, above: PdfLine, line: PdfLine, layout: tuple[float, dict[int, float]]) -> bool:
    """True where `line` belongs to the group that ends with `above`."""
    pitch, margins = layout
    if kind == "list_item":
        kind = "paragraph"
    if kind != its_kind or kind == "boilerplate" or not _same_size(above, line):
        return False
    if is_bullet(line.words) or (is_list_item(line.words) and ends_a_sentence(above.words)):
        return False
    gap = above.bottom - line.bottom
    if kind == "heading":
        return 0 <= gap <= _HEADING_LEADING * line.size
    if gap > max(_WIDE_GAP * pitch, line.size):
        return False
    if not ends_a_sentence(above.words):
        return True
    # A sentence ends with the line above: then its end and the next one's beginning say whether the paragraph does.
    indented = line.left > above.left + 0.8 * line.size
    width = margins[_column(above)] - above.left
    return gap >= 0 and not indented and above.right - above.left >= _SHORT * width


def _pitch(page: Sequence[PdfLine]) -> float:
    """The usual distance of two lines of a paragraph, by the narrower ones of the page; 0 where it has none."""
    gaps = sorted(
        above.bottom - line.bottom
        for above, line in pairwise(page)
        if _LEAST_LEADING * line.size < above.bottom - line.bottom < _MOST_LEADING * line.size
    )
    return gaps[len(gaps) // 4] if gaps else 0.0


def _margins(page: Sequence[PdfLine]) -> dict[int, float]:
    """Where the lines that begin at about the same place end at most."""
    margins: dict[int, float] = {}
    for line in page:
        column = _column(line)
        margins[column] = max(margins.get(column, line.right), line.right)
    return margins


def _column(line: PdfLine) -> int:
    # A place may be anything that the file says, beyond all numbers too.
    return int(line.left // _COLUMN) if abs(line.left) < 1e9 else 0
