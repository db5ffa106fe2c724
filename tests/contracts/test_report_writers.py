"""Every report format keeps the contract, read back by a parser that is not ours."""

from __future__ import annotations

import io
import json
from html.parser import HTMLParser

from markdown_it import MarkdownIt

from factcheck.domain.views import ReportRows
from factcheck.report.formats import REPORT_FORMATS
from factcheck.report.words import folded
from tests.contracts.report_writer_contract import ReportWriterContract, Seen


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

        walk(json.loads(written))
        return Seen("\n".join(text), structure)

    def as_shown(self, text: str) -> str:
        return text


def test_every_format_is_held_to_the_contract() -> None:
    assert {"html", "markdown", "json"} == set(REPORT_FORMATS)
