"""Which days a written time stands for, given the date of its text.

`Friday` in a text of a Saturday is the day before, if the sentence is about the past. `Last Friday` is that day to
some and the one a week earlier to others, so both are given. Precision comes before recall: what depends on more than
the text's date and the direction of the sentence is `None` or ambiguous, never a guess.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from factcheck.language.times.dates import DateMention
from factcheck.language.times.periods import Direction, Grain, Period, Resolved, worded_day
from factcheck.language.times.relative_times import Relative, read_relative
from factcheck.language.times.weekdays import weekday_periods
from factcheck.language.times.weeks import ago_periods, anchored_period, turned_periods

_FAR: Final = timedelta(days=183)
"""Beyond half a year, a date without its year is too often one of another year that the text speaks of."""


def resolve(
    mention: DateMention, on: date | None, direction: Direction = "unknown", anchor: Period | None = None
) -> Resolved | None:
    """The days that `mention` stands for.

    Args:
        mention: One of `dates(text)`.
        on: The date of the text; None where it isn't known, and then only complete dates are resolved.
        direction: Whether the sentence is about what was or what will be.
        anchor: The time that the text spoke of before, for `the following day` and `two years later`.

    Returns:
        One candidate where it is sure; several, likeliest first, where it is not; None where too much is unknown,
        or where it would lie outside the years 1 to 9999.
    """
    if mention.start is not None and mention.end is not None:
        return Resolved(candidates=(_written(mention, mention.start, mention.end),), why="the date is complete")
    try:
        periods = _periods(mention, on, direction, anchor)
    except (OverflowError, ValueError):  # beyond what a date can hold
        return None
    if not periods:
        return None
    unique = tuple(dict.fromkeys(periods))
    return Resolved(candidates=unique, why=_why(mention, on, unique))


def _why(mention: DateMention, on: date | None, periods: tuple[Period, ...]) -> str:
    if mention.readings:
        return "day and month can't be told apart" if len(periods) > 1 else "only one reading fits the text's date"
    of = f"the text is of {worded_day(on)}" if on is not None else "by the time spoken of before"
    return f"{of}, and several times fit" if len(periods) > 1 else of


def _written(mention: DateMention, first: date, last: date) -> Period:
    if mention.season == "winter":
        return Period(
            first=date(first.year - 1, 12, 1),
            last=date(first.year + 1, 3, 20),
            grain="season",
            part=mention.part,
            season=mention.season,
        )
    if mention.season:
        return Period(first=first, last=last, grain="season", part=mention.part, season=mention.season)
    return Period(first=first, last=last, grain=_grain(first, last), part=mention.part)


def _grain(first: date, last: date) -> Grain:
    if first == last:
        return "day"
    if first.day != 1 or (last + timedelta(days=1)).day != 1:
        return "period"
    months = 12 * (last.year - first.year) + last.month - first.month + 1
    if months == 3 and first.month % 3 == 1:
        return "quarter"
    named: dict[int, Grain] = {1: "month", 12: "year", 120: "decade", 1200: "century"}
    if months >= 12 and first.month != 1:
        return "period"
    return named.get(months, "period")


def _periods(mention: DateMention, on: date | None, direction: Direction, anchor: Period | None) -> list[Period]:
    if mention.readings:
        return [Period.day(each) for each in _fitting(mention.readings, on, direction)]
    if mention.relative is None:
        return _without_year(mention, on, direction) if on is not None and mention.month is not None else []
    relative = read_relative(mention.relative)
    if relative is None:
        return []
    if relative.kind in ("anchored", "shifted"):
        return anchored_period(relative, anchor)
    return _from_text_date(relative, mention, on, direction) if on is not None else []


def _from_text_date(relative: Relative, mention: DateMention, on: date, direction: Direction) -> list[Period]:
    if relative.kind == "day":
        return [Period.day(on + timedelta(days=relative.number))]
    if relative.kind == "weekday":
        return weekday_periods(relative, on, direction)
    if relative.kind == "ago":
        return ago_periods(relative, on)
    if relative.kind == "month":
        return _turned_month(relative.turn, mention, on)
    return turned_periods(relative, on, direction)


def _fitting(readings: tuple[date, ...], on: date | None, direction: Direction) -> list[date]:
    """The readings of a date that the direction allows; all of them where it allows none."""
    if on is None or direction == "unknown":
        return list(readings)
    fit = [each for each in readings if (each <= on if direction == "past" else each >= on)]
    return fit or list(readings)


def _without_year(mention: DateMention, on: date, direction: Direction) -> list[Period]:
    """`May 16`, `in May`: the nearest before and the nearest after the text, and then by the direction."""
    near = [each for year in range(on.year - 8, on.year + 9) if (each := _in_year(mention, year)) is not None]
    before = max((each for each in near if each.first <= on), key=lambda each: each.first, default=None)
    after = min((each for each in near if each.last >= on), key=lambda each: each.first, default=None)
    if before is None or after is None:
        return []
    if before == after and before.first <= on <= before.last:
        return [before]  # "in May", written in May
    chosen, other = (after, before) if direction == "future" else (before, after)
    if direction == "unknown":
        return sorted((before, after), key=lambda each: min(abs(on - each.first), abs(on - each.last)))
    distance = chosen.first - on if direction == "future" else on - chosen.last
    return [chosen] if distance <= _FAR else [chosen, other]


def _in_year(mention: DateMention, year: int) -> Period | None:
    if mention.month is None or not 1 <= year < 9999:
        return None
    if mention.day is None:
        after = date(year + mention.month // 12, mention.month % 12 + 1, 1)
        return Period(
            first=date(year, mention.month, 1), last=after - timedelta(days=1), grain="month", part=mention.part
        )
    try:
        return Period.day(date(year, mention.month, mention.day))
    except ValueError:  # 29 February in most years
        return None


def _turned_month(turn: str, mention: DateMention, on: date) -> list[Period]:
    """`last May`, `next May`, `this May`. In November, `last May` may be of this year or of the one before."""
    month = mention.month or 1
    year = on.year
    if turn == "this":
        years = [year]
    elif turn == "last":
        years = [year - 1] if month >= on.month else [year, year - 1]
    else:
        years = [year + 1] if month <= on.month else [year, year + 1]
    return [each for one in years if (each := _in_year(mention, one)) is not None]
