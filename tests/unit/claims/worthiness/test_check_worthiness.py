"""Scores are sums of reasons that are given."""

from __future__ import annotations

import numpy as np
import pytest

from factcheck.claims.worthiness.check_worthiness import RuleWorthiness

LAST = ("quotes words", "says what happened", "compares")


def score(text: str) -> float:
    return float(RuleWorthiness().score([text], np.zeros((1, 0), dtype=np.float32))[0])


@pytest.mark.parametrize(
    ("text", "expected", "reasons"),
    [
        ("Rain falls here.", 0.25, ()),
        ("31 people died.", 0.60, ("names a number", "says what happened")),
        ("The dam broke in May 2021.", 0.50, ("names a date", "says what happened")),
        ("The dam is in Wales.", 0.40, ("names a person, body or place",)),
        ("Officials say talks continue.", 0.35, ("says who said it",)),
        ("He says talks continue.", 0.25, ()),
        ("It is the highest dam of all.", 0.30, ("compares",)),
        ("He reportedly left.", 0.35, ("says what happened", "is hedged")),
        ("The dam will break.", 0.0, ("is a forecast",)),
        ("The dam should be closed.", 0.0, ("is an opinion",)),
        (
            "The Water Board said on 4 May that 31 people “died in the flood”, more than ever.",
            1.0,
            ("names a number", "names a date", "names a person, body or place", "says who said it", *LAST),
        ),
    ],
)
def test_a_score_is_the_sum_of_its_reasons(text: str, expected: float, reasons: tuple[str, ...]) -> None:
    assert RuleWorthiness().reasons(text) == reasons
    assert score(text) == pytest.approx(expected)


def test_a_forecast_that_someone_is_said_to_have_made_is_not_held_against_it() -> None:
    assert "is a forecast" in RuleWorthiness().reasons("The dam will break.")
    assert "is a forecast" not in RuleWorthiness().reasons("According to engineers, the dam will break.")


def test_each_particular_makes_a_claim_worth_more() -> None:
    texts = [
        "Rain fell.",
        "Rain fell in Leeds.",
        "40 cm of rain fell in Leeds.",
        "On 4 May 40 cm of rain fell in Leeds.",
    ]
    scores = [score(text) for text in texts]
    assert scores == sorted(set(scores))


@pytest.mark.parametrize("text", ["", "…", "\u200b", "\ud800", "*** —"])
def test_a_text_without_a_letter_or_digit_is_worth_nothing(text: str) -> None:
    assert score(text) == 0.0
