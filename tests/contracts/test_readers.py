"""Every reader keeps the contract."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from factcheck.ingest.html_reader import HtmlReader
from factcheck.ingest.markdown_reader import MarkdownReader
from factcheck.ingest.sources import SourceReader
from factcheck.ingest.text_reader import TextReader
from tests.contracts.reader_contract import LIMIT, ReaderContract

TEXT = "The council and the river\n\nThe council met on Monday. The café stayed open.\r\n"
PAGE = "<!doctype html><html><title>T</title><body><h1>The council</h1><p>The council met on Monday.</p></body></html>"


class TestTextReader(ReaderContract):
    def make(self, max_bytes: int = LIMIT, stdin: BinaryIO | None = None) -> TextReader:
        return TextReader(max_bytes, stdin)

    def good(self, folder: Path) -> Path:
        path = folder / "a.txt"
        path.write_bytes(TEXT.encode())
        return path


class TestMarkdownReader(ReaderContract):
    def make(self, max_bytes: int = LIMIT, stdin: BinaryIO | None = None) -> MarkdownReader:
        return MarkdownReader(max_bytes, stdin)

    def good(self, folder: Path) -> Path:
        path = folder / "a.md"
        path.write_bytes(b"# " + TEXT.encode())
        return path


class TestHtmlReader(ReaderContract):
    examples = 25  # each page is a process

    def make(self, max_bytes: int = LIMIT, stdin: BinaryIO | None = None) -> HtmlReader:
        return HtmlReader(max_bytes, stdin)

    def good(self, folder: Path) -> Path:
        path = folder / "a.html"
        path.write_bytes(PAGE.encode())
        return path


class TestSourceReaderOnText(TestTextReader):
    def make(self, max_bytes: int = LIMIT, stdin: BinaryIO | None = None) -> SourceReader:  # type: ignore[override]
        return SourceReader(max_bytes, stdin)


class TestSourceReaderOnHtml(TestHtmlReader):
    def make(self, max_bytes: int = LIMIT, stdin: BinaryIO | None = None) -> SourceReader:  # type: ignore[override]
        return SourceReader(max_bytes, stdin)
