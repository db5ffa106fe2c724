"""Whether two wordings name the same thing: `Mr Key` and `John Key`, `Friday 15 May 2015` and `15 May 2015`."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W_]+")
_POSSESSIVE: Final = re.compile(r"(?<=\w)['’]s?(?=\W|$)")
_ARTICLES: Final = frozenset({"the", "a", "an"})
_TITLES: Final = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "president", "chancellor"}
    | {"minister", "prime", "governor", "mayor", "senator", "councillor", "judge", "justice", "king", "queen", "prince"}
    | {"princess", "pope", "general", "major", "colonel", "captain", "chief", "director", "former", "acting"}
)
_HEAD_ENDS: Final = re.compile(r",|;|\b(?:of|for|in|on|at|from|to|by|with|who|which|that)\b")
_JOINS: Final = frozenset({"and", "or"})


def same_thing(first: str, second: str) -> bool:
    """Equal in lower case without articles; or the words of the shorter stand in the longer, its head name among them.

    Titles and possessive endings don't count. Digits must be the same in both, and neither may add an `and` or `or`:
    `2015` is not `15 May 2015`, and `North Korea` is neither `South Korea` nor `North Korea or Japan`.
    """
    ours, theirs = _words(first), _words(second)
    if ours == theirs:
        return bool(ours)
    ours, theirs = ours - _TITLES or ours, theirs - _TITLES or theirs
    few, many, longer = (ours, theirs, second) if len(ours) <= len(theirs) else (theirs, ours, first)
    more = many - few
    if not few or not few <= many or more & _JOINS or any(map(_has_digit, more)):
        return False
    return any(map(_has_digit, few)) or _head(longer) in few


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(_POSSESSIVE.sub("", text).lower())) - _ARTICLES


def _has_digit(word: str) -> bool:
    return any(map(str.isdigit, word))


def _head(text: str) -> str:
    """The last word of a name before what only explains it: `ministry` of `the Ministry of Health`."""
    parts = _HEAD_ENDS.split(_POSSESSIVE.sub("", text).lower())
    words = next((found for part in parts if (found := _WORD.findall(part))), [""])
    return words[-1]
