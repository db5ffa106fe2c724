"""The forms in which a ratio is written."""

from __future__ import annotations

import pytest

from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.quantities.ratio_forms import Shares, share_at


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        ("half of them", Shares(1, 2, 1)), ("half the men", Shares(1, 2, 1)), ("half an hour", None), ("half", None),
        ("half-time", None), ("half the size", None), ("half of a million", None), ("half went", None),
        ("a third of men", Shares(1, 3, 2)), ("a third man", None), ("two thirds went", Shares(2, 3, 2)),
        ("two third", None), ("one thirds", None), ("a quarter of", Shares(1, 4, 2)), ("three quarters went", None),
        ("three-quarters went", Shares(3, 4, 3)), ("a quarter of a million", None), ("a third of growth", None),
        ("a quarter of an hour", None), ("two thirds-grade", None), ("a-third of it", None), ("four thirds", None),
        ("one in ten", Shares(1, 10, 3)), ("3 out of 5", Shares(3, 5, 4)), ("two in every five", Shares(2, 5, 4)),
        ("two of every five", Shares(2, 5, 4)), ("two of five", None), ("12 in 20", None), ("3 in 14", None),
        ("3 out of 14", Shares(3, 14, 4)), ("5 in 3", None), ("3 in 2022", None), ("3 in 2,000", Shares(3, 2000, 3)),
        ("one in three years", None), ("one in ten%", None), ("one in", None), ("one in 5-man", None),
        ("3-to-1", Shares(3, 1, 5, "to")), ("3 to 1", None), ("1/3 of it", Shares(1, 3, 3)), ("1/3 went", None),
        ("3/2 of it", None), ("1/200 of it", None), ("third of it", None), ("0 in 10", None), ("men", None),
        ("tens of thousands in ten", None),
    ],
)  # fmt: skip
def test_a_ratio_is_read_where_its_form_is_sure(text: str, shares: Shares | None) -> None:
    assert share_at(lexemes(text), 0) == shares


@pytest.mark.parametrize(
    ("text", "at", "shares"),
    [
        ("ratio of 3 to 1", 2, Shares(3, 1, 5, "to")), ("odds of 3:1", 2, Shares(3, 1, 5, "to")),
        ("score of 3 to 1", 2, None), ("ratio of 3 to men", 2, None), ("ratio of 3 to 0", 2, None),
        ("the half of it", 1, None), ("more than half went", 2, Shares(1, 2, 3)), ("and a third of it", 1, None),
        ("and two thirds of it", 1, Shares(2, 3, 3)),
    ],
)  # fmt: skip
def test_what_stands_before_a_ratio_counts_too(text: str, at: int, shares: Shares | None) -> None:
    assert share_at(lexemes(text), at) == shares
