"""How many origins some passages have: ten reprints of one report are one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import combinations
from typing import Final, NamedTuple

_WORD: Final = re.compile(r"\w+")
_LONG: Final = 4
"""Words of a shingle: long enough that two reporters seldom write the same one."""
_SHARED: Final = 0.5
"""Share of the shorter text's shingles that a reprint has: it is cut, and gets another first sentence."""


class Published(NamedTuple):
    """A text, and who answers for it: owner, publisher or document."""

    text: str
    publisher: str


def origins(ids: Sequence[str], sources: Mapping[str, Published]) -> dict[str, int]:
    """The number of each passage's origin, from 0, in the order of `ids`.

    Two passages are of one origin where the same publisher answers for them, or where the texts are nearly the same.
    A passage that isn't among `sources` is an origin of its own.

    Source:
        Shingles: Broder, "On the resemblance and containment of documents", 1997.
    """
    leads = {each: each for each in ids}

    def lead(each: str) -> str:
        while leads[each] != each:
            each = leads[each]
        return each

    for one, other in combinations(leads, 2):
        if one in sources and other in sources and _same(sources[one], sources[other]):
            first, second = lead(one), lead(other)
            leads[second] = first
    numbers: dict[str, int] = {}
    return {each: numbers.setdefault(lead(each), len(numbers)) for each in leads}


def _same(one: Published, other: Published) -> bool:
    return one.publisher.casefold() == other.publisher.casefold() or _is_reprint(one.text, other.text)


def _is_reprint(one: str, other: str) -> bool:
    mine, others = _shingles(one), _shingles(other)
    least = min(len(mine), len(others))
    return least > 0 and len(mine & others) >= _SHARED * least


@lru_cache(maxsize=2048)
def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    """Each run of words; of a text that is shorter than one run, all of it."""
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        return frozenset()
    return frozenset(tuple(words[at : at + _LONG]) for at in range(max(1, len(words) - _LONG + 1)))
