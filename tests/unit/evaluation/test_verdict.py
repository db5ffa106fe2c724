"""Suggestions against labels of claims."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion
from factcheck.errors import InputError
from factcheck.evaluation import verdict
from factcheck.evaluation.results import JudgedResult
from factcheck.evaluation.verdict import ClaimPassage, LabelledClaim

Write = Callable[..., Path]


def suggestion(status: Status, confidence: float | None) -> Suggestion:
    return Suggestion(
        claim_id="c",
        status=status,
        confidence=confidence,
        model="m",
        version="1",
        basis="b",
        passages=(),
        deciding_passage_id=None,
        reasons=(Reason(code=ReasonCode.PASSAGE_SUPPORTS, words="It says so."),),
        gaps=(),
        suggested_at=datetime(2024, 1, 1, tzinfo=UTC),
    )


PASSAGES = (ClaimPassage(text="a", origin="x"), ClaimPassage(text="b", origin="y"))


def result_of(rows: Sequence[tuple[str, Status, float | None]]) -> JudgedResult:
    claims = [
        LabelledClaim(line=line, document=f"d{line}", claim=f"Claim {line}.", passages=PASSAGES, label=label)
        for line, (label, _, _) in enumerate(rows, 1)
    ]
    made = [suggestion(status, confidence) for _, status, confidence in rows]
    return verdict.score("file", "by", claims, made, seconds=0.5)


ROWS = [
    ("SUPPORTED", Status.SUPPORTED, 0.95),
    ("SUPPORTED", Status.NOT_ENOUGH_EVIDENCE, 0.7),
    ("REFUTED", Status.REFUTED, 0.9),
    ("REFUTED", Status.SUPPORTED, 0.8),
    ("NEI", Status.NOT_CHECKABLE, None),
    ("CONFLICTING", Status.CONFLICTING, 0.6),
]


def test_each_suggestion_counts_as_the_label_that_it_says() -> None:
    result = result_of(ROWS)
    assert result.labels == ("SUPPORTED", "REFUTED", "NEI", "CONFLICTING")
    assert result.confusions["labels"] == {
        "SUPPORTED": {"SUPPORTED": 1, "NEI": 1},
        "REFUTED": {"SUPPORTED": 1, "REFUTED": 1},
        "NEI": {"NEI": 1},
        "CONFLICTING": {"CONFLICTING": 1},
    }
    assert result.metrics["accuracy"].value == pytest.approx(4 / 6)
    assert result.metrics["balanced_accuracy"].value == 0.75
    assert result.pairs_per_second == 24


def test_not_enough_evidence_is_no_answer() -> None:
    result = result_of(ROWS)
    assert result.metrics["answered"].value == pytest.approx(4 / 6)
    assert result.metrics["answered"].n == 6
    assert (result.metrics["precision_answered"].value, result.metrics["precision_answered"].n) == (0.75, 4)
    # The two surest are right; with the third, 0.8, two of three are.
    assert result.metrics["coverage_at_90"].value == pytest.approx(2 / 6)
    assert result.risk_coverage[-1].coverage == pytest.approx(4 / 6)


def test_the_calibration_error_is_over_all_that_have_a_confidence() -> None:
    result = result_of(ROWS)
    assert result.metrics["ece"].n == 5
    # By bin: 0.95 right; 0.9 right and 0.8, 0.7 wrong each in its own; 0.6 right.
    assert result.metrics["ece"].value == pytest.approx((0.05 + 0.1 + 0.8 + 0.7 + 0.4) / 5)
    without = result_of([("NEI", Status.NOT_ENOUGH_EVIDENCE, None), ("SUPPORTED", Status.SUPPORTED, None)])
    assert (without.metrics["ece"].n, without.metrics["coverage_at_90"].value) == (0, 0)
    assert without.risk_coverage == ()


def test_the_surest_mistake_stands_first_and_says_why_it_was_made() -> None:
    result = result_of([("NEI", Status.REFUTED, None), *ROWS])
    assert [(each.line, each.what) for each in result.mistakes] == [
        (5, "SUPPORTED at 0.80, not REFUTED"),
        (3, "NEI at 0.70, not SUPPORTED"),
        (1, "REFUTED, not NEI"),
    ]
    assert result.mistakes[0].text == "Claim 5. ‖ It says so."


def test_rows_are_read_with_their_passages_and_drawn_by_source_or_claim(write: Write) -> None:
    rows: list[dict[str, object]] = [
        {"claim": "A.", "label": "CONFLICTING", "evidences": [{"text": "x", "article": "W"}, {"text": ""}], "fold": 1},
        {"claim": "B.", "label": "NEI", "evidences": [], "doc_id": "d", "fold": 2},
    ]
    both = verdict.read(write(rows))
    assert [(each.document, each.passages) for each in both] == [
        ("A.", (ClaimPassage(text="x", origin="W"), ClaimPassage(text="", origin="evidence 1"))),
        ("d", ()),
    ]
    assert [each.line for each in verdict.read(write(rows), folds=(2,))] == [2]
    assert [each.line for each in verdict.read(write(rows), leave_out=("NEI",))] == [1]
    with pytest.raises(InputError, match="holds no row to score"):
        verdict.read(write(rows), folds=(3,))


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ({"claim": "a", "label": "NEI"}, 'there is no "evidences"'),
        ({"claim": "a", "label": "NEI", "evidences": "x"}, '"evidences" is "x", not a list'),
        ({"claim": "a", "label": "NEI", "evidences": ["x"]}, '"evidences"[0] is not an object'),
        ({"claim": "a", "label": "NEI", "evidences": [{"text": 3}]}, 'evidences[0]: "text" is 3, not a text'),
        ({"claim": "a", "label": "PARTIAL", "evidences": []}, '"label" is "PARTIAL", not one of SUPPORTED'),
        ({"label": "NEI", "evidences": []}, 'there is no "claim"'),
    ],
)
def test_a_row_of_another_form_is_named(write: Write, row: dict[str, object], why: str) -> None:
    path = write([{"claim": "a", "label": "NEI", "evidences": []}, row])
    with pytest.raises(InputError) as caught:
        verdict.read(path)
    assert "line 2: " in caught.value.message
    assert why in caught.value.message
