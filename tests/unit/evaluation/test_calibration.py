"""Calibration error and coverage, against loops that are plain to read."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.evaluation import calibration
from factcheck.evaluation.answers import Answers
from factcheck.evaluation.ranking import Tally

CONFIDENCE = st.none() | st.integers(0, 20).map(lambda number: number / 20)
ROWS = st.lists(st.tuples(st.booleans(), CONFIDENCE, st.sampled_from("uvwx")), min_size=1, max_size=40)


def answers(rows: list[tuple[bool, float | None, str]]) -> Answers:
    return Answers(
        tally=Tally([document for _, _, document in rows]),
        labels=("A",),
        gold=("A",) * len(rows),
        said=tuple("A" if right else "B" for right, _, _ in rows),
        confidence=np.array([np.nan if sure is None else sure for _, sure, _ in rows]),
    )


def value(name: str, rows: list[tuple[bool, float | None, str]], weights: list[int] | None = None) -> float:
    ours = answers(rows)
    drawn = np.array([weights or [1] * ours.tally.documents], dtype=np.float64)
    return float(calibration.measures(ours)[name].statistic(drawn)[0])


def error_of(rows: list[tuple[bool, float | None, str]]) -> float:
    """The definition, bin by bin."""
    sure = [(right, confidence) for right, confidence, _ in rows if confidence is not None]
    total = 0.0
    for place in range(calibration.BINS):
        low, high = place / 10, (place + 1) / 10
        inside = [each for each in sure if low < each[1] <= high or (place == 0 and each[1] == 0)]
        if inside:
            right, confidence = np.mean(inside, axis=0)
            total += len(inside) / len(sure) * abs(right - confidence)
    return total if sure else np.nan


def coverage_of(rows: list[tuple[bool, float | None, str]], precision: float) -> float:
    best = 0
    for threshold in {sure for _, sure, _ in rows if sure is not None}:
        answered = [right for right, sure, _ in rows if sure is not None and sure >= threshold]
        if sum(answered) >= precision * len(answered) - 1e-9:
            best = max(best, len(answered))
    return best / len(rows)


@settings(max_examples=50)
@given(ROWS)
def test_the_calibration_error_is_that_of_the_definition(rows: list[tuple[bool, float | None, str]]) -> None:
    assert value("ece", rows) == pytest.approx(error_of(rows), nan_ok=True)


@settings(max_examples=50)
@given(ROWS)
def test_the_coverage_is_the_best_that_any_threshold_gives(rows: list[tuple[bool, float | None, str]]) -> None:
    assert value("coverage_at_90", rows) == pytest.approx(coverage_of(rows, 0.9))
    assert value("coverage_at_95", rows) == pytest.approx(coverage_of(rows, 0.95))


@settings(max_examples=50)
@given(ROWS, st.lists(st.integers(0, 3), min_size=4, max_size=4))
def test_a_resample_is_the_same_as_the_rows_written_out(
    rows: list[tuple[bool, float | None, str]], drawn: list[int]
) -> None:
    documents = list(dict.fromkeys(document for _, _, document in rows))
    weights = dict(zip(documents, drawn, strict=False))
    again = [row for row in rows for _ in range(weights[row[2]])]
    if again:
        of_documents = [weights[document] for document in documents]
        assert value("ece", rows, of_documents) == pytest.approx(error_of(again), nan_ok=True)
        assert value("coverage_at_90", rows, of_documents) == pytest.approx(coverage_of(again, 0.9))


def test_who_says_nine_of_ten_and_is_right_that_often_is_calibrated() -> None:
    rows: list[tuple[bool, float | None, str]] = [(number != 0, 0.9, "u") for number in range(10)]
    assert value("ece", rows) == pytest.approx(0)
    assert value("coverage_at_90", rows) == 1
    assert value("coverage_at_95", rows) == 0


def test_a_row_without_confidence_is_never_answered_and_no_part_of_the_error() -> None:
    rows: list[tuple[bool, float | None, str]] = [(True, 1.0, "u"), (False, None, "u"), (True, None, "u")]
    assert value("ece", rows) == 0
    assert value("coverage_at_90", rows) == pytest.approx(1 / 3)
    measures = calibration.measures(answers(rows))
    assert (measures["ece"].n, measures["coverage_at_90"].n) == (1, 3)


@settings(max_examples=50)
@given(ROWS)
def test_the_bins_hold_every_answer_that_has_a_confidence(rows: list[tuple[bool, float | None, str]]) -> None:
    bins = calibration.reliability(answers(rows))
    assert len(bins) == calibration.BINS
    assert sum(each.n for each in bins) == sum(sure is not None for _, sure, _ in rows)
    for each in bins:
        assert (each.n == 0) == (each.confidence is None) == (each.right is None)
        # A mean of equal numbers may lie a hair beside them.
        assert each.confidence is None or each.low - 1e-9 <= each.confidence <= each.high + 1e-9


@settings(max_examples=50)
@given(ROWS)
def test_the_curve_ends_with_all_answers_and_its_coverage_grows(rows: list[tuple[bool, float | None, str]]) -> None:
    curve = calibration.risk_coverage(answers(rows))
    answered = [right for right, sure, _ in rows if sure is not None]
    assert bool(curve) == bool(answered)
    if curve:
        assert curve[-1].coverage == pytest.approx(len(answered) / len(rows))
        assert curve[-1].risk == pytest.approx(1 - np.mean(answered))
        assert sorted({each.coverage for each in curve}) == [each.coverage for each in curve]


def test_a_long_curve_is_thinned_and_begins_at_ten_rows() -> None:
    curve = calibration.risk_coverage(answers([(True, number / 1000, "u") for number in range(1000)]))
    assert len(curve) == 200
    assert (curve[0].coverage, curve[-1].coverage) == (0.01, 1)
