"""Takes the text out of an EPUB book (EPUB 2 and 3): its chapters in reading order. Runs in a process: see `child`."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

from factcheck.errors import InputError
from factcheck.ingest.markup_text import markup_pieces
from factcheck.ingest.office.zip_parts import Element, ZipParts, attribute, local
from factcheck.ingest.told import Told

CONTAINER: Final = "META-INF/container.xml"
_ENCRYPTION: Final = "META-INF/encryption.xml"
_CHAPTERS: Final = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbook+xml"})


def epub_text(parts: ZipParts) -> Told:
    """The text of a book and what its package says of it; its date is the book's own.

    Raises:
        InputError: If a part that it needs is missing or damaged, or if its chapters are encrypted.
    """
    root = parts.xml(CONTAINER)
    at = next((attribute(each, "full-path") for each in root.iter() if local(each) == "rootfile"), None)
    if at is None:
        raise InputError("The EPUB book doesn't say where its contents are listed.", hint="Fetch or copy it again.")
    package = parts.xml(at)
    names = list(_chapters(package, posixpath.dirname(at)))
    locked = parts.part(_ENCRYPTION) if _ENCRYPTION in parts else b""
    pieces = []
    for name in names:
        # Some books hide their fonts like this; only chapters matter here.
        if name.encode() in locked:
            raise InputError(
                "The EPUB book is encrypted by its seller.", hint="Read it in the seller's program; save a quotation."
            )
        if name in parts:
            pieces.extend(markup_pieces(parts.part(name)))
    said: dict[str, str] = {}
    for element in package.iter():
        if "purl.org/dc/" in str(element.tag):
            said.setdefault(local(element), element.text or "")
    date, inferred = _date(package)
    return Told(
        pieces=pieces,
        title=said.get("title"),
        author=said.get("creator"),
        publisher=said.get("publisher"),
        language=said.get("language"),
        date=date,
        inferred=inferred,
        warnings=[],
    )


def _date(package: Element) -> tuple[str | None, bool]:
    """The day of publication, and whether it is inferred: from another event, or where two days are stated for it."""
    stated: dict[str, list[str]] = {}
    for element in package.iter():
        if "purl.org/dc/" in str(element.tag) and local(element) == "date" and (element.text or "").strip():
            stated.setdefault(attribute(element, "event") or "", []).append(element.text.strip())
    # EPUB 2 names the event; EPUB 3 states the publication alone.
    for event in ("publication", "original-publication", "", "creation"):
        if event in stated:
            return stated[event][0], event == "creation" or len({each[:10] for each in stated[event]}) > 1
    return next(iter(stated.values()))[0] if stated else None, True


def _chapters(package: Element, folder: str) -> Iterator[str]:
    """The names of the parts that are read one after the other, without the table of contents."""
    listed = {
        attribute(each, "id"): each
        for each in package.iter()
        if local(each) == "item" and attribute(each, "media-type") in _CHAPTERS
    }
    seen: set[str] = set()
    for reference in package.iter():
        item = listed.get(attribute(reference, "idref")) if local(reference) == "itemref" else None
        if item is None or "nav" in (attribute(item, "properties") or "").split():
            continue
        name = posixpath.normpath(posixpath.join(folder, unquote(attribute(item, "href") or "")))
        if name not in seen:
            seen.add(name)
            yield name
