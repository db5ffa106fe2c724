"""The words of a relative time, taken apart."""

from __future__ import annotations

import pytest

from factcheck.language.times.relative_times import Relative, read_relative


@pytest.mark.parametrize(
    ("words", "relative"),
    [
        ("yesterday", Relative("day", number=-1)), ("the day after tomorrow", Relative("day", number=2)),
        ("tonight", Relative("day")), ("the weekend", Relative("span", turn="the", unit="weekend")),
        ("friday", Relative("weekday", number=4)), ("last friday", Relative("weekday", turn="last", number=4)),
        ("friday last week", Relative("weekday", number=4, week="last")),
        ("friday of next week", Relative("weekday", number=4, week="next")),
        ("two weeks ago", Relative("ago", unit="week", number=-2)),
        ("a day ago", Relative("ago", unit="day", number=-1)),
        ("3 months ago", Relative("ago", unit="month", number=-3)),
        ("a fortnight ago", Relative("ago", unit="week", number=-2)),
        ("two years later", Relative("shifted", unit="year", number=2)),
        ("two years earlier", Relative("shifted", unit="year", number=-2)), ("several days ago", None),
        ("0 days ago", None), ("last may", Relative("month", turn="last")),
        ("last week", Relative("span", turn="last", unit="week")),
        ("earlier this month", Relative("span", turn="this", unit="month", side="earlier")),
        ("the following day", Relative("anchored", turn="the following", unit="day")),
        ("the same evening", Relative("anchored", turn="the same", unit="day")),
        ("next day", Relative("anchored", turn="the next", unit="day")),
        ("the next week", Relative("anchored", turn="the next", unit="week")),
        ("last night", Relative("span", turn="last", unit="night")),
        ("the past day", Relative("span", turn="the past", unit="day")),
        ("the last day", Relative("span", turn="the last", unit="day")),
        ("last day", None), ("this day", None), ("some day", None),
    ],
)  # fmt: skip
def test_a_relative_time_has_its_kind_turn_unit_and_number(words: str, relative: Relative | None) -> None:
    assert read_relative(words) == relative
