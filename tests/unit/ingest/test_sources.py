"""What reads a source follows from its name, and from its content where the name says nothing."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.ingest.document_readers import read_feed, read_package, read_pdf
from factcheck.ingest.html.reader import read_html
from factcheck.ingest.json_lines import read_json_lines
from factcheck.ingest.material import Material, ending_of
from factcheck.ingest.sources import FORMATS, NOT_YET, SourceReader, format_of
from factcheck.ingest.text.text_reader import read_text

ReadOne = Callable[[Path | str], SourceText | ReadFailure]


@pytest.mark.parametrize("ending", FORMATS)
def test_the_ending_decides_in_any_case(ending: str) -> None:
    source = f"/folder.md/a{ending.upper()}"
    assert format_of(Material(address=source, raw=b"some bytes", ending=ending_of(source))) is FORMATS[ending]


@pytest.mark.parametrize("source", ["-", "article", "article.log", ".html", "a.b.unknown"])
@pytest.mark.parametrize(
    ("raw", "reader"),
    [
        (b"<!DOCTYPE html>\n<p>x", read_html),
        (b"  \r\n<html lang=en>", read_html),
        (codecs.BOM_UTF8 + b"<html>", read_html),
        (codecs.BOM_UTF16_LE + "<!doctype html>".encode("utf-16-le"), read_html),
        (b'<?xml version="1.0"?>\n<!-- saved -->\n<html>', read_html),
        (b"<htmlx>", read_text),
        (b"<p>x", read_text),
        (b"The <html> element", read_text),
        (b"# Markdown", read_text),
        (b"%PDF-1.7", read_pdf),
        (b"PK\x03\x04", read_package),
        (b'<?xml version="1.0"?>\n<?xml-stylesheet href="a"?><!-- a -->\n<rss version="2.0">', read_feed),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'>", read_feed),
        (b"<?xml version='1.0'?><rdf:RDF>", read_feed),
        (b'{"id": 1, "text": "x"}\n', read_json_lines),
        (b'{"other": 1}', read_text),
        (b"", read_text),
    ],
)
def test_without_a_known_ending_the_content_decides(source: str, raw: bytes, reader: object) -> None:
    assert format_of(Material(address=source, raw=raw, ending=ending_of(source))) is reader


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.docx", "a"])
def test_what_shows_in_the_first_bytes_outranks_a_wrong_ending(name: str) -> None:
    assert format_of(Material(address=name, raw=b"%PDF-1.4 ...", ending=ending_of(name))) is read_pdf
    assert format_of(Material(address=name, raw=b"PK\x03\x04...", ending=ending_of(name))) is read_package


def test_pages_and_feeds_are_told_apart_under_either_ending() -> None:
    for ending in (".html", ".xml"):
        assert format_of(Material(address="a", raw=b"<rss>", ending=ending)) is read_feed
        assert format_of(Material(address="a", raw=b"<!doctype html><p>", ending=ending)) is read_html
    assert format_of(Material(address="a", raw=b"<other>", ending=".xml")) is read_feed


@pytest.mark.parametrize(
    ("name", "ending"),
    [("a.TXT", ".txt"), ("b.jsonl.gz", ".jsonl.gz"), ("c.gz", ".gz"), (".gz", ""), ("-", ""), ("d.v1.md", ".md")],
)
def test_the_ending_of_a_packed_file_tells_what_is_packed(name: str, ending: str) -> None:
    assert ending_of(name) == ending


@pytest.mark.parametrize("ending", NOT_YET)
def test_an_ending_that_is_not_read_yet_is_one_failure(ending: str, tmp_path: Path, read_one: ReadOne) -> None:
    path = tmp_path / f"a{ending}"
    path.write_text("From: somebody\n\nText.")
    item = read_one(path)
    assert isinstance(item, ReadFailure)
    assert ending in item.error.message
    assert "Save it as DOCX" in item.error.hint


def test_text_is_stored_as_it_came(tmp_path: Path, read_one: ReadOne) -> None:
    text = "Title of it\r\n\r\nThe cafe\u0301 is open.\x0cIt is late.\u2028Good night.\r"
    for raw in (text.encode(), codecs.BOM_UTF8 + text.encode(), codecs.BOM_UTF16_BE + text.encode("utf-16-be")):
        (tmp_path / "a.txt").write_bytes(raw)
        item = read_one(tmp_path / "a.txt")
        assert isinstance(item, SourceText)
        assert item.text == text
        assert item.raw == raw
        assert item.reader == "text/2"
        assert item.facts.title == "Title of it"
        assert item.kept_of is None


def test_old_windows_text_is_read(tmp_path: Path, read_one: ReadOne) -> None:
    (tmp_path / "a.txt").write_bytes("“It’s open,” she said.".encode("cp1252"))
    item = read_one(tmp_path / "a.txt")
    assert isinstance(item, SourceText)
    assert item.text == "“It’s open,” she said."


def test_front_matter_of_text_and_markdown_is_read_and_stays_in_the_text(tmp_path: Path, read_one: ReadOne) -> None:
    source = "---\ntitle: A title\npublished-on: 2025-05-03\n---\n# Heading\n\nThe council met.\n"
    for name, reader in (("a.txt", "text/2"), ("a.md", "markdown/1")):
        (tmp_path / name).write_text(source)
        item = read_one(tmp_path / name)
        assert isinstance(item, SourceText)
        assert item.text == source
        assert item.reader == reader
        assert item.facts.title == "A title"
        assert item.facts.published_on == date(2025, 5, 3)
        assert item.blocks[0].span.of(item.text).endswith("03\n---")


def test_wrong_front_matter_is_one_failure_that_names_the_file_and_the_line(tmp_path: Path, read_one: ReadOne) -> None:
    (tmp_path / "note.md").write_text("---\ntitle: A\npublisched: B\n---\nText.")
    item = read_one(tmp_path / "note.md")
    assert isinstance(item, ReadFailure)
    assert "note.md: Line 3" in item.error.message
    assert "'publisher'" in item.error.hint


def test_a_title_comes_from_a_markdown_heading(tmp_path: Path, read_one: ReadOne) -> None:
    (tmp_path / "a.md").write_text("# The title\n\nText.")
    item = read_one(tmp_path / "a.md")
    assert isinstance(item, SourceText)
    assert item.facts.title == "The title"


def test_one_line_of_five_megabytes_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"A sentence of it. " * 277_000)
    (item,) = SourceReader(5_000_000).read(str(tmp_path / "a.txt"))
    assert isinstance(item, SourceText)
    assert len(item.blocks) == 1


def test_a_stream_that_fails_is_one_failure() -> None:
    closed = io.BytesIO(b"text")
    closed.close()
    (item,) = SourceReader(100, closed).read("-")
    assert isinstance(item, ReadFailure)
    assert "Standard input can't be read" in item.error.message


def test_every_piece_of_evidence_of_the_sample_is_a_note_with_its_source(repository: Path, read_one: ReadOne) -> None:
    notes = sorted((repository / "seeds" / "evidence").glob("*.md"))
    assert len(notes) == 12
    for path in notes:
        item = read_one(path)
        assert isinstance(item, SourceText)
        assert item.facts.kind == "note"
        assert item.facts.publisher
        assert item.facts.title
        assert (item.facts.url or "").startswith("https://")
        assert [block.kind.value for block in item.blocks[:2]] == ["front_matter", "paragraph"]
        assert all(block.kind.is_prose for block in item.blocks[1:])
        assert 2 <= len(item.blocks) - 1 <= 5
    without_date = [path.stem for path in notes if "published-on" not in path.read_text()]
    assert without_date == ["11-sofrep"]
