"""Every vector index keeps the contract."""

from __future__ import annotations

from pathlib import Path

from factcheck.evidence.faiss_index import FaissIndex, load_index
from tests.contracts.vector_index_contract import VectorIndexContract


class TestFaiss(VectorIndexContract):
    def make(self, dimension: int) -> FaissIndex:
        return FaissIndex(dimension)

    def load(self, path: Path, sha256: str) -> FaissIndex:
        return load_index(path, sha256=sha256)
