"""How likely a sentence ends after each word, by a small convolutional network over the words' signs.

It sums vectors of a word's signs and place, looks at the five words around it, at every second of the nine around
those, and at the pair of words that stands at the gap. Computed with numpy in blocks, so that a long text needs little
memory; imported late.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

import factcheck
from factcheck.errors import ModelError
from factcheck.language.sentences.boundary_features import PLACE_SIZES, Words
from factcheck.language.sentences.boundary_words import SIZES

Floats: TypeAlias = npt.NDArray[np.float32]

WEIGHTS: Final = Path(factcheck.__file__).parent / "models" / "sentence_boundaries" / "weights.safetensors"
NEAR: Final = (-2, -1, 0, 1, 2)
"""The words that the first layer sees around each."""
FAR: Final = (-4, -2, 0, 2, 4)
"""Those of the first layer's answers that the second sees."""
HALO: Final = 8
"""Words on either side that a gap's answer depends on, rounded up."""
_BLOCK: Final = 1024
"""So many words' numbers stay in a processor core's own memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """One network's weights, float32; d numbers describe a word, c a stretch of text.

    Attributes:
        signs: Shape (sum(SIZES), d).
        vectors: Shape (v + 1, d): of the words whose meaning is known; the last one is 0.
        places: Shape (sum(PLACE_SIZES), d).
        near: Shape (5, d, c), and its bias (c,).
        far: Shape (5, c, c), and its bias.
        pair: Shape (2, c, c), and its bias.
        out: Shape (c,), and its bias, a number.
    """

    signs: Floats
    vectors: Floats
    places: Floats
    near: Floats
    near_bias: Floats
    far: Floats
    far_bias: Floats
    pair: Floats
    pair_bias: Floats
    out: Floats
    out_bias: float


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundaryModel:
    """A network, and the sorted CRC-32 keys, shape (v,), of the words in its `vectors`."""

    network: Network
    keys: npt.NDArray[np.uint32]

    def scores(self, words: Words) -> Floats:
        """Log odds that a sentence ends after each word: shape (n,), float32."""
        known = np.minimum(np.searchsorted(self.keys, words.keys), len(self.keys) - 1)
        vector = np.where(self.keys[known] == words.keys, known, len(self.keys))
        described = self.network.vectors[vector] + self.network.signs[words.rows + _offsets(SIZES)].sum(axis=1)
        places = words.places + _offsets(PLACE_SIZES)
        answers = np.empty(len(words), dtype=np.float32)
        for start in range(0, len(words), _BLOCK):
            end = min(start + _BLOCK, len(words))
            low, high = max(start - HALO, 0), min(end + HALO, len(words))
            marked = np.zeros((high - low, sum(PLACE_SIZES)), dtype=np.float32)
            marked[np.arange(high - low)[:, None], places[low:high]] = 1
            # Before the text's beginning and after its end there is nothing, as in training.
            padded = np.zeros((end - start + 2 * HALO, described.shape[1]), dtype=np.float32)
            inside = described[words.which[low:high]] + marked @ self.network.places
            padded[low - start + HALO : high - start + HALO] = inside
            answers[start:end] = _answers(self.network, padded)
        return answers


def _answers(network: Network, words: Floats) -> Floats:
    """For the gaps after all of `words` but `HALO` at either end."""
    count = len(words) - 2 * HALO
    around = count + 2 * FAR[-1] + 1  # the pair's second word is one more
    low = HALO - FAR[-1]
    near = _rectified(network.near, network.near_bias, words, [low + each for each in NEAR], around)
    far = _rectified(network.far, network.far_bias, near, [FAR[-1] + each for each in FAR], count + 1)
    far += near[FAR[-1] : FAR[-1] + count + 1]
    pair = _rectified(network.pair, network.pair_bias, far, [0, 1], count)
    answer: Floats = pair @ network.out + np.float32(network.out_bias)
    return answer


def _rectified(weights: Floats, bias: Floats, rows: Floats, starts: list[int], count: int) -> Floats:
    """A convolution with its rectifier: the k-th weights see `rows` from the k-th of `starts` on."""
    total: Floats = rows[starts[0] : starts[0] + count] @ weights[0]
    for each, start in zip(weights[1:], starts[1:], strict=True):
        total += rows[start : start + count] @ each
    total += bias
    np.maximum(total, 0, out=total)
    return total


def _offsets(sizes: tuple[int, ...]) -> npt.NDArray[np.int64]:
    """Where each column's values begin in a table that holds those of all columns."""
    return np.concatenate([[0], np.cumsum(sizes)[:-1]])


@cache
def shipped(sha256: str) -> BoundaryModel:
    """The model that comes with factcheck, read once.

    Raises:
        ModelError: If its file is missing or has another digest.
    """
    return read(WEIGHTS, sha256=sha256)


def read(path: Path, *, sha256: str) -> BoundaryModel:
    """The model in a safetensors file with this digest.

    Raises:
        ModelError: If the file can't be read or has another digest.
    """
    from safetensors.numpy import load

    hint = "Install factcheck again."
    try:
        content = path.read_bytes()
    except OSError as error:
        raise ModelError(f"{path}, which finds sentences, can't be read: {error.strerror}.", hint=hint) from error
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise ModelError(f"{path} has sha256 {found[:12]}…, not {sha256[:12]}…: it was changed or cut.", hint=hint)
    tensors = load(content)
    parts = {n.removeprefix("net."): each.astype(np.float32) for n, each in tensors.items() if n.startswith("net.")}
    known = tensors["vectors"].astype(np.float32) * tensors["vector_scale"]
    vectors = np.concatenate([known, np.zeros_like(known[:1])]) @ parts.pop("vectors")
    bias = float(parts.pop("out_bias")[0])
    return BoundaryModel(network=Network(vectors=vectors, out_bias=bias, **parts), keys=tensors["keys"])
