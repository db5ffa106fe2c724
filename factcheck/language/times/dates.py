"""Dates, periods and relative times in English text, with their places.

A mention says what is written and no more. `May 16` has a month and a day and no year; `03/04/2025` is two possible
days and says so; `Friday` stays a word, because what it was depends on when the text was written: `resolving` tells
that.
"""

from __future__ import annotations

import calendar
import re
from datetime import date
from functools import lru_cache

from factcheck.domain.spans import Span
from factcheck.language.times import date_patterns as patterns
from factcheck.language.times.date_mentions import DateMention
from factcheck.language.times.lone_years import FIRST_YEAR, LAST_YEAR, LOOK_BACK, lone_year

__all__ = ["DateMention", "dates"]


def dates(text: str) -> list[DateMention]:
    """The dates of `text` in order, without overlap. Years count from 1000 to 2999; days that don't exist don't."""
    return list(_dates(text))


# Kinds, ranks and the explaining of times ask for the dates of one sentence after another, each several times.
@lru_cache(maxsize=1024)
def _dates(text: str) -> tuple[DateMention, ...]:
    found = [
        *(
            mention
            for pattern in patterns.ABSOLUTE
            for match in pattern.finditer(text)
            if (mention := _absolute(match))
        ),
        *(mention for match in patterns.LONE_MONTH.finditer(text) if (mention := _lone_month(match))),
        *(mention for match in patterns.LONE_YEAR.finditer(text) if (mention := lone_year(text, match))),
        *(_relative(match) for match in patterns.RELATIVE.finditer(text) if _is_relative(text, match)),
    ]
    # The longest of those that overlap says the most: "Friday, May 23, 2025" over "Friday" and "2025".
    found.sort(key=lambda mention: (mention.span.start, -len(mention.span)))
    kept: list[DateMention] = []
    for mention in found:
        if kept and kept[-1].span.overlaps(mention.span):
            if len(mention.span) > len(kept[-1].span):
                kept[-1] = mention
            continue
        kept.append(mention)
    return tuple(kept)


def _absolute(match: re.Match[str]) -> DateMention | None:
    parts, span = match.groupdict(), Span(match.start(), match.end())
    if parts.get("first"):
        return _numeric(parts, span)
    if parts.get("decade"):
        first = int(parts["decade"])
        # "The 1700s" are a decade to some and a century to others; the longer period holds both.
        years = 100 if first % 100 == 0 else 10
        return DateMention(span=span, start=date(first, 1, 1), end=date(first + years - 1, 12, 31), part=_part(match))
    year = int(parts["year"]) if parts.get("year") else None
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if parts.get("season"):
        return _season(match, span)
    if parts.get("quarter") or parts.get("quarter_word"):
        quarter = int(parts["quarter"]) if parts["quarter"] else patterns.QUARTERS.index(parts["quarter_word"]) + 1
        return _period(span, year, 3 * quarter - 2, months=3)
    if parts.get("half") or parts.get("half_word"):
        half = int(parts["half"]) if parts["half"] else patterns.QUARTERS.index(parts["half_word"]) + 1
        return _period(span, year, 6 * half - 5, months=6)
    written = parts.get("month")
    if written is None:
        return _period(span, year, 1, months=12, part=_part(match))
    month = int(written) if written.isdigit() else patterns.MONTHS_BY_START[written[:3].lower()]
    if not parts.get("day"):
        return _period(span, year, month, part=_part(match))
    return _day(span, year, month, (int(parts["day"]), int(parts.get("last") or parts["day"])))


def _numeric(parts: dict[str, str], span: Span) -> DateMention | None:
    """Three numbers between slashes or full stops. Full stops are day first; slashes are either."""
    first, second, third = (int(parts[name]) for name in ("first", "second", "third"))
    if len(parts["first"]) == 4:
        return _day(span, first, second, (third, third)) if third <= 31 and FIRST_YEAR <= first <= LAST_YEAR else None
    if len(parts["third"]) != 4 or not FIRST_YEAR <= third <= LAST_YEAR:
        return None  # "1.2.3" is a version, and two digits of a year leave too much open
    if parts["sign"] == "/" and first <= 12 and second <= 12 and first != second:
        if min(first, second) == 0:
            return None
        readings = sorted((date(third, first, second), date(third, second, first)))
        return DateMention(span=span, year=third, ambiguous=True, readings=tuple(readings))
    if parts["sign"] == "/" and second > 12:
        first, second = second, first
    return _day(span, third, second, (first, first))


def _day(span: Span, year: int | None, month: int, days: tuple[int, int]) -> DateMention | None:
    # Without a year, 29 February may be one.
    if not 1 <= month <= 12 or not 1 <= days[0] <= days[1] <= calendar.monthrange(year or 2000, month)[1]:
        return None
    first, last = (date(year, month, day) if year else None for day in days)
    return DateMention(
        span=span, start=first, end=last, year=year, month=month, day=days[0] if days[0] == days[1] else None
    )


def _period(span: Span, year: int | None, month: int, *, months: int = 1, part: str = "") -> DateMention:
    if year is None:
        return DateMention(span=span, month=month, part=part)
    last = month + months - 1
    return DateMention(
        span=span,
        start=date(year, month, 1),
        end=date(year, last, calendar.monthrange(year, last)[1]),
        year=year,
        month=month if months == 1 else None,
        part=part,
    )


def _season(match: re.Match[str], span: Span) -> DateMention:
    """A season keeps its year as the period: it is another half of the year on the other half of the earth."""
    year, season = int(match["year"]), match["season"].lower()
    return DateMention(
        span=span,
        start=date(year, 1, 1),
        end=date(year, 12, 31),
        year=year,
        part=_part(match),
        season="autumn" if season == "fall" else season,
    )


def _part(match: re.Match[str]) -> str:
    return (match["part"] or "").lower()


def _lone_month(match: re.Match[str]) -> DateMention | None:
    if not (match["opener"] or match["part"] or match["turn"]):
        return None
    return DateMention(
        span=Span(*match.span("found")),
        month=patterns.MONTHS[match["month"]],
        relative=" ".join(match["found"].lower().split()) if match["turn"] else None,
        part=_part(match),
    )


def _is_relative(text: str, match: re.Match[str]) -> bool:
    if match["named"]:
        return match["weekday"][0].isupper() and not patterns.NOT_THE_DAY.search(
            text[max(0, match.start() - LOOK_BACK) : match.start()]
        )
    return True


def _relative(match: re.Match[str]) -> DateMention:
    return DateMention(span=Span(match.start(), match.end()), relative=" ".join(match.group().lower().split()))
