"""Exact nearest-neighbour search by FAISS: the only place that loads it.

An index file holds the ids, one line of JSON, and FAISS's own bytes. FAISS notices less than half of the damage that
can befall its files, so a file is read only when its SHA-256 is the one that the database names.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

import faiss
import numpy as np

from factcheck.domain.matches import Hit
from factcheck.errors import ModelError
from factcheck.files import regular_bytes, replacing

if TYPE_CHECKING:
    import numpy.typing as npt

    from factcheck.interfaces import Vectors


_AT_ONCE: Final = 256
"""Vectors that are searched for in one call."""

_MOST_TIED: Final = 1_000
"""Hits that are fetched to find all that are as near as the last one asked for."""


class FaissIndex:
    """Implements `factcheck.interfaces.VectorIndex`. Exact: a search costs len(self) * dimension."""

    def __init__(self, dimension: int) -> None:
        self._index: faiss.Index = faiss.IndexFlatIP(dimension)
        self._ids: list[str] = []

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def dimension(self) -> int:
        return int(self._index.d)

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        self._check(vectors, rows=len(ids))
        known = set(self._ids)
        if len(set(ids)) != len(ids) or known.intersection(ids):
            raise ValueError("an id is in the index already")
        self._index.add(np.ascontiguousarray(vectors))
        self._ids.extend(ids)

    def remove(self, ids: Sequence[str]) -> None:
        gone = set(ids)
        rows = np.asarray([row for row, item in enumerate(self._ids) if item in gone], dtype=np.int64)
        self._index.remove_ids(faiss.IDSelectorBatch(rows))
        # FAISS moves the later rows up, and so does this.
        self._ids = [item for item in self._ids if item not in gone]

    def search(self, vectors: Vectors, *, top_k: int) -> list[list[Hit]]:
        if top_k < 1:
            raise ValueError(f"top_k must be at least 1, got {top_k}")
        if not self._ids:
            return [[] for _ in vectors]
        self._check(vectors)
        return [
            hits
            for begin in range(0, len(vectors), _AT_ONCE)
            for hits in self._hits(vectors[begin : begin + _AT_ONCE], top_k)
        ]

    def _hits(self, vectors: Vectors, top_k: int) -> list[list[Hit]]:
        return [
            sorted(
                (
                    Hit(self._ids[row], float(score))
                    for score, row in zip(some_scores, some_rows, strict=True)
                    if row >= 0
                ),
                key=lambda hit: (-hit.score, hit.id),
            )[:top_k]
            for some_scores, some_rows in zip(*self._nearest(vectors, top_k), strict=True)
        ]

    def _nearest(self, vectors: Vectors, top_k: int) -> tuple[Vectors, npt.NDArray[np.int64]]:
        """Scores and rows, at least `top_k` and so many that no tie is cut: equal texts stand in several documents.

        Where very many are equal, which of them come is left to FAISS: a text may be the same sentence 100,000 times.
        """
        depth, most = top_k, max(top_k + 1, _MOST_TIED)
        while True:
            depth = min(depth + 1, len(self._ids), most)
            scores, rows = self._index.search(np.ascontiguousarray(vectors), depth)
            if depth in (len(self._ids), most) or not (scores[:, -1] == scores[:, top_k - 1]).any():
                return scores, rows
            depth *= 2

    def save(self, path: Path) -> str:
        content = json.dumps(self._ids).encode() + b"\n" + faiss.serialize_index(self._index).tobytes()
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as file:
            file.write(content)
        return hashlib.sha256(content).hexdigest()

    def _check(self, vectors: Vectors, *, rows: int | None = None) -> None:
        shape = (len(vectors) if rows is None else rows, self.dimension)
        if vectors.shape != shape or vectors.dtype != np.float32:
            raise ValueError(f"expected float32 vectors of shape {shape}, got {vectors.dtype} of {vectors.shape}")


def load_index(path: Path, *, sha256: str) -> FaissIndex:
    """Read an index that `FaissIndex.save` wrote.

    Raises:
        ModelError: If the file is missing, or isn't the one that was saved.
    """
    try:
        content = regular_bytes(path)
    except OSError as error:
        raise ModelError(
            f"The index {path} can't be read: {error.strerror}.", hint="Run `factcheck doctor --fix`."
        ) from error
    if hashlib.sha256(content).hexdigest() != sha256:
        raise ModelError(f"The index {path} is damaged.", hint="Run `factcheck doctor --fix`.")
    ids, _, stored = content.partition(b"\n")
    loaded = FaissIndex.__new__(FaissIndex)
    loaded._index = faiss.deserialize_index(np.frombuffer(stored, dtype=np.uint8))  # noqa: SLF001  # its own class
    loaded._ids = json.loads(ids)  # noqa: SLF001
    return loaded
