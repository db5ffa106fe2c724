"""Evidence: documents, and the passages that are quoted from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Row, column, func, select, table
from sqlalchemy.dialects.sqlite import insert

from factcheck.domain.citations import Citation
from factcheck.domain.documents import Document, DocumentKind, Passage
from factcheck.domain.provenance import Provenance
from factcheck.domain.spans import Span
from factcheck.store.database import Database
from factcheck.store.failures import undamaged
from factcheck.store.schema import documents, passages
from factcheck.store.snapshots import block_list, blocks_of, keep_digest, keep_snapshot

_CITED = tuple(column for column in documents.c if column.name not in ("text", "blocks", "language", "reader"))

_FULL_TEXT = table("passages_text", column("rowid"), column("text"))


class DocumentRepository:
    """Documents and passages by id. Rows are written once and never changed."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, document: Document, found: Sequence[Passage], raw: bytes | None) -> None:
        """Store a document with its passages, and with its bytes or, where they aren't there, its digest alone.

        The text search has the passages from then on. Inside a transaction.
        """
        if raw is None:
            keep_digest(self._database, document.source.sha256)
        else:
            keep_snapshot(self._database, raw)
        self._database.write(
            insert(documents).values(
                id=document.id,
                title=document.title,
                text=document.text,
                blocks=block_list(document.blocks),
                author=document.author,
                language=document.language,
                published_on=document.published_on,
                published_on_inferred=document.published_on_inferred,
                address=document.source.address,
                retrieved_at=document.source.retrieved_at,
                sha256=document.source.sha256,
                reader=document.source.reader,
                kind=document.kind.value,
                publisher=document.source.publisher,
                owner=document.source.owner,
            )
        )
        self.add_passages(found)

    def add_passages(self, found: Sequence[Passage]) -> None:
        """Store passages of documents that are there. Inside a transaction."""
        last = self._database.row(select(func.max(passages.c.number)))
        self._database.write(
            insert(passages),
            [
                {
                    "id": passage.id,
                    "document_id": passage.document_id,
                    "start": passage.span.start,
                    "end": passage.span.end,
                    "text": passage.text,
                }
                for passage in found
            ],
        )
        new = select(passages.c.number, passages.c.text).where(passages.c.number > ((last and last[0]) or 0))
        self._database.write(insert(_FULL_TEXT).from_select(["rowid", "text"], new))

    def get(self, document_id: str) -> Document | None:
        row = self._database.row(select(documents).where(documents.c.id == document_id))
        return None if row is None else _document(row)

    def count(self) -> int:
        """How many documents there are."""
        row = self._database.row(select(func.count()).select_from(documents))
        return 0 if row is None else int(row[0])

    def passages(self, ids: Iterable[str]) -> dict[str, Passage]:
        """Passages by id; those that don't exist are left out."""
        rows = self._database.rows_among(select(passages), passages.c.id, ids)
        return {row.id: _passage(row) for row in rows}

    def places(self, document_ids: Iterable[str]) -> dict[str, list[Span]]:
        """Where the passages of these documents stand, in order, by document."""
        found: dict[str, list[Span]] = {}
        for row in self._database.rows_among(select(passages), passages.c.document_id, document_ids):
            found.setdefault(row.document_id, []).append(_passage(row).span)
        return {document_id: sorted(spans) for document_id, spans in found.items()}

    def all_passages(self) -> Iterator[Passage]:
        """Every passage, in the order they were added."""
        for row in self._database.rows(select(passages).order_by(passages.c.number)):
            yield _passage(row)

    def citations(self, document_ids: Iterable[str]) -> dict[str, Citation]:
        """How these documents are cited, without reading their texts."""
        rows = self._database.rows_among(select(*_CITED), documents.c.id, document_ids)
        return {row.id: _citation(row) for row in rows}

    def misquoted(self) -> Iterator[str]:
        """The ids of passages whose words don't stand at their place in their document."""
        # The comparison runs in SQLite, in code points as our offsets do, so no text is carried here.
        wrong = func.substr(documents.c.text, passages.c.start + 1, passages.c.end - passages.c.start)
        statement = (
            select(passages.c.id)
            .join(documents, documents.c.id == passages.c.document_id)
            .where(wrong != passages.c.text)
            .order_by(passages.c.number)
        )
        for row in self._database.rows(statement):
            yield row.id


@undamaged
def _document(row: Row[Any]) -> Document:
    return Document(
        id=row.id,
        title=row.title,
        text=row.text,
        blocks=blocks_of(row.blocks),
        kind=DocumentKind(row.kind),
        source=Provenance(
            address=row.address,
            retrieved_at=row.retrieved_at,
            sha256=row.sha256,
            reader=row.reader,
            publisher=row.publisher,
            owner=row.owner,
        ),
        published_on=row.published_on,
        published_on_inferred=row.published_on_inferred,
        author=row.author,
        language=row.language,
    )


@undamaged
def _passage(row: Row[Any]) -> Passage:
    return Passage(id=row.id, document_id=row.document_id, span=Span(row.start, row.end), text=row.text)


@undamaged
def _citation(row: Row[Any]) -> Citation:
    return Citation(
        document_id=row.id,
        kind=DocumentKind(row.kind),
        title=row.title,
        address=row.address,
        retrieved_at=row.retrieved_at,
        sha256=row.sha256,
        publisher=row.publisher,
        owner=row.owner,
        author=row.author,
        published_on=row.published_on,
        published_on_inferred=row.published_on_inferred,
    )
