"""What is searched beside a claim's own words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.verdict.suggestion.counter_queries import counter_queries
from tests.parsing import details


@pytest.mark.parametrize(
    ("claim", "queries"),
    [
        (
            "The mill has sold 40 looms in 1912.",
            ("The mill has sold in.", "The mill has not sold 40 looms in 1912."),
        ),
        ("The mill has not burned.", ("The mill has burned.",)),
        ("The mill burned.", ("The mill did not burn.",)),
        ("", ()),
    ],
)
def test_numbers_are_taken_out_and_what_is_said_is_denied(claim: str, queries: tuple[str, ...]) -> None:
    assert counter_queries(details(claim)) == queries


@given(st.text(max_size=80))
def test_any_text_gives_at_most_two_others(claim: str) -> None:
    made = counter_queries(details(claim))
    assert len(made) == len(set(made)) <= 2
    assert claim not in made
