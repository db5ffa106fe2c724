"""Reads the days that feeds state, in whatever form, or leaves them: a day is read right or not at all.

A date in figures may be the third of May or the fifth of March. Its weekday, or other dates of the same feed, say
which; where nothing does, it has two readings, and no day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from typing import Final, Literal

Order = Literal["day first", "month first"]

_WEEK: Final = re.compile(r"(\d{4})-?W(\d{2})-?([1-7])(?!\d)")
_OF_YEAR: Final = re.compile(r"(\d{4})-(\d{3})(?!\d)")
_COMPACT: Final = re.compile(r"(\d{4})(\d{2})(\d{2})(?!\d)")
_YEAR_FIRST: Final = re.compile(r"(\d{4})(?:[/.-]|\s*[年년]\s*)(\d{1,2})(?:[/.-]|\s*[月월]\s*)(\d{1,2})(?!\d)")
_FIGURES: Final = re.compile(r"(?<![\d.:/-])(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d:])")
_NAME: Final = r"(?P<name>[^\W\d_]{3,12})"
_CLOCK: Final = (
    r"(?:\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d+)?\s+(?:[AaPp][Mm]\s+)?(?:[A-Z]{1,5}\s+)?(?:[+-]\d{2}:?\d{2}\s+)?)?"
)
_NAMED: Final = (
    re.compile(
        rf"(?<![\d:])(?P<day>\d{{1,2}})(?:st|nd|rd|th|º|er)?[\s.-]*(?:(?:of|de|d’|d')\s+)?{_NAME}[\s.,-]*"
        r"(?:(?:de|del)\s+)?(?P<year>\d{4}|\d{2})(?![\d:])",
        re.IGNORECASE,
    ),
    re.compile(
        rf"{_NAME}[\s.-]*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s.,-]+{_CLOCK}(?P<year>\d{{4}})(?![\d:])", re.IGNORECASE
    ),
    re.compile(rf"(?P<year>\d{{4}})[\s.-]*{_NAME}[\s.-]*(?P<day>\d{{1,2}})(?!\d)", re.IGNORECASE),
)
_WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_WEEKDAY: Final = re.compile(r"\b(mon|tue|wed|thu|fri|sat|sun)(?:s|nes|rs?|ur)?(?:day)?\b(?=[\s.,]+\w)", re.IGNORECASE)
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_FULL: Final = ("uary", "ruary", "ch", "il", "", "e", "y", "ust", "tember", "ober", "ember", "ember")
_ENGLISH: Final = {
    form: number
    for number, (short, rest) in enumerate(zip(_MONTHS, _FULL, strict=True), 1)
    for form in (short, short + rest, short + rest[:1])
}
_TWO_MONTHS: Final = frozenset({"listopad", "listopada"})
"""October in one language, November in two."""

_LONGEST: Final = 100
_OLDEST: Final = 1970
_NEWEST: Final = 2100
_CENTURY: Final = 69
"""Years of two figures below it are of this century, as RFC 2822 and POSIX have it."""

_MOST_NAMES: Final = 40
"""Names of months that are looked up in other languages; each takes some 0.1 s."""


class FeedDates:
    """Reads the dates of one feed.

    Args:
        stated: All dates that the feed states, as it states them: how it orders day and month shows in some.
    """

    def __init__(self, stated: Iterable[str]) -> None:
        orders = {order for each in stated if (order := _order(each)) is not None}
        self._order = orders.pop() if len(orders) == 1 else None

    def read(self, published: str, updated: str) -> tuple[date | None, bool]:
        """The day of publication, and whether it was inferred: from an update, or against something that is stated.

        A date of publication that is stated and has two readings, or none, leaves the day open, unless the update's
        day is one of the readings.
        """
        days, is_sure = self._days(published)
        others, _ = self._days(updated)
        other = next(iter(others)) if len(others) == 1 else None
        if not published.strip():
            return other, True
        if len(days) == 1:
            (day,) = days
            # A day's difference may be one of time zones.
            return day, not is_sure or (other is not None and other < day - timedelta(days=1))
        return (other if other in days else None), True

    def _days(self, stated: str) -> tuple[frozenset[date], bool]:
        """Every day that `stated` may mean, and whether the only one is beyond doubt."""
        stated = stated[:_LONGEST]
        days = frozenset(_readings(stated))
        weekday = _WEEKDAY.search(stated)
        if weekday is not None:
            fitting = {day for day in days if day.weekday() == _WEEKDAYS.index(weekday[1].lower())}
            return (frozenset(fitting), True) if fitting else (days, False)
        if len(days) > 1 and self._order is not None:
            return frozenset(_in_order(stated, self._order)), False
        return days, True


def _order(stated: str) -> Order | None:
    """The order that a date in figures with a whole year shows, if it does."""
    found = _FIGURES.search(stated[:_LONGEST])
    if found is None or len(found[4]) == 2 or _YEAR_FIRST.match(stated.strip()):
        return None
    first, second = int(found[1]), int(found[3])
    if 12 < first <= 31 and second <= 12:
        return "day first"
    return "month first" if 12 < second <= 31 and first <= 12 else None


def _in_order(stated: str, order: Order) -> Iterator[date]:
    found = _FIGURES.search(stated)
    if found is not None:
        one, two, year = int(found[1]), int(found[3]), _year(found[4])
        yield from _day(year, two, one) if order == "day first" else _day(year, one, two)


def _readings(stated: str) -> Iterator[date]:
    words = stated.strip()
    if week := _WEEK.match(words):
        with suppress(ValueError):
            yield date.fromisocalendar(*map(int, week.groups()))
    elif of_year := _OF_YEAR.match(words):
        year, place = map(int, of_year.groups())
        for first in _day(year, 1, 1):
            if (day := first + timedelta(days=place - 1)).year == year:
                yield day
    elif year_first := _YEAR_FIRST.search(words) or _COMPACT.match(words):
        yield from _day(*map(int, year_first.groups()))
    elif figures := _FIGURES.search(words):
        one, two, three = int(figures[1]), int(figures[3]), int(figures[4])
        year = _year(figures[4])
        yield from _day(year, two, one)
        yield from _day(year, one, two)
        if len(figures[4]) == 2:
            yield from _day(_year(figures[1]), two, three)
    else:
        yield from _named(words)


def _named(words: str) -> Iterator[date]:
    for pattern in _NAMED:
        for found in pattern.finditer(words):
            month = _month(found["name"].lower())
            if month is not None:
                yield from _day(_year(found["year"]), month, int(found["day"]))
                return


def _day(year: int, month: int, day: int) -> Iterator[date]:
    if _OLDEST <= year <= _NEWEST:
        with suppress(ValueError):
            yield date(year, month, day)


def _year(figures: str) -> int:
    year = int(figures)
    return year if len(figures) == 4 else year + (2000 if year < _CENTURY else 1900)


def _month(name: str) -> int | None:
    """The number of a month by its name, in any language that dateparser knows."""
    if name in _ENGLISH:
        return _ENGLISH[name]
    if name in _TWO_MONTHS or name[:3] in _WEEKDAYS or _foreign_month.cache_info().currsize >= _MOST_NAMES:
        return None
    return _foreign_month(name)


@cache
def _foreign_month(name: str) -> int | None:
    from dateparser import parse  # type: ignore[import-untyped]

    found = parse(f"15 {name} 2016", settings={"STRICT_PARSING": True, "PARSERS": ["absolute-time"]})
    return found.month if found is not None and (found.year, found.day) == (2016, 15) else None
