"""What a deciding score says of a suggestion."""

from __future__ import annotations

import pytest

from factcheck.domain.stances import StanceLabel
from factcheck.verdict.suggestion.thresholds import Thresholds

SUPPORTS, REFUTES = StanceLabel.SUPPORTS, StanceLabel.REFUTES


def test_without_a_fit_the_score_is_the_confidence() -> None:
    assert Thresholds().confidence(0.8, SUPPORTS) == pytest.approx(0.8)


def test_a_refutation_has_an_offset_of_its_own() -> None:
    fitted = Thresholds(refuted=-1.0)
    assert fitted.confidence(0.8, SUPPORTS) == pytest.approx(0.8)
    assert fitted.confidence(0.8, REFUTES) < 0.8


@pytest.mark.parametrize("score", [0.0, 1.0])
def test_the_ends_are_no_certainty(score: float) -> None:
    assert 0 < Thresholds().confidence(score, SUPPORTS) < 1
