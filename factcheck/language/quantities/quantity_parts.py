"""The parts of a quantity: the two ends of a range, the unit, and what is counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from factcheck.domain.parsed_text import ParsedText
from factcheck.domain.spans import Span
from factcheck.language.numbers.lexemes import Lexeme
from factcheck.language.numbers.numbers import SCALES, Number, read_number
from factcheck.language.numbers.units import TIME_UNITS, currency_before, unit_after
from factcheck.language.quantities.counted_nouns import Counted, counted_noun
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


def noun_of_number(
    parsed: ParsedText, words: Sequence[Lexeme], at: int, number: Number, measured: tuple[str, int]
) -> Counted:
    """What a number that begins at lexeme `at` counts; `measured` is its unit, and the lexeme after both."""
    unit, end = measured
    place = Span(words[at].start, words[end - 1].end)
    if number.ordinal and unit in TIME_UNITS:
        return Counted(unit, (), place.end)
    following = [each.lower for each in words[end : end + 2]]
    if unit == "year" and (following[:1] == ["old"] or following == ["-", "old"]):
        return Counted("age", (), words[end + len(following) - 1 if following[0] == "-" else end].end)
    if not unit and following == ["-", "strong"]:
        return Counted("", (), words[end + 1].end)  # "a 3,000-strong crowd"
    counted = counted_noun(parsed, place, ordinal=number.ordinal, measure=bool(unit))
    return counted if counted.noun not in SCALES else Counted("", (), place.end)


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
