"""Takes an RSS or Atom feed apart. Runs in a process of its own: see `child`."""

from __future__ import annotations

import io
import re
from typing import Any, Final, TypedDict

from factcheck.errors import InputError
from factcheck.ingest.feeds.dates import FeedDates
from factcheck.ingest.markup_text import markup_pieces
from factcheck.ingest.told import Told

_MARKUP: Final = re.compile(r"<[a-zA-Z/!]|&#?\w{1,32};")
_WEB: Final = re.compile(r"https?://[^\s/]\S*", re.IGNORECASE)


_FAULTS: Final = (ValueError, TypeError, AttributeError, LookupError, AssertionError, RecursionError)
"""What feedparser lets out where a feed is damaged in ways that it doesn't foresee, such as a second prefix of XML."""


class FeedItem(TypedDict):
    """One item.

    `key` is what the feed calls it, its link where it has no name, else its number; `url` is a web address or None;
    `body` is its text or markup as it came.
    """

    key: str
    url: str | None
    body: str
    told: Told


def feed_items(raw: bytes) -> list[FeedItem]:
    """The items of a feed in its order, each with its fullest text.

    Raises:
        InputError: If it is no feed, if it is damaged, or if it has no items.
    """
    import feedparser  # type: ignore[import-untyped]

    try:
        # As a stream, since bytes alone would be tried as an address and as the name of a file.
        feed = feedparser.parse(io.BytesIO(raw), resolve_relative_uris=False, sanitize_html=False)
    except _FAULTS as error:
        raise InputError(
            "The feed is damaged beyond what can be read.", hint="Fetch it again, or tell whoever publishes it."
        ) from error
    if not feed.entries:
        if not feed.version:
            raise InputError("It is XML, but no RSS or Atom feed.", hint="Save what it says as text, Markdown or HTML.")
        raise InputError("The feed has no items.", hint="See whether its address is still the right one.")
    about = feed.feed
    dates = FeedDates(_stated(entry, what) for entry in feed.entries for what in ("published", "updated"))
    return [_item(entry, about, number, dates) for number, entry in enumerate(feed.entries, 1)]


def _item(entry: Any, about: Any, number: int, dates: FeedDates) -> FeedItem:  # noqa: ANN401  # of feedparser
    link = str(entry.get("link") or "").strip()
    bodies = [str(each.get("value") or "") for each in entry.get("content") or ()]
    body = max([*bodies, str(entry.get("summary") or "")], key=len)
    day, inferred = dates.read(_stated(entry, "published"), _stated(entry, "updated"))
    return FeedItem(
        key=str(entry.get("id") or link or number),
        url=link if _WEB.fullmatch(link) else None,
        body=body,
        told=Told(
            pieces=_pieces(body),
            title=_words(entry.get("title")),
            author=entry.get("author"),
            publisher=_words(about.get("title")),
            language=(entry.get("content") or [{}])[0].get("language") or about.get("language"),
            date=None if day is None else day.isoformat(),
            inferred=inferred,
            warnings=[],
        ),
    )


def _stated(entry: Any, what: str) -> str:  # noqa: ANN401
    """A date as the feed states it, in its own time zone."""
    # As of any dictionary: feedparser's own `get` gives one date where another is asked for.
    return str(dict.get(entry, what) or "")


def _pieces(body: str) -> list[tuple[str, str]]:
    if _MARKUP.search(body):
        return markup_pieces(body)
    return [("paragraph", part) for part in re.split(r"\n\s*\n", body)]


def _words(value: object) -> str | None:
    """A title without its markup, which feeds put there in spite of the rules."""
    if not isinstance(value, str) or not _MARKUP.search(value):
        return value if isinstance(value, str) else None
    return " ".join(words for _, words in markup_pieces(value)) or None
