"""A feed's dates are read right or not at all, in whatever form they are stated."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.ingest.feeds.dates import FeedDates
from factcheck.ingest.feeds.items import feed_items

JUNE_29 = date(2016, 6, 29)


def read(published: str, updated: str = "", *, others: tuple[str, ...] = ()) -> date | None:
    return FeedDates([published, updated, *others]).read(published, updated)[0]


@pytest.mark.parametrize(
    "stated",
    [
        "2016-06-29T23:30:00-05:00",
        "2016-06-29 01:00",
        "20160629T150741Z",
        "2016/6/29 15:07:41",
        "2016.06.29",
        "2016-W26-3",
        "2016W263",
        "2016-181",
        "Wed, 29 Jun 2016 15:07:41 +0200",
        "WED,29 JUN 2016 15:07:41",
        "29 June 2016 3:07:41 PM CEST",
        "29 Jun 16 15:07 EST",
        "29-JUN-2016",
        "June 29, 2016 at 3pm",
        "Jun 29th, 2016",
        "Wed Jun 29 15:07:41 2016",
        "Wed Jun 29 15:07:41 CEST 2016",
        "2016 Jun 29",
        "the 29th of June 2016",
        "29/06/2016",
        "06/29/2016 03:07 PM",
        "29.06.2016 15:07",
        "29-6-2016",
        "Wednesday, 29/06/16",
        "29. Juni 2016",
        "Mi, 29 Jun 2016 15:07:41",
        "mer., 29 juin 2016 15:07:41 +0200",
        "29 de junio de 2016",
        "29 giugno 2016",
        "29 июня 2016",
        "2016年6月29日",
        "2016년 6월 29일 오후 3:07",
    ],
)
def test_a_day_is_read_in_many_forms(stated: str) -> None:
    assert FeedDates([stated]).read(stated, "") == (JUNE_29, False)


@pytest.mark.parametrize(
    "stated",
    ["03/05/2018", "3.5.2018 11:41", "03-05-2018", "29/06/16", "June 2016", "2016", "2016-06", "yesterday", "Monday",
     "1467212861", "31 Feb 2016", "2016-13-01", "2016-29-06", "32/01/2016", "29 Xyzz 2016", "1395/04/09",
     "12 listopada 2016", "2016-W60-1", "2016-999", "2015-366", "2016-000", "0000-100", "15:07:41", ""],
)  # fmt: skip
def test_what_may_be_another_day_is_no_day(stated: str) -> None:
    assert read(stated) is None


def test_day_and_month_of_one_number_are_no_question() -> None:
    assert read("05/05/2018") == date(2018, 5, 5)


def test_a_weekday_says_which_of_two_days_is_meant() -> None:
    assert read("Thu, 03/05/2018") == date(2018, 5, 3)
    assert read("Monday, 03/05/2018") == date(2018, 3, 5)


def test_a_weekday_that_contradicts_the_date_makes_it_inferred() -> None:
    assert FeedDates([]).read("Tue, 29 Jun 2016 10:00:00 GMT", "") == (JUNE_29, True)


def test_other_dates_of_the_feed_show_its_order_and_the_day_is_inferred() -> None:
    assert FeedDates(["03/05/2018", "25/05/2018"]).read("03/05/2018", "") == (date(2018, 5, 3), True)
    assert FeedDates(["03/05/2018", "05/25/2018"]).read("03/05/2018", "") == (date(2018, 3, 5), True)
    assert read("03/05/2018", others=("25/05/2018", "05/25/2018")) is None


@pytest.mark.parametrize(
    ("published", "updated", "right"),
    [
        ("2016-06-29", "2016-07-02", (JUNE_29, False)),
        ("2016-06-29", "2016-06-28T23:00:00-05:00", (JUNE_29, False)),
        ("2016-06-29", "2016-05-02", (JUNE_29, True)),
        ("", "2016-07-02", (date(2016, 7, 2), True)),
        ("03/05/2018", "2018-05-03T10:00:00Z", (date(2018, 5, 3), True)),
        ("03/05/2018", "2018-09-09T10:00:00Z", (None, True)),
        ("some day", "2018-09-09T10:00:00Z", (None, True)),
    ],
)
def test_the_date_of_publication_counts_and_what_an_update_contradicts_is_inferred(
    published: str, updated: str, right: tuple[date | None, bool]
) -> None:
    assert FeedDates([published, updated]).read(published, updated) == right


def test_the_items_of_a_feed_have_these_days() -> None:
    stated = ["2016/6/29 15:07:41", "03/05/2018", "Sat, 07 Dec 2024 00:30:00 +0900"]
    items = "".join(f"<item><pubDate>{each}</pubDate><description>Text.</description></item>" for each in stated)
    found = feed_items(f"<rss version='2.0'><channel>{items}</channel></rss>".encode())
    assert [item["told"]["date"] for item in found] == ["2016-06-29", None, "2024-12-07"]


@given(st.dates(date(1990, 1, 1), date(2060, 1, 1)), st.sampled_from(["%d/%m/%Y", "%m/%d/%Y", "%Y/%m/%d", "%d.%m.%y"]))
def test_no_date_in_figures_is_read_as_another_day(day: date, form: str) -> None:
    assert read(day.strftime(form)) in {day, None}


@pytest.mark.slow
@given(st.text("0123456789/-.:, TWZJunMay", max_size=24))
def test_any_text_is_read_or_left(stated: str) -> None:
    day, _ = FeedDates([stated]).read(stated, stated)
    assert day is None or 1970 <= day.year <= 2100
