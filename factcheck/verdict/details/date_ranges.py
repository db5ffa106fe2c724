"""When the dates of a text are, as stretches of days: written out, resolved by the text's own date, or open-ended.

`Friday` in a text of a known date is a day; `from 1991 to 1995` holds all that lies between; `since 1998` has no end.
What depends on more than that stays unresolved.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Final, NamedTuple

from factcheck.language.parsing.parses import KEPT
from factcheck.language.times.dates import DateMention
from factcheck.language.times.periods import Direction
from factcheck.language.times.resolving import resolve
from factcheck.verdict.details.details import Details

_JOINT: Final = re.compile(r",?\s?(?:to|until|till|through|and|[-–—])\s?(?:the\s)?")
_OPENS: Final = re.compile(r"\b(?:since|after)\s(?:the\s|early\s|late\s|mid[-\s])?$", re.IGNORECASE)
_ENDS: Final = re.compile(
    r"\b(?:until|till|before|by|through|prior to)\s(?:the\s|early\s|late\s|mid[-\s])?$", re.IGNORECASE
)
_LOOK_BACK: Final = 20
_FUTURE: Final = frozenset({"will", "shall", "would"})
_VERBS: Final = frozenset({"VERB", "AUX"})
_PAST: Final = frozenset({"VBD", "VBN"})


class DateRange(NamedTuple):
    """A date of a text.

    Attributes:
        mention: As it is written, or with the days it was resolved to.
        first: The first day that is meant by it and what it is joined to; None where that has no beginning.
        last: The last day, likewise.
        resolved: Whether the text's own date was needed.
        end: `start` or `end` of two dates that are joined: `from 1991 to 1995`; "" for one that stands alone.
        life: `born` or `died` for the dates of a life, as they stand in brackets behind a name or behind `born`.
    """

    mention: DateMention
    first: date | None
    last: date | None
    resolved: bool = False
    end: str = ""
    life: str = ""

    @property
    def is_known(self) -> bool:
        """Whether it can be compared at all: it is no open `Friday` and no `03/04/2019`."""
        return self.mention.relative is None and not self.mention.ambiguous

    def meets(self, other: DateRange) -> bool:
        """Whether a day belongs to both."""
        begins_before = self.first is None or other.last is None or self.first <= other.last
        return begins_before and (other.first is None or self.last is None or other.first <= self.last)


@lru_cache(maxsize=KEPT)
def date_ranges(details: Details, on: date | None) -> tuple[DateRange, ...]:
    """The dates of a text, which is of the day `on`, in order."""
    known = [_known(details, each, on) for each in details.dates]
    return tuple(_reaching(details, known, at) for at in range(len(known)))


def _known(details: Details, mention: DateMention, on: date | None) -> tuple[DateMention, bool]:
    if mention.relative is None and not mention.ambiguous:
        return mention, False
    found = resolve(mention, on, _direction(details, mention))
    if found is None or found.period is None or found.period.about:
        return mention, False
    period = found.period
    day = period.first if period.first == period.last else None
    return replace(
        mention,
        start=period.first,
        end=period.last,
        year=period.first.year if period.first.year == period.last.year else None,
        month=period.first.month
        if (period.first.year, period.first.month) == (period.last.year, period.last.month)
        else None,
        day=None if day is None else day.day,
        relative=None,
        ambiguous=False,
    ), True


def _direction(details: Details, mention: DateMention) -> Direction:
    """Whether the verb that a date goes with is of the past or the future."""
    found = details.head_at(mention.span)
    if found is None:
        return "unknown"
    sentence, head = found
    verb = next((each for each in (head, *sentence.ancestors(head)) if each.word_class in _VERBS), sentence.root)
    forms = (verb, *sentence.children(verb, "aux", "auxpass"))
    if any(each.lemma in _FUTURE for each in forms):
        return "future"
    return "past" if any(each.tag in _PAST for each in forms) else "unknown"


def _reaching(details: Details, known: Sequence[tuple[DateMention, bool]], at: int) -> DateRange:
    text, (mention, resolved) = details.text, known[at]
    before = text[max(0, mention.span.start - _LOOK_BACK) : mention.span.start]
    first, last, end = mention.start, mention.end, ""
    if at + 1 < len(known) and _joined(text, mention, known[at + 1][0]):
        last, end = known[at + 1][0].end, "start"
    elif _OPENS.search(before):
        last = None
    if at and _joined(text, known[at - 1][0], mention):
        first, end = known[at - 1][0].start, "end"
    elif _ENDS.search(before):
        first = None
    return DateRange(mention, first, last, resolved, end, _life(details, known, at, end))


def _joined(text: str, one: DateMention, other: DateMention) -> bool:
    return _JOINT.fullmatch(text, one.span.end, other.span.start) is not None


def _life(details: Details, known: Sequence[tuple[DateMention, bool]], at: int, end: str) -> str:
    """What the dates of `Ann Lee (3 May 1901 – 9 June 1970)` are of, and the one date in a sentence on a birth."""
    text, span = details.text, known[at][0].span
    first = known[at - 1][0].span if end == "end" else span
    if end and _BRACKET.search(text, max(0, first.start - _LONGEST_BRACKET), first.start):
        return "born" if end == "start" else "died"
    sentence = details.sentence_at(span.start)
    if sum(sentence.covers(each.span) for each, _ in known) > 1:
        found = _LIFE_BEFORE.search(text, max(sentence.start, span.start - _LOOK_BACK), span.start)
    else:
        found = _LIFE.search(text, sentence.start, sentence.end)
    return ("died" if found[0].lower().startswith(("d", "pass")) else "born") if found else ""


_LIFE: Final = re.compile(r"\b(?:born|birth|died|death|passed\saway)\b", re.IGNORECASE)
_LIFE_BEFORE: Final = re.compile(r"\b(?:born|died)\b(?=\s(?:(?:in|on)\s(?:the\s)?)?$)", re.IGNORECASE)
_BRACKET: Final = re.compile(r"[^\W\d_][\w’'.\"”]*\s\([^()0-9]{0,60}$")
"""A name and the bracket behind it, up to the first date; how a name is spoken may stand before."""
_LONGEST_BRACKET: Final = 90


def can_be_same_time(ours: DateRange, theirs: DateRange) -> bool:
    """Whether both can be the same time, each with all that it is joined to."""
    if (ours.end and ours.end == theirs.end) or (ours.life and ours.life == theirs.life):
        return overlap(ours.mention, theirs.mention)
    if ours.mention.start is not None and theirs.mention.start is not None:
        low, high = ours.first or date.min, ours.last or date.max
        return low <= (theirs.last or date.max) and (theirs.first or date.min) <= high
    return overlap(ours.mention, theirs.mention)


def overlap(ours: DateMention, theirs: DateMention) -> bool:
    """Whether two dates as they are written can be the same time."""
    if None not in (ours.start, ours.end, theirs.start, theirs.end):
        return ours.start <= theirs.end and theirs.start <= ours.end  # type: ignore[operator]  # checked above
    for one, two in ((ours.year, theirs.year), (ours.month, theirs.month), (ours.day, theirs.day)):
        if one is not None and two is not None and one != two:
            return False
    return True


def follows(ours: DateMention, theirs: DateMention) -> bool:
    """Whether the claim's date is implied by the passage's: the same, or a period that holds it."""
    if ours.start is not None and ours.end is not None:
        return (
            theirs.start is not None and theirs.end is not None and ours.start <= theirs.start <= theirs.end <= ours.end
        )
    # Without a year: the same month, and the same day if the claim names one.
    return ours.month is not None and ours.month == theirs.month and ours.day in (None, theirs.day)
