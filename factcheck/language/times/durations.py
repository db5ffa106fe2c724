"""How long something lasted, and which year or week of it is meant: `three years`, `the third year of the war`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factcheck.domain.parsed_text import ParsedText
from factcheck.domain.spans import Span
from factcheck.language.numbers.bounds import Bound
from factcheck.language.numbers.units import TIME_UNITS
from factcheck.language.quantities.counted_nouns import tokens_at
from factcheck.language.quantities.quantities import Quantity, quantities
from factcheck.language.word_lists import word_list

_IN_DAYS: Final = {"second": 1 / 86400, "minute": 1 / 1440, "hour": 1 / 24, "day": 1.0, "week": 7.0}
_IN_MONTHS: Final = {"month": 1.0, "year": 12.0, "decade": 120.0, "century": 1200.0}
_COUNTED: Final = TIME_UNITS | frozenset(word_list("season term quarter half anniversary"))


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


def durations(parsed: ParsedText) -> list[Duration]:
    """The lengths of time of a text, in order, without overlap. Ages and `three years ago` are none."""
    return [
        Duration(
            span=each.span,
            low=each.value,
            unit=each.unit,
            high=each.upper,
            bound=each.bound,
            inclusive=each.inclusive,
        )
        for each in quantities(parsed)
        if each.unit in TIME_UNITS and not each.ordinal and not each.noun
    ]


def ordinal_periods(parsed: ParsedText) -> list[OrdinalPeriod]:
    """The years, weeks, terms and the like of a text that are named by their place, in order, without overlap."""
    # "The first hundred days" is no one day.
    return [
        OrdinalPeriod(span=each.span, place=int(each.value), unit=_unit(each), of=_whole(parsed, each))
        for each in quantities(parsed)
        if each.ordinal and _unit(each) and len(each.span.of(parsed.text).split()) == 2
    ]


def _unit(quantity: Quantity) -> str:
    return quantity.unit or (quantity.noun if quantity.noun in _COUNTED else "")


def _whole(parsed: ParsedText, quantity: Quantity) -> Span | None:
    """`the war` in `the third year of the war` and in `the war's third year`."""
    sentence = parsed.sentence_at(quantity.span.start)
    tokens = tokens_at(sentence, quantity.span) if sentence is not None else ()
    if sentence is None or not tokens:
        return None
    unit = tokens[-1]
    link = next((each for each in sentence.children(unit, "prep") if each.lower == "of"), None)
    whole = sentence.child(link, "pobj") if link is not None else sentence.child(unit, "poss")
    if whole is None or whole.word_class == "PRON":
        return None
    before = [each for each in sentence.subtree(whole) if each.place <= whole.place]
    return Span(before[0].start, whole.end)
