"""Lines of pages in groups, told apart by where they stand: paragraphs, headings, list items, and the pages' own lines.

A paragraph that is not finished goes on over what ends its page: a foot, the next page's head, notes in small print.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from factcheck.ingest.pdf.lines import PdfLine
from factcheck.ingest.structure.line_kinds import ends_a_sentence, is_bullet, is_list_item

_HEADING: Final = 1.15
"""How much larger than the usual size a line of a heading is at least."""

_LONGEST_HEADING: Final = 200
_SENTENCE: Final = 4
"""Words from which on large letters with a full stop behind them are a sentence and no heading."""

_TWO_SENTENCES: Final = re.compile(r"[a-z)\]\"”’][.!?][\"”’)]* [A-Z“\"(]")
_STOPS: Final = (".", ".”", '."', "。")
_BODY_SHARE: Final = 0.15
_BODY_STOPS: Final = 0.1
"""Part of the text, and of its lines with a full stop, from which on a size is one that prose is set in."""

_SAME_SIZE: Final = 0.1
_NOTE: Final = 0.93
"""Letters below this part of the size of most of a page are those of notes."""

_WIDE_GAP: Final = 1.35
"""From this many usual distances on, two lines belong to two paragraphs."""

_HEADING_LEADING: Final = 1.5
_LEAST_LEADING: Final = 0.8
_MOST_LEADING: Final = 2.5
"""Distances of lines in letter sizes: closer ones are indices and powers, wider ones divide paragraphs."""

_SHORT: Final = 0.85
"""A line that ends before this part of the column's width may be the last of its paragraph."""

_COLUMN: Final = 24.0
_NEAR: Final = 50
"""Lines on either side of a page's end that say how wide its text is."""


@dataclass(slots=True)
class Group:
    """Lines that belong together, and the kind, as `BlockKind` names it, that they are."""

    kind: str
    lines: list[PdfLine]

    @property
    def size(self) -> float:
        return self.lines[0].size


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """Letter sizes of a document.

    Attributes:
        usual: That of most letters.
        body: All that prose is set in, rounded to a tenth of a point; a form has one for what is asked and one for
            what is answered.
    """

    usual: float
    body: frozenset[float]

    def is_large(self, line: PdfLine) -> bool:
        return line.size >= _HEADING * self.usual and round(line.size, 1) not in self.body


def sizes_of(pages: Sequence[Sequence[PdfLine]]) -> Sizes:
    """Raises ValueError for pages without a line."""
    letters: Counter[float] = Counter()
    lines: Counter[float] = Counter()
    stops: Counter[float] = Counter()
    for page in pages:
        for line in page:
            size = round(line.size, 1)
            letters[size] += len(line.words)
            lines[size] += 1
            stops[size] += line.words.endswith(_STOPS)
    if not letters:
        raise ValueError("no lines")
    body = (
        size
        for size, count in letters.items()
        if count >= _BODY_SHARE * letters.total() and stops[size] >= _BODY_STOPS * lines[size]
    )
    return Sizes(usual=letters.most_common(1)[0][0], body=frozenset(body))


def groups(pages: Sequence[Sequence[PdfLine]], own: Sequence[frozenset[int]], sizes: Sizes) -> Iterator[Group]:
    """The groups of all pages in their order; what stood within a paragraph comes behind it.

    A paragraph that ends in a colon is the heading of what follows where that is set in other letters: the label of a
    field, whose content is no heading, however large.

    Args:
        own: For each page, the numbers of the lines that are its own, as `running_lines` gives them.
    """
    label: Group | None = None
    for group in _over_pages(pages, own, sizes):
        if label is not None and group.kind != "boilerplate":
            if not _same_size(label.lines[-1], group.lines[0]):
                label.kind = "heading"
                group.kind = "paragraph" if group.kind == "heading" else group.kind
            yield label
            label = None
        if group.kind == "paragraph" and group.lines[-1].words.endswith(":") and group.lines[0].words[0].isupper():
            label = group
        else:
            yield group
    if label is not None:
        yield label


