"""A small file that unfolds to much is refused with what was exceeded, before it costs much."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.errors import InputError
from factcheck.ingest import sources
from factcheck.ingest.html import reader as html_reader
from factcheck.ingest.html import tag_counts
from factcheck.ingest.sources import SourceReader
from factcheck.ingest.structure import lines
from factcheck.ingest.structure.lines import lines_of
from tests.unit.ingest.documents import make_docx


def read(path: Path, **limits: Any) -> SourceText | ReadFailure:
    (found,) = SourceReader(**{"max_bytes": 1_000_000, **limits}).read(str(path))
    return found


def refused(path: Path, **limits: Any) -> InputError:
    found = read(path, **limits)
    assert isinstance(found, ReadFailure)
    assert path.name in found.error.message
    assert found.error.hint
    return found.error


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_more_blocks_than_the_limit_are_refused_and_the_setting_is_named(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text("\n\n".join(f"The weir {number} was built in 1911, and stood." for number in range(30)))
    assert isinstance(read(path, max_blocks=30), SourceText)
    error = refused(path, max_blocks=29)
    assert "has 30 paragraphs, headings and list items; the limit is 29" in error.message
    assert "max_blocks" in error.hint


def test_each_text_of_a_file_of_many_is_bounded_by_itself(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "One."}\n{"text": "One.\\n\\nTwo.\\n\\nThree."}\n{"text": "One."}\n')
    found = list(SourceReader(1_000_000, max_blocks=2).read(str(path)))
    assert [type(each) for each in found] == [SourceText, ReadFailure, SourceText]


def test_a_document_whose_text_is_longer_than_a_source_may_be_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(make_docx("<w:p><w:r><w:t>" + "The weir was built. " * 1500 + "</w:t></w:r></w:p>"))
    error = refused(path, max_bytes=20_000)
    assert "a text of 0.03 million characters; the limit is 0.02" in error.message
    assert "max_input_mb" in error.hint


def test_a_text_far_larger_than_its_file_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "_FREE_OF_RATIO", 10_000)
    monkeypatch.setattr(sources, "MOST_RATIO", 10)
    path = tmp_path / "a.docx"
    path.write_bytes(make_docx("<w:p><w:r><w:t>" + "The weir was built. " * 1500 + "</w:t></w:r></w:p>"))
    assert "more than any document has" in refused(path).message


def test_lines_are_counted_as_they_are_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MOST_LINES", 3)
    assert len(lines_of("a\n\n \nb\r\nc\n")) == 3
    with pytest.raises(InputError, match="more than 3 lines"):
        lines_of("a\n" * 1_000_000)


@pytest.mark.parametrize(
    "text", ["a\r\nb\rc\n\nd", " a \x0b\x0cb\x1cc\x1dd\x1ee\x85f\u2028g\u2029h", "", "\n", "a", "a\r"]
)
def test_lines_end_where_splitlines_ends_them(text: str) -> None:
    assert [line.of(text) for line in lines_of(text)] == [each.strip() for each in text.splitlines() if each.strip()]
    assert [line.of(text) for line in lines_of(text, begin=1)] == [
        each.strip() for each in text[1:].splitlines() if each.strip()
    ]


PAGES = {
    "many tags": "<html><body>" + "<p>The weir was built in 1911. " * 40,
    "many attributes": f"<html><body><p {' '.join(f'a{n}=1' for n in range(40))}>The weir was built in 1911.",
}


@pytest.mark.parametrize("page", PAGES)
def test_a_page_made_to_use_up_a_parser_is_read_without_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: str
) -> None:
    monkeypatch.setattr(tag_counts, "MOST_IN_TREE", 30)
    monkeypatch.setattr(tag_counts, "MOST_ATTRIBUTES", 30)
    monkeypatch.setattr(html_reader, "parsed_or_none", lambda *_, **__: pytest.fail("the parser was asked"))
    path = tmp_path / "a.html"
    path.write_text(PAGES[page])
    found = read(path)
    assert isinstance(found, SourceText)
    assert "tags taken off" in found.reader
    assert "The weir was built in 1911." in found.text


def test_a_page_of_more_tags_than_any_has_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tag_counts, "MOST_TAGS", 30)
    path = tmp_path / "a.html"
    path.write_text(PAGES["many tags"])
    assert "The page has 42 tags; the limit is 30." in refused(path).message
