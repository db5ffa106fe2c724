"""Finds the lines that are a page's own and not the text's: running heads and feet, page numbers, margin notes.

They stand at the top or the bottom, apart from the text. What gives them away is what other pages have at the same
place: the same words, however badly a scanner read them, or a number that counts the pages; and on a page alone its
form.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final

from factcheck.ingest.pdf.lines import PdfLine
from factcheck.ingest.structure.line_kinds import ends_a_sentence, is_dateline

_LONGEST: Final = 120
_EDGE_ROWS: Final = 3
"""Rows at the top and at the bottom of a page that are looked at."""

_WIDE_GAP: Final = 1.35
"""From this many usual distances on, a line stands apart from the next one."""

_SAME_SIZE: Final = 0.1
_LEAST_PAGES: Final = 3
_LEAST_SHARE: Final = 0.4
"""Part of the pages on which a line has to stand to count as theirs; left and right pages may differ."""

_SHORT: Final = 30
_LEAST_SHARE_IN_PLACE: Final = 0.3
_WORD: Final = re.compile(r"[^\W\d_]+")
_TITLED: Final = 0.7
_ALIKE: Final = 0.85
_MOST_KINDS: Final = 12
"""Different heads with which others are compared letter by letter."""

_SMALL: Final = 0.9
_SAME_HEIGHT: Final = 3.0
"""Points by which the heads of two pages may stand higher or lower."""

_SIGNS: Final = r"[\s\W_]*"
_ROMAN: Final = r"(?=[ivxl]+\b)(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
_ONLY_NUMBER: Final = re.compile(
    rf"{_SIGNS}(?:(?:pages?|pg\.?|p\.|seite|s\.|página|pag\.?)\s*)?(\d{{1,5}}|{_ROMAN})"
    rf"(?:\s*(?:of|/|von|de|sur)\s*\d{{1,5}})?{_SIGNS}",
    re.IGNORECASE,
)
_NUMBER_FIRST: Final = re.compile(rf"{_SIGNS}(\d{{1,5}}|{_ROMAN})\b(?![.)]){_SIGNS}(?=\S)", re.IGNORECASE)
_NUMBER_LAST: Final = re.compile(
    rf"(?<=\S){_SIGNS}\b(?:pages?\s+)?(\d{{1,5}}|{_ROMAN})(?:\s*(?:of|/)\s*\d{{1,5}})?{_SIGNS}\Z", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?:1[89]|20)\d\d\Z")
_ISSUE: Final = re.compile(r"\b(?:vol(?:ume)?\.?|no\.|nr\.|issue|jahrgang)\s*\d", re.IGNORECASE)
_DIGITS: Final = re.compile(r"\d+")
_VALUES: Final = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at a page's edge.

    `is_apart`: it stands apart from the text. `is_outermost`: nothing stands above it, or below. `numbers`: what
    could be its page number, and the words without it, folded.
    """

    page: int
    line: PdfLine
    is_apart: bool
    is_outermost: bool
    is_top: bool
    numbers: tuple[tuple[int, str], ...]

    @property
    def key(self) -> str:
        """Its words without a number at either end, other figures as one sign."""
        words = self.numbers[0][1] if self.numbers else _folded(self.line.words)
        return _DIGITS.sub("#", words)

    @property
    def could_be_own(self) -> bool:
        """Whether it is the page's own if others have it: apart from the text, or a title right above or below it."""
        return self.is_apart or (self.is_outermost and _is_title(self.line.words))

    @property
    def is_sentence(self) -> bool:
        """True for what may be the text's own: a full stop behind words that are not all in capitals."""
        return ends_a_sentence(self.line.words) and not self.line.words.isupper()


def running_lines(pages: Sequence[Sequence[PdfLine]], *, usual_size: float) -> list[frozenset[int]]:
    """For each page, the numbers of the lines that are its own, counted in the order in which `pages` gives them."""
    edges = [edge for number, page in enumerate(pages) for edge in _edges(number, page)]
    found = {id(edge.line) for edge in edges if edge.is_apart and _is_by_form(edge, usual_size)}
    counted = _by_number(edges, len(pages))
    repeated = _by_words(edges, len(pages))
    found |= {id(edge.line) for edge in (*counted, *repeated)} | _in_place(pages)
    places = defaultdict(set)
    for edge in (*counted, *repeated):
        places[edge.is_top].add((round(edge.line.bottom / _SAME_HEIGHT), round(edge.line.size)))
    for edge in edges:
        # Heads that change from chapter to chapter stand where the others do.
        at = (round(edge.line.bottom / _SAME_HEIGHT), round(edge.line.size))
        if edge.is_apart and not edge.is_sentence and at in places[edge.is_top] and len(pages) >= _LEAST_PAGES:
            found.add(id(edge.line))
    return [
        frozenset(place for place, line in enumerate(page) if id(line) in found or line.is_turned) for page in pages
    ]


def _edges(number: int, page: Sequence[PdfLine]) -> Iterator[_Edge]:
    upright = sorted((line for line in page if not line.is_turned and _is_placed(line)), key=lambda line: line.bottom)
    heights = sorted({round(line.bottom) for line in upright})
    low, high = heights[:_EDGE_ROWS], heights[-_EDGE_ROWS:]
    pitch = _pitch(upright)
    for place, line in enumerate(upright):
        at = round(line.bottom)
        if (at in low or at in high) and len(line.words) <= _LONGEST:
            near = upright[max(0, place - 4) : place] + upright[place + 1 : place + 5]
            is_apart = not any(_is_next_to(line, other, pitch) for other in near)
            is_outermost = at in (heights[0], heights[-1])
            is_top = at in high and at not in low[:1]
            yield _Edge(number, line, is_apart, is_outermost, is_top, tuple(_numbers(line.words)))


