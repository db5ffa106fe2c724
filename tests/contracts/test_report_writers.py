"""Every report format keeps the contract, read back by a parser that is not ours."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import fields, is_dataclass, replace
from html.parser import HTMLParser

import docx
import pypdf
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt
from pypdf.actions import JavaScript
from pypdf.annotations import Link

from factcheck.domain.organisation import Organisation
from factcheck.domain.views import ReportRows
from factcheck.report.cells import cell
from factcheck.report.exchange.claim_review import SCHEMA_FILE
from factcheck.report.formats import REPORT_FORMATS
from factcheck.report.words import folded, shown
from tests.contracts.paper_readers import (
    active_in_docx,
    active_in_html,
    active_in_pdf,
    leads_to_a_web_page,
    see_docx,
    see_pdf,
    without_gaps,
)
from tests.contracts.report_writer_contract import ReportWriterContract, Seen, WriterContract, rows_saying

HOUSE = Organisation(
    name="Harbour Desk",
    url="https://harbour.example",
    review_url="https://harbour.example/checks/{article}#{claim}",
)


def seen_in(parsed: object) -> Seen:
    """What stands in parsed JSON: its texts, and the types of all with the keys."""
    structure: list[str] = []
    text: list[str] = []

    def walk(node: object) -> None:
        structure.append(type(node).__name__)
        if isinstance(node, dict):
            for key, value in node.items():
                # What is said of passages stands under their ids, which come from outside.
                structure.append("an id" if isinstance(value, dict) and "code" in value else key)
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)
        elif isinstance(node, str):
            text.append(node)

    walk(parsed)
    return Seen("\n".join(text), structure)


class PageReader(HTMLParser):
    """Elements with the names of their attributes, and the text outside `<style>` and data."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.structure: list[str] = []
        self.text: list[str] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.structure.append(f"<{tag} {' '.join(name for name, _ in attrs)}>")
        if tag not in ("meta", "link", "br", "rect"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag != "rect":
            assert self.open.pop() == tag
        self.structure.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] not in ("style", "script"):
            self.text.append(data)

    def handle_comment(self, data: str) -> None:
        self.structure.append("<!>")

    def unknown_decl(self, data: str) -> None:
        self.structure.append("<![>")


class TestHtml(ReportWriterContract):
    def write(self, rows: ReportRows, out: io.StringIO) -> None:
        REPORT_FORMATS["html"].write(rows, out)

    def see(self, written: str) -> Seen:
        page = PageReader()
        page.feed(written)
        page.close()
        assert not page.open
        return Seen(" ".join("".join(page.text).split()), page.structure)

    def as_shown(self, text: str) -> str:
        return folded(text)

    def active(self, written: str) -> list[str]:
        return active_in_html(written)


class TestMarkdown(ReportWriterContract):
    def write(self, rows: ReportRows, out: io.StringIO) -> None:
        REPORT_FORMATS["markdown"].write(rows, out)

    def see(self, written: str) -> Seen:
        # Tables and strike-through are no CommonMark, but many programs read them.
        parser = MarkdownIt("commonmark").enable(["table", "strikethrough"])
        structure, text = [], []
        for block in parser.parse(written):
            structure.append(f"{block.type} {block.tag}")
            for token in block.children or ():
                # A code span shows exactly its text, and text is all that may stand in one.
                if token.type in ("text", "text_special", "softbreak", "code_inline"):
                    text.append(token.content)
                else:
                    structure.append(f"{token.type} {token.tag}")
            text.append("\n")
        return Seen("".join(text), structure)

    def as_shown(self, text: str) -> str:
        return folded(text)

    def active(self, written: str) -> list[str]:
        blocks = MarkdownIt("commonmark").parse(written)
        tokens = [*blocks, *(token for block in blocks for token in block.children or ())]
        found = [token.type for token in tokens if token.type in ("html_block", "html_inline", "image")]
        links = [str(token.attrs["href"]) for token in tokens if token.type == "link_open"]
        return found + [link for link in links if not leads_to_a_web_page(link)]


