"""The lines of a PDF page as pdfium gives them, with their places, sizes and numbers at either end."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, TypeAlias

Page: TypeAlias = Any
"""A page or a text page of pdfium, which has no types."""

_LINE_ENDS: Final = frozenset("\r\n")
_HYPHENS: Final = {"\x02": "-", "\ufffe": "-"}
"""What pdfium writes for a hyphen at a line's end."""

_NUMERAL: Final = re.compile(r"\d{1,5}\Z")
_LARGE: Final = 1.8
"""How much larger than the letters behind it a first letter is that reaches over several lines."""

_TURNED: Final = 0.35
"""Radians. Lines that far from the page's own direction don't belong to its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number at the beginning or the end of a line.

    Attributes:
        left, right: Where it stands, in points.
        rest: Where the line's other words begin behind it, or end before it; None for a number alone.
    """

    value: int
    left: float
    right: float
    rest: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PdfLine:
    """A line of a page. Lengths are in points, of which an inch has 72; `bottom` grows upwards.

    Attributes:
        size: Of its letters, as they are printed.
        height: Of its first letter.
        angle: In which it is written, in radians; 0 from left to right.
        head, tail: The number that it begins or ends with.
    """

    words: str
    left: float
    right: float
    bottom: float
    size: float
    height: float = 0.0
    angle: float = 0.0
    head: Numeral | None = None
    tail: Numeral | None = None


def lines_of_page(page: Page) -> list[PdfLine]:
    """The lines of a text page in the document's own order, those that are turned against most of it at the end."""
    lines = [part for letters, places in _runs(page) for part in _parts(page, letters, places)]
    turns: Counter[int] = Counter()
    for line in lines:
        turns[round(line.angle / _TURNED)] += len(line.words)
    usual = turns.most_common(1)[0][0] * _TURNED if turns else 0.0
    turned = [replace(line, angle=line.angle - usual) for line in lines]
    return [each for each in turned if not is_turned(each)] + [each for each in turned if is_turned(each)]


def is_turned(line: PdfLine) -> bool:
    """True for a line that is written in another direction than the text of its page, such as a margin's."""
    return abs(line.angle) > _TURNED / 2 * 1.01


def _runs(page: Page) -> Iterator[tuple[str, list[int]]]:
    """The letters of each line, and their numbers on the page."""
    from pypdfium2 import raw  # type: ignore[import-untyped]

    letters: list[str] = []
    places: list[int] = []
    count = page.count_chars()
    for index in range(count + 1):
        letter = chr(raw.FPDFText_GetUnicode(page, index)) if index < count else "\n"
        # pdfium marks a hyphen at the end of a line and leaves out the line end that follows it.
        broken = letter in _HYPHENS
        if letter not in _LINE_ENDS:
            letters.append(_HYPHENS.get(letter, letter))
            places.append(index)
        if (broken or letter in _LINE_ENDS) and letters:
            yield "".join(letters), places
            letters, places = [], []


def _parts(page: Page, letters: str, places: Sequence[int]) -> Iterator[PdfLine]:
    """A line; two where its first letter is a large one that only stands on the same height."""
    seen = [at for at, letter in enumerate(letters) if not letter.isspace()]
    if len(seen) > 1 and letters[seen[0]].isupper():
        first, second = _size(page, places[seen[0]]), _size(page, places[seen[len(seen) // 2]])
        if first >= _LARGE * second:
            yield _line(page, letters, places, seen[:1])
            seen = seen[1:]
    if seen:
        yield _line(page, letters, places, seen)


def _line(page: Page, letters: str, places: Sequence[int], seen: Sequence[int]) -> PdfLine:
    first, last = _box(page, places[seen[0]]), _box(page, places[seen[-1]])
    words = letters[seen[0] : seen[-1] + 1]
    # A hyphen that can be seen is one, whatever its code; at a line's end it may divide a word.
    words = words[:-1].replace("\xad", "-") + words[-1]
    middle = places[seen[len(seen) // 2]]
    return PdfLine(
        words=words,
        left=first[0],
        right=last[2],
        bottom=first[1],
        size=_size(page, middle),
        height=_size(page, places[seen[0]]),
        angle=_angle(page, middle),
        head=_numeral(page, letters, places, seen, at_end=False),
        tail=_numeral(page, letters, places, seen, at_end=True),
    )


def _numeral(page: Page, letters: str, places: Sequence[int], seen: Sequence[int], *, at_end: bool) -> Numeral | None:
    words = letters[seen[0] : seen[-1] + 1].split()
    word = words[-1 if at_end else 0]
    if not word.isascii() or not _NUMERAL.match(word):
        return None
    own = seen[-len(word) :] if at_end else seen[: len(word)]
    left, right = _box(page, places[own[0]])[0], _box(page, places[own[-1]])[2]
    rest = None
    if len(words) > 1:
        box = _box(page, places[seen[-len(word) - 1]]) if at_end else _box(page, places[seen[len(word)]])
        rest = box[2] if at_end else box[0]
    return Numeral(value=int(word), left=left, right=right, rest=rest)


def _box(page: Page, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a character's place, in points."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, index, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top


def _size(page: Page, index: int) -> float:
    """The size of a letter as it is printed: a document may set all text at one size and scale it."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(page, index, ctypes.byref(matrix))
    return float(raw.FPDFText_GetFontSize(page, index) * (math.hypot(matrix.c, matrix.d) or 1.0))


def _angle(page: Page, index: int) -> float:
    from pypdfium2 import raw

    angle = float(raw.FPDFText_GetCharAngle(page, index))
    # From -pi to pi, so that a little below a whole turn is little; -1 where pdfium can't tell.
    return 0.0 if angle < 0 or not math.isfinite(angle) else math.remainder(angle, 2 * math.pi)