def _pitch(page: Sequence[PdfLine]) -> float:
    """The usual distance of two lines of a paragraph, from the bottom up; 0 where there is none."""
    gaps = sorted(
        above.bottom - line.bottom
        for line, above in pairwise(page)
        if 0.8 * line.size < above.bottom - line.bottom < 2.5 * line.size
    )
    return gaps[len(gaps) // 4] if gaps else 0.0


def _is_next_to(line: PdfLine, other: PdfLine, pitch: float) -> bool:
    """True for lines of one paragraph, by their distance and size; not for two parts of one line."""
    gap = abs(other.bottom - line.bottom)
    alike = abs(line.size - other.size) <= _SAME_SIZE * line.size
    return alike and 0.5 * line.size < gap < max(_WIDE_GAP * pitch, line.size)


def _is_title(words: str) -> bool:
    """True where nearly all longer words have a capital."""
    long = [word for word in _WORD.findall(words) if len(word) > 3]
    return bool(long) and sum(word[0].isupper() for word in long) >= _TITLED * len(long)


def _is_by_form(edge: _Edge, usual_size: float) -> bool:
    """True for a page number, for the line of an issue, for small print, and for a short title with a number."""
    words = edge.line.words
    if _ONLY_NUMBER.fullmatch(words) or (_ISSUE.search(words) and not ends_a_sentence(words)):
        return True
    if edge.is_sentence or is_dateline(words) or edge.line.size > 1.12 * usual_size:
        return False
    if edge.line.size <= _SMALL * usual_size:
        return True
    first = _NUMBER_FIRST.match(words)
    rest = words[first.end() :].split() if first else []
    return (
        0 < len(rest) <= 6 and all(not each[:1].islower() for each in rest) and first is not None and first[1].isdigit()
    )


def _by_number(edges: Sequence[_Edge], count: int) -> list[_Edge]:
    """Lines whose number counts the pages: it goes up by as many as they lie apart."""
    offsets: dict[int, set[int]] = defaultdict(set)
    for edge in edges:
        for number, words in edge.numbers:
            if edge.could_be_own or not words:
                offsets[number - edge.page].add(edge.page)
    offset = max(offsets, key=lambda each: len(offsets[each]), default=None)
    if offset is None or len(offsets[offset]) < max(2, _LEAST_SHARE * count):
        return []
    return [
        edge
        for edge in edges
        if any(number - edge.page == offset and (edge.could_be_own or not words) for number, words in edge.numbers)
    ]


def _by_words(edges: Sequence[_Edge], count: int) -> list[_Edge]:
    """Lines that many pages have, or nearly: a scanner reads LORNE and LOBNE where one word stands."""
    able = [edge for edge in edges if edge.could_be_own and not edge.is_sentence and edge.key]
    pages: dict[str, set[int]] = defaultdict(set)
    for edge in able:
        pages[edge.key].add(edge.page)
    heads = [key for key, _ in Counter({key: len(each) for key, each in pages.items()}).most_common(_MOST_KINDS)]
    like: dict[str, str] = {}
    for key in pages:
        # Two pages are too few to tell a misread head from another heading.
        nearly = (head for head in heads if key == head or (count > 2 and _is_alike(key, head)))
        like[key] = next(nearly, key)
    together: dict[str, set[int]] = defaultdict(set)
    for key, numbers in pages.items():
        together[like[key]] |= numbers
    # Of two pages, both must have it.
    least = 2 if count == 2 else max(_LEAST_PAGES, _LEAST_SHARE * count)
    return [edge for edge in able if len(together[like[edge.key]]) >= least]


def _in_place(pages: Sequence[Sequence[PdfLine]]) -> set[int]:
    """Short lines that stand at the same place of many pages, at an edge or in the margin; a number may count them."""
    places: dict[tuple[str, int, int, int], dict[int, int]] = defaultdict(dict)
    for number, page in enumerate(pages):
        for line in page:
            if len(line.words) > _SHORT or ends_a_sentence(line.words) or not _is_placed(line):
                continue
            key, offset = _folded(line.words), 0
            if only := _ONLY_NUMBER.fullmatch(line.words):
                key, offset = "#", _value(only[1]) - number
            at = (key, offset, round(line.bottom / _SAME_HEIGHT), round(line.left / (2 * _SAME_HEIGHT)))
            places[at][number] = id(line)
    least = max(_LEAST_PAGES, _LEAST_SHARE_IN_PLACE * len(pages))
    return {line for found in places.values() if len(found) >= least for line in found.values()}


def _is_placed(line: PdfLine) -> bool:
    # A place may be anything that the file says, beyond all numbers too.
    return all(abs(each) < 1e9 for each in (line.bottom, line.left, line.size))


def _is_alike(one: str, other: str) -> bool:
    if min(len(one), len(other)) < 5 or abs(len(one) - len(other)) > 0.25 * len(other):
        return False
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.real_quick_ratio() >= _ALIKE and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def _numbers(words: str) -> Iterator[tuple[int, str]]:
    """The numbers at either end that could count pages, each with the other words."""
    if found := _ONLY_NUMBER.fullmatch(words):
        yield _value(found[1]), ""
        return
    for pattern in (_NUMBER_FIRST, _NUMBER_LAST):
        found = pattern.search(words) if pattern is _NUMBER_LAST else pattern.match(words)
        if found and not _YEAR.match(found[1]):
            rest = words[found.end() :] if pattern is _NUMBER_FIRST else words[: found.start()]
            yield _value(found[1]), _folded(rest)


def _value(figures: str) -> int:
    if figures.isdigit():
        return int(figures)
    values = [_VALUES[each] for each in figures.lower()]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def _folded(words: str) -> str:
    return " ".join(words.casefold().split()).strip(" .,;:|/–—-")
