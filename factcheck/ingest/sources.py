"""Reads whatever is named: files, folders, addresses, standard input, by their endings and by what is in them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, Final

from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.errors import InputError
from factcheck.ingest.document_readers import read_feed, read_package, read_pdf
from factcheck.ingest.folders import files_in
from factcheck.ingest.html.reader import read_html
from factcheck.ingest.json_lines import read_json_lines, texts_of_lines
from factcheck.ingest.material import Fetch, Format, Material, ending_of
from factcheck.ingest.opening import STANDARD_INPUT, Opener, shown
from factcheck.ingest.text.markdown_reader import read_markdown
from factcheck.ingest.text.text_reader import read_text
from factcheck.ingest.web.addresses import is_address

FORMATS: Final[Mapping[str, Format]] = MappingProxyType(
    {
        ".txt": read_text,
        ".text": read_text,
        ".md": read_markdown,
        ".markdown": read_markdown,
        ".html": read_html,
        ".htm": read_html,
        ".xhtml": read_html,
        ".pdf": read_pdf,
        ".docx": read_package,
        ".odt": read_package,
        ".epub": read_package,
        ".rss": read_feed,
        ".atom": read_feed,
        ".xml": read_feed,
        ".jsonl": read_json_lines,
        ".ndjson": read_json_lines,
        ".jsonl.gz": read_json_lines,
        ".ndjson.gz": read_json_lines,
    }
)
"""File ending, in small letters, to what reads it. Other endings are read by content."""

NOT_YET: Final = (".doc", ".rtf", ".mht", ".mhtml", ".eml", ".pages", ".wpd")
"""Endings of formats that may hold plain bytes, and would give their markup as text."""

MOST_BLOCKS: Final = 100_000
"""Blocks of one text: the default of the setting `max_blocks`. 25 MB of prose have about half of that."""

MOST_RATIO: Final = 100
"""Characters of text for one byte of the source, as for archives."""

_FREE_OF_RATIO: Final = 1_000_000
_LOOKED_AT: Final = 4000
_PDF: Final = b"%PDF-"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_HTML: Final = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,100}>\s*)?(?:<!--.{0,1000}?-->\s*)?"
    rb"<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_FEED: Final = re.compile(
    rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]{0,100}>\s*)?"
    rb"(?:<(?:\?|!--)[^>]{0,500}>\s*){0,5}<(?:rss|feed|rdf:rdf)\b",
    re.IGNORECASE,
)
_EITHER: Final = frozenset({".html", ".xml"})
"""Endings and content types under which both pages and feeds are found."""

_JSON_LINE: Final = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{\s*"(?:id|title|text|url|published_on)"\s*:')


class SourceReader:
    """Implements `factcheck.interfaces.Reader` over all formats.

    Args:
        max_bytes: Largest source that is read; the setting `max_input_mb`. Of JSON Lines, the longest line. A text that
            comes out of a source may have as many characters.
        max_blocks: Most blocks of one text; the setting of that name.
        stdin: Read for `-`; the process's own standard input by default.
        fetch: Gets the bytes of an address, or raises InputError; None where addresses may not be fetched.
        whole: True for all words of an HTML page instead of its article.
    """

    def __init__(
        self,
        max_bytes: int,
        stdin: BinaryIO | None = None,
        *,
        fetch: Fetch | None = None,
        whole: bool = False,
        max_blocks: int = MOST_BLOCKS,
    ) -> None:
        self._opener = Opener(max_bytes, stdin)
        self._max_bytes = max_bytes
        self._fetch = fetch
        self._whole = whole
        self._max_blocks = max_blocks

    def read(self, source: str) -> Iterator[SourceText | ReadFailure]:
        """Read a file, an address, a folder with all that is in it, or `-`.

        Yields one text or one failure for most files; a feed, a folder and JSON Lines give as many as they hold.
        """
        try:
            yield from map(self._bounded, self._texts(source))
        except InputError as error:
            yield ReadFailure(address=_address(source), error=error)

    def _texts(self, source: str) -> Iterator[SourceText | ReadFailure]:
        if is_address(source):
            yield from self._made(self._fetched(source), source)
        elif source != STANDARD_INPUT and _is_folder(source):
            yield from self._folder(source)
        elif FORMATS.get(ending_of(source)) is read_json_lines:
            with self._opener.file(source) as file:
                yield from texts_of_lines(Material(address=_address(source), raw=b""), file, longest=self._max_bytes)
        else:
            raw = self._opener.bytes_of(source)
            yield from self._made(Material(address=_address(source), raw=raw, ending=ending_of(source)), source)

    def _made(self, material: Material, source: str) -> Iterator[SourceText | ReadFailure]:
        try:
            make = format_of(material)
            # The whole of any other format is what is read anyway.
            texts = (partial(read_html, whole=self._whole) if make is read_html else make)(material)
        except InputError as error:
            # What read the bytes doesn't know what they are called.
            raise InputError(f"{shown(source)}: {error.message}", hint=error.hint) from error
        yield from texts

    def _bounded(self, read: SourceText | ReadFailure) -> SourceText | ReadFailure:
        """`read`, or a failure where it is more than may be read: a small file can unfold to much."""
        if isinstance(read, ReadFailure):
            return read
        if len(read.text) > self._max_bytes:
            what = f"a text of {len(read.text) / 1e6:.3g} million characters; the limit is {self._max_bytes / 1e6:.3g}"
            setting = "max_input_mb"
        elif len(read.text) > max(_FREE_OF_RATIO, MOST_RATIO * len(read.raw)):
            what = f"a text of {len(read.text) / 1e6:.3g} million characters in {len(read.raw) / 1e6:.2g} MB"
            wrong = InputError(
                f"{shown(read.address)} has {what}, more than any document has.",
                hint="Don't trust the file; if it is a document, save its text as a text file.",
            )
            return ReadFailure(address=read.address, error=wrong)
        elif len(read.blocks) > self._max_blocks:
            what = f"{len(read.blocks)} paragraphs, headings and list items; the limit is {self._max_blocks}"
            setting = "max_blocks"
        else:
            return read
        hint = f"Divide it, or raise {setting} in factcheck.toml."
        return ReadFailure(address=read.address, error=InputError(f"{shown(read.address)} has {what}.", hint=hint))

    def _folder(self, folder: str) -> Iterator[SourceText | ReadFailure]:
        is_empty = True
        for found in files_in(folder, is_known):
            is_empty = False
            if isinstance(found, ReadFailure):
                yield found
            else:
                yield from self.read(found)
        if is_empty:
            raise InputError(
                f"{shown(folder)} is a folder without any file that can be read.",
                hint=f"Files are read that end in {', '.join(FORMATS)}.",
            )

    def _fetched(self, source: str) -> Material:
        if self._fetch is None:
            raise InputError(
                f"{shown(source)} is an address, and addresses are not fetched unless you say so.",
                hint="Add --fetch, or set fetch = true; or save the page as a file, and give its address with --url.",
            )
        return self._fetch(source)


def is_known(name: str) -> bool:
    """True for the name of a file that is one of the formats read here, or a document of one that isn't read yet."""
    return ending_of(name) in FORMATS or ending_of(name) in NOT_YET


