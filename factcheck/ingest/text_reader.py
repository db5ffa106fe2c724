"""Reads plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Final

from factcheck.domain.sources import ReadFailure, SourceFacts, SourceText
from factcheck.ingest.blocks import text_blocks, title_of
from factcheck.ingest.decoding import decode_visible
from factcheck.ingest.front_matter import parse
from factcheck.ingest.opening import Opener

READER: Final = "text/1"


class TextReader:
    """Implements `factcheck.interfaces.Reader` for plain text.

    Args:
        max_bytes: Largest source that is read.
        stdin: Read for `-`; the process's own standard input by default.
    """

    def __init__(self, max_bytes: int, stdin: BinaryIO | None = None) -> None:
        self._opener = Opener(max_bytes, stdin)

    def read(self, source: str) -> Iterator[SourceText | ReadFailure]:
        """Read a file, or `-`. Yields one text or one failure."""
        return self._opener.read(source, lambda *_: read_text)


def read_text(address: str, raw: bytes) -> SourceText:
    """Make a text of the bytes of a plain text file.

    The title is that of the front matter, else the heading at the top, if the text begins with one.

    Raises:
        InputError: If the bytes are no text, their charset can't be told, nothing on them is visible, or the front
            matter is wrong.
    """
    text = decode_visible(raw)
    facts, front_matter = parse(text)
    blocks = text_blocks(text, front_matter=front_matter)
    facts = facts.over(SourceFacts(title=title_of(text, blocks)))
    return SourceText(address=address, raw=raw, text=text, blocks=blocks, reader=READER, facts=facts)
