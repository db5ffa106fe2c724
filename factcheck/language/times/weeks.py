"""Weeks, months, years and the like, counted from a date: `last week`, `three months ago`, `the following year`."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Final

from factcheck.language.times.periods import Direction, Grain, Period
from factcheck.language.times.relative_times import Relative
from factcheck.language.times.weekdays import monday_of

_STEPS: Final = {"last": -1, "this": 0, "next": 1, "the same": 0, "the previous": -1, "the following": 1, "the next": 1}
_SATURDAY, _SUNDAY = 5, 6
_AROUND: Final = {"week": 3, "month": 15, "year": 183, "decade": 5 * 365}
"""How many days `two weeks ago` may be off on either side."""


def turned_periods(relative: Relative, on: date, direction: Direction) -> list[Period]:
    """`last week`, `this year`, `earlier this month`, `the past year`, `the weekend`; none for a season."""
    if relative.unit == "weekend":
        return _weekends(relative.turn, on, direction)
    if relative.turn in ("the last", "the past"):
        return _rolling(relative.unit, on)
    if relative.unit == "night":
        return [Period(first=on - timedelta(days=1), last=on, grain="night")]
    if relative.unit in ("decade", "century") and relative.turn != "this":
        return []  # "last decade" is the calendar's to some, and the past ten years to others
    period = _calendar(relative.unit, on, _STEPS.get(relative.turn, 0))
    if period is None:
        return []
    if relative.side and relative.turn == "this":
        return [_side(relative.side, period, on)]
    if relative.unit == "week" and on.weekday() == _SUNDAY:
        # Where weeks begin on Sunday, a new one has just begun.
        other = Period(first=period.first + timedelta(days=6), last=period.last + timedelta(days=6), grain="week")
        return [period, other]
    return [period]


def ago_periods(relative: Relative, on: date) -> list[Period]:
    """`two days ago` is a day; of weeks, months and years only the neighbourhood is sure."""
    if relative.unit == "day":
        return [Period.day(on + timedelta(days=relative.number))]
    return [_around(relative, on)]


def anchored_period(relative: Relative, anchor: Period | None) -> list[Period]:
    """`the following day`, `the same year`, `two years later`, from a time spoken of before; none without one."""
    if anchor is None or anchor.about:
        return []
    fits = {"day": anchor.first == anchor.last, "year": anchor.first.year == anchor.last.year}
    fits["week"] = monday_of(anchor.first) == monday_of(anchor.last)
    fits["month"] = fits["year"] and anchor.first.month == anchor.last.month
    if relative.kind == "shifted":
        if relative.unit == "year" and anchor.grain == "year":
            year = anchor.first.year + relative.number
            return [Period(first=date(year, 1, 1), last=date(year, 12, 31), grain="year")]
        return ago_periods(relative, anchor.first) if fits["day"] else []
    if not fits.get(relative.unit, False):
        return []
    step = _STEPS[relative.turn]
    if relative.unit == "day":
        return [Period.day(anchor.first + timedelta(days=step))]
    period = _calendar(relative.unit, anchor.first, step)
    return [period] if period else []


def shifted_by_months(day: date, months: int) -> date:
    """`day` so many months later, or earlier below 0; the last day of the month where it has no such day."""
    total = 12 * day.year + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} is outside 1 to 9999")
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def _calendar(unit: str, on: date, step: int) -> Period | None:
    """The week, month, year, decade or century that is `step` after the one that holds `on`."""
    if unit == "week":
        first = monday_of(on) + timedelta(days=7 * step)
        return Period(first=first, last=first + timedelta(days=6), grain="week")
    if unit == "month":
        first = shifted_by_months(on.replace(day=1), step)
        return Period(first=first, last=shifted_by_months(first, 1) - timedelta(days=1), grain="month")
    if unit == "year":
        return Period(first=date(on.year + step, 1, 1), last=date(on.year + step, 12, 31), grain="year")
    if unit == "decade":
        first_year = on.year - on.year % 10 + 10 * step
        return Period(first=date(first_year, 1, 1), last=date(first_year + 9, 12, 31), grain="decade")
    if unit == "century":
        first_year = on.year - on.year % 100 + 100 * step
        return Period(first=date(first_year, 1, 1), last=date(first_year + 99, 12, 31), grain="century")
    return None


def _rolling(unit: str, on: date) -> list[Period]:
    """`the past year`, up to the day of the text."""
    if unit in ("day", "week"):
        first = on - timedelta(days=1 if unit == "day" else 7)
    else:
        months = {"month": 1, "year": 12, "decade": 120, "century": 1200}.get(unit)
        if months is None:
            return []
        first = shifted_by_months(on, -months)
    return [Period(first=first, last=on, grain="period")]


def _weekends(turn: str, on: date, direction: Direction) -> list[Period]:
    """Saturday and Sunday. On one of them, `this weekend` is the one at hand."""
    at_hand = on.weekday() >= _SATURDAY
    coming = monday_of(on) + timedelta(days=_SATURDAY)
    gone = coming - timedelta(days=7)
    later = coming + timedelta(days=7)
    if turn == "last":
        firsts = [gone]
    elif turn == "next":
        firsts = [later] if at_hand else [coming, later]
    elif turn not in ("this", "the"):
        return []
    elif at_hand:
        firsts = [coming]
    elif direction == "unknown":
        firsts = [coming, gone] if turn == "this" else [gone, coming]
    else:
        firsts = [gone] if direction == "past" else [coming]
    return [Period(first=each, last=each + timedelta(days=1), grain="weekend") for each in firsts]


def _side(side: str, period: Period, on: date) -> Period:
    first, last = (period.first, on) if side == "earlier" else (on, period.last)
    return Period.day(on) if first == last else Period(first=first, last=last, grain="period")


def _around(relative: Relative, on: date) -> Period:
    months = {"month": 1, "year": 12, "decade": 120}.get(relative.unit)
    if months is None:
        middle = on + timedelta(days=7 * relative.number)
    else:
        middle = shifted_by_months(on, months * relative.number)
    margin = timedelta(days=_AROUND[relative.unit])
    named: dict[str, Grain] = {"month": "month", "year": "year", "decade": "year"}
    return Period(first=middle - margin, last=middle + margin, grain=named.get(relative.unit, "day"), about=True)