def format_of(material: Material) -> Format:
    """What reads this: a format that shows in the first bytes, else by the ending, else by the first bytes again.

    Raises:
        InputError: For an ending of `NOT_YET`.
    """
    raw = material.raw
    if raw.startswith(_PDF):
        return read_pdf
    if raw.startswith(_ZIP):
        return read_package
    if material.ending in NOT_YET:
        raise InputError(
            f"Files that end in {material.ending} can't be read yet.",
            hint="Save it as DOCX, PDF, text, Markdown or HTML.",
        )
    # Without its NUL bytes, the beginning of a page in UTF-16 reads like ASCII.
    head = raw[:_LOOKED_AT].replace(b"\0", b"")
    if material.ending in _EITHER:
        return read_feed if _FEED.match(head) else read_html if _HTML.match(head) else FORMATS[material.ending]
    if material.ending in FORMATS:
        return FORMATS[material.ending]
    for pattern, make in ((_HTML, read_html), (_FEED, read_feed), (_JSON_LINE, read_json_lines)):
        if pattern.match(head):
            return make
    return read_text


def _is_folder(source: str) -> bool:
    try:
        return Path(source).is_dir()
    except (OSError, ValueError):  # then opening it says what is wrong
        return False


def _address(source: str) -> str:
    """The name of a source as it can be stored: a file's name may be bytes that are no text."""
    return source.encode("utf-8", "replace").decode("utf-8")
