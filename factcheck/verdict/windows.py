"""Which parts of a long passage a stance model reads at once: runs of whole sentences that overlap.

Every sentence stands whole in a window, most of them with both neighbours, so that it makes no difference where in the
passage it stands. A sentence that is longer than a window is cut into pieces that overlap by half.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

import numpy as np

from factcheck.domain.spans import Span

if TYPE_CHECKING:
    import numpy.typing as npt

    Offsets = npt.NDArray[np.int64]
    """Shape (n, 2): where each word piece begins and ends, in code points of its text, in order."""

OVERLAP: Final = 3
"""Windows share sentences of at most one part in so many of their room, and one sentence at least."""


def windows(sentences: Sequence[Span], pieces: Offsets, room: int) -> list[Span]:
    """Parts of a text that hold all its pieces, each at most `room` of them; one where all fit.

    Args:
        sentences: In order, without overlap.
    """
    if len(pieces) <= room:
        return [Span(sentences[0].start, sentences[-1].end)] if sentences else []
    units = list(units_of(sentences, pieces, room))
    sizes = [_count(unit, pieces) for unit in units]
    found: list[Span] = []
    first = 0
    while first < len(units):
        end = first + 1
        while end < len(units) and _joined(units[first], units[end], pieces) <= room:
            end += 1
        window = Span(units[first].start, units[end - 1].end)
        if not found or window.end > found[-1].end:
            found.append(window)
        following, shared = end, 0
        while following - 1 > first and (following == end or shared + sizes[following - 1] <= room // OVERLAP):
            following -= 1
            shared += sizes[following]
        first = following if end < len(units) else end
    return found


def units_of(sentences: Sequence[Span], pieces: Offsets, room: int) -> Iterator[Span]:
    """The sentences, and those of more than `room` pieces cut into overlapping parts."""
    for sentence in sentences:
        low, high = _range(sentence, pieces)
        if high - low <= room:
            yield sentence
            continue
        for start in range(low, high - room // 2, max(1, room - room // 2)):
            last = min(start + room, high) - 1
            yield Span(int(pieces[start, 0]), max(int(pieces[start, 0]), int(pieces[last, 1])))


def _joined(first: Span, last: Span, pieces: Offsets) -> int:
    """How many pieces stand from the beginning of one to the end of the other."""
    return _count(Span(first.start, max(first.end, last.end)), pieces)


def _count(span: Span, pieces: Offsets) -> int:
    low, high = _range(span, pieces)
    return high - low


def _range(span: Span, pieces: Offsets) -> tuple[int, int]:
    low, high = np.searchsorted(pieces[:, 0], [span.start, span.end], side="left")
    return int(low), int(high)
