"""Dates: what is read, what is left open, and that no text breaks it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.times.dates import DateMention, dates
from tests.growth import growing_faster

PIECES = st.lists(
    st.sampled_from(
        ["23", "May", "2025", "-", "/", ".", ",", " ", "Friday", "last week", "the", "of", "in", "1990s", "Q1", "29",
         "February", "th", "\n", "31", "0", "T10:00Z", "–", "(", "999", "é", "early ", "'s"]
    ),
    max_size=30,
).map("".join)  # fmt: skip
HOSTILE = st.text(alphabet=st.characters(exclude_categories=[])) | PIECES


def only(text: str) -> DateMention:
    found = dates(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    "text",
    [
        "2025-05-23", "on 23 May 2025.", "on 23rd May, 2025", "the 23rd of May 2025", "May 23, 2025", "May 23rd, 2025",
        "Friday 23 May 2025", "Friday, May 23, 2025", "23.05.2025", "23/05/2025", "05/23/2025", "2025/05/23",
        "2025-05-23T10:30:00Z",
    ],
)  # fmt: skip
def test_a_day_is_read_in_each_of_its_forms(text: str) -> None:
    found = only(text)
    assert found.start == found.end == date(2025, 5, 23)
    assert (found.year, found.month, found.day) == (2025, 5, 23)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in February 2022", date(2022, 2, 1), date(2022, 2, 28)),
        ("in Feb. 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("in 2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("the 2022 election", date(2022, 1, 1), date(2022, 12, 31)),
        ("(2022)", date(2022, 1, 1), date(2022, 12, 31)),
        ("from 1980 on", date(1980, 1, 1), date(1980, 12, 31)),
        ("a 1963 comedy film", date(1963, 1, 1), date(1963, 12, 31)),
        ("the 1990s", date(1990, 1, 1), date(1999, 12, 31)),
        ("the 1970's", date(1970, 1, 1), date(1979, 12, 31)),
        ("in the late 1700s", date(1700, 1, 1), date(1799, 12, 31)),
        ("Q3 2021", date(2021, 7, 1), date(2021, 9, 30)),
        ("the first quarter of 2021", date(2021, 1, 1), date(2021, 3, 31)),
        ("the 1984-85 season", date(1984, 1, 1), date(1985, 12, 31)),
        ("he ruled (1853–1857)", date(1853, 1, 1), date(1857, 12, 31)),
        ("23–25 May 2025", date(2025, 5, 23), date(2025, 5, 25)),
        ("May 23-25, 2025", date(2025, 5, 23), date(2025, 5, 25)),
        ("the first half of 2024", date(2024, 1, 1), date(2024, 6, 30)),
        ("in H2 2024", date(2024, 7, 1), date(2024, 12, 31)),
        ("in early March 2022", date(2022, 3, 1), date(2022, 3, 31)),
    ],
)
def test_a_period_spans_its_first_and_last_day(text: str, first: date, last: date) -> None:
    found = only(text)
    assert (found.start, found.end) == (first, last)


@pytest.mark.parametrize(
    ("text", "month", "day"),
    [("the May 16 agreement", 5, 16), ("on 24 May, they", 5, 24), ("in February they", 2, None)],
)
def test_without_a_year_only_month_and_day_are_known(text: str, month: int, day: int | None) -> None:
    found = only(text)
    assert (found.start, found.year, found.month, found.day) == (None, None, month, day)


def test_a_date_that_can_be_two_days_is_said_to_be_ambiguous() -> None:
    found = only("on 03/04/2025")
    assert found.ambiguous
    assert (found.start, found.year, found.month, found.day) == (None, 2025, None, None)
    assert found.readings == (date(2025, 3, 4), date(2025, 4, 3))


@pytest.mark.parametrize(
    ("text", "said", "part"),
    [
        ("in early March", "early March", "early"), ("in mid-2023 they", "mid-2023", "mid"),
        ("in late 2024", "late 2024", "late"), ("the late 1990s", "late 1990s", "late"), ("in 2024", "2024", ""),
        ("early March 2022", "early March 2022", "early"),
    ],
)  # fmt: skip
def test_the_part_of_a_period_is_said_and_belongs_to_its_place(text: str, said: str, part: str) -> None:
    found = only(text)
    assert (found.span.of(text), found.part) == (said, part)


@pytest.mark.parametrize(
    ("text", "season"),
    [("in spring 2021", "spring"), ("the fall of 2021", "autumn"), ("in winter 2021", "winter"), ("in 2021", "")],
)
def test_a_season_keeps_the_year_as_its_period(text: str, season: str) -> None:
    found = only(text)
    assert (found.season, found.start, found.end) == (season, date(2021, 1, 1), date(2021, 12, 31))


def test_a_date_whose_two_readings_are_one_day_is_not_ambiguous() -> None:
    assert only("on 05/05/2025").start == date(2025, 5, 5)


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("early Friday on", "friday"), ("last week", "last week"), ("two days ago", "two days ago"),
        ("Yesterday it", "yesterday"), ("next\nmonth", "next month"), ("last Tuesday", "last tuesday"),
        ("on Friday last week", "friday last week"), ("the following day", "the following day"),
        ("over the weekend", "the weekend"), ("last May", "last may"), ("in the last year", "the last year"),
        ("the day after tomorrow", "the day after tomorrow"), ("twelve years later", "twelve years later"),
    ],
)  # fmt: skip
def test_what_depends_on_the_text_s_own_date_stays_a_word(text: str, relative: str) -> None:
    found = only(text)
    assert (found.relative, found.start) == (relative, None)


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2025", "2025-13-40", "1.2.3", "version 10.4.11", "you may 5 times", "they march 3 miles", "May I",
        "2000 people", "more than 2000 soldiers", "In 2022 people", "Good Friday", "Black Friday", "$2022",
        "2022 metres", "12:2022", "1200 houses", "20251", "0000-00-00", "3/4", "every Friday", "on a Friday",
        "May be", "they march on",
    ],
)  # fmt: skip
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert dates(text) == []


def test_the_longest_reading_is_kept() -> None:
    text = "On Friday, May 23, 2025, and on 24 May"
    assert [each.span.of(text) for each in dates(text)] == ["Friday, May 23, 2025", "24 May"]


@given(HOSTILE)
def test_any_text_gives_dates_in_order_inside_it_without_overlap(text: str) -> None:
    found = dates(text)
    ends = [0, *(each.span.end for each in found)]
    assert all(end <= each.span.start < each.span.end for end, each in zip(ends, found, strict=False))
    assert all(each.span.end <= len(text) for each in found)
    for each in found:
        assert (each.start is None) == (each.end is None)
        assert each.start is None or each.end is None or each.start <= each.end


def test_a_long_text_of_one_piece_takes_time_by_its_length_alone() -> None:
    pieces = ["23 May ", "Friday, ", "2022-", "1/", "\n", "last ", "in ", "1990s ", "May "]
    assert growing_faster(dates, pieces) == []
