"""Reads documents of office programs, books and feeds: what their parsers found, as texts with blocks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from factcheck.domain.sources import ReadFailure, SourceFacts, SourceText
from factcheck.errors import InputError
from factcheck.ingest.material import Material
from factcheck.ingest.parsing import SECONDS, parsed
from factcheck.ingest.told import Told, composed, facts_of

if TYPE_CHECKING:
    from factcheck.ingest.feeds.items import FeedItem
    from factcheck.ingest.office.packages import PackageText

PDF: Final = "pdf/2"
FEED: Final = "feed/2"
_LONGEST_KEY: Final = 200


def read_pdf(material: Material, *, seconds: float = SECONDS) -> Sequence[SourceText]:
    """Make one text of a PDF document; see `pdf_text`.

    Raises:
        InputError: If it has a password, is cut, damaged or too long, or shows no text.
    """
    from importlib.metadata import version

    told: Told = parsed("pdf", material.raw, what="a PDF document", seconds=seconds)
    return [_text(material, told, f"{PDF} (pypdfium2 {version('pypdfium2')})")]


def read_package(material: Material, *, seconds: float = SECONDS) -> Sequence[SourceText]:
    """Make one text of a DOCX, ODT or EPUB document; see `packages`.

    Raises:
        InputError: If it is another archive, has a password, is cut or damaged, unpacks to too much, or has no text.
    """
    package: PackageText = parsed("package", material.raw, what="a DOCX, ODT or EPUB document", seconds=seconds)
    return [_text(material, package["told"], f"{package['format']}/2")]


def read_feed(material: Material, *, seconds: float = SECONDS) -> Sequence[SourceText | ReadFailure]:
    """Make one text of each item of an RSS or Atom feed that has some; see `feed_items`.

    Raises:
        InputError: If it is no feed, or if it has no items.
    """
    items: list[FeedItem] = parsed("feed", material.raw, what="a feed", seconds=seconds)
    return [_item(material, item) for item in items]


def _item(material: Material, item: FeedItem) -> SourceText | ReadFailure:
    from importlib.metadata import version

    told = item["told"]
    facts = facts_of(told).over(SourceFacts(url=item["url"]))
    address = item["url"] or part_address(material.address, item["key"])
    try:
        text, blocks = composed(told["pieces"])
    except InputError:
        hint = "Add the page that it leads to instead." if item["url"] else "Ask for its text where the feed is made."
        return ReadFailure(address=address, error=InputError(f"The item {address} has no text.", hint=hint))
    # The feed around it changes every hour, and counters in the item with each reader: these are what was published.
    own = {"key": item["key"], "url": item["url"], "body": item["body"]}
    own |= {"title": told["title"], "author": told["author"], "date": told["date"]}
    return SourceText(
        address=address,
        raw=json.dumps(own, sort_keys=True).encode("ascii"),
        text=text,
        blocks=blocks,
        reader=f"{FEED} (feedparser {version('feedparser')})",
        facts=facts,
        retrieval=material.retrieval,
    )


def part_address(address: str, key: str) -> str:
    """How one text of many is called: the file or feed, `#`, and its own name there."""
    return f"{address}#{quote(key[:_LONGEST_KEY], safe=':@!$,;=~', errors='replace')}"


def _text(material: Material, told: Told, reader: str) -> SourceText:
    text, blocks = composed(told["pieces"])
    return SourceText(
        address=material.address,
        raw=material.raw,
        text=text,
        blocks=blocks,
        reader=reader,
        facts=facts_of(told),
        retrieval=material.retrieval,
        warnings=tuple(told["warnings"]),
    )
