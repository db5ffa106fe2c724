from __future__ import annotations

import hashlib
import io
import json
from dataclasses import replace
from typing import Any

import pytest

from factcheck.domain.reviews import ReviewState
from factcheck.domain.statuses import Status
from factcheck.domain.views import ReportRows
from factcheck.report.records.json_report import embedded, write

CLAIM_KEYS = (
    "id, article_id, start, end, spans, said, checked, kind, check_worthiness, detector, worthiness_by, reasons,"
    " speaker, said_on, substitutions, ambiguities, parent_ids, standing, status, reviewed, decision, evidence,"
    " suggestion, history, lineage"
)


def document(rows: ReportRows) -> Any:  # JSON
    out = io.StringIO()
    write(rows, out)
    return json.loads(out.getvalue())


def test_it_is_one_document_with_keys_in_a_fixed_order(rows: ReportRows) -> None:
    report = document(rows)
    keys = (
        "factcheck schema as_of counts organisation selection left_out"
        " articles claims unlisted documents snapshots sha256"
    )
    assert " ".join(report) == keys
    assert (report["factcheck"], report["schema"]) == ("0.1.0", 1)
    assert report["counts"]["claims"] == sum(report["counts"].values()) - report["counts"]["claims"] == 7
    assert all(", ".join(claim) == CLAIM_KEYS for claim in report["claims"])
    assert len(report["claims"]) == 7


def test_it_tells_of_the_newest_moment_in_it_and_not_of_when_it_was_made(rows: ReportRows) -> None:
    later = replace(rows, generated_at=rows.generated_at.replace(year=2030))
    assert document(later) == document(rows)
    assert document(rows)["as_of"] == "2026-03-11T14:06:00Z"
    assert document(replace(rows, articles=(), claims=()))["as_of"] is None


def test_the_article_has_its_text_its_blocks_and_its_provenance(rows: ReportRows) -> None:
    (article,) = rows.articles
    (found,) = document(rows)["articles"]
    assert found.pop("text") == article.text
    assert found.pop("blocks")[0] == {"start": 0, "end": 69, "kind": "heading"}
    assert found == {
        "id": article.id,
        "title": article.title,
        "source": {
            "address": "https://www.varnhaven-courier.example/city/night-buses-2026",
            "retrieved_at": "2026-03-10T08:15:00Z",
            "sha256": article.source.sha256,
            "reader": "html/1 (trafilatura 2.3.1)",
            "publisher": None,
            "owner": None,
        },
        "published_on": "2026-03-09",
        "published_on_inferred": True,
        "author": "Ilse Brandt",
        "language": "en",
        "text_sha256": hashlib.sha256(article.text.encode()).hexdigest(),
    }


def test_a_decided_claim_has_its_decision_evidence_suggestion_and_history(rows: ReportRows) -> None:
    claim, view = document(rows)["claims"][2], rows.claims[2]
    assert rows.articles[0].text[claim["start"] : claim["end"]] == claim["said"]
    assert claim["spans"] == [[claim["start"], claim["end"]]]
    assert (claim["status"], claim["reviewed"]) == ("refuted", True)
    assert claim["decision"]["by"] == "Ada Okafor"
    assert claim["decision"]["at"] == "2026-03-11T14:03:00Z"
    assert [each["passage_id"] for each in claim["decision"]["quotes"]] == [each.passage.id for each in view.evidence]
    first, note = claim["evidence"]
    assert (first["attached"], first["attached_stance"], first["stance"]) == (True, "refutes", "refutes")
    assert first["quoted"] == first["text"]
    assert first["text"] == view.evidence[0].passage.text
    assert note["document"]["kind"] == "note"
    assert note["document"]["citation"].startswith("note on Radio Elbmark, 2026-02-05, ")
    assert claim["suggestion"]["status"] == "refuted"
    assert claim["suggestion"]["confidence"] is None
    assert claim["suggestion"]["deciding_passage_id"] == view.evidence[0].passage.id
    assert [event["status"] for event in claim["history"]] == ["not_enough_evidence", "refuted"]


def test_what_a_person_and_what_the_machine_reads_in_a_passage_stand_apart(rows: ReportRows) -> None:
    claims = document(rows)["claims"]
    read = [
        (each["attached"], each["attached_stance"], each["quoted"], each["stance"]) for each in claims[1]["evidence"]
    ]
    assert set(read) == {(False, None, None, "neutral")}
    (each,) = claims[6]["evidence"]
    assert (each["attached"], each["attached_stance"], each["stance"]) == (True, None, "supports")


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


def test_the_data_of_a_page_is_the_same_document_and_nothing_in_it_can_end_its_element(rows: ReportRows) -> None:
    view = replace(rows.claims[0], claim=replace(rows.claims[0].claim, said="</script><!--<script>alert(1)"))
    given = replace(rows, claims=(view,), unlisted=rows.claims[1:2], snapshots={"ab": b"bytes"})
    element = embedded(given)
    opening = '<script type="application/json" id="factcheck-report">'
    text = element.removeprefix(opening).removesuffix("</script>")
    assert element == f"{opening}{text}</script>"
    assert "<" not in text
    data = json.loads(text)
    assert (data.pop("generated_at"), data.pop("zone"), data.pop("template")) == ("2026-03-12T07:30:00Z", "UTC", "")
    # What the page doesn't show doesn't travel in it either: no source is published whole.
    shown = document(replace(given, documents=(), unlisted=(), snapshots={}))
    assert data.pop("sha256") != shown.pop("sha256")
    assert data == shown
