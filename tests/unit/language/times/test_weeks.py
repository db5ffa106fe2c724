"""Weeks, months and years counted from a date. 21 May 2025 was a Wednesday."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.language.times.periods import Direction, Period
from factcheck.language.times.relative_times import Relative, read_relative
from factcheck.language.times.weeks import ago_periods, anchored_period, shifted_by_months, turned_periods

WEDNESDAY = date(2025, 5, 21)
SATURDAY = date(2025, 5, 24)
SUNDAY = date(2025, 5, 25)


def relative(words: str) -> Relative:
    found = read_relative(words)
    assert found is not None
    return found


def ends(found: list[Period]) -> list[tuple[str, str]]:
    return [(each.first.isoformat(), each.last.isoformat()) for each in found]


@pytest.mark.parametrize(
    ("words", "on", "expected"),
    [
        ("last week", WEDNESDAY, [("2025-05-12", "2025-05-18")]),
        ("this week", WEDNESDAY, [("2025-05-19", "2025-05-25")]),
        ("last week", SUNDAY, [("2025-05-12", "2025-05-18"), ("2025-05-18", "2025-05-24")]),
        ("next month", WEDNESDAY, [("2025-06-01", "2025-06-30")]),
        ("last year", WEDNESDAY, [("2024-01-01", "2024-12-31")]),
        ("this decade", WEDNESDAY, [("2020-01-01", "2029-12-31")]), ("last decade", WEDNESDAY, []),
        ("this century", WEDNESDAY, [("2000-01-01", "2099-12-31")]), ("last spring", WEDNESDAY, []),
        ("the past week", WEDNESDAY, [("2025-05-14", "2025-05-21")]),
        ("the past day", WEDNESDAY, [("2025-05-20", "2025-05-21")]),
        ("the past year", WEDNESDAY, [("2024-05-21", "2025-05-21")]), ("the past summer", WEDNESDAY, []),
        ("last night", WEDNESDAY, [("2025-05-20", "2025-05-21")]),
        ("earlier this month", WEDNESDAY, [("2025-05-01", "2025-05-21")]),
        ("later this month", WEDNESDAY, [("2025-05-21", "2025-05-31")]),
        ("earlier last month", WEDNESDAY, [("2025-04-01", "2025-04-30")]),
    ],
)  # fmt: skip
def test_a_turn_of_a_unit_is_the_calendars(words: str, on: date, expected: list[tuple[str, str]]) -> None:
    assert ends(turned_periods(relative(words), on, "unknown")) == expected


def test_the_first_day_of_a_month_is_all_that_was_earlier_in_it() -> None:
    (found,) = turned_periods(relative("earlier this month"), date(2025, 5, 1), "past")
    assert (found.first, found.last, found.grain) == (date(2025, 5, 1), date(2025, 5, 1), "day")


@pytest.mark.parametrize(
    ("words", "on", "direction", "firsts"),
    [
        ("last weekend", WEDNESDAY, "past", [17]), ("next weekend", WEDNESDAY, "future", [24, 31]),
        ("next weekend", SATURDAY, "future", [31]), ("this weekend", SATURDAY, "past", [24]),
        ("this weekend", WEDNESDAY, "past", [17]), ("this weekend", WEDNESDAY, "future", [24]),
        ("this weekend", WEDNESDAY, "unknown", [24, 17]), ("the weekend", WEDNESDAY, "unknown", [17, 24]),
        ("the past weekend", WEDNESDAY, "past", []),
    ],
)  # fmt: skip
def test_a_weekend_is_at_hand_gone_or_coming(words: str, on: date, direction: Direction, firsts: list[int]) -> None:
    assert [each.first.day for each in turned_periods(relative(words), on, direction)] == firsts


def test_days_ago_are_days_and_longer_ago_is_about() -> None:
    assert ago_periods(relative("two days ago"), WEDNESDAY) == [Period.day(date(2025, 5, 19))]
    (week,) = ago_periods(relative("two weeks ago"), WEDNESDAY)
    assert (week.first, week.last, week.about) == (date(2025, 5, 4), date(2025, 5, 10), True)
    (month,) = ago_periods(relative("a month ago"), WEDNESDAY)
    assert (month.first, month.last, month.grain) == (date(2025, 4, 6), date(2025, 5, 6), "month")


DAY, YEAR = Period.day(WEDNESDAY), Period(first=date(2020, 1, 1), last=date(2020, 12, 31), grain="year")
FORTNIGHT = Period(first=date(2025, 4, 28), last=date(2025, 5, 9), grain="period")


@pytest.mark.parametrize(
    ("words", "anchor", "expected"),
    [
        ("the following day", DAY, [("2025-05-22", "2025-05-22")]),
        ("the previous day", DAY, [("2025-05-20", "2025-05-20")]),
        ("the following day", YEAR, []), ("the same year", YEAR, [("2020-01-01", "2020-12-31")]),
        ("the following year", DAY, [("2026-01-01", "2026-12-31")]), ("the following week", FORTNIGHT, []),
        ("the following month", FORTNIGHT, []), ("the following month", DAY, [("2025-06-01", "2025-06-30")]),
        ("the following spring", DAY, []), ("two years later", YEAR, [("2022-01-01", "2022-12-31")]),
        ("two days later", DAY, [("2025-05-23", "2025-05-23")]), ("two days later", YEAR, []),
        ("the following day", None, []),
        ("the following day", Period(first=WEDNESDAY, last=WEDNESDAY, grain="day", about=True), []),
    ],
)  # fmt: skip
def test_what_was_spoken_of_before_must_fit_the_unit(
    words: str, anchor: Period | None, expected: list[tuple[str, str]]
) -> None:
    assert ends(anchored_period(relative(words), anchor)) == expected


def test_months_later_is_the_same_day_or_the_last_of_the_month() -> None:
    assert shifted_by_months(date(2025, 1, 31), 1) == date(2025, 2, 28)
    assert shifted_by_months(date(2025, 1, 31), -2) == date(2024, 11, 30)
    with pytest.raises(OverflowError):
        shifted_by_months(date(9999, 12, 1), 1)
    with pytest.raises(OverflowError):
        shifted_by_months(date(1, 1, 1), -1)
