"""A real encoder that needs no weights: words are hashed into the places of a vector."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from factcheck.interfaces import Vectors


class WordEncoder:
    """Implements `factcheck.interfaces.Encoder`: a bag of words in 256 places. Counts what it was asked to encode."""

    name = "words/1"
    dimension = 256

    def __init__(self) -> None:
        self.batches: list[list[str]] = []

    def encode(self, texts: Sequence[str]) -> Vectors:
        self.batches.append(list(texts))
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, text in enumerate(texts):
            for word in text.lower().split():
                vectors[row, zlib.crc32(word.strip(".,;:!?").encode("utf-8", "replace")) % self.dimension] += 1
            if not vectors[row].any():
                vectors[row, 0] = 1
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True) if len(texts) else vectors
