"""Decided claims in FEVER's form, which our own reader of it takes back."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from factcheck.domain.organisation import GivenRating
from factcheck.domain.statuses import Status
from factcheck.domain.views import ReportRows
from factcheck.report.exchange.fever import losses, write

if TYPE_CHECKING:
    from tests.unit.report.exchange.conftest import Resigned


def written(rows: ReportRows) -> list[dict[str, Any]]:
    out = io.StringIO()
    write(rows, out)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_claims_have_the_fields_of_the_set_and_only_its_labels(published: ReportRows) -> None:
    found = written(published)
    assert [(each["id"], each["verifiable"], each["label"]) for each in found] == [
        (1, "VERIFIABLE", "SUPPORTS"),
        (3, "VERIFIABLE", "REFUTES"),
        (5, "NOT VERIFIABLE", "NOT ENOUGH INFO"),
    ]
    assert all(list(each) == ["id", "verifiable", "label", "claim", "evidence"] for each in found)
    by_number = {view.state.decision.number: view.claim for view in published.claims if view.state.decision}
    assert [each["claim"] for each in found] == [by_number[each["id"]].checked for each in found]


def test_evidence_is_one_set_of_places_and_none_is_made_up(published: ReportRows) -> None:
    supported, refuted, unsure = written(published)
    assert supported["evidence"] == [[[1, 1, "https://varnhaven-open-data.example/2025/1", 10]]]
    # A note's place is one in the note: it is named by its own id, and not by the address that it is about.
    official, note = refuted["evidence"][0]
    assert official == [3, 1, "https://traffic-survey-office.example/2026/2", 10]
    assert note[:2] == [3, 2]
    assert note[2].startswith("d-")
    assert unsure["evidence"] == [[[5, None, None, None]]]


def test_what_the_reviewer_read_otherwise_is_no_evidence_for_the_label(resigned: Resigned) -> None:
    rows = resigned(Status.CONFLICTING)
    (view,) = [view for view in rows.claims if view.state.status is Status.CONFLICTING]
    decision = view.state.decision
    assert decision is not None
    state = replace(view.state, status=Status.REFUTED, decision=replace(decision, status=Status.REFUTED))
    (found,) = written(replace(rows, claims=(replace(view, state=state),)))
    assert [place[2] for place in found["evidence"][0]] == ["https://varnhaven-open-data.example/2025/1"]


def test_what_is_lost_is_told(resigned: Resigned) -> None:
    told = "\n".join(
        losses(resigned(Status.REFUTED, rating=GivenRating(name="Mostly false", value=2, worst=1, best=5)))
    )
    assert "2 claims without a person's decision left out" in told
    assert "1 claim decided conflicting left out" in told
    assert "1 claim decided not checkable left out" in told
    assert "the rating Mostly false of 1 claim is lost" in told
    assert "rationales" in told


def test_our_own_reader_takes_it_back(published: ReportRows, tmp_path: Path) -> None:
    from factcheck.domain.scores import GivenClaim
    from factcheck.ingest.ready_claims import holds_ready_claims, read_ready_claims

    path = tmp_path / "desk.fever.jsonl"
    with path.open("w", encoding="utf-8") as file:
        write(published, file)
    assert holds_ready_claims(str(path), max_bytes=1_000_000)
    back = list(read_ready_claims(str(path), max_bytes=1_000_000))
    assert [(each.key, each.text) for each in back if isinstance(each, GivenClaim)] == [
        (str(each["id"]), each["claim"]) for each in written(published)
    ]
    assert len(back) == 3
