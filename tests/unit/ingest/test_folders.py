"""A folder gives all that can be read in it, in order, and never what lies outside of it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.ingest.sources import SourceReader

pytestmark = pytest.mark.slow  # a process for each source


def read(folder: Path) -> list[tuple[str, str]]:
    """Where each text or failure comes from, and its words."""
    return [
        (
            Path(item.address).relative_to(folder).as_posix(),
            item.text if isinstance(item, SourceText) else item.error.message,
        )
        for item in SourceReader(100_000).read(str(folder))
    ]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    top = tmp_path / "sources"
    for name in ("b.txt", "a.md", "sub/c.txt", "sub/deep/er/d.HTML", "z.txt"):
        path = top / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"This is the text of {path.stem}.")
    return top


def test_all_files_of_known_endings_are_read_in_order(folder: Path) -> None:
    (folder / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "data.csv").write_text("a,b")
    (folder / "noending").write_text("Text.")
    assert read(folder) == [
        ("a.md", "This is the text of a."),
        ("b.txt", "This is the text of b."),
        ("sub/c.txt", "This is the text of c."),
        ("sub/deep/er/d.HTML", "This is the text of d."),
        ("z.txt", "This is the text of z."),
    ]


def test_a_file_that_cannot_be_read_is_one_failure_and_the_others_go_on(folder: Path) -> None:
    (folder / "b.txt").write_bytes(b"")
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
    (folder / "rows.jsonl").write_text('{"text": "One."}\nno\n')
    found = dict(read(folder))
    assert len(found) == 8
    assert "is empty" in found["b.txt"]
    assert "can't be read yet" in found["old.doc"]
    assert found["rows.jsonl#1"] == "One."
    assert "Line 2" in found["rows.jsonl:2"]


def test_hidden_files_and_folders_are_passed_over(folder: Path) -> None:
    (folder / ".hidden.txt").write_text("Text.")
    (folder / ".git").mkdir()
    (folder / ".git" / "a.txt").write_text("Text.")
    assert len(read(folder)) == 5


def test_links_that_lead_out_are_refused_and_those_that_stay_are_not_read_twice(folder: Path) -> None:
    (folder.parent / "secret.txt").write_text("A secret.")
    (folder / "out.txt").symlink_to(folder.parent / "secret.txt")
    (folder / "up").symlink_to(folder.parent)
    (folder / "in.txt").symlink_to(folder / "a.md")
    (folder / "sub" / "round").symlink_to(folder)
    (folder / "self.txt").symlink_to(folder / "self.txt")
    found = dict(read(folder))
    assert len(found) == 8
    for name in ("out.txt", "up", "self.txt"):
        assert "leads out of the folder" in found[name]


def test_a_folder_that_is_a_link_itself_is_read(folder: Path) -> None:
    (folder.parent / "link").symlink_to(folder)
    assert len(read(folder.parent / "link")) == 5


def test_a_pipe_in_a_folder_is_a_failure_and_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    assert "a pipe" in dict(read(folder))["pipe.txt"]


def test_a_folder_that_may_not_be_listed_is_one_failure(folder: Path) -> None:
    (folder / "sub").chmod(0)
    before = os.geteuid()
    if before == 0:
        for path in (folder, *folder.parents):
            if not path.stat().st_mode & 0o001:
                path.chmod(0o755)
        os.seteuid(65534)
    try:
        found = dict(read(folder))
    finally:
        os.seteuid(before)
        (folder / "sub").chmod(0o755)
    assert "Permission denied" in found["sub"]
    assert len(found) == 4


def test_an_empty_folder_is_one_failure_that_names_the_endings(tmp_path: Path) -> None:
    (item,) = SourceReader(1000).read(str(tmp_path))
    assert isinstance(item, ReadFailure)
    assert "without any file" in item.error.message
    assert ".docx" in item.error.hint


def test_names_that_are_no_text_are_read(folder: Path) -> None:
    (folder / "\udcff.txt").write_text("Odd.")
    (folder / "a\x1b[2J.txt").write_text("Odd.")
    found = list(SourceReader(1000).read(str(folder)))
    assert len(found) == 7
    for item in found:
        assert isinstance(item, SourceText)
        item.address.encode()
