"""Takes an RSS or Atom feed apart. Runs in a process of its own: see `child`."""

from __future__ import annotations

import io
import re
from email.utils import parsedate
from typing import Any, Final, TypedDict

from factcheck.errors import InputError
from factcheck.ingest.markup_text import markup_pieces
from factcheck.ingest.told import Told

_MARKUP: Final = re.compile(r"<[a-zA-Z/!]|&#?\w{1,32};")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}(?!\d)")
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
    return [_item(entry, about, number) for number, entry in enumerate(feed.entries, 1)]


def _item(entry: Any, about: Any, number: int) -> FeedItem:  # noqa: ANN401  # feedparser's own dictionaries
    link = str(entry.get("link") or "").strip()
    bodies = [str(each.get("value") or "") for each in entry.get("content") or ()]
    body = max([*bodies, str(entry.get("summary") or "")], key=len)
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
            date=_day(entry, "published") or _day(entry, "updated"),
            inferred=_day(entry, "published") is None,
        ),
    )


def _day(entry: Any, what: str) -> str | None:  # noqa: ANN401
    """The day as the feed states it, in its own time zone; in UTC where only feedparser makes sense of it."""
    # As of any dictionary: feedparser's own `get` gives one date where another is asked for.
    stated = str(dict.get(entry, what) or "")
    if found := _DAY.match(stated):
        return found[0]
    moment = parsedate(stated) or dict.get(entry, f"{what}_parsed")
    return None if moment is None else "{:04}-{:02}-{:02}".format(*moment[:3])


def _pieces(body: str) -> list[tuple[str, str]]:
    if _MARKUP.search(body):
        return markup_pieces(body)
    return [("paragraph", part) for part in re.split(r"\n\s*\n", body)]


def _words(value: object) -> str | None:
    """A title without its markup, which feeds put there in spite of the rules."""
    if not isinstance(value, str) or not _MARKUP.search(value):
        return value if isinstance(value, str) else None
    return " ".join(words for _, words in markup_pieces(value)) or None
