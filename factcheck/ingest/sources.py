"""Reads whatever is named: by a table of file endings, and by its content where the ending says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePath
from types import MappingProxyType
from typing import BinaryIO, Final

from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.errors import InputError
from factcheck.ingest.html_reader import read_html
from factcheck.ingest.markdown_reader import read_markdown
from factcheck.ingest.opening import STANDARD_INPUT, Format, Opener
from factcheck.ingest.text_reader import read_text

FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        ".txt": read_text,
        ".text": read_text,
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".html": read_html,
        ".htm": read_html,
        ".xhtml": read_html,
    }
)
"""File ending, in small letters, to what reads it. Other endings are read by content, as HTML or as text."""

NOT_YET: Final = (".pdf", ".docx", ".doc", ".odt", ".epub", ".rtf", ".mht", ".mhtml", ".eml")
"""Endings of formats that may hold plain bytes, and would give their markup as text."""

_LOOKED_AT: Final = 4000
_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,100}>\s*)?(?:<!--.{0,1000}?-->\s*)?"
    rb"<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)


class SourceReader:
    """Implements `factcheck.interfaces.Reader` over all formats.

    Args:
        max_bytes: Largest source that is read; the setting `max_input_mb`.
        stdin: Read for `-`; the process's own standard input by default.
    """

    def __init__(self, max_bytes: int, stdin: BinaryIO | None = None) -> None:
        self._opener = Opener(max_bytes, stdin)

    def read(self, source: str) -> Iterator[SourceText | ReadFailure]:
        """Read a file, or `-`. Yields one text or one failure."""
        return self._opener.read(source, format_of)


def format_of(source: str, raw: bytes) -> Format:
    """What reads `source`: by its ending, else by its first bytes.

    Raises:
        InputError: For an ending of `NOT_YET`.
    """
    ending = "" if source == STANDARD_INPUT else PurePath(source).suffix.lower()
    if ending in NOT_YET:
        raise InputError(f"Files that end in {ending} can't be read yet.", hint="Save it as text, Markdown or HTML.")
    if ending in FORMATS:
        return FORMATS[ending]
    # Without its NUL bytes, the beginning of a page in UTF-16 reads like ASCII.
    return read_html if _HTML.match(raw[:_LOOKED_AT].replace(b"\0", b"")) else read_text
