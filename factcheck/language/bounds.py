"""Words that say whether a number is exact: `more than`, `at least`, `up to`, `about`, `or so`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal

from factcheck.language.words import Token

Bound = Literal["exact", "at_least", "at_most", "about"]

_BEFORE: Final[dict[Bound, str]] = {
    "at_least": "more than|over|at least|above|exceeding|upwards of|no fewer than|no less than|not less than"
    "|a minimum of|greater than|in excess of|not fewer than",
    "at_most": "up to|at most|less than|fewer than|under|below|no more than|not more than|a maximum of|as many as"
    "|as much as|lower than",
    "about": "about|around|approximately|roughly|some|nearly|almost|circa|close to|an estimated|estimated|~",
}
_AFTER: Final[dict[Bound, str]] = {"at_least": "or more|+", "at_most": "or less|or fewer", "about": "or so"}
_BOUND_BEFORE: Final = {tuple(phrase.split()): bound for bound, text in _BEFORE.items() for phrase in text.split("|")}
_BOUND_AFTER: Final = {tuple(phrase.split()): bound for bound, text in _AFTER.items() for phrase in text.split("|")}
_LONGEST: Final = 3


def bound_before(words: Sequence[Token], at: int) -> tuple[Bound, int]:
    """The bound whose words end before token `at`, and its first token; `("exact", at)` without one."""
    for length in range(min(_LONGEST, at), 0, -1):
        bound = _BOUND_BEFORE.get(tuple(each.lower for each in words[at - length : at]))
        if bound:
            return bound, at - length
    return "exact", at


def bound_after(words: Sequence[Token], at: int) -> tuple[Bound, int]:
    """The bound that begins at token `at`, and the token after it; `("exact", at)` without one."""
    for length in (2, 1):
        phrase = tuple(each.lower for each in words[at : at + length])
        if phrase in _BOUND_AFTER:
            return _BOUND_AFTER[phrase], at + len(phrase)
    return "exact", at
