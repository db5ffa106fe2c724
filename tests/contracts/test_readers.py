"""The reader keeps the contract on every format. Those that are slow parse each source in a process of its own."""

from __future__ import annotations

from abc import abstractmethod
from pathlib import Path
from typing import BinaryIO

import pytest

from factcheck.ingest.sources import SourceReader
from tests.contracts.reader_contract import LIMIT, ReaderContract
from tests.unit.ingest.documents import make_docx, make_epub, make_odt, paragraph
from tests.unit.ingest.pdf_writer import make_pdf, page_of

TEXT = "The council and the river\n\nThe council met on Monday. The café stayed open.\r\n"
PAGE = "<!doctype html><html><title>T</title><body><h1>The council</h1><p>The council met on Monday.</p></body></html>"
FEED = (
    "<rss version='2.0'><channel><title>G</title><item><title>A</title><link>https://gazette.example/a</link>"
    "<description>The council met on Monday.</description></item></channel></rss>"
)


class _OnFormat(ReaderContract):
    name = "a.txt"
    examples = 5  # most sources are a process each; parsers meet more in their own tests

    def make(self, max_bytes: int = LIMIT, stdin: BinaryIO | None = None) -> SourceReader:
        return SourceReader(max_bytes, stdin)

    def good(self, folder: Path) -> Path:
        path = folder / self.name
        path.write_bytes(self.content())
        return path

    @abstractmethod
    def content(self) -> bytes:
        """Bytes of a good source."""


class TestText(_OnFormat):
    examples = 100

    def content(self) -> bytes:
        return TEXT.encode()


class TestMarkdown(_OnFormat):
    name = "a.md"
    examples = 100

    def content(self) -> bytes:
        return b"# " + TEXT.encode()


@pytest.mark.slow
class TestHtml(_OnFormat):
    name = "a.html"

    def content(self) -> bytes:
        return PAGE.encode()


@pytest.mark.slow
class TestPdf(_OnFormat):
    name = "a.pdf"
    is_plain = False
    blank_says = "no PDF document"

    def content(self) -> bytes:
        return make_pdf([page_of("The council met on Monday. The café stayed open.")])


@pytest.mark.slow
class TestDocx(_OnFormat):
    name = "a.docx"
    is_plain = False
    blank_says = "no DOCX, ODT or EPUB"

    def content(self) -> bytes:
        return make_docx(paragraph("The council met on Monday."))


@pytest.mark.slow
class TestOdt(_OnFormat):
    name = "a.odt"
    is_plain = False
    blank_says = "no DOCX, ODT or EPUB"

    def content(self) -> bytes:
        return make_odt("<text:p>The council met on Monday.</text:p>")


@pytest.mark.slow
class TestEpub(_OnFormat):
    name = "a.epub"
    is_plain = False
    blank_says = "no DOCX, ODT or EPUB"

    def content(self) -> bytes:
        return make_epub({"one": "<p>The council met on Monday.</p>"})


@pytest.mark.slow
class TestFeed(_OnFormat):
    name = "a.rss"
    is_plain = False
    raw_is_the_source = False
    blank_says = "no RSS or Atom feed"

    def content(self) -> bytes:
        return FEED.encode()
