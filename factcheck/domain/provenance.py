"""Where a text came from, so that anyone can go back and look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where, when and by what a text was taken in.

    Attributes:
        address: The published address (`--url`), or the file's name where none was given; `-` for standard input.
        retrieved_at: When it was read, in UTC.
        sha256: Digest of the raw bytes, which the database keeps under it.
        reader: The reader and its version: `text/2`, `html/1 (trafilatura 2.3.1)`.
        publisher: Who published it, as the page or the desk says.
        owner: Who owns the publisher, to tell independent origins from reprints. Evidence only.
    """

    address: str
    retrieved_at: datetime
    sha256: str
    reader: str
    publisher: str | None = None
    owner: str | None = None
