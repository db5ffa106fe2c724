"""Periods, and how they are worded."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.language.times.periods import Period, Resolved, worded, worded_day, worded_period

MAY = date(2025, 5, 16)


@pytest.mark.parametrize(
    ("period", "words"),
    [
        (Period.day(MAY), "on 16 May 2025"),
        (Period(first=MAY, last=date(2025, 5, 17), grain="night"), "in the night to 17 May 2025"),
        (Period(first=MAY, last=date(2025, 5, 17), grain="weekend"), "on the weekend of 16 May 2025"),
        (Period(first=MAY, last=date(2025, 5, 22), grain="week"), "in the week of 16 May 2025"),
        (Period(first=date(2025, 5, 1), last=date(2025, 5, 31), grain="month"), "in May 2025"),
        (Period(first=date(2025, 5, 1), last=date(2025, 5, 31), grain="month", part="early"), "in early May 2025"),
        (Period(first=date(2025, 5, 1), last=date(2025, 5, 31), grain="month", part="mid"), "in mid-May 2025"),
        (Period(first=date(2025, 4, 1), last=date(2025, 6, 30), grain="quarter"), "in the second quarter of 2025"),
        (Period(first=date(2025, 1, 1), last=date(2025, 12, 31), grain="season", season="spring"), "in spring 2025"),
        (Period(first=date(2024, 12, 1), last=date(2026, 3, 20), grain="season", season="winter"), "in winter 2025"),
        (Period(first=date(2025, 1, 1), last=date(2025, 12, 31), grain="year"), "in 2025"),
        (Period(first=date(1990, 1, 1), last=date(1999, 12, 31), grain="decade"), "in the 1990s"),
        (Period(first=date(1990, 1, 1), last=date(1999, 12, 31), grain="decade", part="late"), "in the late 1990s"),
        (Period(first=date(1990, 1, 1), last=date(1999, 12, 31), grain="decade", part="mid"), "in the mid-1990s"),
        (Period(first=date(2025, 1, 1), last=date(2026, 12, 31), grain="period"), "from 2025 to 2026"),
        (Period(first=MAY, last=date(2025, 5, 20), grain="period"), "between 16 and 20 May 2025"),
        (Period(first=MAY, last=date(2025, 6, 2), grain="period"), "between 16 May and 2 June 2025"),
        (Period(first=MAY, last=date(2026, 5, 2), grain="period"), "between 16 May 2025 and 2 May 2026"),
        (Period(first=date(2025, 5, 1), last=date(2025, 5, 31), grain="month", about=True), "around May 2025"),
        (Period(first=date(2025, 5, 13), last=date(2025, 5, 19), grain="day", about=True), "around 16 May 2025"),
    ],
)  # fmt: skip
def test_a_period_is_worded_with_its_preposition(period: Period, words: str) -> None:
    assert worded_period(period) == words


def test_what_may_be_several_times_is_none_of_them_for_sure() -> None:
    other = Period.day(date(2025, 5, 9))
    sure = Resolved(candidates=(other,), why="")
    unsure = Resolved(candidates=(other, Period.day(MAY)), why="")
    assert (sure.is_ambiguous, sure.period) == (False, other)
    assert (unsure.is_ambiguous, unsure.period) == (True, None)
    assert worded(unsure) == "on 9 May 2025 or on 16 May 2025"
    assert worded_day(MAY) == "16 May 2025"
