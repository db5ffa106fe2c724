"""How long something lasted, and which year or week of it is meant: `three years`, `the third year of the war`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.domain.spans import Span
from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.numbers.bounds import Bound
from factcheck.language.numbers.lexemes import Lexeme, lexemes
from factcheck.language.numbers.units import TIME_UNITS
from factcheck.language.quantities.nouns import ends_noun
from factcheck.language.quantities.quantities import Quantity, quantities
from factcheck.language.word_lists import word_list

_IN_DAYS: Final = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0}
_IN_MONTHS: Final = {"month": 1.0, "year": 12.0, "decade": 120.0, "century": 1200.0}
_COUNTED: Final = TIME_UNITS | frozenset(word_list("season term quarter half anniversary"))
_DETERMINERS: Final = frozenset(word_list("the its their his her our a an this that"))
_MOST_WORDS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration:
    """A length of time as it is written.

    Attributes:
        span: From the bound to the unit.
        low: How many of `unit`; the lower end of a range.
        high: The upper end of a range; None for a single number.
        inclusive: Whether `low` itself is allowed: False for `more than three years`.
    """

    span: Span
    low: float
    unit: str
    high: float | None = None
    bound: Bound = "exact"
    inclusive: bool = True

    @property
    def in_base(self) -> tuple[float, str]:
        """`low` in days or in months. Days and months can't be turned into each other exactly."""
        if self.unit in _IN_DAYS:
            return self.low * _IN_DAYS[self.unit], "day"
        return self.low * _IN_MONTHS[self.unit], "month"


@dataclass(frozen=True, slots=True, kw_only=True)
class OrdinalPeriod:
    """A place in a row of years, weeks or the like.

    Attributes:
        span: The place and its unit: `third year`.
        place: 3 in it.
        unit: `year` in it; also `season`, `term`, `anniversary`.
        of: What it is a year of, as it stands there (`the war`); None where that isn't said beside it.
    """

    span: Span
    place: int
    unit: str
    of: Span | None = None


def durations(text: str) -> list[Duration]:
    """The lengths of time of `text`, in order, without overlap. Ages and `three years ago` are none."""
    return [
        Duration(
            span=each.span,
            low=each.value,
            unit=each.unit,
            high=each.upper,
            bound=each.bound,
            inclusive=each.inclusive,
        )
        for each in quantities(text)
        if each.unit in TIME_UNITS and not each.ordinal and not each.noun
    ]


def ordinal_periods(text: str) -> list[OrdinalPeriod]:
    """The years, weeks, terms and the like of `text` that are named by their place, in order, without overlap."""
    # "The first hundred days" is no one day.
    found = [each for each in quantities(text) if each.ordinal and _unit(each) and len(each.span.of(text).split()) == 2]
    words = lexemes(text) if found else []
    return [
        OrdinalPeriod(span=each.span, place=int(each.value), unit=_unit(each), of=_whole(words, each)) for each in found
    ]


def _unit(quantity: Quantity) -> str:
    return quantity.unit or (quantity.noun if quantity.noun in _COUNTED else "")


def _whole(words: Sequence[Lexeme], quantity: Quantity) -> Span | None:
    """`the war` in `the third year of the war` and in `the war's third year`."""
    behind = bisect_left(words, quantity.span.end, key=lambda token: token.start)
    if behind < len(words) and words[behind].lower == "of":
        return _run(words, behind + 1)
    first = bisect_left(words, quantity.span.start, key=lambda token: token.start)
    owner = words[first - 1] if first else None
    if owner is None or not owner.lower.endswith(("'s", "’s")):
        return None
    start = first - 1
    while start and first - start < _MOST_WORDS and _is_plain(words[start - 1]):
        start -= 1
    if start and words[start - 1].lower in _DETERMINERS:
        start -= 1
    return Span(words[start].start, owner.end - 2)


def _run(words: Sequence[Lexeme], at: int) -> Span | None:
    """The determiner and the plain words from token `at` on."""
    start = at
    if at < len(words) and words[at].lower in _DETERMINERS:
        at += 1
    end = at
    while end < len(words) and end - at < _MOST_WORDS and _is_plain(words[end]):
        if end > at and ends_noun(words[end]):
            break
        end += 1
    return Span(words[start].start, words[end - 1].end) if end > at else None


def _is_plain(token: Lexeme) -> bool:
    return token.is_word and token.lower not in FUNCTION_WORDS
