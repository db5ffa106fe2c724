"""The rules' scores are sums of reasons that are given."""

from __future__ import annotations

import numpy as np
import pytest

from factcheck.claims.worthiness.check_worthiness import RuleWorthiness
from factcheck.domain.claims import Claim, ClaimKind
from tests.contracts.check_worthiness_contract import MakeClaim


def score(claim: Claim) -> float:
    return float(RuleWorthiness().score([claim], np.zeros((1, 0), dtype=np.float32))[0])


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Rain falls here.", ClaimKind.STATEMENT, 0.25),
        ("31 people died.", ClaimKind.STATISTIC, 0.45),
        ("The dam broke in May 2021.", ClaimKind.EVENT, 0.50),
        ("The dam is in Wales.", ClaimKind.STATEMENT, 0.40),
        ("Officials say talks continue.", ClaimKind.QUOTATION, 0.35),
        ("It is the highest dam of all.", ClaimKind.COMPARISON, 0.30),
        ("He reportedly left.", ClaimKind.EVENT, 0.35),
        ("The dam will break.", ClaimKind.PREDICTION, 0.0),
        ("The dam should be closed.", ClaimKind.OPINION, 0.0),
        ("On 4 May the board said “31 people died in Leeds”.", ClaimKind.QUOTATION, 0.85),
    ],
)
def test_a_score_is_the_sum_of_its_reasons(claim: MakeClaim, text: str, kind: ClaimKind, expected: float) -> None:
    assert score(claim(text, kind, "officials")) == pytest.approx(expected)


def test_each_particular_makes_a_claim_worth_more(claim: MakeClaim) -> None:
    texts = [
        "Rain fell.",
        "Rain fell in Leeds.",
        "40 cm of rain fell in Leeds.",
        "On 4 May 40 cm of rain fell in Leeds.",
    ]
    scores = [score(claim(text)) for text in texts]
    assert scores == sorted(set(scores))


@pytest.mark.parametrize("text", ["", "…", "\u200b", "\ud800", "*** —"])
def test_a_text_without_a_letter_or_digit_is_worth_nothing(claim: MakeClaim, text: str) -> None:
    assert score(claim(text, ClaimKind.EVENT)) == 0.0