class TestJson(ReportWriterContract):
    def write(self, rows: ReportRows, out: io.StringIO) -> None:
        REPORT_FORMATS["json"].write(rows, out)

    def see(self, written: str) -> Seen:
        return seen_in(json.loads(written))

    def as_shown(self, text: str) -> str:
        return text

    def active(self, written: str) -> list[str]:
        return []  # values are all that it has


class TestDocx(ReportWriterContract):
    stream = io.BytesIO
    many = 100  # python-docx reads tables slowly

    def write(self, rows: ReportRows, out: io.BytesIO) -> None:
        REPORT_FORMATS["docx"].write(rows, out)

    def see(self, written: bytes) -> Seen:
        seen = see_docx(written)
        return Seen(" ".join(seen.text.split()), seen.structure)

    def as_shown(self, text: str) -> str:
        return folded(text)

    def active(self, written: bytes) -> list[str]:
        return active_in_docx(written)


@pytest.mark.pango
@pytest.mark.slow
class TestPdf(ReportWriterContract):
    """A page takes long, so hostile texts come all in one report, and the long rationale is shorter."""

    stream = io.BytesIO
    many = 8
    large = 30_000
    test_hostile_text_stays_text = None  # type: ignore[assignment]
    test_text_made_of_signs_stays_text = None

    def write(self, rows: ReportRows, out: io.BytesIO) -> None:
        REPORT_FORMATS["pdf"].write(rows, out)

    def see(self, written: bytes) -> Seen:
        return see_pdf(written)

    def as_shown(self, text: str) -> str:
        return without_gaps(folded(text))

    def shows(self, text: str, seen: str) -> bool:
        # In a line that goes both ways, words come in the order in which they are seen.
        return all(self.as_shown(word) in seen for word in folded(text).split())

    def active(self, written: bytes) -> list[str]:
        return active_in_pdf(written)


def held_to_the_contract(contract: type[WriterContract] = WriterContract) -> set[str]:
    """The formats that have a class here, by the classes' names."""
    found: set[str] = set()
    for each in contract.__subclasses__():
        found |= held_to_the_contract(each) or {each.__name__.removeprefix("Test").lower()}
    return found


class TestClaimReview(WriterContract):
    def write(self, rows: ReportRows, out: io.StringIO) -> None:
        REPORT_FORMATS["claimreview"].write(replace(rows, organisation=HOUSE), out)

    def see(self, written: str) -> Seen:
        found = json.loads(written)
        Draft202012Validator(json.loads(SCHEMA_FILE.read_bytes())).validate(found)
        return seen_in(found)

    def as_shown(self, text: str) -> str:
        return text

    def active(self, written: str) -> list[str]:
        return []  # values are all that it has


class TestFever(WriterContract):
    # FEVER has no place for a rationale.
    test_a_long_rationale_is_shown_whole = None  # type: ignore[assignment]

    def write(self, rows: ReportRows, out: io.StringIO) -> None:
        REPORT_FORMATS["fever"].write(rows, out)

    def see(self, written: str) -> Seen:
        return seen_in([json.loads(line) for line in written.splitlines()])

    def as_shown(self, text: str) -> str:
        return text

    def active(self, written: str) -> list[str]:
        return []  # values are all that it has


class TestAveritec(WriterContract):
    def write(self, rows: ReportRows, out: io.StringIO) -> None:
        REPORT_FORMATS["averitec"].write(rows, out)

    def see(self, written: str) -> Seen:
        return seen_in(json.loads(written))

    def as_shown(self, text: str) -> str:
        return text

    def active(self, written: str) -> list[str]:
        return []  # values are all that it has


