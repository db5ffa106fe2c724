"""Vectors of claims and passages, and which index file was built from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sqlalchemy import and_, delete, exists, func, select
from sqlalchemy.dialects.sqlite import insert

from factcheck.store.database import Database
from factcheck.store.failures import undamaged
from factcheck.store.schema import claims, indexes, passages, vectors

if TYPE_CHECKING:
    from factcheck.interfaces import Vectors

_PORTION: Final = 10_000
"""Vectors that are read at once; 15 MB of the default encoder's."""

VectorKind = Literal["claim", "passage"]


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexRecord:
    """What an index file was built from.

    Attributes:
        encoder: The encoder of its vectors.
        last_number: The highest vector number in it: vectors are numbered in the order they came and never changed.
        count: How many vectors it holds.
        sha256: Digest of the file.
    """

    encoder: str
    last_number: int
    count: int
    sha256: str


class VectorRepository:
    """Vectors by kind and encoder. They are kept, so that an index can be made anew without a model."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, kind: VectorKind, encoder: str, ids: Sequence[str], rows: Vectors) -> None:
        """Store rows of shape (len(ids), dimension), float32. Inside a transaction; what is there stays."""
        self._database.write(
            insert(vectors).on_conflict_do_nothing(),
            [
                {"kind": kind, "encoder": encoder, "item_id": item, "vector": row.astype("<f4").tobytes()}
                for item, row in zip(ids, rows, strict=True)
            ],
        )

    def drop(self, kind: VectorKind, item_id: str) -> None:
        """Take away what every encoder made of words that aren't there any more. Inside a transaction."""
        self._database.write(delete(vectors).where(vectors.c.kind == kind, vectors.c.item_id == item_id))

    def missing(self, kind: VectorKind, encoder: str) -> list[tuple[str, str]]:
        """Id and text of every claim or passage that has no vector of this encoder yet."""
        table = claims if kind == "claim" else passages
        words = claims.c.checked if kind == "claim" else passages.c.text
        there = exists().where(
            and_(vectors.c.kind == kind, vectors.c.encoder == encoder, vectors.c.item_id == table.c.id)
        )
        rows = self._database.rows(select(table.c.id, words.label("words")).where(~there).order_by(table.c.id))
        return [(row.id, row.words) for row in rows]

    def state(self, kind: VectorKind, encoder: str) -> tuple[int, int]:
        """The highest number and the count of the stored vectors; (0, 0) where there are none."""
        of_this = (vectors.c.kind == kind) & (vectors.c.encoder == encoder)
        highest = select(func.coalesce(func.max(vectors.c.number), 0)).where(of_this).scalar_subquery()
        count = select(func.count()).select_from(vectors).where(of_this).scalar_subquery()
        row = self._database.rows(select(highest.label("highest"), count.label("held")))[0]
        return int(row.highest), int(row.held)

    def after(self, kind: VectorKind, encoder: str, number: int, *, until: int) -> Iterator[tuple[list[str], Vectors]]:
        """Ids and vectors numbered above `number` up to `until`, in portions of shape (n, dimension), float32."""
        statement = (
            select(vectors.c.number, vectors.c.item_id, vectors.c.vector)
            .where(vectors.c.kind == kind, vectors.c.encoder == encoder, vectors.c.number <= until)
            .order_by(vectors.c.number)
            .limit(_PORTION)
        )
        while rows := self._database.rows(statement.where(vectors.c.number > number)):
            yield [row.item_id for row in rows], _array([row.vector for row in rows])
            number = rows[-1].number

    def count_after(self, kind: VectorKind, encoder: str, number: int, *, until: int) -> int:
        """How many those are."""
        of_this = (vectors.c.kind == kind) & (vectors.c.encoder == encoder)
        between = (vectors.c.number > number) & (vectors.c.number <= until)
        return int(self._database.rows(select(func.count()).select_from(vectors).where(of_this, between))[0][0])

    def get(self, kind: VectorKind, encoder: str, ids: Sequence[str]) -> Vectors:
        """The vectors of these ids, in their order; shape (len(ids), dimension), float32.

        Raises:
            KeyError: If one of them has none.
        """
        import numpy as np

        statement = select(vectors.c.item_id, vectors.c.vector).where(
            vectors.c.kind == kind, vectors.c.encoder == encoder
        )
        stored = {row.item_id: row.vector for row in self._database.rows_among(statement, vectors.c.item_id, ids)}
        if not ids:
            return np.zeros((0, 0), dtype=np.float32)
        return _array([stored[item] for item in ids])

    def having(self, kind: VectorKind, encoder: str, ids: Sequence[str]) -> list[str]:
        """Those of `ids` that have a vector of this encoder, in their order."""
        statement = select(vectors.c.item_id).where(vectors.c.kind == kind, vectors.c.encoder == encoder)
        there = {row.item_id for row in self._database.rows_among(statement, vectors.c.item_id, ids)}
        return [item for item in ids if item in there]

    def index_record(self, kind: VectorKind) -> IndexRecord | None:
        row = self._database.row(select(indexes, indexes.c["count"].label("held")).where(indexes.c.kind == kind))
        if row is None:
            return None
        return IndexRecord(encoder=row.encoder, last_number=row.last_number, count=row.held, sha256=row.sha256)

    def record_index(self, kind: VectorKind, record: IndexRecord) -> None:
        """Say which file is the index now. Inside a transaction."""
        values = {
            "encoder": record.encoder,
            "last_number": record.last_number,
            "count": record.count,
            "sha256": record.sha256,
        }
        statement = insert(indexes).values(kind=kind, **values)
        self._database.write(statement.on_conflict_do_update(index_elements=["kind"], set_=values))

    def forget_index(self, kind: VectorKind) -> None:
        """Say that there is no index. Inside a transaction."""
        self._database.write(delete(indexes).where(indexes.c.kind == kind))


@undamaged
def _array(stored: Sequence[bytes]) -> Vectors:
    import numpy as np

    if len({len(each) for each in stored}) > 1:
        raise ValueError("vectors of one encoder differ in length")
    return np.frombuffer(b"".join(stored), dtype="<f4").reshape(len(stored), -1).astype(np.float32)
