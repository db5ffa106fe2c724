"""What a quantity is counted for each of: `per 100,000 people`, `$40,000 a year`, `$15-an-hour`, `120 men each`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.numbers.lexemes import Lexeme
from factcheck.language.numbers.numbers import read_number
from factcheck.language.numbers.units import TIME_UNITS, unit_after, unit_of
from factcheck.language.stems import singular
from factcheck.language.word_lists import word_list


class Rate(NamedTuple):
    """`per 100,000 people` is 100,000 of `person`; `a year` is 1 of `year`."""

    unit: str
    number: float


NO_RATE: Final = Rate("", 1.0)
_ADVERBS: Final = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day", "hourly": "hour",
}  # fmt: skip
_SOLD_BY: Final = frozenset(word_list("barrel gallon litre liter tonne ton pound kilo ounce share head person ticket"))
"""What money is paid for: `$80 a barrel`. Of other things, `a` begins a new thought."""
_NO_RATE_AFTER: Final = frozenset(word_list("after ago later earlier before from since old younger older on and"))
"""`20 people a year later` is no rate."""


def rate_after(words: Sequence[Lexeme], at: int, *, money: bool) -> Rate:
    """The rate that begins at token `at`, right behind a quantity; `NO_RATE` for none.

    Args:
        money: Whether the quantity is of money, which is also paid by the barrel or the head.
    """
    said = [each for each in words[at : at + 6] if each.text != "-"]
    if not said:
        return NO_RATE
    first = said[0].lower
    if first in _ADVERBS:
        return Rate(_ADVERBS[first], 1.0)
    if first == "per":
        return _per(words, at + 1)
    if first not in ("a", "an", "each", "every") or len(said) < 2 or not said[1].is_word:
        return NO_RATE
    noun = said[1].lower
    if len(said) > 2 and said[2].lower in _NO_RATE_AFTER:
        return NO_RATE
    unit = unit_of(noun)
    if unit:
        return Rate(unit, 1.0)
    return Rate(noun, 1.0) if money and noun in _SOLD_BY and first in ("a", "an") else NO_RATE


def _per(words: Sequence[Lexeme], at: int) -> Rate:
    if at >= len(words):
        return NO_RATE
    number = read_number(words, at)
    count, step = (number.value, number.end) if number is not None and not number.ordinal else (1.0, at)
    if step >= len(words):
        return Rate("", count)
    unit, _ = unit_after(words, step)
    token = words[step]
    if not unit and token.is_word and token.lower not in FUNCTION_WORDS:
        unit = singular(token.text)
    return Rate(unit, count)


def is_each(words: Sequence[Lexeme], at: int) -> bool:
    """Whether `each` or `apiece` stands at token `at` and says that a number holds for each of several."""
    if at >= len(words) or words[at].lower not in ("each", "apiece"):
        return False
    following = words[at + 1].lower if at + 1 < len(words) else ""
    return words[at].lower == "apiece" or not (following in TIME_UNITS or following in ("of", "one", "other"))
