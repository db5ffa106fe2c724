"""How a document is named beside its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from factcheck.domain.documents import Document, DocumentKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """What a reader needs to find a document again: all of it but its text."""

    document_id: str
    kind: DocumentKind
    title: str
    address: str
    retrieved_at: datetime
    sha256: str
    publisher: str | None = None
    owner: str | None = None
    author: str | None = None
    published_on: date | None = None
    published_on_inferred: bool = False

    @property
    def line(self) -> str:
        """One line: publisher, date, address. A note says that it is one, so its words are never the publisher's."""
        when = self.published_on.isoformat() if self.published_on else "no date"
        if self.published_on and self.published_on_inferred:
            when += " (inferred)"
        named = f"{self.publisher or self.title}, {when}, {self.address}"
        return f"note on {named}" if self.kind is DocumentKind.NOTE else named


def citation_of(document: Document) -> Citation:
    """How a document is cited."""
    source = document.source
    return Citation(
        document_id=document.id,
        kind=document.kind,
        title=document.title,
        address=source.address,
        retrieved_at=source.retrieved_at,
        sha256=source.sha256,
        publisher=source.publisher,
        owner=source.owner,
        author=document.author,
        published_on=document.published_on,
        published_on_inferred=document.published_on_inferred,
    )
