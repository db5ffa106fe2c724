"""The stance model that ships, run without padding, in any precision.

A BERT cross-encoder as in `transformers.BertForSequenceClassification`, with two differences that change nothing but
the time. The word pieces of a batch stand one after another without padding, and attention runs over all pairs of one
length at a time. Of the last layer only the first piece is computed, the one that the answer is read from.

Only the products of weights and values are in the precision; what stands between them is float32. Beside them the
weights are kept in float32, for pairs whose answer in fewer bits could be another one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from factcheck.domain.precision import Precision
from factcheck.errors import ModelError
from factcheck.models.processor import CPUINFO, multiplies_bfloat16, multiplies_bytes
from factcheck.verdict.stance.batches import batches
from factcheck.verdict.stance.linears import Linear, linear

if TYPE_CHECKING:
    import numpy.typing as npt
    from torch import Tensor

    from factcheck.models.stance_weights import StanceWeights
    from factcheck.verdict.stance.windows import Offsets

LONGEST: Final = 192
"""Word pieces of a pair with its three marks: as long as the longest that it was trained on."""
_BATCH: Final = 2048
"""Word pieces at a time: their values stay in the processor's cache between two steps."""
_EPSILON: Final = 1e-12
MARGINS: Final = {Precision.FLOAT32: 0.0, Precision.BFLOAT16: 0.1, Precision.INT8: 0.6}
"""By how much the log-odds of two answers may differ from those in float32, and more than ever was measured
(`benchmarks.precisions`; see `docs/measurements.md`)."""
_GELU_LEAST: Final = -0.17
"""Below every value of GELU, whose least is -0.16997."""


