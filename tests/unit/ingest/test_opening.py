"""Bytes are got from anywhere, and never without end. The failures of sources are in the contract of readers."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.errors import InputError
from factcheck.ingest.opening import Opener, shown
from factcheck.ingest.sources import SourceReader


class Dripping(io.RawIOBase):
    """A pipe: gives one byte at a time, and counts them."""

    def __init__(self, drops: bytes) -> None:
        self.drops = drops
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        drop = self.drops[self.given : self.given + 1]
        buffer[: len(drop)] = drop
        self.given += len(drop)
        return len(drop)


def test_a_slow_stream_is_read_whole() -> None:
    (item,) = SourceReader(100, Dripping(b"The council met.")).read("-")  # type: ignore[arg-type]
    assert isinstance(item, SourceText)
    assert item.raw == b"The council met."


def test_no_more_is_taken_from_a_stream_than_shows_that_it_is_too_long() -> None:
    stream = Dripping(b"x" * 1000)
    (item,) = SourceReader(100, stream).read("-")  # type: ignore[arg-type]
    assert isinstance(item, ReadFailure)
    assert stream.given == 101


def test_the_processs_own_standard_input_is_the_default() -> None:
    program = "from factcheck.ingest.sources import SourceReader\nprint([i.text for i in SourceReader(99).read('-')])"
    done = subprocess.run([sys.executable, "-c", program], input=b"It rained.", capture_output=True, check=True)
    assert done.stdout == b"['It rained.']\n"


def test_closed_standard_input_is_one_failure() -> None:
    program = (
        "from factcheck.ingest.sources import SourceReader as R; print([i.error.message for i in R(99).read('-')])"
    )
    closed = f'exec {sys.executable} -c "{program}" <&-'
    done = subprocess.run(["/bin/sh", "-c", closed], capture_output=True, text=True, check=True)
    assert "Standard input is closed" in done.stdout


def test_a_file_that_grows_behind_its_size_is_still_limited() -> None:
    """Files of /proc say that they have no bytes, and have some."""
    with pytest.raises(InputError, match="limit"):
        Opener(10).bytes_of("/proc/self/status")
    assert b"Pid" in Opener(100_000).bytes_of("/proc/self/status")


def test_a_pipe_that_takes_the_files_place_is_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is one when it is looked at, and none when it is opened."""
    path, really_open = tmp_path / "a.txt", os.open
    path.write_text("It rained.")

    def open_another(source: str, flags: int) -> int:
        path.unlink()
        os.mkfifo(path)
        return really_open(source, flags)

    monkeypatch.setattr(os, "open", open_another)
    (item,) = SourceReader(100).read(str(path))
    assert isinstance(item, ReadFailure)
    assert "a pipe" in item.error.message


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained.")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    (item,) = SourceReader(100).read(str(tmp_path / "b.txt"))
    assert isinstance(item, SourceText)


def test_no_descriptor_is_left_open(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It rained.")
    before = len(list(Path("/proc/self/fd").iterdir()))
    for _ in range(50):
        list(SourceReader(100).read(str(tmp_path / "a.txt")))
        list(SourceReader(5).read(str(tmp_path / "a.txt")))
    assert len(list(Path("/proc/self/fd").iterdir())) == before


def test_a_name_is_shown_on_one_short_line() -> None:
    assert shown("-") == "Standard input"
    assert shown("a\n\t\x1b.txt") == "a␊␉␛.txt"
    assert shown("x" * 500) == "x" * 60 + "…" + "x" * 50
