"""Which stretches of two rows of things differ: in time that grows as they do, whatever somebody put in them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import Final, TypeAlias

Stretch: TypeAlias = tuple[int, int, int, int]
"""`old[a:b]` was replaced by `new[c:d]`; either may be empty."""

_MOST: Final = 4_000_000
"""Pairs of things that are compared one by one; a longer stretch counts as replaced whole."""


def replaced(old: Sequence[Hashable], new: Sequence[Hashable]) -> Iterator[Stretch]:
    """The stretches that differ, in order.

    What stands once in both rows holds them together (Cohen's patience diff); between two such things difflib compares.
    """
    for (a, c), (b, d) in pairwise([(-1, -1), *_anchors(old, new), (len(old), len(new))]):
        yield from _between(old, new, (a + 1, b, c + 1, d))


def _between(old: Sequence[Hashable], new: Sequence[Hashable], at: Stretch) -> Iterator[Stretch]:
    a, b, c, d = at
    while a < b and c < d and old[a] == new[c]:
        a, c = a + 1, c + 1
    while a < b and c < d and old[b - 1] == new[d - 1]:
        b, d = b - 1, d - 1
    if (b - a) * (d - c) > _MOST:
        yield a, b, c, d
        return
    for kind, i, j, k, n in SequenceMatcher(None, old[a:b], new[c:d]).get_opcodes():
        if kind != "equal":
            yield a + i, a + j, c + k, c + n


def _anchors(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """The places of what stands once in each, as many as are in the same order in both."""
    mine, theirs = Counter(old), Counter(new)
    places = {thing: place for place, thing in enumerate(new)}
    pairs = [(n, places[thing]) for n, thing in enumerate(old) if mine[thing] == 1 == theirs[thing]]
    # The longest rising row of places, by patience sorting.
    tops: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for number, (_, place) in enumerate(pairs):
        pile = bisect_left(tops, place)
        tops[pile : pile + 1] = [place]
        last[pile : pile + 1] = [number]
        before.append(last[pile - 1] if pile else -1)
    found, number = [], last[-1] if last else -1
    while number >= 0:
        found.append(pairs[number])
        number = before[number]
    return found[::-1]
