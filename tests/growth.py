"""Whether work grows with the size of its input and no faster.

No time is asserted. What is compared is the processor's time of this thread for an input and for one eight times as
long, so that neither another program nor a slow machine changes the answer; the shorter input is just long enough to be
counted.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Final

STEP: Final = 8
"""How many times as long the longer input is."""
MOST: Final = 24.0
"""Between 8, which is in proportion, and 64, which is the square; nearer to the first by ratio."""
ENOUGH: Final = 0.004
"""Processor seconds from which a piece of work can be compared."""
LONGEST: Final = 400_000
"""Pieces in the longer input, at most: what is still too quick to count there grows no faster than it should."""
TRIES: Final = 5


def grows_in_proportion(work: Callable[[int], object], *, first: int = 64) -> bool:
    """True where the time of `work(n)` grows about as n does.

    It runs with n from `first` on, doubled until it can be counted.
    """
    size = first
    while (short := _spent(work, size)) < ENOUGH:
        if size * STEP >= LONGEST:
            return True
        size *= 2
    long = _spent(work, size * STEP)
    for more in range(1, TRIES):
        if long <= MOST * short:
            return True
        # Whatever else the processor did only adds to a time, so the least of several is the nearest to the work's own.
        # Another size each time, so that nothing that was kept from before answers.
        short = min(short, _spent(work, size + more))
        long = min(long, _spent(work, (size + more) * STEP))
    return long <= MOST * short


def _spent(work: Callable[[int], object], size: int) -> float:
    begun = time.thread_time()
    work(size)
    return time.thread_time() - begun


def growing_faster(work: Callable[[str], object], pieces: Iterable[str]) -> list[str]:
    """Those pieces for which the time of work on a text of many of them grows faster than the text."""
    return [piece for piece in pieces if not grows_in_proportion(lambda count, piece=piece: work(piece * count))]  # type: ignore[misc]
