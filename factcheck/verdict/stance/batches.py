"""Pairs put together by length, so that little time goes into padding and memory stays bounded."""

from __future__ import annotations

from collections.abc import Sequence


def batches(lengths: Sequence[int], *, most: int) -> list[list[int]]:
    """Rows in the order of their lengths, in runs whose greatest length times their number is at most `most`.

    A row that is longer by itself is a run of its own.
    """
    found: list[list[int]] = []
    for row in sorted(range(len(lengths)), key=lengths.__getitem__):
        if not found or (len(found[-1]) + 1) * lengths[row] > most:
            found.append([])
        found[-1].append(row)
    return found
