"""Which days the times of an article stand for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.domain.claims import Substitution
from tests.unit.claims.context.conftest import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam broke on Friday.", {"Friday": "Friday 23 May 2025"}),
        ("The dam broke yesterday.", {"yesterday": "on 23 May 2025"}),
        ("Yesterday the dam broke.", {"Yesterday": "On 23 May 2025"}),
        ("The dam broke yesterday afternoon.", {"yesterday afternoon": "on the afternoon of 23 May 2025"}),
        ("The dam broke on Friday evening.", {"Friday evening": "the evening of Friday 23 May 2025"}),
        ("The road will open on Friday.", {"Friday": "Friday 30 May 2025"}),
        ("The road will open on 3 June.", {"3 June": "3 June 2025"}),
        ("The council plans to open the road on Friday.", {"Friday": "Friday 30 May 2025"}),
        ("The report, published on Friday, blames the mayor.", {"Friday": "Friday 23 May 2025"}),
        ("The mayor had left on Friday.", {"Friday": "Friday 23 May 2025"}),
        ("Oden said on Monday it would close its factory.", {"Monday": "Monday 19 May 2025"}),
        ("Last week the dam broke.", {"Last week": "In the week of 12 to 18 May 2025"}),
        ("The dam broke today.", {"today": "on 24 May 2025"}),
    ],
)
def test_a_time_is_the_one_of_its_verb(told: Tell, text: str, expected: dict[str, str]) -> None:
    assert told(text).put == expected


@pytest.mark.parametrize(
    "text",
    [
        "The dam broke in May 2021.",
        "People today have little time.",
        "Prices fell in the last decade.",
    ],
)
def test_a_time_that_is_complete_or_vague_is_left(told: Tell, text: str) -> None:
    assert told(text).put == {}


def test_a_date_whose_year_the_next_words_tell_is_left(told: Tell) -> None:
    assert told("The flag was raised on 6 February this year.").put == {"this year": "in 2025"}


def test_a_time_with_several_readings_is_told(told: Tell) -> None:
    found = told("A vote expected on Friday worries the mayor.")
    assert found.put == {}
    assert found.unclear == {"Friday": ("on 23 May 2025", "on 30 May 2025")}


def test_a_date_next_to_the_articles_is_meant_whatever_the_tense(told: Tell) -> None:
    assert told("The council fixed a meeting on 3 June.").put == {"3 June": "3 June 2025"}


def test_a_time_ahead_is_not_put_into_the_days_just_gone(told: Tell) -> None:
    assert told("The road will open on 20 May.").put == {}


def test_without_the_articles_date_no_day_is_guessed(told: Tell) -> None:
    found = told("The dam broke on Friday.", on=None)
    assert (found.put, found.unclear) == ({}, {"Friday": ()})
    assert told("The dam broke on 3 June.", on=None).found == []


def test_a_date_that_is_only_inferred_is_told_as_such(told: Tell) -> None:
    (day,) = told("The dam broke on Friday.", inferred=True).found
    assert isinstance(day, Substitution)
    assert (day.source, day.why) == (None, "the article is of 24 May 2025, a date that is only inferred")
