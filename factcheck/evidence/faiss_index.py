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
        found: list[list[Hit]] = []
        for begin in range(0, len(vectors), _AT_ONCE):
            some = np.ascontiguousarray(vectors[begin : begin + _AT_ONCE])
            # One more than asked for tells whether a tie would be cut: equal texts stand in several documents.
            scores, rows = self._index.search(some, min(top_k + 1, len(self._ids)))
            for place in range(len(some)):
                if _is_tied(scores[place], top_k):
                    found.append(self._with_ties(some[place : place + 1], top_k))
                else:
                    found.append(self._hits(scores[place], rows[place])[:top_k])
        return found

    def _with_ties(self, vector: Vectors, top_k: int) -> list[Hit]:
        """The hits of one vector, of equally near ones those with the first ids: fetched deeper until no tie is cut.

        By itself, so that memory grows with the index and not with its square where all vectors are equal.
        """
        depth = top_k + 1
        while True:
            depth = min(2 * depth, len(self._ids))
            scores, rows = self._index.search(vector, depth)
            if depth == len(self._ids) or scores[0, -1] != scores[0, top_k - 1]:
                return self._hits(scores[0], rows[0])[:top_k]

    def _hits(self, scores: npt.NDArray[np.float32], rows: npt.NDArray[np.int64]) -> list[Hit]:
        hits = [Hit(self._ids[row], float(score)) for score, row in zip(scores, rows, strict=True) if row >= 0]
        return sorted(hits, key=lambda hit: (-hit.score, hit.id))

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


def _is_tied(scores: npt.NDArray[np.float32], top_k: int) -> bool:
    """Whether what would be left out is as near as the last hit that is asked for."""
    return len(scores) > top_k and bool(scores[-1] == scores[top_k - 1])


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
