"""Every report format keeps the contract, read back by a parser that is not ours."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from html.parser import HTMLParser

from jsonschema import Draft202012Validator
from markdown_it import MarkdownIt

from factcheck.domain.organisation import Organisation
from factcheck.domain.views import ReportRows
from factcheck.report.cells import cell
from factcheck.report.exchange.claim_review import SCHEMA_FILE
from factcheck.report.formats import REPORT_FORMATS
from factcheck.report.words import folded, shown
from tests.contracts.report_writer_contract import ReportWriterContract, Seen, WriterContract

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
                structure.append(key)
                walk(value)
        elif isinstance(node, list):
            for value in node:
                walk(value)
        elif isinstance(node, str):
            text.append(node)

    walk(parsed)
    return Seen("\n".join(text), structure)


class PageReader(HTMLParser):
    """Elements with the names of their attributes, and the text outside `<style>`."""

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
        if self.open and self.open[-1] != "style":
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


class TestJson(ReportWriterContract):
    def write(self, rows: ReportRows, out: io.StringIO) -> None:
        REPORT_FORMATS["json"].write(rows, out)

    def see(self, written: str) -> Seen:
        return seen_in(json.loads(written))

    def as_shown(self, text: str) -> str:
        return text


class TestClaimReview(WriterContract):
    def write(self, rows: ReportRows, out: io.StringIO) -> None:
        REPORT_FORMATS["claimreview"].write(replace(rows, organisation=HOUSE), out)

    def see(self, written: str) -> Seen:
        found = json.loads(written)
        Draft202012Validator(json.loads(SCHEMA_FILE.read_bytes())).validate(found)
        return seen_in(found)

    def as_shown(self, text: str) -> str:
        return text


class TestFever(WriterContract):
    def write(self, rows: ReportRows, out: io.StringIO) -> None:
        REPORT_FORMATS["fever"].write(rows, out)

    def see(self, written: str) -> Seen:
        return seen_in([json.loads(line) for line in written.splitlines()])

    def as_shown(self, text: str) -> str:
        return text


class TestAveritec(WriterContract):
    def write(self, rows: ReportRows, out: io.StringIO) -> None:
        REPORT_FORMATS["averitec"].write(rows, out)

    def see(self, written: str) -> Seen:
        return seen_in(json.loads(written))

    def as_shown(self, text: str) -> str:
        return text


class TestCsv(WriterContract):
    def write(self, rows: ReportRows, out: io.StringIO) -> None:
        REPORT_FORMATS["csv"].write(rows, out)

    def see(self, written: str) -> Seen:
        head, *rows = csv.reader(io.StringIO(written.removeprefix("\ufeff"), newline=""), strict=True)
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) for row in rows for cell in row)
        return Seen("\n".join(cell for row in rows for cell in row), [*head, *(str(len(row)) for row in rows)])

    def as_shown(self, text: str) -> str:
        return str(cell(shown(text)))


def test_every_format_is_held_to_the_contract() -> None:
    assert {"html", "markdown", "json", "csv", "claimreview", "fever", "averitec"} == set(REPORT_FORMATS)
