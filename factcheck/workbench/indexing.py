"""Vectors and index files. The database is the truth: an index that doesn't agree with it is rebuilt."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import ModelError, StoreError
from factcheck.interfaces import VectorIndex
from factcheck.workbench.bench import Bench

if TYPE_CHECKING:
    from factcheck.store.vectors import VectorKind

_BATCH = 256


def embed_missing(bench: Bench, kind: VectorKind) -> Iterator[tuple[int, int]]:
    """Encode and store every claim or passage that has no vector of the present encoder; yields done and total.

    Each batch is stored by itself, so that what was done before an interruption isn't done again.
    """
    missing = bench.vectors.missing(kind, bench.encoder.name)
    for begin in range(0, len(missing), _BATCH):
        batch = missing[begin : begin + _BATCH]
        encoder = bench.passage_encoder if kind == "passage" else bench.encoder
        vectors = encoder.encode([words for _, words in batch])
        with bench.database.transaction():
            rows = _as_encoded(bench, kind, batch)
            bench.vectors.add(kind, bench.encoder.name, [batch[row][0] for row in rows], vectors[rows])
        yield begin + len(batch), len(missing)


def _as_encoded(bench: Bench, kind: VectorKind, batch: Sequence[tuple[str, str]]) -> list[int]:
    """Which of a batch still have the wording that was encoded: a person may have reworded a claim meanwhile."""
    if kind == "passage":
        return list(range(len(batch)))
    now = {claim.id: claim.checked for claim in bench.claims.by_ids(item for item, _ in batch)}
    return [row for row, (item, words) in enumerate(batch) if now.get(item) == words]


def update_index(bench: Bench, kind: VectorKind) -> Iterator[tuple[int, int]]:
    """Embed what is missing and bring the index up to date; yields done and total of the embedding."""
    yield from embed_missing(bench, kind)
    open_index(bench, kind, bench.encoder.name)


def open_index(bench: Bench, kind: VectorKind, encoder: str) -> VectorIndex | None:
    """The index over all stored vectors of this kind and encoder; None where there are none.

    An index that is missing, damaged, out of date or of another encoder is built again from the stored vectors, and so
    is one of which a vector was taken away (its claim was reworded); one to which vectors were only added gets just
    those.
    """
    last_number, count = bench.vectors.state(kind, encoder)
    if not count:
        return None
    record = bench.vectors.index_record(kind)
    usable = record is not None and record.encoder == encoder and record.last_number <= last_number
    index: VectorIndex | None = None
    if record is not None and usable:
        with suppress(ModelError):
            index = bench.parts.load_index(index_path(bench, kind, record.sha256), record.sha256)
    if record is not None and index is not None:
        new = bench.vectors.count_after(kind, encoder, record.last_number, until=last_number)
        # Fewer or more than the numbers say would mean that rows were removed behind our back.
        if len(index) + new == count:
            if not new:
                return index
            for ids, vectors in bench.vectors.after(kind, encoder, record.last_number, until=last_number):
                index.add(ids, vectors)
            return _keep(bench, kind, index, encoder=encoder, last_number=last_number)
    index = None
    for ids, vectors in bench.vectors.after(kind, encoder, 0, until=last_number):
        if index is None:
            index = bench.parts.make_index(vectors.shape[1])
        index.add(ids, vectors)
    return None if index is None else _keep(bench, kind, index, encoder=encoder, last_number=last_number)


def index_path(bench: Bench, kind: VectorKind, sha256: str) -> Path:
    """Where an index file is. Its name holds the digest of its content, so no reader ever finds half of another one."""
    return bench.index_folder / f"{kind}s-{sha256[:16]}.faiss"


def _keep(bench: Bench, kind: VectorKind, index: VectorIndex, *, encoder: str, last_number: int) -> VectorIndex:
    """Write the index and record in the database which file it is; if that fails, use it anyway."""
    from factcheck.store.vectors import IndexRecord

    new = bench.index_folder / f"{kind}s.new.faiss"
    try:
        sha256 = index.save(new)
        new.replace(index_path(bench, kind, sha256))
        record = IndexRecord(encoder=encoder, last_number=last_number, count=len(index), sha256=sha256)
        if bench.vectors.index_record(kind) != record:
            with bench.database.transaction():
                bench.vectors.record_index(kind, record)
    except (OSError, StoreError):
        # A read-only folder or a full disk costs time at the next search, and nothing else.
        return index
    for old in bench.index_folder.glob(f"{kind}s-*.faiss"):
        if old != index_path(bench, kind, sha256):
            with suppress(OSError):
                old.unlink()
    return index
