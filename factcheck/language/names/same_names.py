"""Whether two written names can be of one and the same: `Ms Lee` and `Ann Lee`, an acronym and its long form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from factcheck.language.names.people import pronoun_of
from factcheck.language.names.titles import BEHIND, PARTS, TITLES
from factcheck.language.word_lists import word_list

_ENDS: Final = frozenset(word_list("jr sr ii iii iv"))
_SMALL: Final = frozenset(word_list("of the and for in on to"))
_TITLE_WORDS: Final = TITLES | PARTS | BEHIND | {"the", "former"}
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
PARTICLES: Final = frozenset(word_list("de van von der den ter bin ibn al el la le di da du del dos das af zu y ul ur"))
"""Small words inside a person's name: `van der Berg`, `bin Ahmed`."""


def name_parts(name: str) -> tuple[str, ...]:
    """The words of a name without titles, offices before it, `'s` and `Jr`; all of them where nothing would be left."""
    words = _all_parts(name)
    front = 0
    while front < len(words) - 1 and words[front].lower() in _TITLE_WORDS:
        front += 1
    return words[front:]


@lru_cache(maxsize=4096)
def _all_parts(name: str) -> tuple[str, ...]:
    words = [each.removesuffix("'s").removesuffix("’s") for each in _WORD.findall(name)]
    return tuple(each for each in words if each.lower() not in _ENDS)


def same_name(one: str, other: str) -> bool:
    """Whether one of two names can be a shorter form of the other. Names that can't be told apart are not yet one.

    The shorter one's words must all stand in the longer one, in order, and be its last name, all of it, or its first
    names and last name; initials stand for names (`J. Lee`), an acronym for the first letters. Titles that go with
    different pronouns (`Mr Lee`, `Ms Lee`) are of two people.
    """
    mine, others = name_parts(one), name_parts(other)
    if not mine or not others:
        return False
    pronouns = {pronoun_of(one), pronoun_of(other)} - {None}
    if len(pronouns) > 1:
        return False
    short, long = sorted((mine, others), key=len)
    # With what looks like a title, for the first letter of "New York City" is of "New".
    if _is_acronym(*sorted((_all_parts(one), _all_parts(other)), key=len)):
        return True
    if not _equal(short[-1], long[-1]) or len(short[-1]) == 1:
        return False
    return _in_order(short, long)


def _is_acronym(short: Sequence[str], long: Sequence[str]) -> bool:
    if len(short) != 1 or len(long) < 2 or not short[0].isupper():
        return False
    return short[0] in ("".join(each[0] for each in words) for words in (long, [w for w in long if w not in _SMALL]))


def _equal(one: str, other: str) -> bool:
    return one.lower() == other.lower()


def _in_order(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether each word of `short` meets one of `long`, in order; an initial meets a word that begins with it."""
    rest = iter(long)
    return all(any(_equal(word, each) or _initial(word, each) for each in rest) for word in short)


def _initial(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) == 1 and long[:1].lower() == short.lower()
