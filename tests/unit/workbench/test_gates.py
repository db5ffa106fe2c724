"""Which rows stop a script, and which were known."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from factcheck.domain.statuses import Status
from factcheck.errors import InputError, UsageError
from factcheck.report.records.score_rows import json_line
from factcheck.workbench.gates import MOST_NAMED, Baseline, Gate, Tally, gate_of, read_rows
from tests.unit.report.score_row import a_row


def row(**more: object) -> Any:
    return json.loads(json_line(a_row())) | more


def test_a_gate_is_a_status_with_or_without_a_least_confidence() -> None:
    assert gate_of("refuted") == Gate(status=Status.REFUTED)
    assert gate_of("not_enough_evidence:0.25") == Gate(status=Status.NOT_ENOUGH_EVIDENCE, least=0.25)
    assert [gate_of(text).words for text in ("refuted", "refuted:0.9")] == ["refuted", "refuted:0.9"]


@pytest.mark.parametrize(
    "text", ["", "refute", "unreviewed", "refuted:", "refuted:2", "refuted:x", "refuted:nan", ":1"]
)
def test_what_is_no_gate_is_refused_with_all_that_are(text: str) -> None:
    with pytest.raises(UsageError) as found:
        gate_of(text)
    assert "supported, refuted, conflicting" in found.value.hint


def test_a_row_without_a_confidence_is_stopped_whatever_the_least_is() -> None:
    gate = gate_of("refuted:0.9")
    assert [gate.stops(row(confidence=each)) for each in (0.8999, 0.9, None)] == [False, True, True]
    assert not gate.stops(row(status="supported", confidence=0.99))


def test_what_failed_before_is_known_by_its_id_or_by_its_place_in_an_equal_text() -> None:
    gates = [gate_of("refuted")]
    baseline = Baseline([row()], gates)
    other_page = row(id="c-000000000000", article=row()["article"] | {"sha256": "00" * 32})
    assert baseline.knows(row())
    assert baseline.knows(other_page)
    assert not baseline.knows(other_page | {"checked": "Other words."})
    assert not baseline.knows(other_page | {"start": 5})
    assert not Baseline([row(status="supported")], gates).knows(row())


def test_the_tally_counts_what_fails_and_what_is_known() -> None:
    gates = [gate_of("refuted:0.5"), gate_of("conflicting")]
    tally = Tally(gates, Baseline([row()], gates))
    new = row(id="c-000000000000", article=None)
    for each in (row(), new, new | {"confidence": 0.4}, new | {"status": "conflicting", "confidence": None}):
        tally.add(each)
    assert (dict(tally.failed), dict(tally.known)) == ({"refuted": 1, "conflicting": 1}, {"refuted": 1})
    assert dict(tally.statuses) == {"refuted": 3, "conflicting": 1}
    for _ in range(100):
        tally.add(new)
    assert len(tally.failing) == MOST_NAMED


@pytest.mark.parametrize("line", ["{", "[]", "{}", '{"schema": 1}', "id,status"])
def test_a_baseline_that_is_none_is_named_with_its_line(tmp_path: Path, line: str) -> None:
    path = tmp_path / "known.jsonl"
    path.write_bytes(json_line(a_row()) + line.encode() + b"\n")
    with pytest.raises(InputError, match="line 2 is no row of schema 2"):
        list(read_rows(path))
    with pytest.raises(InputError, match="can't be read"):
        list(read_rows(tmp_path / "missing.jsonl"))
