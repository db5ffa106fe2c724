"""Check-worthiness."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.errors import InputError
from factcheck.evaluation import checkworthy
from factcheck.evaluation.checkworthy import LabelledText

Write = Callable[..., Path]


def texts(labels: list[bool]) -> list[LabelledText]:
    return [
        LabelledText(line=line, document=f"speech {line % 3}", text=f"Text {line}.", label=label)
        for line, label in enumerate(labels, 1)
    ]


@settings(max_examples=25)  # each draws a thousand resamples
@given(
    st.lists(st.tuples(st.booleans(), st.floats(0, 1, width=32)), min_size=2, max_size=30).filter(
        lambda rows: any(label for label, _ in rows)
    )
)
def test_the_figures_are_those_of_scikit_learn_and_the_baseline_says_yes_to_all(
    oracle: ModuleType, rows: list[tuple[bool, float]]
) -> None:
    labels, scores = map(list, zip(*rows, strict=True))
    result = checkworthy.score("file", "by", texts(labels), scores)
    assert result.metrics["f1"].value == pytest.approx(
        oracle.f1_score(labels, [score >= 0.5 for score in scores], zero_division=0)
    )
    assert result.metrics["average_precision"].value == pytest.approx(oracle.average_precision_score(labels, scores))
    assert result.baselines["always_yes"]["f1"].value == pytest.approx(oracle.f1_score(labels, [1] * len(labels)))
    assert result.n == len(rows)


@settings(max_examples=25)
@given(st.lists(st.booleans(), min_size=1, max_size=20).filter(any))
def test_a_perfect_scorer_scores_1(labels: list[bool]) -> None:
    result = checkworthy.score("file", "by", texts(labels), [0.9 if label else 0.1 for label in labels])
    assert {(each.value, each.low, each.high) for each in result.metrics.values()} == {(1.0, 1.0, 1.0)}
    assert result.mistakes == ()


def test_a_half_is_yes_and_the_surest_mistake_stands_first() -> None:
    result = checkworthy.score("file", "by", texts([True, False, True, False]), [0.5, 0.6, 0.01, 0.2])
    assert [(each.line, each.what) for each in result.mistakes] == [(3, "missed at 0.01"), (2, "too many at 0.60")]


def test_the_document_is_the_speech_else_the_id_else_the_row(write: Write) -> None:
    rows: list[dict[str, object]] = [
        {"text": "a", "label": 0, "speech": "s", "id": 1},
        {"text": "b", "label": 1, "id": 2},
        {"text": "c", "label": 1},
    ]
    assert [each.document for each in checkworthy.read(write(rows))] == ["s", "2", "line 3"]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"text": "a"}, 'there is no "label"'),
        ({"text": "a", "label": 2}, '"label" is 2'),
        ({"text": "a", "label": "yes"}, '"label" is "yes"'),
        ({"text": "", "label": 1}, '"text" is ""'),
        ({"label": 1}, 'there is no "text"'),
    ],
)
def test_a_row_of_another_form_is_named(write: Write, row: dict[str, object], why: str) -> None:
    with pytest.raises(InputError) as caught:
        checkworthy.read(write([{"text": "a", "label": 0}, row]))
    assert "line 2: " in caught.value.message
    assert why in caught.value.message
