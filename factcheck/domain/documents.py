"""Evidence: the document as it was retrieved, and the passages that are quoted from it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from factcheck.domain.articles import Block
from factcheck.domain.provenance import Provenance
from factcheck.domain.spans import Span


class DocumentKind(StrEnum):
    """What a piece of evidence is. A note is the desk's own words on a source and never shown as the source's."""

    DOCUMENT = "document"
    NEWS = "news"
    OFFICIAL = "official"
    TRANSCRIPT = "transcript"
    DATA = "data"
    NOTE = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A source that claims are checked against. Its id hashes its bytes, address, publisher and kind."""

    id: str
    title: str
    text: str
    blocks: tuple[Block, ...]
    kind: DocumentKind
    source: Provenance
    published_on: date | None = None
    published_on_inferred: bool = False
    author: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """What can be quoted and attached: `document.text[span] == text`, always."""

    id: str
    document_id: str
    span: Span
    text: str
