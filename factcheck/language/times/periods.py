"""What a written time stands for: one stretch of days, or several that can't be told apart, and how to word it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

Grain = Literal["day", "night", "weekend", "week", "month", "quarter", "season", "year", "decade", "century", "period"]
Direction = Literal["past", "future", "unknown"]
"""Whether the sentence that a mention stands in is about what was or what will be."""
_QUARTERS: Final = ("first", "second", "third", "fourth")
_MONTHS: Final = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""In English whatever the machine's language is, which `calendar.month_name` is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of days.

    Attributes:
        first: Its first day.
        last: Its last day, not before `first`. A night has the day it begins on and the day it ends on.
        grain: What it is called by. A `period` is named by its two ends.
        part: `early`, `mid` or `late`, where only that part of it is meant; the days are those of the whole.
        season: The season, where `grain` is `season`; the days are all that it can hold on either half of the earth.
        about: Whether it is only near this time: `three months ago`.
    """

    first: date
    last: date
    grain: Grain
    part: str = ""
    season: str = ""
    about: bool = False

    @classmethod
    def day(cls, day: date) -> Period:
        return cls(first=day, last=day, grain="day")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a mention stands for.

    Attributes:
        candidates: The periods it may be, likeliest first; one where it is sure.
        why: How it was found out or what is unclear, a short phrase.
    """

    candidates: tuple[Period, ...]
    why: str

    @property
    def is_ambiguous(self) -> bool:
        return len(self.candidates) > 1

    @property
    def period(self) -> Period | None:
        """The one period it is; None where it is ambiguous."""
        return None if self.is_ambiguous else self.candidates[0]


def worded(resolved: Resolved) -> str:
    """A phrase that fits where the mention stood: `on 16 May 2025`, `in 2024`, `in the week of 12 May 2025`.

    An ambiguous one names all that it may be: `on 9 May 2025 or on 16 May 2025`.
    """
    return " or ".join(worded_period(each) for each in resolved.candidates)


def worded_period(period: Period) -> str:
    """One period, with its preposition."""
    first = period.first
    if period.about:
        return f"around {_named(period, (period.first + (period.last - period.first) / 2))}"
    if period.grain == "day":
        return f"on {worded_day(first)}"
    if period.grain == "night":
        return f"in the night to {worded_day(period.last)}"
    if period.grain == "weekend":
        return f"on the weekend of {worded_day(first)}"
    if period.grain == "period":
        return _from_to(first, period.last)
    return f"in {_in_part(period)}{_named(period, first)}"


def _from_to(first: date, last: date) -> str:
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return f"from {first.year} to {last.year}"
    start = worded_day(first)
    if first.year == last.year:
        start = start.removesuffix(f" {first.year}")
    if (first.year, first.month) == (last.year, last.month):
        start = str(first.day)
    return f"between {start} and {worded_day(last)}"


def worded_day(day: date) -> str:
    """`16 May 2025`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _in_part(period: Period) -> str:
    if not period.part:
        return ""
    the = "the " if period.grain in ("decade", "century") else ""
    return f"{the}{period.part} " if period.part != "mid" else f"{the}mid-"


def _named(period: Period, day: date) -> str:
    """The period around `day` by its name: `May 2025`, `the 1990s`."""
    if period.grain == "week":
        return f"the week of {worded_day(day)}"
    if period.grain == "month":
        return f"{_MONTHS[day.month - 1]} {day.year}"
    if period.grain == "quarter":
        return f"the {_QUARTERS[(day.month - 1) // 3]} quarter of {day.year}"
    if period.grain == "season":
        return f"{period.season} {_season_year(period)}"
    if period.grain == "year":
        return str(day.year)
    if period.grain in ("decade", "century"):
        the = "" if period.part else "the "
        return f"{the}{day.year}s"
    return worded_day(day)


def _season_year(period: Period) -> int:
    """A winter's days begin in the year before the one it is written with."""
    return period.first.year + 1 if period.season == "winter" else period.first.year
