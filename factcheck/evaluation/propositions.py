"""Which propositions of two lists say the same, each matched at most once."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from typing import Final

ENOUGH: Final = 0.8
"""Two propositions are the same from this token Jaccard on."""

_TOKEN: Final = re.compile(r"[^\W_]+")


def tokens(text: str) -> frozenset[str]:
    """The runs of letters and digits of `text`, in lower case."""
    return frozenset(_TOKEN.findall(text.lower()))


def jaccard(first: frozenset[str], second: frozenset[str]) -> float:
    """Tokens in both over tokens in either, in [0, 1]; two texts without any token are alike."""
    return len(first & second) / len(first | second) if first or second else 1.0


def matched(found: Sequence[str], gold: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs (place in `found`, place in `gold`), as many as there can be, each place in at most one; in order.

    Pairs are sought by augmenting paths (Berge, 1957), so their number doesn't depend on the order of the texts. Of
    several matchings of that size, one that begins with the nearest pairs is given.
    """
    ours, theirs = [tokens(text) for text in found], [tokens(text) for text in gold]
    likeness = [[jaccard(mine, other) for other in theirs] for mine in ours]
    near = [
        sorted((place for place, value in enumerate(row) if value >= ENOUGH), key=lambda place: -row[place])
        for row in likeness
    ]
    taken: dict[int, int] = {}
    given: dict[int, int] = {}
    for start in sorted(range(len(ours)), key=lambda place: -max(likeness[place], default=0.0)):
        _augment(start, near, taken, given)
    return sorted(given.items())


def _augment(start: int, near: Sequence[Sequence[int]], taken: dict[int, int], given: dict[int, int]) -> None:
    """Match `start` too, where those matched before can make room.

    Args:
        near: For each place in `found`, the places in `gold` that it may be matched to.
        taken: The matching so far, from `gold` to `found`.
        given: The same, from `found` to `gold`.
    """
    came_from: dict[int, int] = {}
    waiting = deque([start])
    while waiting:
        mine = waiting.popleft()
        for other in near[mine]:
            if other in came_from:
                continue
            came_from[other] = mine
            if other in taken:
                waiting.append(taken[other])
            else:
                _exchange(other, came_from, taken, given)
                return


def _exchange(free: int, came_from: dict[int, int], taken: dict[int, int], given: dict[int, int]) -> None:
    """Along the path that ends at `free`, give each its new partner."""
    place: int | None = free
    while place is not None:
        mine = came_from[place]
        before = given.get(mine)
        taken[place], given[mine] = mine, place
        place = before