class TestCsv(WriterContract):
    def write(self, rows: ReportRows, out: io.StringIO) -> None:
        REPORT_FORMATS["csv"].write(rows, out)

    def see(self, written: str) -> Seen:
        csv.field_size_limit(10 * self.large)
        head, *rows = csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""), strict=True)
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in rows for cell in row)
        return Seen("\n".join(cell for row in rows for cell in row), [*head, *(str(len(row)) for row in rows)])

    def as_shown(self, text: str) -> str:
        return str(cell(shown(text)))

    def active(self, written: str) -> list[str]:
        cells = (each for row in csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline="")) for each in row)
        return [each for each in cells if each.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))]


def test_every_format_is_held_to_the_contract() -> None:
    assert held_to_the_contract() == set(REPORT_FORMATS)


SHOWN_NOWHERE = {
    "ClaimView.draft",  # somebody is still writing it
    "ReviewState.outdated",  # there is a decision in force
    "ReportRows.snapshots",  # bytes, in Base64
}


def test_the_hostile_report_leaves_no_text_of_any_noun_out() -> None:
    """So that a field that a noun gets later is tried as well."""
    filled: dict[str, bool] = {}

    def walk(value: object) -> None:
        if is_dataclass(value):
            for each in fields(value):
                inner = getattr(value, each.name)
                name = f"{type(value).__name__}.{each.name}"
                filled[name] = filled.get(name, False) or inner not in (None, "", (), {})
                walk(inner)
        elif isinstance(value, tuple):
            for inner in value:
                walk(inner)

    walk(rows_saying("words"))
    assert {name for name, is_filled in filled.items() if not is_filled} == SHOWN_NOWHERE


def test_what_a_page_would_do_is_noticed() -> None:
    for page in (
        "<script>1</script>", "<img src='https://evil.example/x.png'>", "<a href='javascript:alert(1)'>x</a>",
        "<p onclick='x()'>x</p>", "<form action='https://evil.example'></form>", "<style>@import 'x'</style>",
        "<meta http-equiv='refresh' content='0'>", "<a href='report.html'>x</a>",
    ):  # fmt: skip
        assert active_in_html(f"<html><body>{page}"), page
    assert not active_in_html("<html><body><a href='https://a.example'>x</a><a href='#y'>y</a>")


def test_what_a_text_would_do_is_noticed() -> None:
    for text in ("<b>x</b>", "a <b>x</b>", "![x](https://evil.example/x.png)", "[x](mailto:a@evil.example)"):
        assert TestMarkdown().active(text), text


def test_what_a_document_for_word_would_do_is_noticed() -> None:
    def linked(address: str, kind: str) -> bytes:
        document, out = docx.Document(), io.BytesIO()
        document.part.relate_to(address, kind, is_external=True)
        document.part.package.core_properties.title = "x"
        document.save(out)
        return out.getvalue()

    of_the_template = active_in_docx(linked("https://a.example", RELATIONSHIP_TYPE.HYPERLINK))
    assert of_the_template == ["a part docProps/thumbnail.jpeg"]
    assert len(active_in_docx(linked("file:///etc/hostname", RELATIONSHIP_TYPE.HYPERLINK))) == 2
    assert len(active_in_docx(linked("https://a.example/x.png", RELATIONSHIP_TYPE.IMAGE))) == 2


def test_what_a_pdf_would_do_is_noticed() -> None:
    def made(what: str) -> bytes:
        writer, out = pypdf.PdfWriter(), io.BytesIO()
        writer.add_blank_page(100, 100)
        if what == "script":
            writer.add_open_action(JavaScript("app.alert(1)"))
        elif what == "file":
            writer.add_attachment("x.exe", b"MZ")
        elif what:
            writer.add_annotation(0, Link(rect=(0, 0, 9, 9), url=what))
        writer.write(out)
        return out.getvalue()

    for what in ("script", "file", "javascript:alert(1)", "file:///etc/hostname"):
        assert active_in_pdf(made(what)), what
    assert not active_in_pdf(made("https://a.example"))
    assert not active_in_pdf(made(""))
