"""Takes the numbers of lines off pages that count their lines at the margin: transcripts, bills, pleadings.

Such numbers stand below each other and go up by one from line to line, or by five from fifth line to fifth line; and
what stands beside them is prose that goes on from line to line, as no numbered list does.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from factcheck.ingest.pdf.lines import Numeral, PdfLine
from factcheck.ingest.structure.line_kinds import ends_a_sentence

_STEPS: Final = (1, 5, 10, 2)
_LEAST: Final = {1: 5, 2: 5, 5: 3, 10: 3}
"""How many numbers of such a step a page shows at least."""

_COLUMN: Final = 4.0
"""Points by which the left or the right edges of the numbers may differ."""

_COVERED: Final = 0.75
"""Part of the lines between the first and the last number that has one, or that the step leaves without one."""

_GOING_ON: Final = 0.15
"""Part of the lines beside the numbers of all pages that go on with a sentence."""

_RULED: Final = 10
_FIRST: Final = 1000
"""A document's numbering begins below it; years don't."""

_LONG: Final = 18
"""Characters of a line of prose, at the median; an index or a table has shorter ones."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """A line that may be counted.

    `place`: among the rows of the page, from the top down. `beside`: the words beside the number.
    """

    place: int
    numeral: Numeral
    line: PdfLine
    at_end: bool
    beside: str


def without_line_numbers(pages: Sequence[Sequence[PdfLine]]) -> list[list[PdfLine]]:
    """The lines of all pages, without the numbers that count them; lines that were but a number are left out."""
    chains = [_chain(page) for page in pages]
    sure = [chain for chain in chains if chain]
    if not _is_prose(sure) or min(each.numeral.value for chain in sure for each in chain) >= _FIRST:
        return [list(page) for page in pages]
    last: _Counted | None = None
    cleaned = []
    for page, chain in zip(pages, chains, strict=True):
        # A page with a line or two has too few numbers to be sure of; they go on with those of the others.
        own = chain or _short_chain(page, sure[0], last)
        last = own[-1] if own else last
        cleaned.append(list(_taken_off(page, own)))
    return cleaned


def _taken_off(page: Sequence[PdfLine], chain: Sequence[_Counted]) -> Iterator[PdfLine]:
    counted = {id(each.line): each for each in chain}
    for line in page:
        found = counted.get(id(line))
        if found is None:
            yield line
        elif found.numeral.rest is not None:
            yield _rest(found, found.numeral.rest)


def _rest(counted: _Counted, rest: float) -> PdfLine:
    words = _without_number(counted.line, at_end=counted.at_end)
    if counted.at_end:
        return replace(counted.line, words=words, right=rest, tail=None)
    return replace(counted.line, words=words, left=rest, head=None)


def _chain(page: Sequence[PdfLine]) -> list[_Counted]:
    """The longest run of numbers of one column and one step on a page; empty where none is long enough."""
    rows = _rows(page)
    best: list[_Counted] = []
    for at_end in (False, True):
        counted = _counted(rows, at_end=at_end)
        for step in _STEPS:
            run = _run(counted, step)
            if len(run) >= _LEAST[step] and len(run) > len(best) and (_is_covered(run, step) or _is_ruled(run)):
                best = run
    return best


def _short_chain(page: Sequence[PdfLine], like: Sequence[_Counted], last: _Counted | None) -> list[_Counted]:
    """A run that goes on with that of the page before, or begins anew, in the same column as another page's."""
    step = like[1].numeral.value - like[0].numeral.value
    starts = {1, step} | (set() if last is None else {last.numeral.value + step})
    run = _run([each for each in _counted(_rows(page), at_end=like[0].at_end) if _is_in_column(like[0], each)], step)
    return run if run and run[0].numeral.value in starts else []


def _rows(page: Sequence[PdfLine]) -> list[list[PdfLine]]:
    """The lines from the top down, those of one height together."""
    rows: list[list[PdfLine]] = []
    for line in sorted((line for line in page if not line.is_turned), key=lambda line: -line.bottom):
        if rows and rows[-1][0].bottom - line.bottom <= 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _counted(rows: Sequence[Sequence[PdfLine]], *, at_end: bool) -> list[_Counted]:
    return [
        _Counted(place, numeral, line, at_end, _beside(line, row, at_end=at_end))
        for place, row in enumerate(rows)
        for line in row
        if (numeral := line.tail if at_end else line.head) is not None
    ]


def _beside(line: PdfLine, row: Sequence[PdfLine], *, at_end: bool) -> str:
    words = _without_number(line, at_end=at_end)
    return words or next((other.words for other in row if other is not line), "")


def _run(counted: Sequence[_Counted], step: int) -> list[_Counted]:
    """The longest sequence from the top down in which each number is `step` more than the one above it."""
    length: dict[int, int] = {}
    above: dict[int, int | None] = {}
    last: dict[int, int] = {}
    for at, each in enumerate(counted):
        before = last.get(each.numeral.value - step)
        if before is not None and not _is_below(counted[before], each):
            before = None
        length[at] = 1 if before is None else length[before] + 1
        above[at] = before
        held = last.get(each.numeral.value)
        if held is None or length[at] >= length[held]:
            last[each.numeral.value] = at
    run: list[_Counted] = []
    place: int | None = max(length, key=lambda at: length[at], default=None)
    while place is not None:
        run.append(counted[place])
        place = above[place]
    return run[::-1]


def _is_below(above: _Counted, each: _Counted) -> bool:
    return above.place < each.place and _is_in_column(above, each)


def _is_in_column(one: _Counted, other: _Counted) -> bool:
    lefts, rights = one.numeral.left - other.numeral.left, one.numeral.right - other.numeral.right
    return min(abs(lefts), abs(rights)) <= _COLUMN


def _is_covered(run: Sequence[_Counted], step: int) -> bool:
    """True where the page's lines are counted all, or all but those between two steps."""
    lines = run[-1].place - run[0].place
    counted = run[-1].numeral.value - run[0].numeral.value
    if step == 1:
        return len(run) > _COVERED * (lines + 1)
    # Empty lines may be counted, and headings not.
    return _COVERED * lines <= counted <= lines / _COVERED + step


def _is_ruled(run: Sequence[_Counted]) -> bool:
    """True for numbers that stand alone at equal distances, as on ruled paper, whatever the lines beside them do."""
    gaps = sorted(above.line.bottom - below.line.bottom for above, below in pairwise(run))
    alone = sum(each.numeral.rest is None for each in run)
    return len(run) >= _RULED and alone >= _COVERED * len(run) and gaps[-1] - gaps[0] <= 0.1 * gaps[-1]


def _is_prose(chains: Sequence[Sequence[_Counted]]) -> bool:
    """True where the counted lines are those of running text."""
    beside = [each.beside for chain in chains for each in chain if each.beside]
    if not beside:
        return bool(chains) and all(map(_is_ruled, chains))
    goes_on = 0
    for chain in chains:
        for above, below in pairwise(chain):
            is_next = below.numeral.value - above.numeral.value == 1
            unfinished = not is_next or not above.beside or not ends_a_sentence(above.beside)
            goes_on += below.beside[:1].islower() and unfinished
    median = sorted(map(len, beside))[len(beside) // 2]
    return goes_on >= _GOING_ON * len(beside) and median >= _LONG


def _without_number(line: PdfLine, *, at_end: bool) -> str:
    words = line.words.split(maxsplit=1) if not at_end else line.words.rsplit(maxsplit=1)[::-1]
    return words[1] if len(words) > 1 else ""
