"""The report as PDF, read by pypdf and pdfium."""

from __future__ import annotations

import io
import os
import pickle
import subprocess
import sys
from dataclasses import replace

import pypdf
import pypdfium2  # type: ignore[import-untyped]
import pytest
from pypdf.generic import Destination

from factcheck.domain.organisation import Organisation
from factcheck.domain.views import ReportRows
from factcheck.report.html import page as html_page
from factcheck.report.papers import pdf_report
from tests.contracts.paper_readers import FOOTER_POINTS, see_pdf, without_gaps

pytestmark = [pytest.mark.pango, pytest.mark.slow]


def written(rows: ReportRows) -> bytes:
    out = io.BytesIO()
    pdf_report.write(rows, out)
    return out.getvalue()


def read(rows: ReportRows) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(written(rows)), strict=True)


def small(rows: ReportRows) -> ReportRows:
    return replace(rows, claims=rows.claims[2:3])


def bookmarks(outline: list[object]) -> list[str]:
    found: list[str] = []
    for each in outline:
        found += (
            bookmarks(each) if isinstance(each, list) else [str(each.title)] if isinstance(each, Destination) else []
        )
    return found


def test_it_has_bookmarks_tags_a_language_and_the_facts_of_the_report(rows: ReportRows) -> None:
    report = read(replace(small(rows), organisation=Organisation(name="Harbour Desk")))
    about = report.metadata
    assert about is not None
    assert (about.author, about.creator) == ("Harbour Desk", "factcheck 0.1.0")
    assert "Night buses" in (about.title or "")
    assert about.creation_date == about.modification_date == rows.generated_at
    catalog = report.root_object
    told = {name: str(catalog[name]) for name in ("/Lang", "/MarkInfo", "/ViewerPreferences")}
    assert told == {
        "/Lang": "en",
        "/MarkInfo": "{'/Marked': True}",
        "/ViewerPreferences": "{'/DisplayDocTitle': True}",
    }
    assert "/StructTreeRoot" in catalog
    titles = bookmarks(list(report.outline))
    assert [each for each in titles if "Claim 1" in each and "refuted" in each]


def test_pages_are_numbered(rows: ReportRows) -> None:
    report = pypdfium2.PdfDocument(written(small(rows)))
    for number, page in enumerate(report, 1):
        foot = page.get_textpage().get_text_bounded(top=FOOTER_POINTS)
        assert f"Page {number} of {len(report)}" in foot
        assert "Night buses" in foot
    report.close()


def test_the_words_of_a_claim_can_be_found_in_it(rows: ReportRows) -> None:
    seen = see_pdf(written(small(rows))).text
    view = rows.claims[2]
    for words in (view.claim.said, view.evidence[0].passage.text, view.evidence[0].citation.address):
        assert without_gaps(words) in seen


def test_equal_rows_give_equal_bytes_in_another_process(rows: ReportRows) -> None:
    program = (
        "import io, pickle, sys; from factcheck.report.papers.pdf_report import write\n"
        "out = io.BytesIO(); write(pickle.load(sys.stdin.buffer), out); sys.stdout.buffer.write(out.getvalue())"
    )
    environment = {**os.environ, "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        input=pickle.dumps(small(rows)),
        capture_output=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout == written(small(rows))


def test_what_a_page_asks_for_is_refused(rows: ReportRows, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ours asks for nothing; should one do so all the same, neither a file nor an address is opened."""
    opened: list[str] = []
    monkeypatch.setattr(
        "urllib.request.OpenerDirector.open", lambda self, request, *_, **__: opened.append(str(request))
    )
    page = (
        "<html lang=en><title>x</title><link rel=stylesheet href='file:///etc/hostname'>"
        "<link rel=attachment href='file:///etc/hostname'><style>@import 'http://127.0.0.1:9/x.css';</style>"
        "<body><img src='file:///etc/hostname'><img src='http://127.0.0.1:9/x.png'><p>words"
    )
    monkeypatch.setattr(html_page, "write", lambda rows, out: out.write(page))
    seen = read(rows)
    assert "words" in seen.pages[0].extract_text()
    assert not opened
    assert not seen.attachments
    import weasyprint  # here, for its import fails where Pango is missing

    # The counter-check: with the library's own fetcher such a page opens files and asks.
    weasyprint.HTML(string=page).write_pdf()
    assert opened


def test_a_page_with_grids_is_printed_as_blocks(rows: ReportRows, monkeypatch: pytest.MonkeyPatch) -> None:
    """As grids, some of these made WeasyPrint fail, and some kept it at work without end."""
    pair = "<section><p>{}</p><h4>h</h4><div><p>left</p><figure>right {}</figure></div></section>"
    style = "div { display: GRID; grid-template-columns: 1fr 1fr; break-inside: avoid } h4 { break-after: avoid }"
    pairs = pair.format("before " * 200, "text " * 300) * 3
    page = f"<html lang=en><title>x</title><style>{style}</style><body>{pairs}<p>the end"
    monkeypatch.setattr(html_page, "write", lambda rows, out: out.write(page))
    assert see_pdf(written(rows)).text.endswith("theend")
    assert pdf_report._in_blocks("a { display: inline-flex; color: red }") == "a { display: inline; color: red }"


def test_a_word_of_forty_thousand_characters_is_set_whole(rows: ReportRows) -> None:
    view = small(rows).claims[0]
    assert view.state.decision is not None
    decision = replace(view.state.decision, rationale="x" * 40_000)
    rows = replace(rows, claims=(replace(view, state=replace(view.state, decision=decision)),))
    assert "x" * 40_000 in see_pdf(written(rows)).text
