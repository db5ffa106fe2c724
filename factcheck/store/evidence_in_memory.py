"""Evidence that is looked at once and not kept: in memory, with the same text search as a workbench's.

Light to import: a workbench's tables come with SQLAlchemy, which takes longer than all that is done here.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from factcheck.domain.citations import Citation, citation_of
from factcheck.domain.documents import Document, Passage
from factcheck.domain.matches import Hit
from factcheck.store.full_text import TOKENIZER, query_of

_SEARCH: Final = (
    "SELECT id, -bm25(passages_text) FROM passages_text "
    "WHERE passages_text MATCH ? ORDER BY bm25(passages_text), id LIMIT ?"
)


class EvidenceInMemory:
    """Passages by id and by their words, and how their documents are cited. Implements `LexicalIndex`."""

    def __init__(self) -> None:
        self._passages: dict[str, Passage] = {}
        self._citations: dict[str, Citation] = {}
        self._index = sqlite3.connect(":memory:", isolation_level=None)
        self._index.execute(
            f"CREATE VIRTUAL TABLE passages_text USING fts5(text, id UNINDEXED, tokenize='{TOKENIZER}')"
        )

    def __len__(self) -> int:
        """How many passages there are."""
        return len(self._passages)

    @property
    def documents(self) -> int:
        """How many documents there are."""
        return len(self._citations)

    def add(self, document: Document, found: Sequence[Passage]) -> None:
        """Take in a document with its passages; one that is there already is passed over."""
        if document.id in self._citations:
            return
        self._citations[document.id] = citation_of(document)
        self._passages |= {each.id: each for each in found}
        rows = [(each.text.encode("utf-8", "replace").decode(), each.id) for each in found]
        self._index.execute("BEGIN")
        self._index.executemany("INSERT INTO passages_text(text, id) VALUES (?, ?)", rows)
        self._index.execute("COMMIT")

    def passage(self, passage_id: str) -> Passage:
        """The passage of this id, which was added."""
        return self._passages[passage_id]

    def citation(self, document_id: str) -> Citation:
        """How a document is cited that was added."""
        return self._citations[document_id]

    def search(self, text: str, *, top_k: int) -> list[Hit]:
        """See `LexicalIndex.search`."""
        query = query_of(text)
        if not query:
            return []
        return [Hit(*row) for row in self._index.execute(_SEARCH, (query, top_k))]
