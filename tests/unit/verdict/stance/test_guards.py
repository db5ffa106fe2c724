"""What compared details do to the scores of a stance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.verdict.stance.guards import FITTED, Scores, Shift, guarded

SURE: Scores = (0.9, 0.04, 0.06)


def difference(aspect: str, comparison: Comparison) -> Difference:
    return Difference(aspect=aspect, comparison=comparison, claim_span=Span(0, 1), passage_span=None, note="a note")


DIFFERS = difference("quantity", Comparison.DIFFERS)
AGREES = difference("quantity", Comparison.AGREES)


def test_without_details_the_scores_stay() -> None:
    assert guarded(SURE, [], FITTED) == SURE


def test_a_detail_that_differs_forbids_support() -> None:
    supports, refutes, neutral = guarded(SURE, [DIFFERS], {})
    assert supports <= max(refutes, neutral)
    assert supports + refutes + neutral == pytest.approx(1)


def test_a_refutation_stays_one_where_a_detail_differs() -> None:
    assert guarded((0.1, 0.7, 0.2), [DIFFERS], {}) == pytest.approx((0.1, 0.7, 0.2))


def test_a_detail_counts_once_however_often_it_occurs() -> None:
    shifts = {("quantity", Comparison.AGREES): Shift(1.0, -1.0)}
    once = guarded((0.4, 0.3, 0.3), [AGREES], shifts)
    assert once[0] > 0.4
    assert guarded((0.4, 0.3, 0.3), [AGREES, AGREES], shifts) == once


@given(
    st.tuples(*[st.floats(0, 1)] * 3).filter(lambda each: sum(each) > 0.01),
    st.lists(st.sampled_from([DIFFERS, AGREES]), max_size=3),
)
def test_scores_stay_probabilities(values: tuple[float, float, float], found: list[Difference]) -> None:
    scores = (values[0] / sum(values), values[1] / sum(values), values[2] / sum(values))
    after = guarded(scores, found, FITTED)
    assert sum(after) == pytest.approx(1, abs=1e-5)
    assert min(after) >= 0
