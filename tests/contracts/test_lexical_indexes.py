"""Every lexical index keeps the contract."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import pytest

from factcheck.domain.documents import Document, DocumentKind, Passage
from factcheck.domain.provenance import Provenance
from factcheck.domain.spans import Span
from factcheck.store.database import Database
from factcheck.store.documents import DocumentRepository
from factcheck.store.evidence_in_memory import EvidenceInMemory
from factcheck.store.lexical_index import FtsIndex
from tests.contracts.lexical_index_contract import LexicalIndexContract


class TestFts(LexicalIndexContract):
    @pytest.fixture(autouse=True)
    def _databases(self) -> Iterator[None]:
        self.opened: dict[str, Database] = {}
        yield
        for database in self.opened.values():
            database.close()

    def make(self, passages: Mapping[str, str]) -> FtsIndex:
        key = repr(sorted(passages.items()))
        if key not in self.opened:
            self.opened[key] = self._filled(passages)
        return FtsIndex(self.opened[key])

    def _filled(self, passages: Mapping[str, str]) -> Database:
        database = Database(Path(tempfile.mkdtemp(dir=".")) / "claims.db", mode="create")
        document, found = _document(passages)
        with database.transaction():
            DocumentRepository(database).add(document, found, document.text.encode())
        return database


class TestInMemory(LexicalIndexContract):
    def make(self, passages: Mapping[str, str]) -> EvidenceInMemory:
        made = EvidenceInMemory()
        made.add(*_document(passages))
        return made

    def test_a_document_that_is_there_already_is_passed_over(self) -> None:
        made = self.make({"p-1": "The weir was built in 1911."})
        made.add(*_document({"p-2": "The weir was torn down."}))
        assert (len(made), made.documents) == (1, 1)

    def test_a_passage_with_half_a_character_is_taken(self) -> None:
        made = self.make({"p-1": "The ferry \ud800 came."})
        assert [hit.id for hit in made.search("ferry", top_k=3)] == ["p-1"]
        assert made.passage("p-1").text == "The ferry \ud800 came."


def _document(passages: Mapping[str, str]) -> tuple[Document, list[Passage]]:
    text = "\n".join(passages.values())
    source = Provenance(
        address="-",
        retrieved_at=datetime(2026, 1, 1, tzinfo=UTC),
        sha256=hashlib.sha256(text.encode("utf-8", "replace")).hexdigest(),
        reader="text/1",
    )
    document = Document(id="d-1", title="All", text=text, blocks=(), kind=DocumentKind.DOCUMENT, source=source)
    found = []
    for item, words in passages.items():
        start = text.index(words)
        found.append(Passage(id=item, document_id="d-1", span=Span(start, start + len(words)), text=words))
    return document, found
