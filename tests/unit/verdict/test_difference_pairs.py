"""The labelled pairs of details: well formed, and found as they are labelled."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from benchmarks.differences import outcomes, span_of
from factcheck.domain.stances import Comparison
from tests.parsing import shared_parses

PAIRS = Path(__file__).parents[2] / "data" / "differences" / "pairs.jsonl"
ROWS: list[dict[str, Any]] = [json.loads(line) for line in PAIRS.read_text(encoding="utf-8").splitlines()]
ASPECTS = {"quantity", "date", "name", "office", "negation", "quantifier", "speaker"}


def test_there_are_enough_pairs_and_each_has_its_own_id() -> None:
    assert len(ROWS) >= 60
    assert len({row["id"] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=[row["id"] for row in ROWS])
def test_a_pair_is_well_formed(row: dict[str, Any]) -> None:
    assert set(row) <= {"id", "claim", "passage", "claim_on", "passage_on", "details", "known_failure"}
    assert row["claim"].strip()
    assert row["passage"].strip()
    assert row["details"]
    for key in ("claim_on", "passage_on"):
        assert key not in row or date.fromisoformat(row[key]) > date.min
    for detail in row["details"]:
        assert detail["aspect"] in ASPECTS
        assert detail["expected"] in {str(each) for each in Comparison}
        assert span_of(row["claim"], detail["words"])


def _cases() -> list[Any]:
    failing = pytest.mark.xfail(strict=True, reason="known failure")
    return [pytest.param(row, id=row["id"], marks=[failing] if row.get("known_failure") else []) for row in ROWS]


@pytest.mark.parametrize("row", _cases())
def test_the_details_of_a_pair_come_out_as_labelled(row: dict[str, Any]) -> None:
    found = [(each.words, _settled(each.expected), _settled(each.found)) for each in outcomes(row, shared_parses())]
    assert [each for each in found if each[1] != each[2]] == []


def _settled(comparison: str) -> str:
    """`agrees`, `differs` or `open`: which of the three ways of leaving it open is taken decides nothing."""
    return comparison if comparison in ("agrees", "differs") else "open"
