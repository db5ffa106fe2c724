"""Which year of something it is: `in its third year` beside the day on which that began.

The claim's own day says which year is the present one. A beginning of which only the year is known leaves two years
open; an anniversary tells a beginning too.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final, NamedTuple

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.stems import stem
from factcheck.language.times.ordinal_periods import OrdinalPeriod
from factcheck.language.word_lists import word_list
from factcheck.verdict.details.alignment import governor
from factcheck.verdict.details.date_ranges import DateRange, date_ranges
from factcheck.verdict.details.details import Details
from factcheck.verdict.differences.noted import noted

ASPECT: Final = "date"
_BEGIN: Final = frozenset(map(stem, word_list("begin start open launch found erupt break invade occupy")))
"""Verbs whose date is that of a beginning."""
_END: Final = frozenset(map(stem, word_list("end finish stop ceasefire truce")))
_ENTER: Final = stem("enter")
_VERBS: Final = frozenset({"VERB", "AUX"})
_PRESENT: Final = frozenset({"VBZ", "VBP"})
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
        if ours.unit in _UNITS and _is_now(claim, ours):
            told = next(_beginnings(claim, ours, passage, passage_on), None)
            if told is not None and told.last <= claim_on:
                found.append(_compared(claim, ours, told, claim_on))
    return found


def _is_now(claim: Details, ours: OrdinalPeriod) -> bool:
    """Whether something is said to be in that year at present: `is in its third year`, `enters its third year`."""
    of, found = governor(claim, ours.span), claim.head_at(ours.span)
    if found is None or not (of.role in ("in", "into") or of.stem == _ENTER):
        return False
    sentence, unit = found
    if ours.of is None and sentence.child(unit, "poss") is None:
        return False  # "in the third year" of something else
    verb = next((each for each in sentence.ancestors(unit) if each.word_class in _VERBS), sentence.root)
    return any(each.tag in _PRESENT for each in (verb, *sentence.children(verb, "aux", "auxpass")))


def _beginnings(claim: Details, ours: OrdinalPeriod, passage: Details, passage_on: date | None) -> Iterator[Beginning]:
    subject = claim.stems_in(ours.of) if ours.of is not None else frozenset()
    subject = subject or claim.stems_in(claim.clause_at(ours.span))
    for each in date_ranges(passage, passage_on):
        sentence = passage.sentence_at(each.mention.span.start)
        here = passage.stems_in(sentence)
        if not each.is_known or not subject or len(subject & here) < _LEAST_SHARED * len(subject):
            continue
        told = None if here & _END else _beginning(passage, sentence, each)
        if told is not None:
            yield told


def _beginning(passage: Details, sentence: Span, day: DateRange) -> Beginning | None:
    """The date as that of a beginning; None where nothing says that it is one."""
    mention = day.mention
    if mention.start is None or mention.end is None:
        return None
    of = governor(passage, mention.span)
    if of.role == "since" or of.stem in _BEGIN:
        return Beginning(mention.span, mention.start, mention.end)
    for each in passage.ordinal_periods:
        # "Its third anniversary was on 24 May 2010": it began three years before that.
        is_told = each.unit == "anniversary" and sentence.covers(each.span) and mention.start == mention.end
        if is_told and mention.start.year > each.place:
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
    note = f"{ours.span.of(claim.text)} in the claim, {joint} it began {began}: on {on.isoformat()} that is {places}"
    return noted(ASPECT, comparison, ours.span, told.span, note)


def _place(began: date, on: date, unit: str) -> int:
    """Which day, week, month or year `on` is of what began on `began`, counted from 1."""
    if unit in _DAYS:
        return (on - began).days // _DAYS[unit] + 1
    months = 12 * (on.year - began.year) + on.month - began.month - (on.day < began.day)
    return months // _MONTHS[unit] + 1
