"""How a document is named beside its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from factcheck.domain.documents import DocumentKind


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
    def origin(self) -> str:
        """Who answers for it, to tell independent sources from one that speaks twice: owner, publisher or itself."""
        return self.owner or self.publisher or self.document_id

    @property
    def when(self) -> str:
        """`2025-05-23`, with "(inferred)" where the date was worked out; "no date" where there is none."""
        if self.published_on is None:
            return "no date"
        return self.published_on.isoformat() + (" (inferred)" if self.published_on_inferred else "")

    @property
    def line(self) -> str:
        """One line: publisher, date, address. A note says that it is one, so its words are never the publisher's."""
        named = f"{self.publisher or self.title}, {self.when}, {self.address}"
        return f"note on {named}" if self.kind is DocumentKind.NOTE else named
