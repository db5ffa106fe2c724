"""The parts of a quantity: the two ends of a range, the unit, and what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from factcheck.language.numbers.lexemes import Lexeme
from factcheck.language.numbers.numbers import SCALES, Number, read_number
from factcheck.language.numbers.units import TIME_UNITS, currency_before, unit_after
from factcheck.language.quantities.nouns import Counted, counted_noun, single_noun
from factcheck.language.word_lists import word_list

_NOT_IN_METRES: Final = frozenset(
    word_list("person home household user viewer worker job vehicle car voter vote child dose ton tonne barrel")
)
"""What is so surely counted that `3.4m` before it is millions and no length."""


def range_at(words: Sequence[Lexeme], at: int, low: Number) -> tuple[Number, Number, bool]:
    """Both ends of `3-4`, `3% to 4%`, `3 to 4 million`, `between 3 and 4`; twice the same number where there is one.

    `from 3 to 4` is a change and no range, and gives two numbers. An upper end that isn't above the lower one is
    given as it stands: the caller drops both, for it is a score or a ratio.
    """
    _, first = currency_before(words, at)
    opener = words[first - 1].lower if first else ""
    unit, joint = unit_after(words, low.end)
    if low.ordinal or low.upper is not None or joint + 1 >= len(words):
        return low, low, False
    sign = words[joint].text
    dashed = sign in "-–—" and words[joint].start == words[joint - 1].end
    worded = (sign == "to" and opener != "from") or (sign == "and" and opener == "between")
    if not (dashed or worded):
        return low, low, False
    step = joint + 1
    while step < len(words) - 1 and currency_before(words, step + 1)[1] <= step:
        step += 1
    high = read_number(words, step)
    if high is None or high.ordinal or high.upper is not None:
        return low, low, False
    if unit and unit_after(words, high.end)[0] not in ("", unit):
        return low, low, False
    if high.scale > 1 and low.scale == 1 and low.value < high.value / high.scale:
        low = replace(low, value=low.value * high.scale, scale=high.scale)
    return low, high, True


def unit_of_number(words: Sequence[Lexeme], number: Number, money: str) -> tuple[str, int]:
    """The unit of a number whose currency before it is `money` (or ""), and the token after number and unit."""
    at = number.end
    if number.upper is not None and at < len(words) and words[at].lower == "of":
        unit, end = unit_after(words, at + 1)  # "millions of dollars"
        return (unit, end) if unit else (money, at)
    unit, end = unit_after(words, at)
    if money and unit in ("", "cent", "m", money):
        return money, at
    return unit, end


def noun_of_number(words: Sequence[Lexeme], number: Number, end: int, unit: str) -> Counted:
    """What a number with `unit` counts, `end` being the token after both."""
    if number.ordinal:
        return Counted(unit, (), end) if unit in TIME_UNITS else single_noun(words, number.end)
    following = [each.lower for each in words[end : end + 2]]
    if unit == "year" and (following[:1] == ["old"] or following == ["-", "old"]):
        return Counted("age", (), end + len(following) if following[0] == "-" else end + 1)
    if unit:
        if following[:1] != ["of"]:
            return Counted("", (), end)
        counted = counted_noun(words, end)
        counted = counted if counted.noun else _substance(words, end + 1)
        return counted if counted.noun else Counted("", (), end)
    if following == ["-", "strong"]:
        return Counted("", (), end + 2)  # "a 3,000-strong crowd"
    if following[:1] == ["-"] and words[end].start == words[end - 1].end:
        return single_noun(words[: end + 2], end + 1)  # "five-star"
    if number.value == 1 and number.scale == 1:
        return single_noun(words, end)
    counted = counted_noun(words, end)
    return counted if counted.noun not in SCALES else Counted("", (), end)


def _substance(words: Sequence[Lexeme], at: int) -> Counted:
    """What a measure is of: `3 tonnes of grain`, `30% of the population`."""
    if at < len(words) and words[at].lower in ("the", "its", "their", "our", "all", "his", "her"):
        at += 1
    return single_noun(words, at)


def says_what(token: Lexeme, number: Number, counted: Counted, unit: str, *, joined: bool) -> bool:
    """Whether a number says of what it is, or is such that it needs no saying."""
    if unit or counted.noun:
        return True
    if number.ordinal or joined or (number.in_words and number.scale == 1):
        return False  # "at first", "won 2-3", "the two"
    # Four digits without a separator are more often a year or an address.
    return number.scale > 1 or "," in token.text or "." in token.text or not 1000 <= number.value < 3000


def is_letter_for_length(number: Number, counted: Counted, unit: str) -> bool:
    """Whether `3.4m` may be metres: its letter is a scale for money, measures, and for what is surely counted."""
    return number.letter_scale and not unit and counted.noun not in _NOT_IN_METRES
