"""Precision, recall, F1 and average precision, against scikit-learn."""

from __future__ import annotations

from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.evaluation.bootstrap import Measure
from factcheck.evaluation.ranking import Tally

SCORES = st.integers(0, 6).map(lambda number: number / 6)
ROWS = st.lists(st.tuples(st.booleans(), SCORES, st.sampled_from("abcd")), min_size=1, max_size=40)


def value(measure: Measure, documents: int) -> float:
    """The measure on all documents; NaN where it is not defined."""
    return float(measure.statistic(np.ones((1, documents)))[0])


@settings(max_examples=50)
@given(ROWS)
def test_precision_recall_and_f1_are_those_of_scikit_learn(
    oracle: ModuleType, rows: list[tuple[bool, float, str]]
) -> None:
    labels, scores, documents = map(list, zip(*rows, strict=True))
    yes = [score >= 0.5 for score in scores]
    tally = Tally(documents)
    hits = [label and said for label, said in rows_of(labels, yes)]
    measures = tally.retrieval(hits, yes, labels)
    for name, theirs in (
        ("precision", oracle.precision_score),
        ("recall", oracle.recall_score),
        ("f1", oracle.f1_score),
    ):
        ours = np.nan_to_num(value(measures[name], tally.documents))
        assert ours == pytest.approx(theirs(labels, yes, zero_division=0))


@settings(max_examples=50)
@given(ROWS)
def test_average_precision_is_that_of_scikit_learn_with_ties(
    oracle: ModuleType, rows: list[tuple[bool, float, str]]
) -> None:
    labels, scores, documents = map(list, zip(*rows, strict=True))
    tally = Tally(documents)
    ours = value(tally.average_precision(labels, scores), tally.documents)
    if any(labels):
        assert ours == pytest.approx(oracle.average_precision_score(labels, scores))
    else:
        assert np.isnan(ours)


@given(ROWS, st.lists(st.integers(0, 3), min_size=4, max_size=4))
def test_a_resample_is_the_same_as_the_rows_written_out(
    oracle: ModuleType, rows: list[tuple[bool, float, str]], drawn: list[int]
) -> None:
    """A document that was drawn twice counts like two documents."""
    labels, scores, documents = map(list, zip(*rows, strict=True))
    tally = Tally(documents)
    weights = dict(zip(dict.fromkeys(documents), drawn, strict=False))
    again = [row for row in rows for _ in range(weights[row[2]])]
    row_of_weights = np.array([list(weights.values())], dtype=float)
    ours = tally.average_precision(labels, scores).statistic(row_of_weights)[0]
    if any(label for label, _, _ in again):
        assert ours == pytest.approx(
            oracle.average_precision_score([each[0] for each in again], [each[1] for each in again])
        )
    else:
        assert np.isnan(ours)


@given(ROWS)
def test_the_order_of_the_rows_does_not_matter(rows: list[tuple[bool, float, str]]) -> None:
    shuffled = sorted(rows)
    values = []
    for each in (rows, shuffled):
        labels, scores, documents = map(list, zip(*each, strict=True))
        tally = Tally(documents)
        values.append(value(tally.average_precision(labels, scores), tally.documents))
    assert values[0] == pytest.approx(values[1], nan_ok=True)


def test_a_constant_score_ranks_nothing() -> None:
    tally = Tally(list("abcde"))
    measure = tally.average_precision([True, False, False, True, False], [0.3] * 5)
    assert value(measure, 5) == pytest.approx(0.4)


@given(ROWS)
def test_every_figure_and_its_bounds_lie_in_0_to_1(rows: list[tuple[bool, float, str]]) -> None:
    labels, scores, documents = map(list, zip(*rows, strict=True))
    yes = [score >= 0.5 for score in scores]
    tally = Tally(documents)
    measures = tally.retrieval([label and said for label, said in rows_of(labels, yes)], yes, labels)
    measures["average_precision"] = tally.average_precision(labels, scores)
    for figure in tally.figures(measures).values():
        assert 0 <= figure.low <= figure.high <= 1
        assert 0 <= figure.value <= 1


def rows_of(labels: list[bool], yes: list[bool]) -> list[tuple[bool, bool]]:
    return list(zip(labels, yes, strict=True))
