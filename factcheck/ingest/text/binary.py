"""Tells text from everything else that people hand over by mistake."""

from __future__ import annotations

from typing import Final

from factcheck.errors import InputError

_SUPPORTED: Final = (
    "Text, Markdown, HTML, PDF, DOCX, ODT, EPUB, feeds and JSON Lines are read: save it as one of these."
)

_SIGNATURES: Final[tuple[tuple[int, bytes, str], ...]] = (
    (0, b"%PDF-", "a PDF document"),
    (0, b"PK\x03\x04", "a ZIP archive (Word, OpenDocument and EPUB files are such archives)"),
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document (.doc, .xls or .ppt)"),
    (0, b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF87a", "a GIF image"),
    (0, b"GIF89a", "a GIF image"),
    (8, b"WEBP", "a WebP image"),
    (0, b"II*\0", "a TIFF image"),
    (0, b"MM\0*", "a TIFF image"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh91AY&SY", "a bzip2 archive"),
    (0, b"\xfd7zXZ\0", "an xz archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (0, b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (0, b"SQLite format 3\0", "an SQLite database"),
    (0, b"\x7fELF", "a program"),
    (4, b"ftyp", "a video or audio file (MP4)"),
    (0, b"ID3\x03", "an audio file (MP3)"),
    (0, b"ID3\x04", "an audio file (MP3)"),
    (0, b"OggS\0", "an audio file (Ogg)"),
)
"""Where each signature stands, and what it is the signature of."""

_CONTROLS: Final = bytes(code for code in (*range(0x20), 0x7F) if code not in b"\t\n\v\f\r")
_CONTROL_CODES: Final = dict.fromkeys(_CONTROLS)
_MOST_CONTROLS: Final = 0.1
"""Largest share of control characters in a text. Text with colour codes of a terminal stays well below it."""


def refuse_binary(raw: bytes) -> None:
    """Raise where `raw` is no text in a charset that extends ASCII.

    Raises:
        InputError: If it bears the signature of another format, holds a NUL byte, or more than a tenth of it are
            control characters other than white space.
    """
    for offset, signature, what in _SIGNATURES:
        if raw.startswith(signature, offset):
            # "ftyp" and "WEBP" can stand in a text at that place; the bytes around them can't.
            if offset and raw[:64].isascii() and b"\0" not in raw[:64]:
                continue
            raise InputError(f"It looks like {what}, which can't be read.", hint=_SUPPORTED)
    if b"\0" in raw:
        if _looks_like_utf16(raw):
            raise InputError(
                "It looks like UTF-16 without its byte order mark.",
                hint="Save it as UTF-8, or with the mark, and try again.",
            )
        raise InputError("It holds NUL bytes, so it is not text.", hint=_SUPPORTED)
    _refuse_controls(len(raw) - len(raw.translate(None, _CONTROLS)), len(raw))


def refuse_binary_text(text: str) -> None:
    """The same for what was decoded by its byte order mark, where NUL bytes are part of the charset.

    Raises:
        InputError: As `refuse_binary`, for characters.
    """
    if "\0" in text:
        raise InputError("It holds NUL characters, so it is not text.", hint=_SUPPORTED)
    _refuse_controls(len(text) - len(text.translate(_CONTROL_CODES)), len(text))


def _refuse_controls(controls: int, total: int) -> None:
    if controls > _MOST_CONTROLS * total:
        raise InputError(f"{controls / total:.0%} of it are control characters, so it is not text.", hint=_SUPPORTED)


def _looks_like_utf16(raw: bytes) -> bool:
    """True where nearly all NUL bytes stand at every second place, as in Latin text in UTF-16."""
    head = raw[:4000]
    even, odd = head[::2].count(0), head[1::2].count(0)
    return max(even, odd) > 0.4 * len(head) / 2 and min(even, odd) * 20 < max(even, odd)
