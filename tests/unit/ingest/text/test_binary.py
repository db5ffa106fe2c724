"""Files that are no text are told apart and named."""

from __future__ import annotations

import gzip
import io
import sqlite3
import struct
import zipfile
import zlib
from pathlib import Path

import pytest

from factcheck.errors import InputError
from factcheck.ingest.text.binary import refuse_binary, refuse_binary_text


def _zip() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr(zipfile.ZipInfo("word/document.xml"), "<w:document/>")
    return buffer.getvalue()


def _png() -> bytes:
    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"\0\0")) + chunk(b"IEND", b"")


def _sqlite(folder: Path) -> bytes:
    with sqlite3.connect(folder / "x.db") as connection:
        connection.execute("CREATE TABLE t (a)")
    connection.close()
    return (folder / "x.db").read_bytes()


@pytest.mark.parametrize(
    ("raw", "named"),
    [
        (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "PDF"),
        (_zip(), "ZIP"),
        (_png(), "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "JPEG"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (gzip.compress(b"A text.", mtime=0), "gzip"),
        (b"{\\rtf1\\ansi A text.}", "RTF"),
        (b"\0\0\0\x18ftypmp42", "MP4"),
    ],
)
def test_a_signature_is_named(raw: bytes, named: str) -> None:
    with pytest.raises(InputError, match=named) as caught:
        refuse_binary(raw)
    assert "Markdown" in caught.value.hint


def test_a_database_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="SQLite"):
        refuse_binary(_sqlite(tmp_path))


def test_nul_bytes_are_no_text() -> None:
    with pytest.raises(InputError, match="NUL bytes"):
        refuse_binary(b"A text with a hole\0in it.")


def test_utf_16_without_its_mark_is_recognised() -> None:
    for charset in ("utf-16-le", "utf-16-be"):
        with pytest.raises(InputError, match="UTF-16 without its byte order mark"):
            refuse_binary("A text that somebody saved on Windows.".encode(charset))


def test_many_control_characters_are_no_text() -> None:
    with pytest.raises(InputError, match="50% of it are control characters"):
        refuse_binary(b"\x01a\x02b\x03c")
    with pytest.raises(InputError, match="control characters"):
        refuse_binary_text("\x01a\x02b")
    with pytest.raises(InputError, match="NUL characters"):
        refuse_binary_text("a\0b")


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"A text.\n",
        b"\x1b[31mA red text\x1b[0m that came out of a terminal, with codes.\n",
        b"The ftyp box and WEBP are named in the text.",
        b"Her ftyp is not a box at that place.",
        b"RIFF    WEBP is a kind of image, the page says.",
        b"PDF files begin with %PDF-.",
        b"one\x0ctwo\x0bthree\r\n",
        "caf\xe9".encode("latin-1"),
    ],
)
def test_a_text_is_let_through(raw: bytes) -> None:
    refuse_binary(raw)
