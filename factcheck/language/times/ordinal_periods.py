"""Which year, week or term of a row is meant, and of what: `the third year of the strike`, `his second term`."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factcheck.domain.parsed_text import ParsedText
from factcheck.domain.spans import Span
from factcheck.language.numbers.units import TIME_UNITS
from factcheck.language.quantities.counted_nouns import tokens_at
from factcheck.language.quantities.quantities import Quantity, quantities
from factcheck.language.word_lists import word_list

_COUNTED: Final = TIME_UNITS | frozenset(word_list("season term quarter half anniversary"))


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
