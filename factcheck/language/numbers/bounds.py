"""Words that say whether a number is exact: `more than`, `at least`, `up to`, `about`, `or so`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from factcheck.language.numbers.lexemes import Lexeme

Bound = Literal["exact", "at_least", "at_most", "about"]


class Bounded(NamedTuple):
    """A bound and how far its words reach.

    Attributes:
        inclusive: Whether the number itself is allowed: True for `at least` and `exact`, False for `more than`.
        at: The first token of a bound that stands before a number; the token after one that stands behind it.
    """

    bound: Bound
    inclusive: bool
    at: int


_BEFORE: Final[dict[tuple[Bound, bool], str]] = {
    ("at_least", False): "more than|over|above|exceeding|greater than|in excess of|higher than",
    ("at_least", True): "at least|upwards of|no fewer than|no less than|not less than|not fewer than|a minimum of"
    "|as few as|as little as",
    ("at_most", False): "less than|fewer than|under|below|lower than",
    ("at_most", True): "up to|at most|no more than|not more than|a maximum of|as many as|as much as",
    ("about", True): "about|around|approximately|roughly|some|nearly|almost|circa|close to|an estimated|estimated|~",
}
_AFTER: Final[dict[tuple[Bound, bool], str]] = {
    ("at_least", True): "or more|+|or older|or above|or higher",
    ("at_most", True): "or less|or fewer|or younger|or below|or lower",
    ("about", True): "or so",
}
_LONGEST: Final = 3


def _phrases(table: dict[tuple[Bound, bool], str]) -> dict[tuple[str, ...], tuple[Bound, bool]]:
    return {tuple(phrase.split()): key for key, text in table.items() for phrase in text.split("|")}


_BOUND_BEFORE: Final = _phrases(_BEFORE)
_BOUND_AFTER: Final = _phrases(_AFTER)


def bound_before(words: Sequence[Lexeme], at: int) -> Bounded:
    """The bound whose words end before token `at`; an exact one at `at` where there is none."""
    for length in range(min(_LONGEST, at), 0, -1):
        found = _BOUND_BEFORE.get(tuple(each.lower for each in words[at - length : at]))
        if found:
            return Bounded(*found, at - length)
    return Bounded("exact", True, at)


def bound_after(words: Sequence[Lexeme], at: int) -> Bounded:
    """The bound that begins at token `at`; an exact one at `at` where there is none."""
    for length in (2, 1):
        phrase = tuple(each.lower for each in words[at : at + length])
        if phrase in _BOUND_AFTER:
            return Bounded(*_BOUND_AFTER[phrase], at + len(phrase))
    return Bounded("exact", True, at)
