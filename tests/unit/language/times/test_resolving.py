"""Which days a written time stands for, seen from a text's date. 24 May 2025 was a Saturday."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.times.dates import DateMention, dates
from factcheck.language.times.periods import Direction, Period, Resolved, worded
from factcheck.language.times.resolving import resolve

SATURDAY = date(2025, 5, 24)
SUNDAY = date(2025, 5, 25)
MONDAY = date(2025, 5, 26)


def mention(text: str) -> DateMention:
    (found,) = dates(text)
    return found


def resolved(text: str, on: date = SATURDAY, direction: Direction = "unknown") -> Resolved | None:
    return resolve(mention(text), on, direction)


def days(text: str, on: date, direction: Direction = "unknown") -> list[date]:
    found = resolved(text, on, direction)
    assert found is not None
    assert all(each.grain == "day" and each.first == each.last for each in found.candidates)
    return [each.first for each in found.candidates]


@pytest.mark.parametrize(
    ("direction", "expected"),
    [
        ("past", [date(2025, 5, 23)]), ("future", [date(2025, 5, 30)]),
        ("unknown", [date(2025, 5, 23), date(2025, 5, 30)]),
    ],
)  # fmt: skip
def test_a_weekday_is_the_nearest_in_the_direction_of_its_sentence(direction: Direction, expected: list[date]) -> None:
    assert days("on Friday", SATURDAY, direction) == expected


def test_a_weekday_in_a_text_of_that_day_is_that_day_unless_it_is_still_to_come() -> None:
    assert days("on Saturday", SATURDAY, "past") == [SATURDAY]
    assert days("on Saturday", SATURDAY, "future") == [SATURDAY, date(2025, 5, 31)]


@pytest.mark.parametrize(
    ("text", "on", "expected"),
    [
        ("last Friday", SATURDAY, [date(2025, 5, 23), date(2025, 5, 16)]),
        ("last Friday", MONDAY, [date(2025, 5, 23)]),
        ("last Saturday", SATURDAY, [date(2025, 5, 17)]),
        ("next Friday", SATURDAY, [date(2025, 5, 30)]),
        ("next Friday", MONDAY, [date(2025, 6, 6), date(2025, 5, 30)]),
        ("next Saturday", SATURDAY, [date(2025, 5, 31)]),
        ("this Friday", MONDAY, [date(2025, 5, 30)]),
        ("this coming Friday", SATURDAY, [date(2025, 5, 30)]),
        ("this past Friday", SATURDAY, [date(2025, 5, 23)]),
        ("on Friday last week", SATURDAY, [date(2025, 5, 16)]),
        ("Tuesday of next week", SATURDAY, [date(2025, 5, 27)]),
        ("on Friday last week", SUNDAY, [date(2025, 5, 16), date(2025, 5, 23)]),
        ("yesterday", SATURDAY, [date(2025, 5, 23)]),
        ("the day before yesterday", SATURDAY, [date(2025, 5, 22)]),
        ("the day after tomorrow", SATURDAY, [date(2025, 5, 26)]),
        ("this morning", SATURDAY, [SATURDAY]),
        ("two days ago", SATURDAY, [date(2025, 5, 22)]),
        ("yesterday", date(2024, 3, 1), [date(2024, 2, 29)]),
    ],
)
def test_a_relative_day_gives_every_day_that_it_can_be(text: str, on: date, expected: list[date]) -> None:
    assert days(text, on) == expected


@pytest.mark.parametrize(
    ("text", "on", "direction", "wording"),
    [
        ("last week", SATURDAY, "unknown", "in the week of 12 May 2025"),
        ("last week", SUNDAY, "unknown", "in the week of 12 May 2025 or in the week of 18 May 2025"),
        ("this month", SATURDAY, "unknown", "in May 2025"),
        ("next month", date(2025, 12, 31), "unknown", "in January 2026"),
        ("last year", SATURDAY, "unknown", "in 2024"),
        ("this decade", SATURDAY, "unknown", "in the 2020s"),
        ("earlier this week", SATURDAY, "unknown", "between 19 and 24 May 2025"),
        ("later this month", SATURDAY, "unknown", "between 24 and 31 May 2025"),
        ("in the past year", SATURDAY, "unknown", "between 24 May 2024 and 24 May 2025"),
        ("over the weekend", MONDAY, "past", "on the weekend of 24 May 2025"),
        ("over the weekend", SATURDAY, "past", "on the weekend of 24 May 2025"),
        ("last weekend", SATURDAY, "past", "on the weekend of 17 May 2025"),
        ("next weekend", MONDAY, "future", "on the weekend of 31 May 2025 or on the weekend of 7 June 2025"),
        ("last night", SATURDAY, "past", "in the night to 24 May 2025"),
        ("three weeks ago", SATURDAY, "past", "around 3 May 2025"),
        ("two months ago", SATURDAY, "past", "around March 2025"),
        ("three years ago", SATURDAY, "past", "around 2022"),
        ("May 16", SATURDAY, "past", "on 16 May 2025"),
        ("in May", SATURDAY, "unknown", "in May 2025"),
        ("in March", SATURDAY, "past", "in March 2025"),
        ("in September", SATURDAY, "past", "in September 2024 or in September 2025"),
        ("in December", date(2025, 1, 10), "past", "in December 2024"),
        ("on 29 February", date(2024, 3, 5), "past", "on 29 February 2024"),
        ("last May", SATURDAY, "past", "in May 2024"),
        ("last May", date(2025, 11, 2), "past", "in May 2025 or in May 2024"),
        ("in early March", SATURDAY, "past", "in early March 2025"),
    ],
)  # fmt: skip
def test_a_period_is_counted_from_the_text_s_date_and_worded(
    text: str, on: date, direction: Direction, wording: str
) -> None:
    found = resolved(text, on, direction)
    assert found is not None
    assert worded(found) == wording


@pytest.mark.parametrize(
    ("text", "grain", "wording"),
    [
        ("on 16 May 2025", "day", "on 16 May 2025"), ("in May 2025", "month", "in May 2025"),
        ("in 2024", "year", "in 2024"),
        ("Q3 2024", "quarter", "in the third quarter of 2024"), ("the 1990s", "decade", "in the 1990s"),
        ("the 1800s", "century", "in the 1800s"), ("the late 1990s", "decade", "in the late 1990s"),
        ("in mid-2023", "year", "in mid-2023"), ("in spring 2021", "season", "in spring 2021"),
        ("in winter 2021", "season", "in winter 2021"), ("23–25 May 2025", "period", "between 23 and 25 May 2025"),
        ("H1 2024", "period", "between 1 January and 30 June 2024"), ("(1853–1857)", "period", "from 1853 to 1857"),
    ],
)  # fmt: skip
def test_a_complete_date_needs_no_date_of_the_text(text: str, grain: str, wording: str) -> None:
    found = resolve(mention(text), None)
    assert found is not None
    assert found.period is not None
    assert (found.period.grain, worded(found)) == (grain, wording)


def test_day_and_month_are_told_apart_by_the_direction_alone() -> None:
    written = "on 03/04/2025"
    both = resolve(mention(written), None)
    assert both is not None
    assert both.is_ambiguous
    assert both.period is None
    assert worded(both) == "on 4 March 2025 or on 3 April 2025"
    assert days(written, date(2025, 3, 20), "past") == [date(2025, 3, 4)]
    assert days(written, date(2025, 3, 20)) == [date(2025, 3, 4), date(2025, 4, 3)]


@pytest.mark.parametrize(
    ("text", "anchor", "wording"),
    [
        ("the following day", Period.day(date(2024, 12, 31)), "on 1 January 2025"),
        ("the next day", Period.day(date(2024, 12, 31)), "on 1 January 2025"),
        ("the previous year", Period.day(date(2024, 12, 31)), "in 2023"),
        ("the same month", Period.day(date(2024, 12, 31)), "in December 2024"),
        ("the following week", Period.day(date(2024, 12, 31)), "in the week of 6 January 2025"),
        ("three days later", Period.day(date(2024, 12, 31)), "on 3 January 2025"),
        ("two years later", Period(first=date(2020, 1, 1), last=date(2020, 12, 31), grain="year"), "in 2022"),
    ],
)  # fmt: skip
def test_what_starts_from_another_time_is_resolved_by_that_time_only(text: str, anchor: Period, wording: str) -> None:
    assert resolve(mention(text), SATURDAY) is None
    found = resolve(mention(text), SATURDAY, anchor=anchor)
    assert found is not None
    assert worded(found) == wording


def test_a_vague_anchor_fixes_no_day() -> None:
    year = Period(first=date(2020, 1, 1), last=date(2020, 12, 31), grain="year")
    assert resolve(mention("the following day"), SATURDAY, anchor=year) is None


@pytest.mark.parametrize(
    "text",
    [
        "a few days ago",
        "several years ago",
        "last summer",
        "last decade",
        "two hours ago",
        "999 decades ago",
        "this day",
    ],
)
def test_what_stays_open_is_not_guessed(text: str) -> None:
    assert resolved(text, SATURDAY, "past") is None


def test_without_the_text_s_date_a_weekday_stays_open() -> None:
    assert resolve(mention("on Friday"), None) is None
    assert resolve(mention("on May 16"), None) is None


def test_it_says_why() -> None:
    one, two = resolved("on Friday", SATURDAY, "past"), resolved("last Friday", SATURDAY)
    assert one is not None
    assert two is not None
    assert one.why == "the text is of 24 May 2025"
    assert two.why == "the text is of 24 May 2025, and several times fit"


TIMES = st.sampled_from(
    ["Friday", "last Monday", "next Sunday", "this Tuesday", "Friday last week", "last week", "this weekend",
    "next month",
     "the weekend", "two weeks ago", "three months ago", "20 years ago", "May 16", "29 February", "in May", "last May",
     "next December", "earlier this year", "later this week", "the past year", "the following week", "two years later",
     "03/04/2025", "spring 2021", "winter 1000", "last night", "tomorrow", "yesterday", "this decade", "this century",
     "the previous month", "six days earlier", "999 years ago"]
)  # fmt: skip


@given(TIMES, st.dates(), st.sampled_from(["past", "future", "unknown"]), st.none() | st.dates())
def test_any_date_of_a_text_gives_ordered_days_or_nothing(
    text: str, on: date, direction: Direction, anchor: date | None
) -> None:
    for each in dates("in " + text):
        found = resolve(each, on, direction, Period.day(anchor) if anchor else None)
        if found is not None:
            assert found.candidates
            assert len(set(found.candidates)) == len(found.candidates)
            assert all(period.first <= period.last for period in found.candidates)
            assert worded(found)


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), st.sampled_from(["Monday", "Friday", "Sunday"])
)
def test_a_past_weekday_is_within_the_week_before(on: date, weekday: str) -> None:
    (day,) = days(f"on {weekday}", on, "past")
    assert 0 <= (on - day).days < 7
    assert day.strftime("%A") == weekday
