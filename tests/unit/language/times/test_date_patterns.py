"""The patterns of dates."""

from __future__ import annotations

import pytest

from factcheck.language.times import date_patterns as patterns


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on 2025-05-23T10:30:00Z.", "2025-05-23T10:30:00Z"), ("on 23.05.2025.", "23.05.2025"),
        ("on Friday, the 23rd of May, 2025.", "Friday, the 23rd of May, 2025"), ("May 23-25, 2025", "May 23-25, 2025"),
        ("in late May 2025", "late May 2025"), ("in mid-2025", "mid-2025"), ("Q3 2021", "Q3 2021"),
        ("the first half of 2024", "first half of 2024"), ("in early spring 2024", "early spring 2024"),
        ("the late 1970's", "late 1970's"),
    ],
)  # fmt: skip
def test_each_form_of_a_date_is_matched_as_a_whole(text: str, found: str) -> None:
    matches = [match[0] for pattern in patterns.ABSOLUTE for match in pattern.finditer(text)]
    assert max(matches, key=len) == found


@pytest.mark.parametrize("text", ["x2025-05-23", "1/23.05.2025", "may 23, 2025", "Q5 2021", "1975s", "3rd half 2024"])
def test_parts_of_other_things_are_no_dates(text: str) -> None:
    assert not [match[0] for pattern in patterns.ABSOLUTE for match in pattern.finditer(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("on Friday", "Friday"), ("last Friday of it", "last Friday"), ("Friday last week", "Friday last week"),
        ("the day before yesterday", "the day before yesterday"), ("three weeks ago", "three weeks ago"),
        ("earlier this month", "earlier this month"), ("the following day", "the following day"),
    ],
)  # fmt: skip
def test_a_relative_time_is_matched_with_all_its_words(text: str, found: str) -> None:
    assert [match[0] for match in patterns.RELATIVE.finditer(text)] == [found]


@pytest.mark.parametrize("text", ["Friday-night", "Fridays", "last year of it", "3.5 weeks ago", "some weeks ago"])
def test_what_only_looks_like_one_is_none(text: str) -> None:
    assert [match[0] for match in patterns.RELATIVE.finditer(text)] == []


def test_a_named_day_of_the_calendar_is_no_weekday() -> None:
    assert patterns.NOT_THE_DAY.search("on Good ")
    assert patterns.NOT_THE_DAY.search("every ")
    assert not patterns.NOT_THE_DAY.search("on a good ")
    assert patterns.MONTHS_BY_START["may"] == patterns.MONTHS["May"] == 5
