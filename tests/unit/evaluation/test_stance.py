"""Stances against labels: two of them, three, and supported against the rest."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.stances import Stance, StanceLabel
from factcheck.errors import InputError
from factcheck.evaluation import stance
from factcheck.evaluation.results import JudgedResult
from factcheck.evaluation.stance import LabelledPair, LabelledPairs

Write = Callable[..., Path]
THREE = ("SUPPORTED", "REFUTED", "NEI")
SCORES = st.tuples(*[st.integers(0, 8)] * 3).filter(any).map(lambda each: tuple(one / sum(each) for one in each))


def stances(scores: Sequence[tuple[float, float, float]]) -> list[Stance]:
    """Stances whose label is the highest score, neutral where it isn't the only one."""
    labels = list(StanceLabel)
    return [
        Stance(
            passage_id="p",
            label=labels[row.index(max(row))] if row.count(max(row)) == 1 else StanceLabel.NEUTRAL,
            scores=row,
        )
        for row in scores
    ]


def result_of(rows: Sequence[tuple[str, tuple[float, float, float]]], **more: float) -> JudgedResult:
    pairs = tuple(
        LabelledPair(line=line, document=f"d{line}", claim=f"Claim {line}.", evidence=f"Text {line}.", label=label)
        for line, (label, _) in enumerate(rows, 1)
    )
    judged = stances([scores for _, scores in rows])
    return stance.score("file", "by", LabelledPairs(pairs=pairs), judged, seconds=more.get("seconds", 1.0))


@given(st.lists(st.tuples(st.sampled_from(THREE), SCORES), min_size=1, max_size=25))
@settings(max_examples=20)  # each draws a thousand resamples
def test_with_all_three_labels_the_stance_is_the_answer(
    oracle: ModuleType, rows: list[tuple[str, tuple[float, float, float]]]
) -> None:
    rows += [(label, (0.2, 0.3, 0.5)) for label in THREE]
    result = result_of(rows)
    gold = [label for label, _ in rows]
    words = dict(zip(StanceLabel, THREE, strict=True))
    said = [words[each.label] for each in stances([scores for _, scores in rows])]
    assert result.labels == THREE
    assert result.metrics["accuracy"].value == pytest.approx(oracle.accuracy_score(gold, said))
    assert result.metrics["macro_f1"].value == pytest.approx(
        oracle.f1_score(gold, said, average="macro", zero_division=0)
    )
    assert result.metrics["balanced_accuracy"].value == pytest.approx(oracle.balanced_accuracy_score(gold, said))
    assert result.metrics_unrestricted == result.metrics
    assert set(result.confusions) == {"labels"}


def test_with_two_labels_the_third_is_taken_out_and_beside_it_stands_what_the_stances_say() -> None:
    result = result_of(
        [
            ("SUPPORTED", (0.3, 0.1, 0.6)),
            ("SUPPORTED", (0.1, 0.3, 0.6)),
            ("REFUTED", (0.1, 0.8, 0.1)),
            ("REFUTED", (0.2, 0.2, 0.6)),
        ]
    )
    assert result.labels == ("SUPPORTED", "REFUTED")
    assert result.metrics["accuracy"].value == 0.75
    assert result.metrics_unrestricted["accuracy"].value == 0.25
    assert result.metrics_unrestricted["balanced_accuracy"].value == 0.25
    assert [(each.line, each.what) for each in result.mistakes] == [(2, "REFUTED at 0.75, not SUPPORTED")]
    assert result.mistakes[0].text == "Claim 2. ‖ Text 2."
    # Confidences of what is said: 0.75, 0.75 and 8/9 of the two labels, and 0.5 where they are equal.
    assert [each.n for each in result.reliability] == [0, 0, 0, 0, 1, 0, 0, 2, 1, 0]
    assert result.metrics["ece"].value == pytest.approx((abs(1 - 1.5) + abs(1 - 8 / 9) + abs(1 - 0.5)) / 4)
    assert result.confusions["labels, unrestricted"] == {
        "SUPPORTED": {"NEI": 2},
        "REFUTED": {"REFUTED": 1, "NEI": 1},
    }


def test_where_the_model_gives_two_labels_nothing_the_answer_is_never_supported() -> None:
    result = result_of([("SUPPORTED", (0.0, 0.0, 1.0)), ("REFUTED", (0.0, 0.0, 1.0)), ("NEI", (0.0, 0.0, 1.0))][:2])
    assert result.confusions["labels"] == {"SUPPORTED": {"REFUTED": 1}, "REFUTED": {"REFUTED": 1}}
    assert result.metrics["ece"].value == 0


def test_supported_stands_against_the_rest_where_a_row_is_not_supported_or_partial() -> None:
    result = result_of(
        [
            ("SUPPORTED", (0.6, 0.2, 0.2)),
            ("PARTIAL", (0.4, 0.3, 0.3)),
            ("NOT_SUPPORTED", (0.1, 0.2, 0.7)),
            ("REFUTED", (0.1, 0.8, 0.1)),
            ("NEI", (0.9, 0.0, 0.1)),
        ]
    )
    assert result.labels == ("SUPPORTED", "NOT_SUPPORTED")
    assert result.confusions["labels"] == {
        "SUPPORTED": {"SUPPORTED": 1},
        "NOT_SUPPORTED": {"SUPPORTED": 1, "NOT_SUPPORTED": 3},
    }
    # 0.4 is less than the rest together, and still what the stance of this passage is called.
    assert result.confusions["labels, unrestricted"]["NOT_SUPPORTED"] == {"SUPPORTED": 2, "NOT_SUPPORTED": 2}
    assert [each.what for each in result.mistakes] == ["SUPPORTED at 0.90, not NOT_SUPPORTED"]
    assert {"precision_not_supported", "recall_not_supported"} <= set(result.metrics)


