"""Reads JSON Lines: one text on each line, plain or packed with gzip. However long the file, one line is held at once.

A line is an object with `text`, and, if they are known, `id`, `title`, `url`, `published_on`, `author` and `language`.
Other keys are passed over: most sets of articles have some of their own.
"""

from __future__ import annotations

import gzip
import io
import json
import re
import zlib
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any, BinaryIO, Final

from factcheck.domain.sources import ReadFailure, SourceFacts, SourceText
from factcheck.errors import InputError
from factcheck.ingest.document_readers import part_address
from factcheck.ingest.material import Material
from factcheck.ingest.opening import shown
from factcheck.ingest.structure.blocks import text_blocks, title_of
from factcheck.ingest.text.binary import refuse_binary_text
from factcheck.ingest.told import day_of, fact
from factcheck.language.display import one_line

READER: Final = "jsonl/1"
_FORM: Final = 'Each line is an object such as {"id": "1", "title": "…", "text": "…", "url": "https://…"}.'
_GZIP: Final = b"\x1f\x8b"
_CHUNK: Final = 1 << 16
_MOST_RATIO: Final = 100
_FREE_OF_RATIO: Final = 10_000_000
"""Bytes that a packed file may always unpack to."""

_GIVE_UP: Final = 20
"""Lines that are wrong from the first one on: then the file is of another form."""

_WEB: Final = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)


def read_json_lines(material: Material) -> list[SourceText | ReadFailure]:
    """One text or failure for each line of the bytes that are at hand already; see `texts_of_lines`."""
    return list(texts_of_lines(material, io.BytesIO(material.raw), longest=len(material.raw)))


def texts_of_lines(material: Material, file: BinaryIO, *, longest: int) -> Iterator[SourceText | ReadFailure]:
    """One text for each line of `file`, or one failure that names the line's number; blank lines are passed over.

    Args:
        material: Says how the file is called; its bytes are not looked at.
        longest: Bytes of a line, from which on it is refused unread.

    Raises:
        InputError: If the file holds no line, can't be unpacked, or is wrong from its first line on: then nothing more
            of it is read.
    """
    number = good = 0
    for number, line in _numbered(_unpacked(file), longest):
        try:
            text = _text(material, line, number, longest)
        except InputError as error:
            where = f"{material.address}:{number}"
            wrong = InputError(f"Line {number} of {shown(material.address)} {error.message}", hint=error.hint)
            yield ReadFailure(address=where, error=wrong)
            if good == 0 and number >= _GIVE_UP:
                raise InputError(
                    f"None of the first {number} lines of {shown(material.address)} is a text; the rest was not read.",
                    hint=_FORM,
                ) from error
        else:
            good += 1
            yield text
    if number == 0:
        raise InputError(f"{shown(material.address)} holds no line.", hint=_FORM)


def numbered_lines(file: BinaryIO, *, longest: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines of a plain or packed file that hold something, with their numbers; None for one that is too long.

    Raises:
        InputError: If the file can't be unpacked.
    """
    return _numbered(_unpacked(file), longest)


def _text(material: Material, line: bytes | None, number: int, longest: int) -> SourceText:
    if line is None:
        raise InputError(
            f"is longer than {longest / 1e6:g} MB.", hint="Divide it, or raise max_input_mb in factcheck.toml."
        )
    row = _row(line)
    text = row.get("text")
    if not isinstance(text, str) or not any(each.isprintable() and not each.isspace() for each in text):
        raise InputError("has no text.", hint=_FORM)
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise InputError("has half a character in its text.", hint="Write the file again, in UTF-8.")
    try:
        refuse_binary_text(text)
    except InputError as error:
        raise InputError("has control characters in its text.", hint=error.hint) from error
    blocks = text_blocks(text)
    key = row.get("id")
    named = isinstance(key, (str, int)) and not isinstance(key, bool)
    return SourceText(
        address=part_address(material.address, str(key) if named else str(number)),
        raw=line,
        text=text,
        blocks=blocks,
        reader=READER,
        facts=_facts(row).over(SourceFacts(title=title_of(text, blocks))),
        retrieval=material.retrieval,
    )


def _row(line: bytes) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no JSON: {one_line(str(error))[:150]}.", hint=_FORM) from error
    if not isinstance(row, dict):
        raise InputError("is JSON, but no object.", hint=_FORM)
    return row


def _facts(row: dict[str, Any]) -> SourceFacts:
    for key in ("title", "url", "published_on", "author", "language"):
        if not isinstance(row.get(key), str | None):
            raise InputError(f"has a {key!r} that is no text.", hint=_FORM)
    url = row.get("url") or None
    if url is not None and not _WEB.fullmatch(url):
        raise InputError(
            f"has the 'url' {one_line(url)[:80]!r}, which is no web address.", hint="Begin it with https:// or http://."
        )
    return SourceFacts(
        title=fact(row.get("title")),
        author=fact(row.get("author")),
        url=url,
        published_on=_day(row.get("published_on")),
        language=fact(row.get("language")),
    )


def _day(value: str | None) -> date | None:
    if not value:
        return None
    try:
        datetime.fromisoformat(value)
    except ValueError as error:
        raise InputError(
            f"has the 'published_on' {one_line(value)[:40]!r}, which is no day.", hint="Write it as YYYY-MM-DD."
        ) from error
    return day_of(value)


def _unpacked(file: BinaryIO) -> Iterator[bytes]:
    """The file's bytes in pieces, unpacked where it is packed."""
    size = file.seek(0, io.SEEK_END)
    file.seek(0)
    packed = file.read(2) == _GZIP
    file.seek(0)
    if not packed:
        while chunk := file.read(_CHUNK):
            yield chunk
        return
    most = max(_FREE_OF_RATIO, _MOST_RATIO * size)
    total = 0
    try:
        with gzip.open(file) as unpacked:
            while chunk := unpacked.read(_CHUNK):
                total += len(chunk)
                if total > most:
                    raise InputError(
                        f"It would unpack to more than {_MOST_RATIO} times its size.",
                        hint="Unpack it yourself, and see what is in it.",
                    )
                yield chunk
    except (EOFError, OSError, zlib.error) as error:
        raise InputError("The gzip archive is cut off or damaged.", hint="Fetch or copy it again.") from error


def _numbered(chunks: Iterator[bytes], longest: int) -> Iterator[tuple[int, bytes | None]]:
    """The lines that hold something, with their numbers; None for one that is longer than `longest`."""
    number = 1
    held = bytearray()
    too_long = False
    for chunk in chunks:
        *ends, rest = chunk.split(b"\n")
        for end in ends:
            yield from _line(number, None if too_long else bytes(held) + end, longest)
            number, too_long = number + 1, False
            held.clear()
        held += rest
        if len(held) > longest:
            too_long = True
            held.clear()
    yield from _line(number, None if too_long else bytes(held), longest)


def _line(number: int, line: bytes | None, longest: int) -> Iterator[tuple[int, bytes | None]]:
    if line is None or len(line) > longest:
        yield number, None
    elif line.strip():
        yield number, line.removesuffix(b"\r")
