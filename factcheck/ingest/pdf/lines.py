"""The lines of a PDF page as pdfium gives them, with their places, sizes and numbers at either end."""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

Page: TypeAlias = Any
"""A page or a text page of pdfium, which has no types."""

_LINE_ENDS: Final = frozenset("\r\n")
_HYPHENS: Final = {"\x02": "-", "\ufffe": "-"}
"""What pdfium writes for a hyphen at a line's end."""

_NUMERAL: Final = re.compile(r"\d{1,5}\Z")
_LARGE: Final = 1.8
"""How much larger than the letters behind it a first letter is that reaches over several lines."""


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
        is_turned: Whether it is written in another direction than most of its page, as margins' notes are.
        head, tail: The number that it begins or ends with.
    """

    words: str
    left: float
    right: float
    bottom: float
    size: float
    height: float = 0.0
    is_turned: bool = False
    head: Numeral | None = None
    tail: Numeral | None = None


def lines_of_page(page: Page) -> list[PdfLine]:
    """The lines of a text page in the document's own order, those that are turned against most of it at the end.

    Places are counted as if the page's text were upright.
    """
    runs = list(_runs(page))
    turns: Counter[int] = Counter()
    for letters, places in runs:
        turns[_turn(page, letters, places)] += len(letters)
    usual = turns.most_common(1)[0][0] if turns else 0
    boxes = _Boxes(page, usual)
    lines = [
        line
        for letters, places in runs
        for line in _parts(boxes, letters, places, is_turned=_turn(page, letters, places) != usual)
    ]
    return sorted(lines, key=lambda line: line.is_turned)


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


def _parts(boxes: _Boxes, letters: str, places: Sequence[int], *, is_turned: bool) -> Iterator[PdfLine]:
    """A line; two where its first letter is a large one that only stands on the same height."""
    seen = [at for at, letter in enumerate(letters) if not letter.isspace()]
    if len(seen) > 1 and letters[seen[0]].isupper():
        first, second = boxes.size(places[seen[0]]), boxes.size(places[seen[len(seen) // 2]])
        if first >= _LARGE * second:
            yield _line(boxes, letters, places, seen[:1], is_turned=is_turned)
            seen = seen[1:]
    if seen:
        yield _line(boxes, letters, places, seen, is_turned=is_turned)


def _line(boxes: _Boxes, letters: str, places: Sequence[int], seen: Sequence[int], *, is_turned: bool) -> PdfLine:
    first, last = boxes.box(places[seen[0]]), boxes.box(places[seen[-1]])
    words = letters[seen[0] : seen[-1] + 1]
    # A hyphen that can be seen is one, whatever its code; at a line's end it may divide a word.
    words = words[:-1].replace("\xad", "-") + words[-1]
    return PdfLine(
        words=words,
        left=first[0],
        right=last[2],
        bottom=first[1],
        size=boxes.size(places[seen[len(seen) // 2]]),
        height=boxes.size(places[seen[0]]),
        is_turned=is_turned,
        head=_numeral(boxes, letters, places, seen, at_end=False),
        tail=_numeral(boxes, letters, places, seen, at_end=True),
    )


def _numeral(
    boxes: _Boxes, letters: str, places: Sequence[int], seen: Sequence[int], *, at_end: bool
) -> Numeral | None:
    words = letters[seen[0] : seen[-1] + 1].split()
    word = words[-1 if at_end else 0]
    if not word.isascii() or not _NUMERAL.match(word):
        return None
    own = seen[-len(word) :] if at_end else seen[: len(word)]
    left, right = boxes.box(places[own[0]])[0], boxes.box(places[own[-1]])[2]
    rest = None
    if len(words) > 1:
        beside = boxes.box(places[seen[-len(word) - 1 if at_end else len(word)]])
        rest = beside[2 if at_end else 0]
    return Numeral(value=int(word), left=left, right=right, rest=rest)


def _turn(page: Page, letters: str, places: Sequence[int]) -> int:
    """The direction of a line in quarter turns to the left: 0 from left to right, 1 upwards, 2, 3 downwards."""
    from pypdfium2 import raw

    seen = [place for place, letter in zip(places, letters, strict=True) if not letter.isspace()]
    if not seen:
        return 0
    angle = float(raw.FPDFText_GetCharAngle(page, seen[len(seen) // 2]))
    # Scripts from right to left have their first letter at the right, and are not turned.
    quarter = round(angle / (math.pi / 2)) % 4 if math.isfinite(angle) else 0
    if quarter % 2 == 0:
        return quarter
    return 1 if _box(page, seen[-1])[1] >= _box(page, seen[0])[1] else 3


@dataclass(frozen=True, slots=True)
class _Boxes:
    """Places and sizes of a page's letters, as if its text, which makes so many quarter turns, were upright."""

    page: Page
    turns: int

    def box(self, index: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of a character's place, in points."""
        left, bottom, right, top = _box(self.page, index)
        if self.turns == 1:
            return bottom, -right, top, -left
        if self.turns == 2:
            return -right, -top, -left, -bottom
        if self.turns == 3:
            return -top, left, -bottom, right
        return left, bottom, right, top

    def size(self, index: int) -> float:
        """The size of a letter as it is printed: a document may set all text at one size and scale it."""
        from pypdfium2 import raw

        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(self.page, index, ctypes.byref(matrix))
        scale = math.hypot(matrix.c, matrix.d) or 1.0
        return float(raw.FPDFText_GetFontSize(self.page, index) * scale)


def _box(page: Page, index: int) -> tuple[float, float, float, float]:
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(page, index, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top
