"""Which stances may stay as they were read in fewer bits."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.stances import StanceLabel
from factcheck.verdict.stance.guards import Scores
from factcheck.verdict.stance.stability import is_stable
from factcheck.verdict.stance.stances import LABELS, label_of
from factcheck.verdict.suggestion.thresholds import Thresholds

LIMITS = Thresholds(supports=0.55, refutes=0.885, slope=0.945, supported=-0.189, refuted=-1.912)
MARGIN = 0.3


@pytest.mark.parametrize(
    ("scores", "settled"),
    [
        ((0.1, 0.1, 0.8), True),
        ((0.4, 0.1, 0.5), False),  # the labels are near each other
        ((0.1, 0.4, 0.5), False),
        ((0.44, 0.44, 0.12), False),
        ((0.9, 0.05, 0.05), False),  # it counts, so it is read exactly
        ((0.54, 0.1, 0.36), False),  # just below its limit
        ((0.45, 0.3, 0.25), False),  # it supports too weakly to count, and is told as a leaning
        ((0.1, 0.7, 0.2), True),  # it refutes too weakly even for that
        ((0.03, 0.87, 0.1), False),
        ((0.03, 0.95, 0.02), False),
        ((0.0, 0.0, 1.0), True),
    ],
)
def test_what_is_near_a_limit_or_counts_is_open(scores: Scores, settled: bool) -> None:
    assert is_stable([scores], MARGIN, LIMITS) is settled


def test_of_several_parts_that_may_decide_all_must_be_neutral() -> None:
    neutral, weak = (0.1, 0.1, 0.8), (0.1, 0.7, 0.2)
    assert is_stable([neutral, neutral], MARGIN, LIMITS)
    assert not is_stable([neutral, weak], MARGIN, LIMITS)
    assert not is_stable([weak, weak], MARGIN, LIMITS)


shares = st.tuples(*[st.floats(1e-4, 1)] * 3).map(lambda each: tuple(one / sum(each) for one in each))


@given(shares, st.tuples(*[st.floats(-MARGIN / 2, MARGIN / 2)] * 3))
def test_what_is_stable_has_the_same_label_and_counts_as_little_within_the_margin(
    fast: Scores, off: tuple[float, float, float]
) -> None:
    if not is_stable([fast], MARGIN, LIMITS):
        return
    moved = [share * math.exp(by) for share, by in zip(fast, off, strict=True)]
    exact = (moved[0] / sum(moved), moved[1] / sum(moved), moved[2] / sum(moved))
    label = label_of(exact)
    assert label is label_of(fast)
    if label is not StanceLabel.NEUTRAL:
        limit = LIMITS.supports if label is StanceLabel.SUPPORTS else LIMITS.refutes
        assert exact[LABELS.index(label)] < limit