def test_with_one_label_there_is_nothing_to_choose() -> None:
    result = result_of([("SUPPORTED", (0.6, 0.2, 0.2)), ("SUPPORTED", (0.2, 0.2, 0.6))])
    assert result.labels == ("SUPPORTED",)
    assert result.metrics["accuracy"].value == 0.5
    assert result.metrics_unrestricted == result.metrics


@given(st.lists(st.tuples(st.sampled_from(THREE), SCORES), min_size=1, max_size=15))
@settings(max_examples=20)  # each draws a thousand resamples
def test_every_figure_and_its_bounds_lie_in_0_to_1(rows: list[tuple[str, tuple[float, float, float]]]) -> None:
    result = result_of(rows)
    for figures in (result.metrics, result.metrics_unrestricted, *result.baselines.values()):
        for figure in figures.values():
            assert 0 <= figure.low <= figure.high <= 1
            assert 0 <= figure.value <= 1


def test_baselines_stand_beside_the_figures() -> None:
    pairs = tuple(
        LabelledPair(line=line, document="d", claim="c", evidence="e", label=label)
        for line, label in enumerate(["SUPPORTED", "REFUTED", "REFUTED"])
    )
    right = stances([(1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 1.0, 0.0)])
    blind = {"claim_only": stances([(1.0, 0.0, 0.0)] * 3)}
    result = stance.score("file", "by", LabelledPairs(pairs=pairs), right, seconds=0.5, blind=blind)
    assert result.metrics["accuracy"].value == 1
    assert {name: each["accuracy"].value for name, each in result.baselines.items()} == pytest.approx(
        {"most_frequent": 2 / 3, "claim_only": 1 / 3}
    )
    assert result.pairs_per_second == 6


def test_the_document_is_the_source_else_the_claim(write: Write) -> None:
    rows: list[dict[str, object]] = [
        {"claim": "A.", "evidence": "a", "label": "NEI", "doc_id": 7, "page": "P"},
        {"claim": "A.", "evidence": "b", "label": "NEI", "page": "P"},
        {"claim": "A.", "evidence": "", "label": "NEI"},
    ]
    labelled = stance.read(write(rows))
    assert [each.document for each in labelled.pairs] == ["7", "P", "A."]
    assert [each.evidence for each in labelled.pairs] == ["a", "b", ""]


def test_folds_labels_and_conflicting_rows_are_left_out_and_the_last_are_counted(write: Write) -> None:
    labels = ["SUPPORTED", "CONFLICTING", "PARTIAL", "REFUTED", "CONFLICTING", "SUPPORTED"]
    rows = [
        {"claim": f"{place}.", "evidence": "e", "label": label, "fold": place % 4} for place, label in enumerate(labels)
    ]
    path = write(rows)
    every = stance.read(path)
    assert ([each.line for each in every.pairs], every.conflicting) == ([1, 3, 4, 6], 2)
    some = stance.read(path, folds=(0, 1), leave_out=("PARTIAL",))
    assert ([each.line for each in some.pairs], some.conflicting) == ([1, 6], 2)
    first = stance.read(path, limit=2, leave_out=("PARTIAL",))
    assert ([each.line for each in first.pairs], first.conflicting) == ([1, 4], 1)


def test_where_no_row_is_left_that_is_said(write: Write) -> None:
    path = write([{"claim": "a", "evidence": "b", "label": "CONFLICTING"}])
    with pytest.raises(InputError, match="holds no row to score"):
        stance.read(path)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"evidence": "b", "label": "NEI"}, 'there is no "claim"'),
        ({"claim": " ", "evidence": "b", "label": "NEI"}, '"claim" is " "'),
        ({"claim": "a", "label": "NEI"}, 'there is no "evidence"'),
        ({"claim": "a", "evidence": None, "label": "NEI"}, '"evidence" is null, not a text'),
        ({"claim": "a", "evidence": "\ud800", "label": "NEI"}, "half of a surrogate pair"),
        ({"claim": "a", "evidence": "b", "label": "supported"}, '"label" is "supported", not one of SUPPORTED'),
        ({"claim": "a", "evidence": "b", "label": ["NEI"]}, '"label" is a list, not one of'),
        ({"claim": "a", "evidence": "b", "label": "NEI"}, 'there is no "fold"'),
        ({"claim": "a", "evidence": "b", "label": "NEI", "fold": "3"}, '"fold" is "3", not a whole number'),
    ],
)
def test_a_row_of_another_form_is_named(write: Write, row: dict[str, object], why: str) -> None:
    path = write([{"claim": "a", "evidence": "b", "label": "NEI", "fold": 3}, row])
    with pytest.raises(InputError) as caught:
        stance.read(path, folds=(3,))
    assert "line 2: " in caught.value.message
    assert why in caught.value.message
