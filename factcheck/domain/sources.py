"""What a reader makes of a source, before it becomes an article or a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from factcheck.domain.articles import Block
from factcheck.errors import InputError


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceFacts:
    """What is known about a source: from the command line, the front matter, or the format itself. None: not said."""

    title: str | None = None
    author: str | None = None
    url: str | None = None
    published_on: date | None = None
    date_inferred: bool | None = None
    language: str | None = None
    publisher: str | None = None
    owner: str | None = None
    kind: str | None = None

    def over(self, other: SourceFacts) -> SourceFacts:
        """These facts, and those of `other` where these say nothing."""
        mine, theirs = _values(self), _values(other)
        date_from = self if self.published_on is not None else other
        merged = {name: theirs[name] if value is None else value for name, value in mine.items()}
        # Whether a date was inferred belongs to that date: it is never taken from another source than the date.
        merged["date_inferred"] = date_from.date_inferred
        return SourceFacts(**merged)  # type: ignore[arg-type]  # the names and types are this class's own


def _values(facts: SourceFacts) -> dict[str, object]:
    return {name: getattr(facts, name) for name in SourceFacts.__slots__}


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieval:
    """How a text came from the network.

    Attributes:
        asked: The address that was asked for.
        address: The one that answered, behind all redirects.
        status: Of the answer, as HTTP numbers them.
        content_type: What the server said it sent; "" where it said nothing.
        retrieved_at: When the answer was complete, in UTC.
    """

    asked: str
    address: str
    status: int
    content_type: str
    retrieved_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """One text that was read.

    Attributes:
        address: The path or address it was read from; `-` for standard input. One text of many has `#` and its own
            name behind that of the file or feed, unless it has an address of its own.
        raw: The bytes as they came: of the file, of the line, or, for one item of a feed, its own facts as JSON.
        text: Decoded and otherwise untouched.
        blocks: In order, not overlapping, holding every visible character of `text`.
        reader: Reader and version.
        kept_of: Characters kept and characters visible, where a reader extracts a part; None where it keeps all.
        form: Empty for the text that a reader gives by itself; `whole` for all of a page whose article was not looked
            for. The same bytes in another form are another text.
        retrieval: How it came from the network; None for what was read here.
        warnings: What may be missing or wrong in `text` or `facts`, and what to do about it: one or two sentences each,
            for the person who adds it.
    """

    address: str
    raw: bytes
    text: str
    blocks: tuple[Block, ...]
    reader: str
    facts: SourceFacts = field(default_factory=SourceFacts)
    kept_of: tuple[int, int] | None = None
    form: str = ""
    retrieval: Retrieval | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFailure:
    """One source that could not be read, and why; the others of a batch go on."""

    address: str
    error: InputError
