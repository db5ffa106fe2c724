"""Which day a named weekday was or will be, seen from the date of a text."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from factcheck.language.times.periods import Direction, Period
from factcheck.language.times.relative_times import Relative

_WEEK: Final = timedelta(days=7)
_SUNDAY: Final = 6


def monday_of(day: date) -> date:
    """The Monday of the week that holds `day`; weeks begin on Monday (ISO 8601)."""
    return day - timedelta(days=day.weekday())


def weekday_periods(relative: Relative, on: date, direction: Direction) -> list[Period]:
    """The days that a weekday may be, likeliest first.

    Plain `Friday` in a text of a Friday is that day: news agencies name today by its weekday too.
    """
    before = on - timedelta(days=(on.weekday() - relative.number) % 7)
    after = on + timedelta(days=(relative.number - on.weekday()) % 7)
    if relative.week:
        days = _of_week(relative, on)
    elif relative.turn == "last":
        days = _last(before, on)
    elif relative.turn == "this past":
        days = [before if before < on else on - _WEEK]
    elif relative.turn == "next":
        days = _next(after, on)
    elif relative.turn == "this coming":
        days = [after if after > on else on + _WEEK]
    elif relative.turn == "this":
        days = _this(before, after, on, direction)
    else:
        days = _plain(before, after, on, direction)
    return [Period.day(each) for each in days]


def _plain(before: date, after: date, on: date, direction: Direction) -> list[date]:
    if before == on:
        return [on, on + _WEEK] if direction == "future" else [on]
    if direction == "past":
        return [before]
    if direction == "future":
        return [after]
    return [before, after] if on - before <= after - on else [after, before]


def _last(before: date, on: date) -> list[date]:
    if before == on:
        return [on - _WEEK]
    # Within one week, "last Tuesday" is this week's to some and the week before's to others.
    return [before, before - _WEEK] if before >= monday_of(on) else [before]


def _next(after: date, on: date) -> list[date]:
    if after == on:
        return [on + _WEEK]
    return [after + _WEEK, after] if after < monday_of(on) + _WEEK else [after]


def _this(before: date, after: date, on: date, direction: Direction) -> list[date]:
    if before == on:
        return [on]
    in_week = before >= monday_of(on)
    if direction == "future" or (direction == "unknown" and not in_week):
        return [after]
    if direction == "past" and in_week:
        return [before]
    return [before, after]


def _of_week(relative: Relative, on: date) -> list[date]:
    step = {"last": -1, "this": 0, "next": 1}[relative.week]
    day = monday_of(on) + step * _WEEK + timedelta(days=relative.number)
    if on.weekday() != _SUNDAY or relative.number == _SUNDAY:
        return [day]
    return [day, day + _WEEK]  # where weeks begin on Sunday, this one has just begun
