"""Sentence vectors by the default model, without sentence-transformers: the mean of a text's pieces, of length 1.

The same vectors up to the last digits of float32. sentence-transformers takes seconds of every command to be imported,
more than all else that a command loads, and pads the texts of a batch to one length.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Final

import numpy as np

from factcheck.models.bert import WEIGHTS, WORDS, Bert, Pieces, Tensors
from factcheck.models.weights import Weights

if TYPE_CHECKING:
    from torch import Tensor

    from factcheck.interfaces import Vectors

LONGEST: Final = 256
"""Word pieces of a text with its two marks that are read, as the model's own configuration has it."""
_LEAST_LENGTH: Final = 1e-12
"""Of a row, so that one of zeros stays one."""


class PackedEncoder:
    """Implements `factcheck.interfaces.Encoder`, in float32. Loading takes about three seconds and 300 MB.

    Args:
        weights: The default model's, as `factcheck.models.weights.find_weights` has checked them.
    """

    def __init__(self, weights: Weights) -> None:
        from safetensors import safe_open

        self._name = weights.label
        with safe_open(weights.folder / WEIGHTS, framework="np") as file:
            tensors = {name: file.get_tensor(name) for name in file.keys() if name != WORDS}  # noqa: SIM118  # no mapping
        self._bert = Bert(weights.folder, Tensors(tensors, model="encoder"))

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return self._bert.width

    def encode(self, texts: Sequence[str]) -> Vectors:
        marks = 2
        cut = [each[: LONGEST - marks] for each in self._bert.ids(texts)]
        read = [Pieces([self._bert.cls, *each, self._bert.sep], len(each) + marks) for each in cut]
        rows = self._bert.run(read, _means, self.dimension)
        normal: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(_LEAST_LENGTH))
        return normal


def _means(values: Tensor, lengths: Sequence[int]) -> Tensor:
    """The mean of each text's values; the texts stand in the order of their lengths."""
    import torch

    found = []
    begin = 0
    for length, same in groupby(lengths):
        end = begin + length * len(list(same))
        found.append(values[begin:end].view(-1, length, values.shape[1]).mean(dim=1))
        begin = end
    return torch.cat(found)
