"""What every `Reader` promises. A backend subclasses this with two methods."""

from __future__ import annotations

import io
import os
import socket
from abc import ABC, abstractmethod
from pathlib import Path
from typing import BinaryIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.errors import InputError
from factcheck.interfaces import Reader

LIMIT = 100_000
"""Bytes. Enough for every good source here."""

CONTROLS = set(map(chr, (*range(0x20), 0x7F, *range(0x80, 0xA0), 0x202E)))
ANY_BYTES = st.one_of(
    st.binary(max_size=400),
    st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(max_size=200).map(lambda text: b"<!doctype html><html><body><p>" + text.encode("utf-8", "replace")),
)


def assert_sound(item: SourceText) -> None:
    """Something to see, and blocks that hold all of it once and in order."""
    assert item.raw
    assert item.text.strip()
    assert "/" in item.reader
    place = 0
    for block in item.blocks:
        assert place <= block.span.start < block.span.end <= len(item.text)
        assert not item.text[place : block.span.start].strip()
        place = block.span.end
    assert not item.text[place:].strip()
    if item.kept_of is not None:
        assert 0 <= item.kept_of[0] <= item.kept_of[1]


class ReaderContract(ABC):
    examples = 100
    """Sources that are tried where any bytes must do."""

    raw_is_the_source = True
    """False where one source holds many texts, each with bytes and an address of its own."""

    is_plain = True
    """False for a format that says itself how its characters are written."""

    blank_says = "white space"
    """What the failure of a source says that holds nothing but white space."""

    @abstractmethod
    def make(self, max_bytes: int = LIMIT, stdin: BinaryIO | None = None) -> Reader:
        """The reader."""

    @abstractmethod
    def good(self, folder: Path) -> Path:
        """A file in `folder` that it can read."""

    def only(self, source: Path | str, **options: object) -> SourceText | ReadFailure:
        (item,) = self.make(**options).read(str(source))  # type: ignore[arg-type]
        return item

    def refused(self, source: Path | str, **options: object) -> InputError:
        """The error of the one failure that `source` must give."""
        item = self.only(source, **options)
        assert isinstance(item, ReadFailure)
        assert type(item.error) is InputError
        assert item.error.exit_code == 3
        assert item.error.hint.endswith((".", "?"))
        assert item.error.message.endswith(".")
        assert not CONTROLS & set(item.error.message + item.error.hint)
        return item.error

    def test_a_good_source_is_one_text(self, tmp_path: Path) -> None:
        path = self.good(tmp_path)
        item = self.only(path)
        assert isinstance(item, SourceText)
        assert_sound(item)
        if self.raw_is_the_source:
            assert item.raw == path.read_bytes()
            assert item.address == str(path)
            assert item.facts.url is None
        assert item.retrieval is None
        assert item.form == ""

    def test_reading_twice_gives_the_same(self, tmp_path: Path) -> None:
        path = self.good(tmp_path)
        reader = self.make()
        assert list(reader.read(str(path))) == list(reader.read(str(path)))

    def test_standard_input_reads_like_a_file(self, tmp_path: Path) -> None:
        path = self.good(tmp_path)
        item, file = self.only("-", stdin=io.BytesIO(path.read_bytes())), self.only(path)
        assert isinstance(item, SourceText)
        assert isinstance(file, SourceText)
        assert item.address == ("-" if self.raw_is_the_source else file.address)
        assert (item.text, item.raw, item.blocks) == (file.text, file.raw, file.blocks)

    def test_a_source_of_just_the_limit_is_read(self, tmp_path: Path) -> None:
        path = self.good(tmp_path)
        size = path.stat().st_size
        assert isinstance(self.only(path, max_bytes=size), SourceText)
        assert "limit" in self.refused(path, max_bytes=size - 1).message
        stream = io.BytesIO(path.read_bytes())
        assert "limit" in self.refused("-", max_bytes=size - 1, stdin=stream).message

    def test_a_file_above_the_limit_is_refused_unread_and_the_limit_named(self, tmp_path: Path) -> None:
        path = self.good(tmp_path)
        with path.open("r+b") as file:
            file.truncate(200_000_000)  # takes no space on the disk
        error = self.refused(path, max_bytes=25_000_000)
        assert "200 MB" in error.message
        assert "25 MB" in error.message
        assert "max_input_mb" in error.hint

    def test_standard_input_without_an_end_is_refused_at_the_limit(self) -> None:
        with Path("/dev/zero").open("rb") as endless:
            error = self.refused("-", stdin=endless)
        assert "0.1 MB" in error.message

    def test_a_missing_file_is_one_failure(self, tmp_path: Path) -> None:
        error = self.refused(tmp_path / "missing.txt")
        assert "No such file" in error.message
        assert "missing.txt" in error.message

    def test_a_folder_without_anything_to_read_is_one_failure(self, tmp_path: Path) -> None:
        assert "is a folder without any file" in self.refused(tmp_path).message

    def test_an_empty_source_is_one_failure(self, tmp_path: Path) -> None:
        path = self.good(tmp_path)
        path.write_bytes(b"")
        assert "is empty" in self.refused(path).message
        assert "Standard input is empty" in self.refused("-", stdin=io.BytesIO()).message

    def test_only_white_space_is_one_failure(self, tmp_path: Path) -> None:
        path = self.good(tmp_path)
        path.write_bytes("\ufeff \r\n\t\x0c\u2028".encode())
        assert self.blank_says in self.refused(path).message

    def test_binary_bytes_are_one_failure(self, tmp_path: Path) -> None:
        path = self.good(tmp_path)
        path.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        error = self.refused(path)
        assert "PDF" in error.message
        assert path.name in error.message

    def test_an_unknown_charset_is_one_failure(self, tmp_path: Path) -> None:
        path = self.good(tmp_path)
        path.write_bytes("Rada miasta przyjęła budżet po długiej debacie.".encode("cp1250"))
        error = self.refused(path)
        assert path.name in error.message
        if self.is_plain:
            assert "UTF-8" in error.message
            assert "convert it to UTF-8" in error.hint

    def test_an_address_is_one_failure_that_says_what_to_do(self) -> None:
        for address in ("https://gazette.example/a.html", "HTTP://gazette.example", "ftp://gazette.example/a.txt"):
            error = self.refused(address)
            assert "not fetched unless" in error.message
            assert "--fetch" in error.hint
            assert "--url" in error.hint

    def test_a_pipe_that_nobody_writes_to_is_not_waited_for(self, tmp_path: Path) -> None:
        os.mkfifo(tmp_path / "pipe.txt")
        assert "a pipe" in self.refused(tmp_path / "pipe.txt").message

    def test_a_device_and_a_socket_are_one_failure(self, tmp_path: Path) -> None:
        assert "a device" in self.refused("/dev/zero").message
        with socket.socket(socket.AF_UNIX) as listener:
            listener.bind(str(tmp_path / "socket"))
            assert "a socket" in self.refused(tmp_path / "socket").message

    def test_a_link_to_itself_is_one_failure(self, tmp_path: Path) -> None:
        (tmp_path / "loop").symlink_to(tmp_path / "loop")
        assert "loop" in self.refused(tmp_path / "loop").message

    def test_what_may_not_be_read_is_one_failure(self, tmp_path: Path) -> None:
        path = self.good(tmp_path)
        path.chmod(0)
        before = os.geteuid()
        if before == 0:
            os.seteuid(65534)  # root may read everything, so for a moment this is nobody
        try:
            error = self.refused(path)
        finally:
            os.seteuid(before)
            path.chmod(0o600)
        assert "Permission denied" in error.message

    @pytest.mark.parametrize("name", ["a\x1b[2J\u202e\x9b\n\t.txt", "a\0b", "n" * 5000, "", "\udcff\udcfe.txt"])
    def test_a_hostile_name_is_shown_harmless(self, name: str) -> None:
        self.refused(name)

    def test_a_file_with_a_hostile_name_is_read(self, tmp_path: Path) -> None:
        path = self.good(tmp_path)
        odd = path.rename(tmp_path / f"\x1b]0;title\x07\udcff{path.suffix}")
        item = self.only(odd)
        assert isinstance(item, SourceText)
        item.address.encode("utf-8")

    def test_any_bytes_are_one_text_or_one_failure(self, tmp_path: Path) -> None:
        path = self.good(tmp_path)

        @settings(max_examples=self.examples, suppress_health_check=list(HealthCheck))
        @given(ANY_BYTES)
        def check(raw: bytes) -> None:
            path.write_bytes(raw)
            item = self.only(path)
            if isinstance(item, SourceText):
                assert_sound(item)
                assert item.raw == raw or not self.raw_is_the_source
            else:
                self.refused(path)

        check()
