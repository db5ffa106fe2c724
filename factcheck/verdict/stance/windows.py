"""Which parts of a long passage a stance model reads at once: runs of three sentences, of which the last is the next
run's first.

In longer runs what is beside the matter pulls the answer: with eight foreign sentences around the evidence, 0.71 of
the labels were the same wherever it stood, and 0.97 with runs of three and the nearest sentences by themselves (FEVER,
folds 6 and 7, n = 100; `benchmarks.positions`). A sentence that is longer than a window is cut into pieces that overlap
by half.
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

RUN: Final = 3
"""Sentences of a window, at most."""


def windows(sentences: Sequence[Span], pieces: Offsets, room: int) -> list[Span]:
    """Parts of a text that hold all its pieces, each at most `room` of them; one where all fit.

    Args:
        sentences: In order, without overlap.
    """
    units = list(units_of(sentences, pieces, room))
    found: list[Span] = []
    first = 0
    while first < len(units):
        end = first + 1
        while end < min(len(units), first + RUN) and _joined(units[first], units[end], pieces) <= room:
            end += 1
        window = Span(units[first].start, units[end - 1].end)
        if not found or window.end > found[-1].end:
            found.append(window)
        # One sentence is shared, so that each but the longest stands beside a neighbour.
        first = end - 1 if first + 1 < end < len(units) else end
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
