"""Which day a named weekday is. 21 May 2025 was a Wednesday, 25 May 2025 a Sunday."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.language.times.periods import Direction
from factcheck.language.times.relative_times import Relative, read_relative
from factcheck.language.times.weekdays import monday_of, weekday_periods

WEDNESDAY = date(2025, 5, 21)
SUNDAY = date(2025, 5, 25)


def days(words: str, on: date, direction: Direction = "unknown") -> list[int]:
    relative = read_relative(words)
    assert isinstance(relative, Relative)
    found = weekday_periods(relative, on, direction)
    assert all(each.first == each.last and each.grain == "day" for each in found)
    return [each.first.day for each in found]


@pytest.mark.parametrize(
    ("words", "direction", "expected"),
    [
        ("wednesday", "past", [21]), ("wednesday", "unknown", [21]), ("wednesday", "future", [21, 28]),
        ("tuesday", "past", [20]), ("tuesday", "future", [27]), ("tuesday", "unknown", [20, 27]),
        ("friday", "unknown", [23, 16]), ("last wednesday", "past", [14]), ("last tuesday", "past", [20, 13]),
        ("last friday", "past", [16]), ("next wednesday", "future", [28]), ("next friday", "future", [30, 23]),
        ("next tuesday", "future", [27]), ("this past friday", "past", [16]), ("this past wednesday", "past", [14]),
        ("this coming tuesday", "future", [27]), ("this coming wednesday", "future", [28]),
        ("this wednesday", "past", [21]), ("this tuesday", "past", [20]), ("this friday", "future", [23]),
        ("this friday", "unknown", [23]), ("this friday", "past", [16, 23]), ("this tuesday", "unknown", [20, 27]),
        ("friday last week", "past", [16]), ("friday this week", "past", [23]), ("friday next week", "future", [30]),
    ],
)  # fmt: skip
def test_a_weekday_is_looked_for_from_the_texts_own(words: str, direction: Direction, expected: list[int]) -> None:
    assert days(words, WEDNESDAY, direction) == expected


def test_on_a_sunday_a_week_may_have_ended_or_begun() -> None:
    assert days("friday last week", SUNDAY) == [16, 23]
    assert days("sunday last week", SUNDAY) == [18]


def test_weeks_begin_on_monday() -> None:
    assert monday_of(SUNDAY) == monday_of(WEDNESDAY) == date(2025, 5, 19)
    assert monday_of(date(2025, 5, 19)) == date(2025, 5, 19)
