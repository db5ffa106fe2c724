"""Quantities in English text: how many of what, with its unit, its bound and its place.

What only looks like a number of something is passed over: dates, times, telephone and version numbers, scores, and
the numbers in names (`AK-47`, `No. 10`, `Flight 370`). A quantity that is missed costs one comparison; one that is
read wrongly would accuse a text of an error, so the first is always preferred. Ratios (`one in ten`) and multiples
(`twice as many`) are read by `ratios` and `multiples`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from factcheck.domain.parsed_text import ParsedText
from factcheck.domain.spans import Span
from factcheck.language.numbers.bounds import Bound, Bounded, bound_after, bound_before
from factcheck.language.numbers.lexemes import Lexeme, lexemes
from factcheck.language.numbers.number_names import is_name, is_part_of_more, no_quantities
from factcheck.language.numbers.numbers import Number, read_number
from factcheck.language.numbers.stretches import Stretches
from factcheck.language.numbers.units import MONEY, currency_before, unit_of
from factcheck.language.quantities.quantity_parts import (
    is_letter_for_length,
    noun_of_number,
    range_at,
    says_what,
    unit_of_number,
)
from factcheck.language.quantities.rates import is_each, rate_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One quantity as it is written.

    Attributes:
        span: From the bound (`more than`) to the last word of what is counted. `each` and `a year` stand behind it.
        value: The number, with its scale; the lower end of a range. Below zero only for degrees and percent.
        upper: The upper end of a range (`3-4`, `tens of thousands`); None for a single number.
        resolution: Place value of the last digit that was written: 100,000 for `3.5 million`, 1 for `270`.
        unit: `""`, `%`, `percentage point`, a currency's code (`USD`), or a measure (`year`, `km`).
        noun: What is counted, in the singular and lower case; `""` where that can't be told.
        modifiers: The words that tell which, in lower case: `270 military personnel` has `military`.
        ordinal: True for a place in a row (`third`, `47th`), whose value is that place.
        inclusive: Whether `value` itself is allowed: False for `more than 300`, True for `at least 300`.
        each: Whether it holds for each of several: `270 soldiers and 120 civilians each`.
        per: What it is a rate of: `year` in `$40,000 a year`, `person` in `12 per 100,000 people`; `""` for no rate.
        per_count: How many of `per`: 100,000 in the second of them.
    """

    span: Span
    value: float
    upper: float | None = None
    resolution: float = 1.0
    unit: str = ""
    noun: str = ""
    modifiers: tuple[str, ...] = ()
    ordinal: bool = False
    bound: Bound = "exact"
    inclusive: bool = True
    each: bool = False
    per: str = ""
    per_count: float = 1.0

    @property
    def approximate(self) -> bool:
        return self.bound == "about"


def quantities(parsed: ParsedText) -> list[Quantity]:
    """The quantities of a text, in order, without overlap; without nouns in sentences that weren't parsed."""
    text = parsed.text
    words = lexemes(text)
    hidden = Stretches(no_quantities(text))
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        if hidden.holds(words[at].start):
            at += 1
            continue
        quantity, at = _read(parsed, words, at)
        free = not found or quantity is None or found[-1].span.end <= quantity.span.start
        if quantity is not None and free and not hidden.touches(quantity.span):
            found.append(quantity)
    return _each_of_a_row(text, found)


_BELOW_ZERO: Final = frozenset({"%", "°C", "°F", "degree"})
_JOINTS: Final = frozenset({"and", ", and", ","})
_LONGEST_JOINT: Final = 8


def _read(parsed: ParsedText, words: Sequence[Lexeme], at: int) -> tuple[Quantity | None, int]:
    """The quantity whose number begins at token `at`, if any, and the token to go on from."""
    number = read_number(words, at)
    if number is None:
        return None, at + 1
    low, high, joined = range_at(words, at, number)
    money, first = currency_before(words, at)
    unit, end = unit_of_number(words, high, money)
    sign, first = _sign(words, first)
    if sign < 0 and (joined or unit not in _BELOW_ZERO):
        return None, high.end
    bare = not unit and high.scale == 1 and "," not in words[at].text
    if (sign > 0 and is_name(parsed.text, words, first, bare=bare)) or is_part_of_more(words, at, high, end):
        return None, high.end
    if (joined and high.value <= low.value) or _may_be_decimal_or_group(words[at].text, high, unit):
        return None, high.end
    counted = noun_of_number(parsed, words, at, high, (unit, end))
    noun_end = bisect_left(words, counted.end, key=lambda each: each.start)
    if bare and (counted.noun == "level" and 1900 <= high.value < 2100):
        return None, high.end  # "below 1990 levels": a year
    if is_letter_for_length(high, counted, unit) or not says_what(words[at], high, counted, unit, joined=joined):
        return None, high.end
    bounded, start, end = _bound(words, first, end, noun_end if counted.noun else end)
    last = max(end, noun_end)
    rate = rate_after(words, last, money=unit in MONEY)
    quantity = Quantity(
        span=Span(words[start].start, words[last - 1].end),
        value=sign * low.value,
        upper=high.value if joined else low.upper,
        resolution=high.resolution,
        unit=unit_of(counted.noun) if high.ordinal else unit,
        noun=counted.noun,
        modifiers=counted.modifiers,
        ordinal=high.ordinal,
        bound="about" if bounded.bound == "exact" and low.upper is not None else bounded.bound,
        inclusive=bounded.inclusive,
        each=not high.ordinal and is_each(words, last),
        per="" if high.ordinal else rate.unit,
        per_count=1.0 if high.ordinal else rate.number,
    )
    return quantity, last if high.ordinal or end > high.end else high.end


def _sign(words: Sequence[Lexeme], first: int) -> tuple[int, int]:
    """-1 and the sign's token where a minus stands before token `first`; +1 and `first` for none."""
    if first == 0:
        return 1, first
    before = words[first - 1]
    if before.lower == "minus":
        return -1, first - 1
    apart = first < 2 or words[first - 2].end < before.start or words[first - 2].text in "(["
    return (-1, first - 1) if before.text in "-−" and before.end == words[first].start and apart else (1, first)


def _may_be_decimal_or_group(written: str, number: Number, unit: str) -> bool:
    """Whether a point may group thousands, as in `€1.200`: three digits behind it, money, and no scale word."""
    return unit in MONEY and number.scale == 1 and len(written.partition(".")[2]) == 3


def _bound(words: Sequence[Lexeme], first: int, end: int, after_noun: int) -> tuple[Bounded, int, int]:
    """The bound before a number, else behind its unit, else behind its noun; and the first and last token of it all."""
    before = bound_before(words, first)
    if before.bound != "exact":
        return before, before.at, end
    behind = bound_after(words, end)
    if behind.bound == "exact":
        behind = bound_after(words, after_noun)
        if behind.bound == "exact":
            return before, first, end
    return behind, first, behind.at


def _each_of_a_row(text: str, found: list[Quantity]) -> list[Quantity]:
    """`270 soldiers and 120 civilians each`: what holds for the last of a row holds for those before it."""
    for index in range(len(found) - 1, 0, -1):
        later, earlier = found[index], found[index - 1]
        gap = later.span.start - earlier.span.end
        if later.each and gap <= _LONGEST_JOINT and text[earlier.span.end : later.span.start].strip() in _JOINTS:
            found[index - 1] = replace(earlier, each=True)
    return found
