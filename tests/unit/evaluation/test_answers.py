"""Accuracy, F1 and the rest of several labels, against scikit-learn."""

from __future__ import annotations

from types import ModuleType

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.evaluation.answers import Answers, by_label, most_frequent, overall
from factcheck.evaluation.bootstrap import Measure
from factcheck.evaluation.ranking import Tally

LABELS = ("A", "B", "C")
ROWS = st.lists(
    st.tuples(st.sampled_from(LABELS), st.sampled_from((*LABELS, "other")), st.sampled_from("uvwx")),
    min_size=1,
    max_size=40,
)


def answers(rows: list[tuple[str, str, str]]) -> Answers:
    gold, said, documents = map(tuple, zip(*rows, strict=True))
    return Answers(
        tally=Tally(documents),
        labels=tuple(label for label in LABELS if label in gold),
        gold=gold,
        said=said,
        confidence=np.full(len(rows), 0.5),
    )


def value(measure: Measure, *weights: float) -> float:
    return float(measure.statistic(np.array([weights]))[0])


def of_all(measure: Measure, given: Answers) -> float:
    return value(measure, *[1.0] * given.tally.documents)


@pytest.mark.slow
@settings(max_examples=50)
@given(ROWS)
def test_the_figures_of_all_rows_are_those_of_scikit_learn(
    oracle: ModuleType, rows: list[tuple[str, str, str]]
) -> None:
    ours = answers(rows)
    measures = overall(ours)
    labels = list(ours.labels)
    assert of_all(measures["accuracy"], ours) == pytest.approx(oracle.accuracy_score(ours.gold, ours.said))
    assert of_all(measures["macro_f1"], ours) == pytest.approx(
        oracle.f1_score(ours.gold, ours.said, labels=labels, average="macro", zero_division=0)
    )
    # `balanced_accuracy_score` warns where an answer is no label of the rows; it is this by its definition.
    assert of_all(measures["balanced_accuracy"], ours) == pytest.approx(
        oracle.recall_score(ours.gold, ours.said, labels=labels, average="macro", zero_division=0)
    )
    for label in labels:
        for name, theirs in (("precision", oracle.precision_score), ("recall", oracle.recall_score)):
            found = np.nan_to_num(of_all(by_label(ours)[f"{name}_{label.lower()}"], ours))
            assert found == pytest.approx(
                theirs(ours.gold, ours.said, labels=[label], average="macro", zero_division=0)
            )


@settings(max_examples=50)
@given(ROWS, st.lists(st.integers(0, 3), min_size=4, max_size=4))
def test_a_resample_is_the_same_as_the_rows_written_out(
    oracle: ModuleType, rows: list[tuple[str, str, str]], drawn: list[int]
) -> None:
    ours = answers(rows)
    weights = dict(zip(dict.fromkeys(document for _, _, document in rows), drawn, strict=False))
    again = [row for row in rows for _ in range(weights[row[2]])]
    if not again:
        return
    gold, said = [row[0] for row in again], [row[1] for row in again]
    measures = overall(ours)
    assert value(measures["accuracy"], *weights.values()) == pytest.approx(oracle.accuracy_score(gold, said))
    seen = [label for label in ours.labels if label in gold or label in said]
    assert value(measures["macro_f1"], *weights.values()) == pytest.approx(
        oracle.f1_score(gold, said, labels=seen, average="macro", zero_division=0)
    )
    assert value(measures["balanced_accuracy"], *weights.values()) == pytest.approx(
        oracle.recall_score(gold, said, labels=sorted(set(gold)), average="macro", zero_division=0)
    )


def test_the_confusion_keeps_the_order_of_the_labels_and_puts_other_answers_last() -> None:
    ours = answers([("B", "other", "u"), ("A", "B", "u"), ("A", "A", "u"), ("B", "B", "u"), ("A", "A", "u")])
    assert ours.confusion == {"A": {"A": 2, "B": 1}, "B": {"B": 1, "other": 1}}
    assert [list(row) for row in ours.confusion.values()] == [["A", "B"], ["B", "other"]]


def test_the_most_frequent_label_is_the_answer_to_every_row() -> None:
    ours = most_frequent(answers([("B", "A", "u"), ("A", "A", "u"), ("B", "A", "v")]))
    assert ours.said == ("B", "B", "B")
    assert of_all(overall(ours)["accuracy"], ours) == pytest.approx(2 / 3)
    assert most_frequent(answers([("B", "A", "u"), ("A", "A", "u")])).said == ("A", "A")
