"""The network of `factcheck.language.sentences.boundary_model` in a form that can be trained, and its training."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
import numpy.typing as npt
import torch
from torch import Tensor, nn
from torch.nn import functional

from factcheck.language.sentences.boundary_features import PLACE_SIZES, Words
from factcheck.language.sentences.boundary_words import SIZES

WORD: Final = 48
STRETCH: Final = 96
EPOCHS: Final = 7
BATCH: Final = 16
RATE: Final = 3e-3
DECAY: Final = 0.02
DROPPED: Final = 0.35
"""Share of the numbers that each layer loses while it learns."""
UNKNOWN: Final = 0.3
"""Share of the words that are not told while it learns: it has to find its way by shapes and marks too."""
SEGMENT: Final = 256
MARGIN: Final = 16

_TOTAL: Final = sum(SIZES) + sum(PLACE_SIZES)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One text: n words with k numbers each, and what is known of the gap after each.

    Attributes:
        numbers: Shape (n, k): places in the table of signs and places; the last column is the word's vector.
        ends: Shape (n,): 1 where a sentence ends.
        counts: Shape (n,): 1 where that is to be learned, 0 where an empty line already says it.
    """

    numbers: npt.NDArray[np.int64]
    ends: npt.NDArray[np.float32]
    counts: npt.NDArray[np.float32]


def numbers(words: Words, keys: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
    """The numbers of an `Example`, shape (n, k)."""
    known = np.minimum(np.searchsorted(keys, words.keys), len(keys) - 1)
    vector = np.where(keys[known] == words.keys, known, len(keys))
    starts = np.concatenate([[0], np.cumsum((*SIZES, *PLACE_SIZES))[:-1]])
    return np.concatenate(
        [np.concatenate([words.rows[words.which], words.places], axis=1) + starts, vector[words.which][:, None]], axis=1
    )


class BoundaryNetwork(nn.Module):
    """Log odds of a sentence's end after each word; see `factcheck.language.sentences.boundary_model.Network`."""

    def __init__(self, vectors: Tensor) -> None:
        super().__init__()
        self.signs = nn.Embedding(_TOTAL + 1, WORD, padding_idx=_TOTAL)
        nn.init.normal_(self.signs.weight, std=0.1)
        with torch.no_grad():
            self.signs.weight[_TOTAL] = 0
        known = torch.cat([vectors, torch.zeros_like(vectors[:1])])
        self.known = nn.Embedding.from_pretrained(known, freeze=True)  # type: ignore[no-untyped-call]
        self.vectors = nn.Linear(vectors.shape[1], WORD, bias=False)
        self.near = nn.Conv1d(WORD, STRETCH, 5, padding=2)
        self.far = nn.Conv1d(STRETCH, STRETCH, 5, padding=4, dilation=2)
        self.pair = nn.Conv1d(STRETCH, STRETCH, 2)
        self.out = nn.Conv1d(STRETCH, 1, 1)
        self.drop = nn.Dropout(DROPPED)

    def forward(self, numbers: Tensor) -> Tensor:
        """From shape (b, n, k), int64, to (b, n)."""
        vector = self.vectors(self.known(numbers[:, :, -1]))
        signs = self.signs(numbers[:, :, :-1])
        if self.training:
            kept = (torch.rand((*numbers.shape[:2], 1, 1)) > UNKNOWN).float()
            signs = torch.cat([signs[:, :, :2] * kept, signs[:, :, 2:]], 2)
            vector = vector * (torch.rand((*numbers.shape[:2], 1)) > UNKNOWN).float()
        words = self.drop(signs.sum(2) + vector).transpose(1, 2)
        near = torch.relu(self.near(words))
        dropped = self.drop(near)
        far = self.drop(torch.relu(self.far(dropped)) + near)
        answer: Tensor = self.out(self.drop(torch.relu(self.pair(functional.pad(far, (0, 1))))))
        return answer[:, 0]


def trained(examples: Sequence[Example], vectors: Tensor, *, seed: int) -> BoundaryNetwork:
    """A network that learned `examples`, the same each time on one kind of machine."""
    torch.manual_seed(seed)
    random.seed(seed)
    torch.use_deterministic_algorithms(mode=True)
    network = BoundaryNetwork(vectors)
    numbers, ends, counts = _segments(examples, len(vectors))
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    steps = EPOCHS * -(-len(numbers) // BATCH)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, RATE, total_steps=steps, pct_start=0.1)
    network.train()
    for _ in range(EPOCHS):
        order = torch.randperm(len(numbers))
        for start, end in pairwise([*range(0, len(order), BATCH), len(order)]):
            chosen = order[start:end]
            losses = functional.binary_cross_entropy_with_logits(
                network(numbers[chosen]), ends[chosen], reduction="none"
            )
            loss = (losses * counts[chosen]).sum() / counts[chosen].sum().clamp(min=1)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            optimizer.step()
            schedule.step()
    return network.eval()


def _segments(examples: Sequence[Example], unknown: int) -> tuple[Tensor, Tensor, Tensor]:
    """Texts cut into stretches of `SEGMENT` words, with `MARGIN` on either side that is seen but not learned."""
    wide = SEGMENT + 2 * MARGIN
    parts: list[tuple[npt.NDArray[np.int64], npt.NDArray[np.float32], npt.NDArray[np.float32]]] = []
    for each in examples:
        for start in range(0, len(each.ends), SEGMENT):
            first = start - MARGIN
            low, high = max(first, 0), min(first + wide, len(each.ends))
            end = min(start + SEGMENT, len(each.ends))
            rows = np.full((wide, each.numbers.shape[1]), _TOTAL, dtype=np.int64)
            rows[:, -1] = unknown
            rows[low - first : high - first] = each.numbers[low:high]
            ends, counts = np.zeros(wide, dtype=np.float32), np.zeros(wide, dtype=np.float32)
            ends[start - first : end - first] = each.ends[start:end]
            counts[start - first : end - first] = each.counts[start:end]
            parts.append((rows, ends, counts))
    rows_, ends_, counts_ = (np.array(each) for each in zip(*parts, strict=True))
    return torch.from_numpy(rows_), torch.from_numpy(ends_), torch.from_numpy(counts_)


def tensors(network: BoundaryNetwork) -> dict[str, npt.NDArray[np.float16]]:
    """The network's weights as `factcheck.language.sentences.boundary_model.read` takes them."""
    return {f"net.{name}": each.astype(np.float16) for name, each in _weights(network).items()}


def _weights(network: BoundaryNetwork) -> dict[str, npt.NDArray[np.float32]]:
    table = _array(network.signs.weight)
    return {
        "signs": table[: sum(SIZES)],
        "places": table[sum(SIZES) : _TOTAL],
        "vectors": _array(network.vectors.weight).T,
        "near": _array(network.near.weight).transpose(2, 1, 0),
        "near_bias": _array(network.near.bias),
        "far": _array(network.far.weight).transpose(2, 1, 0),
        "far_bias": _array(network.far.bias),
        "pair": _array(network.pair.weight).transpose(2, 1, 0),
        "pair_bias": _array(network.pair.bias),
        "out": _array(network.out.weight)[0, :, 0],
        "out_bias": _array(network.out.bias),
    }


def _array(tensor: Tensor | None) -> npt.NDArray[np.float32]:
    assert tensor is not None
    array: npt.NDArray[np.float32] = tensor.detach().numpy()
    return array