def _over_pages(pages: Sequence[Sequence[PdfLine]], own: Sequence[frozenset[int]], sizes: Sizes) -> Iterator[Group]:
    unfinished: Group | None = None
    between: list[Group] = []
    for page, running in zip(pages, own, strict=True):
        found = list(_groups_of_page(page, running, sizes))
        usual = _usual(found)
        is_first = True
        for group in found:
            is_note = unfinished is not None and not is_first and group.size < _NOTE * usual
            if group.kind == "boilerplate" or is_note:
                between.append(group)
                continue
            if unfinished is not None and (is_first or between) and _goes_over(unfinished, group):
                unfinished.lines += group.lines
            else:
                yield from _closed(unfinished, between)
                unfinished, between = group, []
            is_first = False
            if _is_finished(unfinished):
                yield from _closed(unfinished, between)
                unfinished, between = None, []
    yield from _closed(unfinished, between)


def _is_finished(group: Group) -> bool:
    """True where nothing of another page goes on with it."""
    last = group.lines[-1].words
    return group.kind == "heading" or last.endswith(":") or ends_a_sentence(last)


def _usual(found: Sequence[Group]) -> float:
    """The size of most letters of a page's text: what is smaller are notes at the foot of the page or of a column."""
    letters: Counter[float] = Counter()
    for group in found:
        if group.kind != "boilerplate":
            letters[group.size] += sum(len(line.words) for line in group.lines)
    return letters.most_common(1)[0][0] if letters else 0.0


def _closed(unfinished: Group | None, between: Sequence[Group]) -> Iterator[Group]:
    if unfinished is not None:
        yield unfinished
    yield from between


def _goes_over(unfinished: Group, group: Group) -> bool:
    """True where the sentence that `unfinished` stops in goes on with `group`."""
    last, first = unfinished.lines[-1], group.lines[0]
    if group.kind != "paragraph" or not _same_size(last, first) or is_bullet(first.words):
        return False
    if first.words[0].islower() or last.words[-1] in "-\xad,":
        return True
    width = max(line.right - line.left for line in (*unfinished.lines[-_NEAR:], *group.lines[:_NEAR]))
    return len(unfinished.lines) > 1 and last.right - last.left >= _SHORT * width


def _groups_of_page(page: Sequence[PdfLine], running: frozenset[int], sizes: Sizes) -> Iterator[Group]:
    text = [line for place, line in enumerate(page) if place not in running]
    layout = _pitch(text), _margins(text)
    group: Group | None = None
    for place, line in enumerate(page):
        kind = "boilerplate" if place in running else "heading" if sizes.is_large(line) else "paragraph"
        if group is not None and _goes_on(group, kind, line, layout):
            group.lines.append(line)
            continue
        if group is not None:
            yield _named(group)
        # A number at the beginning of a line makes a list item only where a new group begins.
        kind = "list_item" if kind == "paragraph" and is_list_item(line.words) else kind
        group = Group(kind, [line])
    if group is not None:
        yield _named(group)


def _named(group: Group) -> Group:
    """The group, as a paragraph where large letters say a sentence: an answer in a form, a quotation."""
    words = " ".join(line.words for line in group.lines)
    is_sentence = (words.endswith(_STOPS) and len(words.split()) >= _SENTENCE) or _TWO_SENTENCES.search(words)
    if group.kind == "heading" and (len(words) > _LONGEST_HEADING or is_sentence):
        group.kind = "paragraph"
    return group


def _same_size(line: PdfLine, other: PdfLine) -> bool:
    return abs(line.size - other.size) <= _SAME_SIZE * line.size


def _goes_on(group: Group, its_kind: str, line: PdfLine, layout: tuple[float, dict[int, float]]) -> bool:
    """True where `line` belongs to `group`."""
    pitch, margins = layout
    kind, above = "paragraph" if group.kind == "list_item" else group.kind, group.lines[-1]
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
