"""The table for spreadsheets: every claim in a row, all quoted, and nothing that computes."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from factcheck.domain.media import Authenticity, Media, MediaKind
from factcheck.domain.organisation import GivenRating
from factcheck.domain.statuses import Status
from factcheck.domain.views import ReportRows
from factcheck.report.exchange.csv_table import COLUMNS, write

if TYPE_CHECKING:
    from tests.unit.report.exchange.conftest import Resigned


def text_of(rows: ReportRows) -> str:
    out = io.StringIO(newline="")
    write(rows, out)
    return out.getvalue()


def written(rows: ReportRows) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(rows).removeprefix("\ufeff"), newline=""), strict=True))


def test_it_has_the_form_of_the_standard_and_the_mark_that_excel_needs(rows: ReportRows) -> None:
    text = text_of(rows)
    assert text.startswith('\ufeff"claim_id","article_id",')
    assert text.endswith('"\r\n')
    lines = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), strict=True)
    assert {len(line) for line in lines} == {len(COLUMNS)}


def test_every_claim_has_a_row_and_only_a_person_s_decision_is_its_status(rows: ReportRows) -> None:
    found = written(rows)
    assert [each["status"] for each in found] == [
        "supported",
        "not reviewed",
        "refuted",
        "conflicting",
        "not enough evidence",
        "not checkable",
        "in review, not decided",
    ]
    assert [each["machine_status"] for each in found][:2] == ["supported", "not enough evidence"]
    open_one = found[1]
    assert {open_one[name] for name in ("decided_by", "rationale", "evidence", "sources", "rating")} == {""}
    assert (found[2]["decided_by"], found[2]["decided_at"]) == ("Ada Okafor", "2026-03-11T14:03:00Z")
    assert rows.articles[0].text[int(found[2]["start"]) : int(found[2]["end"])] == found[2]["said"]


def test_a_quote_stands_with_its_source_and_the_reviewer_s_reading_and_a_note_is_called_one(rows: ReportRows) -> None:
    official, note = written(rows)[2]["evidence"].splitlines()
    assert official.startswith("“Between midnight and five")
    assert official.endswith("https://traffic-survey-office.example/2026/2 (refutes the claim)")
    assert note.startswith("Our note: The head of the company")
    assert "“" not in note
    assert len(written(rows)[2]["sources"].splitlines()) == 2


def test_the_house_s_rating_and_what_a_decision_is_about_have_columns(resigned: Resigned) -> None:
    media = Media(address="https://v.example/a.mp4", kind=MediaKind.VIDEO, category=Authenticity.MISSING_CONTEXT)
    rating = GivenRating(name="Mostly false", value=2, worst=1, best=5)
    row = written(resigned(Status.REFUTED, rating=rating, media=media))[2]
    assert (row["rating"], row["rating_value"]) == ("Mostly false", "2")
    assert (row["media_address"], row["media_kind"], row["media_category"]) == (
        "https://v.example/a.mp4",
        "video",
        "missing context",
    )


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n"])
def test_what_a_spreadsheet_would_compute_has_an_apostrophe_before_it(rows: ReportRows, begin: str) -> None:
    words = f"{begin}cmd|' /C calc'!A0,\"x\";1"
    views = tuple(replace(view, claim=replace(view.claim, checked=words)) for view in rows.claims)
    found = written(replace(rows, claims=views))
    assert {each["checked"][0] for each in found} == {"'"}
    assert all(each["checked"].endswith("cmd|' /C calc'!A0,\"x\";1") for each in found)
    assert len(found) == len(rows.claims)