class PackedBert:
    """Implements `factcheck.verdict.stance.cross_encoder.PairReader`. The passage comes first, as in training.

    Args:
        folder: The default encoder's, whose digests were checked: configuration, tokenizer and embedding table.
        weights: All others, and how its answers become probabilities.
        precision: Of the weights' products.
        cpuinfo: Says whether the processor has it; where not, it is emulated.

    Raises:
        ModelError: If a tensor is missing, has another shape, or holds something that is no number.
    """

    longest = LONGEST

    def __init__(
        self, folder: Path, weights: StanceWeights, precision: Precision = Precision.FLOAT32, cpuinfo: Path = CPUINFO
    ) -> None:
        import json

        from safetensors import safe_open
        from tokenizers import Tokenizer

        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        vocabulary = self._tokenizer.get_vocab()
        self._cls, self._sep = vocabulary["[CLS]"], vocabulary["[SEP]"]
        config = json.loads((folder / "config.json").read_bytes())
        self._heads = int(config["num_attention_heads"])
        width, inner = int(config["hidden_size"]), int(config["intermediate_size"])
        read = _Reading(weights.tensors)
        self._temperature, self._bias = weights.temperature, np.array(weights.bias)
        with safe_open(folder / "model.safetensors", framework="pt") as backbone:
            self._words = backbone.get_tensor("embeddings.word_embeddings.weight").float()
        part = "bert.embeddings"
        self._positions = read(f"{part}.position_embeddings.weight", int(config["max_position_embeddings"]), width)
        self._types = read(f"{part}.token_type_embeddings.weight", int(config["type_vocab_size"]), width)
        self._norm = read.norm(f"{part}.LayerNorm", width)
        shape = (int(config["num_hidden_layers"]), width, inner)
        self._exact = self._layers = list(_layers(read, linear, *shape))
        if precision is not Precision.FLOAT32:
            has = multiplies_bytes(cpuinfo) if precision is Precision.INT8 else multiplies_bfloat16(cpuinfo)
            self._layers = list(_layers(read, partial(linear, precision=precision, in_hardware=has), *shape))
        self.margin = MARGINS[precision]
        self._pooler = read.linear("bert.pooler.dense", width, width)
        self._classifier = read.linear("classifier", 3, width)

    def offsets(self, texts: Sequence[str]) -> list[Offsets]:
        """Where the word pieces of each text stand in it."""
        read = self._tokenizer.encode_batch([_whole(text) for text in texts], add_special_tokens=False)
        return [np.array(each.offsets, dtype=np.int64).reshape(-1, 2) for each in read]

    def scores(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> npt.NDArray[np.float32]:
        """Shape (n, 3) for pairs of claim and passage: supports, refutes, neutral, rows summing to 1."""
        shifted = self.logits(pairs, exact=exact) / self._temperature + self._bias
        powers = np.exp(shifted - shifted.max(axis=1, keepdims=True))
        return np.asarray(powers / powers.sum(axis=1, keepdims=True), dtype=np.float32)

    def logits(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> npt.NDArray[np.float32]:
        """Shape (n, 3) for supports, refutes, neutral, in the order of `pairs` of a claim and a passage.

        A pair may have at most `longest` word pieces with its marks. `exact` reads in float32.
        """
        import torch

        pieces = self._pieces(pairs)
        layers = self._exact if exact else self._layers
        found = np.zeros((len(pieces), 3), dtype=np.float32)
        with torch.inference_mode():
            for rows in batches([len(each) for each, _ in pieces], most=_BATCH):
                found[rows] = self._run([pieces[row] for row in rows], layers).numpy()
        return found

    def _pieces(self, pairs: Sequence[tuple[str, str]]) -> list[tuple[list[int], int]]:
        """`[CLS] passage [SEP] claim [SEP]` of each pair, and where the claim begins."""
        texts = list(dict.fromkeys(text for pair in pairs for text in pair))
        read = self._tokenizer.encode_batch_fast([_whole(text) for text in texts], add_special_tokens=False)
        ids = {text: each.ids for text, each in zip(texts, read, strict=True)}
        return [
            ([self._cls, *ids[passage], self._sep, *ids[claim], self._sep], len(ids[passage]) + 2)
            for claim, passage in pairs
        ]

    def _run(self, batch: Sequence[tuple[list[int], int]], layers: Sequence[_Layer]) -> Tensor:
        """The logits of pairs in the order of their lengths."""
        import torch
        from torch.nn import functional

        lengths = [len(ids) for ids, _ in batch]
        groups = [(length, len(list(each))) for length, each in groupby(lengths)]
        ids = torch.tensor([piece for ids, _ in batch for piece in ids])
        places = torch.cat([torch.arange(length) for length in lengths])
        claim_from = torch.tensor([begin for _, begin in batch])
        types = (places >= claim_from.repeat_interleave(torch.tensor(lengths))).long()
        values = self._words[ids].add_(self._positions[places]).add_(self._types[types])
        values = _normed(values, self._norm)
        for layer in layers[:-1]:
            values = layer(values, groups, self._heads)
        first = layers[-1](values, groups, self._heads, only_first=True)
        pooled = torch.tanh(functional.linear(first, *self._pooler))
        return functional.linear(pooled, *self._classifier)


class _Layer:
    """One layer of the encoder: attention, then each piece by itself, both added to what came in."""

    def __init__(self, **parts: Any) -> None:  # noqa: ANN401  # tensors and functions of them
        self._looking: Linear = parts["looking"]
        self._attended: Linear = parts["attended"]
        self._widened: Linear = parts["widened"]
        self._narrowed: Linear = parts["narrowed"]
        self._attended_norm, self._norm = parts["attended_norm"], parts["norm"]

    def __call__(
        self, values: Tensor, groups: Sequence[tuple[int, int]], heads: int, *, only_first: bool = False
    ) -> Tensor:
        """Values of shape (pieces, width) to the same shape, or to that of the first pieces only."""
        import torch
        from torch.nn import functional

        seen = self._looking(values)
        found = []
        begin = 0
        for length, count in groups:
            end = begin + length * count
            query, key, value = seen[begin:end].view(count, length, 3, heads, -1).permute(2, 0, 3, 1, 4)
            query = query[:, :, :1] if only_first else query
            looked = functional.scaled_dot_product_attention(query, key, value)
            found.append(looked.transpose(1, 2).reshape(-1, values.shape[1]))
            begin = end
        if only_first:
            lengths = torch.tensor([length for length, count in groups for _ in range(count)])
            values = values[lengths.cumsum(0) - lengths]
        values = _normed(self._attended(torch.cat(found)).add_(values), self._attended_norm)
        wide = functional.gelu(self._widened(values))
        return _normed(self._narrowed(wide).add_(values), self._norm)


def _layers(read: _Reading, made: Callable[..., Linear], count: int, width: int, inner: int) -> Iterator[_Layer]:
    import torch

    for number in range(count):
        part = f"bert.encoder.layer.{number}"
        looking = [read.linear(f"{part}.attention.self.{each}", width, width) for each in ("query", "key", "value")]
        yield _Layer(
            looking=made(*(torch.cat([pair[place] for pair in looking]) for place in (0, 1))),
            attended=made(*read.linear(f"{part}.attention.output.dense", width, width)),
            attended_norm=read.norm(f"{part}.attention.output.LayerNorm", width),
            widened=made(*read.linear(f"{part}.intermediate.dense", inner, width)),
            narrowed=made(*read.linear(f"{part}.output.dense", width, inner), least=_GELU_LEAST),
            norm=read.norm(f"{part}.output.LayerNorm", width),
        )


def _normed(values: Tensor, norm: tuple[Tensor, Tensor]) -> Tensor:
    from torch.nn import functional

    return functional.layer_norm(values, values.shape[-1:], *norm, eps=_EPSILON)


class _Reading:
    """Takes tensors out by name and shape."""

    def __init__(self, tensors: Mapping[str, npt.NDArray[np.float16]]) -> None:
        self._tensors = tensors

    def __call__(self, name: str, *shape: int) -> Tensor:
        import torch

        found = self._tensors.get(name)
        if found is None or found.shape != shape or not np.isfinite(found).all():
            fault = "are missing" if found is None else f"have shape {found.shape}" if found.shape != shape else ""
            raise ModelError(
                f"The weights {name} of the stance model {fault or 'hold something that is no number'}.",
                hint="Install factcheck again; its weights come with it.",
            )
        return torch.from_numpy(found.astype(np.float32))

    def linear(self, name: str, out: int, into: int) -> tuple[Tensor, Tensor]:
        return self(f"{name}.weight", out, into), self(f"{name}.bias", out)

    def norm(self, name: str, width: int) -> tuple[Tensor, Tensor]:
        return self(f"{name}.weight", width), self(f"{name}.bias", width)


def _whole(text: str) -> str:
    """`text`, with a sign in the place of each half of a character: the tokenizer refuses those."""
    return text.encode("utf-8", "replace").decode("utf-8")
