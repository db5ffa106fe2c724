from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

import pytest

from factcheck.domain.reviews import ReviewState
from factcheck.domain.statuses import Status
from factcheck.domain.views import ReportRows
from factcheck.report.records.json_report import write

CLAIM_KEYS = (
    "id, article_id, start, end, spans, said, checked, kind, check_worthiness, speaker, said_on, parent_ids, standing,"
    " detector, worthiness_by, reasons, substitutions, ambiguities, status, reviewed, decision, evidence, suggestion,"
    " history, lineage"
)


def document(rows: ReportRows) -> Any:  # JSON
    out = io.StringIO()
    write(rows, out)
    return json.loads(out.getvalue())


def test_it_is_one_document_with_keys_in_a_fixed_order(rows: ReportRows) -> None:
    report = document(rows)
    assert list(report) == ["factcheck", "generated_at", "articles", "claims"]
    assert (report["factcheck"], report["generated_at"]) == ("0.1.0", "2026-03-12T07:30:00Z")
    assert all(", ".join(claim) == CLAIM_KEYS for claim in report["claims"])
    assert len(report["claims"]) == 7


def test_the_article_has_its_provenance(rows: ReportRows) -> None:
    article = rows.articles[0]
    assert document(rows)["articles"] == [
        {
            "id": article.id,
            "title": article.title,
            "address": "https://www.varnhaven-courier.example/city/night-buses-2026",
            "author": "Ilse Brandt",
            "published_on": "2026-03-09",
            "published_on_inferred": True,
            "retrieved_at": "2026-03-10T08:15:00Z",
            "sha256": article.source.sha256,
            "reader": "html/1 (trafilatura 2.3.1)",
        }
    ]


def test_a_decided_claim_has_its_decision_evidence_suggestion_and_history(rows: ReportRows) -> None:
    claim, view = document(rows)["claims"][2], rows.claims[2]
    assert rows.articles[0].text[claim["start"] : claim["end"]] == claim["said"]
    assert claim["spans"] == [[claim["start"], claim["end"]]]
    assert (claim["status"], claim["reviewed"]) == ("refuted", True)
    assert claim["decision"]["by"] == "Ada Okafor"
    assert claim["decision"]["at"] == "2026-03-11T14:03:00Z"
    assert claim["decision"]["evidence"] == [each.passage.id for each in view.evidence]
    first, note = claim["evidence"]
    assert (first["attached"], first["stance"], first["by_person"]) == (True, "refutes", True)
    assert first["text"] == view.evidence[0].passage.text
    assert note["document"]["kind"] == "note"
    assert note["document"]["citation"].startswith("note on Radio Elbmark, 2026-02-05, ")
    assert claim["suggestion"]["status"] == "refuted"
    assert claim["suggestion"]["confidence"] is None
    assert claim["suggestion"]["deciding_passage"] == view.evidence[0].passage.id
    assert [event["status"] for event in claim["history"]] == ["not_enough_evidence", "refuted"]


def test_the_stance_of_a_found_passage_is_the_machines(rows: ReportRows) -> None:
    found = document(rows)["claims"][1]["evidence"]
    assert {(each["attached"], each["stance"], each["by_person"]) for each in found} == {(False, "neutral", False)}


def test_an_attached_passage_without_a_persons_stance_has_the_machines(rows: ReportRows) -> None:
    (each,) = document(rows)["claims"][6]["evidence"]
    assert (each["attached"], each["stance"], each["by_person"]) == (True, "supports", False)


@pytest.mark.parametrize(
    ("stored", "told"), [(Status.SUPPORTED, "unreviewed"), (Status.IN_REVIEW, "in_review"), (Status.UNREVIEWED,) * 2]
)
def test_without_a_decision_a_claim_is_never_reviewed(rows: ReportRows, stored: Status, told: str) -> None:
    view = replace(rows.claims[0], state=ReviewState(status=stored))
    claim = document(replace(rows, claims=(view,)))["claims"][0]
    assert (claim["status"], claim["reviewed"], claim["decision"]) == (told, False, None)


def test_text_is_exact_and_the_file_holds_no_control_character(rows: ReportRows) -> None:
    said = 'a\r\n\t"b"\\ \x00\x1b[2J\x7f\x9b\u2028\u202e\u2069\ud800 é 😀'
    view = replace(rows.claims[0], claim=replace(rows.claims[0].claim, said=said))
    out = io.StringIO()
    write(replace(rows, claims=(view,)), out)
    assert json.loads(out.getvalue())["claims"][0]["said"] == said
    assert "é 😀" in out.getvalue()
    assert "\\ud800" in out.getvalue()
    assert all(character == "\n" or character.isprintable() for character in out.getvalue())


def test_a_figure_that_json_cannot_hold_is_a_fault_and_not_a_broken_file(rows: ReportRows) -> None:
    view = replace(rows.claims[0], claim=replace(rows.claims[0].claim, check_worthiness=float("nan")))
    with pytest.raises(ValueError, match="JSON compliant"):
        document(replace(rows, claims=(view,)))
