"""What compared details do to the scores of a stance."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.verdict.guards import FITTED, Leanings, Scores, Shift, guarded

SURE: Scores = (0.9, 0.04, 0.06)
NOTHING = Shift(0.0, 0.0)


def difference(aspect: str, comparison: Comparison) -> Difference:
    return Difference(aspect=aspect, comparison=comparison, claim_span=Span(0, 1), passage_span=None, note="a note")


DIFFERS = difference("quantity", Comparison.DIFFERS)
AGREES = difference("quantity", Comparison.AGREES)


def test_without_details_the_scores_stay() -> None:
    assert guarded(SURE, []) == SURE


def test_a_detail_that_differs_forbids_support() -> None:
    supports, refutes, neutral = guarded(SURE, [DIFFERS])
    assert supports <= max(refutes, neutral)
    assert supports + refutes + neutral == pytest.approx(1)


def test_a_refutation_stays_one_where_a_detail_differs() -> None:
    assert guarded((0.1, 0.7, 0.2), [DIFFERS]) == pytest.approx((0.1, 0.7, 0.2))


def test_a_detail_counts_once_however_often_it_occurs() -> None:
    leanings = Leanings({("quantity", Comparison.AGREES): Shift(1.0, -1.0)}, NOTHING, NOTHING)
    once = guarded((0.4, 0.3, 0.3), [AGREES], leanings=leanings)
    assert once[0] > 0.4
    assert guarded((0.4, 0.3, 0.3), [AGREES, AGREES], leanings=leanings) == once


def test_shared_words_count_by_their_share() -> None:
    leanings = Leanings({}, Shift(1.0, 0.0), Shift(-1.0, 0.0))
    none, some, every = (guarded((0.4, 0.3, 0.3), [], covered=share, leanings=leanings) for share in (0.0, 0.5, 1.0))
    assert some == pytest.approx((0.4, 0.3, 0.3))
    assert none[0] < some[0] < every[0]


@given(
    st.tuples(*[st.floats(0, 1)] * 3).filter(lambda each: sum(each) > 0.01),
    st.lists(st.sampled_from([DIFFERS, AGREES]), max_size=3),
    st.floats(0, 1),
)
def test_scores_stay_probabilities(values: tuple[float, float, float], found: list[Difference], covered: float) -> None:
    scores = (values[0] / sum(values), values[1] / sum(values), values[2] / sum(values))
    after = guarded(scores, found, covered=covered, leanings=FITTED)
    assert sum(after) == pytest.approx(1, abs=1e-5)
    assert min(after) >= 0
