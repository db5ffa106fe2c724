from __future__ import annotations

import io
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zipfile import ZipFile

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from factcheck.domain.organisation import Organisation
from factcheck.domain.reviews import Act, ReviewEvent, ReviewState
from factcheck.domain.views import ReportRows
from factcheck.report.papers.docx_report import write


def written(rows: ReportRows) -> bytes:
    out = io.BytesIO()
    write(rows, out)
    return out.getvalue()


def opened(rows: ReportRows) -> Document:
    return docx.Document(io.BytesIO(written(rows)))


def styled(document: Document, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style is not None and each.style.name == style]


def test_the_verdict_comes_first_in_words(rows: ReportRows) -> None:
    lines = [each.text for each in opened(rows).paragraphs if each.text]
    assert lines[0].startswith("Fact check: Night buses took a third")
    verdict = lines.index("Verdict")
    assert lines[verdict + 1].startswith("A person decided on 5 of the 7 claims of this article")
    assert lines[verdict + 4 : verdict + 6] == ["1 ✓ supported", "1 ✗ refuted"]


def test_headings_are_words_own_so_that_its_navigation_lists_every_decided_claim(rows: ReportRows) -> None:
    document = opened(rows)
    assert styled(document, "Heading 1") == [
        "Verdict", "Decided claims", "All claims", "Sources", "How this was made",
    ]  # fmt: skip
    claims = [each for each in styled(document, "Heading 2") if each.startswith("Claim ")]
    assert claims[:2] == ["Claim 1: ✓ supported", "Claim 3: ✗ refuted"]
    assert len(claims) == 5


def test_a_decided_claim_has_its_rationale_and_its_quotes_with_source_dates_and_digest(rows: ReportRows) -> None:
    document = opened(rows)
    text = "\n".join(each.text for each in document.paragraphs)
    claim = text[text.index("Claim 3: ") : text.index("Claim 4: ")]
    assert "“car traffic after midnight had fallen by a third”" in claim
    assert "Decided by Ada Okafor, 11 March 2026, 14:03 UTC." in claim
    assert "The only count there is shows a fall of 6 per cent" in claim
    assert "6 per cent fewer than in 2023, the last year without night buses.”" in claim
    assert "Traffic counts on the ring road, annual report 2025 — Traffic Survey Office, 2026-02-03, https://" in claim
    assert f"SHA-256 {rows.claims[2].evidence[0].citation.sha256}" in claim
    assert "Our note: " in claim
    assert "Decided before: ? not enough evidence, by Ben Larsen" in claim


def test_a_claim_without_a_decision_stands_in_the_table_only_and_is_said_to_be_not_reviewed(rows: ReportRows) -> None:
    document = opened(rows)
    (table,) = document.tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == ["No.", "Claim", "Status", "Decided by"]
    assert [row[0] for row in cells[1:]] == [str(number) for number in range(1, 8)]
    assert cells[2][2:] == ["○ not reviewed", "nobody"]
    assert cells[3][2:] == ["✗ refuted", "Ada Okafor"]
    assert "Claims that no person has decided are listed here only." in [each.text for each in document.paragraphs]


def test_a_decision_that_was_withdrawn_is_told_though_its_claim_has_none_now(rows: ReportRows) -> None:
    view = rows.claims[2]
    assert view.state.decision is not None
    made = view.state.decision
    taken_back = ReviewEvent(
        number=made.number + 1, claim_id=made.claim_id, act=Act.WITHDRAW, by="Ben Larsen", at=made.at,
        revision=(made.revision or 0) + 1, withdraws=made.number,
    )  # fmt: skip
    now = replace(view, state=ReviewState(attached=view.state.attached), history=(*view.history, taken_back))
    document = opened(replace(rows, claims=(now,)))
    assert "Decisions no longer in force" in styled(document, "Heading 1")
    told = "\n".join(styled(document, "List Bullet"))
    assert "Claim 1. Decided before: ✗ refuted, by Ada Okafor" in told
    assert "withdrawn by Ben Larsen" in told


def test_links_lead_to_web_pages_and_from_the_table_to_its_claims(rows: ReportRows) -> None:
    document = opened(rows)
    outside = [link.address for each in document.paragraphs for link in each.hyperlinks if link.address]
    assert outside
    assert all(address.startswith("https://") for address in outside)
    inside = {
        link.fragment for row in document.tables[0].rows for each in row.cells[2].paragraphs for link in each.hyperlinks
    }
    names = {each.get(qn("w:name")) for each in document.element.body.iter(qn("w:bookmarkStart"))}
    assert inside == names
    assert len(names) == 5


def test_the_properties_are_those_of_the_report_and_hold_no_other_time(rows: ReportRows) -> None:
    document = opened(replace(rows, organisation=Organisation(name="Harbour Desk")))
    about = document.core_properties
    assert about.title.startswith("Fact check: Night buses")
    assert (about.author, about.last_modified_by, about.comments) == ("Harbour Desk", "", "")
    assert about.created == about.modified == rows.generated_at
    with ZipFile(io.BytesIO(written(rows))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_equal_rows_give_equal_bytes_at_another_time(rows: ReportRows, monkeypatch: pytest.MonkeyPatch) -> None:
    first = written(rows)
    monkeypatch.setattr(time, "time", lambda: 4_000_000_000.0)
    assert written(rows) == first


def test_a_time_of_another_zone_is_told_in_utc(rows: ReportRows) -> None:
    east = datetime(2026, 3, 12, 9, 30, tzinfo=timezone(timedelta(hours=2)))
    about = opened(replace(rows, generated_at=east)).core_properties
    assert about.created == datetime(2026, 3, 12, 7, 30, tzinfo=UTC)


def test_a_text_that_is_read_from_the_right_is_set_from_the_right(rows: ReportRows) -> None:
    view = rows.claims[0]
    claim = replace(view.claim, said="שלום עולם")
    document = opened(replace(rows, claims=(replace(view, claim=claim),)))
    (said,) = [each for each in document.paragraphs if each.style is not None and each.style.name == "Claim as said"]
    assert said.text == "“שלום עולם”"
    assert all(run.font.rtl for run in said.runs)
    assert not any(run.font.rtl for run in document.paragraphs[0].runs)


def test_a_title_longer_than_a_property_may_be_is_cut_there_only(rows: ReportRows) -> None:
    article = replace(rows.articles[0], title="long " * 100)
    document = opened(replace(rows, articles=(article,)))
    assert len(document.core_properties.title) == 255
    assert document.paragraphs[0].text.count("long") == 100


def test_several_articles_have_a_heading_and_a_table_each(rows: ReportRows) -> None:
    other = replace(rows.articles[0], id="a-other", title="Nothing happened")
    again = replace(rows.articles[0], id="a-third", title="Once more")
    moved = replace(rows.claims[0], claim=replace(rows.claims[0].claim, article_id="a-third"))
    document = opened(replace(rows, articles=(*rows.articles, other, again), claims=(*rows.claims, moved)))
    first = styled(document, "Heading 1")
    assert first[1:3] == ["Nothing happened", "Once more"]
    assert len(document.tables) == 2
    names = [each.get(qn("w:name")) for each in document.element.body.iter(qn("w:bookmarkStart"))]
    assert len(names) == len(set(names)) == 6
