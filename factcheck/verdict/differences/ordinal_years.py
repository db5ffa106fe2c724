"""Which year of something it is: `in its third year` beside the day on which that began.

The claim's own day says which year is the present one. A beginning of which only the year is known leaves two years
open; an anniversary tells a beginning too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.stems import stem
from factcheck.language.times.ordinal_periods import OrdinalPeriod
from factcheck.language.word_lists import word_list
from factcheck.verdict.details.date_ranges import DateRange, date_ranges
from factcheck.verdict.details.details import Details

ASPECT: Final = "date"
_NOW: Final = re.compile(
    r"\b(?:(?:now|still|currently|already)\s(?:in|into|entering)\s(?:its|their|the|his|her|a)"
    r"|(?:is|are|has\sbeen|,)\s(?:in|into|entering)\s(?:its|their|his|her)|(?:enter(?:s|ing)|has\sentered)\s(?:its|their|the)"
    r"|(?:drags|goes|stretches|moves|heads|grinds)\s(?:on\s)?into\s(?:its|their))\s$",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 40
_BEGAN: Final = re.compile(
    r"\b(?:beg[au]n|begins?|beginning|start(?:s|ed)?|broke\sout|launch(?:ed)?|erupted|opened|founded|invaded|since)\b",
    re.IGNORECASE,
)
_ENDED: Final = re.compile(r"\b(?:end(?:s|ed)?|over|finished|ceasefire|truce|stopped)\b", re.IGNORECASE)
_NOT_FAR: Final = 60
"""Characters between the word for a beginning and its date."""
_WAR: Final = frozenset(map(stem, word_list("war invasion conflict fighting hostilities offensive")))
"""Words that name the same war in turn. Other words tell two wars of one text apart."""
_ANY_WAR: Final = "war"
_LEAST_SHARED: Final = 0.6
"""Share of the words of what the claim counts the years of that the sentence on its beginning must hold."""
_DAYS: Final = {"day": 1, "week": 7}
_MONTHS: Final = {"month": 1, "year": 12, "decade": 120}
_UNITS: Final = _DAYS.keys() | _MONTHS.keys()
_ABOUT: Final = timedelta(days=2)
"""How near to the turn of a year or week the one before it is still said of the present."""


class Beginning(NamedTuple):
    """When something began, as a text says it. `span` is the date; `first` and `last` are the same for a day."""

    span: Span
    first: date
    last: date


def year_differences(
    claim: Details, passage: Details, claim_on: date | None = None, passage_on: date | None = None
) -> list[Difference]:
    """One difference for each `in its third year` of `claim` whose beginning the passage tells."""
    if claim_on is None:
        return []
    found = []
    for ours in claim.ordinal_periods:
        before = claim.text[max(0, ours.span.start - _LOOK_BACK) : ours.span.start]
        if ours.unit not in _UNITS or not _NOW.search(before):
            continue
        told = next(_beginnings(claim, ours, passage, passage_on), None)
        if told is not None and told.last <= claim_on:
            found.append(_compared(claim, ours, told, claim_on))
    return found


def _beginnings(claim: Details, ours: OrdinalPeriod, passage: Details, passage_on: date | None) -> Iterator[Beginning]:
    subject = _as_one_war({word.stem for word in claim.words_in(claim.clause_at(ours.span))})
    for each in date_ranges(passage, passage_on):
        sentence = passage.sentence_at(each.mention.span.start)
        here = _as_one_war(passage.stems_in(sentence))
        if not each.is_known or not subject or len(subject & here) < _LEAST_SHARED * len(subject):
            continue
        if _ENDED.search(passage.text, sentence.start, sentence.end):
            continue
        told = _beginning(passage, sentence, each)
        if told is not None:
            yield told


def _as_one_war(stems: Collection[str]) -> set[str]:
    return {_ANY_WAR if each in _WAR else each for each in stems}


def _beginning(passage: Details, sentence: Span, day: DateRange) -> Beginning | None:
    """The date as that of a beginning; None where nothing says that it is one."""
    mention, text = day.mention, passage.text
    if mention.start is None or mention.end is None:
        return None
    start = max(sentence.start, mention.span.start - _NOT_FAR)
    behind = [each.span.end for each in passage.dates if each.span.end <= mention.span.start]
    start = max(start, behind[-1] if behind else start)
    if _BEGAN.search(text, start, mention.span.start) or _BEGAN.match(text, mention.span.end + 1):
        return Beginning(mention.span, mention.start, mention.end)
    for each in passage.ordinal_periods:
        if not start <= each.span.start < mention.span.start:
            continue
        # "its third anniversary was on 24 May 2010": it began three years before that.
        if each.unit == "anniversary" and mention.start == mention.end and mention.start.year > each.place:
            began = _years_before(mention.start, each.place)
            return Beginning(mention.span, began, began)
    return None


def _years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:  # 29 February
        return day.replace(year=day.year - years, day=28)


def _compared(claim: Details, ours: OrdinalPeriod, told: Beginning, on: date) -> Difference:
    sure = {_place(told.first, on, ours.unit), _place(told.last, on, ours.unit)}
    near = {_place(day + off, on, ours.unit) for day in (told.first, told.last) for off in (-_ABOUT, _ABOUT)} | sure
    if ours.unit == "year":
        near.add(on.year - told.first.year + 1)  # "its third year": some count calendar years
    if ours.place in sure and len(sure) == 1:
        comparison = Comparison.AGREES
    else:
        comparison = Comparison.NOT_COMPARABLE if ours.place in near else Comparison.DIFFERS
    joint = {Comparison.AGREES: "and", Comparison.NOT_COMPARABLE: "about as", Comparison.DIFFERS: "but"}[comparison]
    began = (
        told.first.isoformat() if told.first == told.last else f"{told.first.isoformat()} to {told.last.isoformat()}"
    )
    places = " or ".join(f"{ours.unit} {each}" for each in sorted(sure))
    return Difference(
        aspect=ASPECT,
        comparison=comparison,
        claim_span=ours.span,
        passage_span=told.span,
        note=f"{ours.span.of(claim.text)} in the claim, {joint} it began {began}: on {on.isoformat()} that is {places}",
    )


def _place(began: date, on: date, unit: str) -> int:
    """Which day, week, month or year `on` is of what began on `began`, counted from 1."""
    if unit in _DAYS:
        return (on - began).days // _DAYS[unit] + 1
    months = 12 * (on.year - began.year) + on.month - began.month - (on.day < began.day)
    return months // _MONTHS[unit] + 1
