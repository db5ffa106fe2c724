"""Quantities in English text: how many of what, with its unit, its bound and its place.

What only looks like a number of something is passed over: dates, times, telephone and version numbers, scores, and
the numbers in names (`AK-47`, `No. 10`, `Flight 370`). A quantity that is missed costs one comparison; one that is
read wrongly would accuse a text of an error, so the first is always preferred.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.domain.spans import Span
from factcheck.language.bounds import Bound, bound_after, bound_before
from factcheck.language.nouns import Counted, counted_noun, single_noun
from factcheck.language.number_names import is_name, is_part_of_more, no_quantities
from factcheck.language.numbers import Number, read_number
from factcheck.language.units import TIME_UNITS, currency_before, unit_after, unit_of
from factcheck.language.words import Token, tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """One quantity as it is written.

    Attributes:
        span: From the bound (`more than`) to the last word of what is counted.
        value: The number, with its scale; the lower end of a range.
        upper: The upper end of a range (`3-4`, `tens of thousands`); None for a single number.
        resolution: Place value of the last digit that was written: 100,000 for `3.5 million`, 1 for `270`.
        unit: `""`, `%`, `percentage point`, a currency's code (`USD`), or a measure (`year`, `km`).
        noun: What is counted, in the singular and lower case; `""` where that can't be told.
        modifiers: The words between number and noun, in lower case: `270 military personnel` has `military`.
        ordinal: True for a place in a row (`third`, `47th`), whose value is that place.
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


def quantities(text: str) -> list[Quantity]:
    """The quantities of `text`, in order, without overlap. Any text is accepted; the time grows with its length."""
    words = tokens(text)
    hidden = _Hidden(no_quantities(text))
    found: list[Quantity] = []
    at = 0
    while at < len(words):
        if hidden.holds(words[at].start):
            at += 1
            continue
        quantity, at = _read(text, words, at)
        if quantity is not None and not hidden.touches(quantity.span):
            found.append(quantity)
    return found


class _Hidden:
    """Stretches of a text that hold no quantities, asked for from the front to the back."""

    def __init__(self, spans: list[Span]) -> None:
        self._spans: list[Span] = []
        for span in sorted(spans):
            if self._spans and span.start < self._spans[-1].end:
                last = self._spans.pop()
                span = Span(last.start, max(last.end, span.end))
            self._spans.append(span)
        self._next = 0

    def holds(self, place: int) -> bool:
        while self._next < len(self._spans) and self._spans[self._next].end <= place:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next].start <= place

    def touches(self, span: Span) -> bool:
        """Whether `span`, which ends after the last place asked for, runs into a stretch."""
        return self._next < len(self._spans) and self._spans[self._next].overlaps(span)


def _read(text: str, words: Sequence[Token], at: int) -> tuple[Quantity | None, int]:
    """The quantity whose number begins at token `at`, if any, and the token to go on from."""
    number = read_number(words, at)
    if number is None:
        return None, at + 1
    low, high, joined = _range(words, at, number)
    money, first = currency_before(words, at)
    unit, end = _unit(words, high, money)
    bare = not unit and high.scale == 1 and "," not in words[at].text
    if is_name(text, words, first, bare=bare) or is_part_of_more(
        words, at, number if joined else high, end if not joined else number.end
    ):
        return None, high.end
    if (high.letter_scale and not unit) or (joined and high.value <= low.value):
        return None, high.end
    counted = _noun(words, high, end, unit)
    if not _says_what(words[at], high, counted, unit, joined=joined):
        return None, high.end
    bound, start = bound_before(words, first)
    if bound == "exact":
        bound, end = bound_after(words, end)
    if bound == "exact" and counted.noun:
        bound, end = bound_after(words, counted.end)
    if bound == "exact" and low.upper is not None:
        bound = "about"
    last = max(end, counted.end)
    quantity = Quantity(
        span=Span(words[start].start, words[last - 1].end),
        value=low.value,
        upper=high.value if joined else low.upper,
        resolution=high.resolution,
        unit=unit_of(counted.noun) if high.ordinal else unit,
        noun=counted.noun,
        modifiers=counted.modifiers,
        ordinal=high.ordinal,
        bound=bound,
    )
    return quantity, last if high.ordinal or end > high.end else high.end


def _range(words: Sequence[Token], at: int, low: Number) -> tuple[Number, Number, bool]:
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


def _unit(words: Sequence[Token], number: Number, money: str) -> tuple[str, int]:
    at = number.end
    if number.upper is not None and at < len(words) and words[at].lower == "of":
        unit, end = unit_after(words, at + 1)  # "millions of dollars"
        return (unit, end) if unit else (money, at)
    unit, end = unit_after(words, at)
    if money and unit in ("", "cent", "m", money):
        return money, at
    return unit, end


def _noun(words: Sequence[Token], number: Number, end: int, unit: str) -> Counted:
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
    if following[:1] == ["-"] and words[end].start == words[end - 1].end:
        return single_noun(words[: end + 2], end + 1)  # "five-star"
    if number.value == 1 and number.scale == 1:
        return single_noun(words, end)
    return counted_noun(words, end)


def _substance(words: Sequence[Token], at: int) -> Counted:
    """What a measure is of: `3 tonnes of grain`, `30% of the population`."""
    if at < len(words) and words[at].lower in ("the", "its", "their", "our", "all", "his", "her"):
        at += 1
    return single_noun(words, at)


def _says_what(token: Token, number: Number, counted: Counted, unit: str, *, joined: bool) -> bool:
    """Whether a number says of what it is, or is such that it needs no saying."""
    if unit or counted.noun:
        return True
    if number.ordinal or joined or (number.in_words and number.scale == 1):
        return False  # "at first", "won 2-3", "the two"
    # Four digits without a separator are more often a year or an address.
    return number.scale > 1 or "," in token.text or "." in token.text or not 1000 <= number.value < 3000
