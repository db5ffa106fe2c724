"""A BERT, as in `transformers.BertModel`, run without padding.

The word pieces of a batch stand one after another, and attention runs over all texts of one length at a time. Where
only the first piece of a text is asked for, no other is computed in the last layer. Both change nothing but the time.

Only the products of weights and values may be in fewer bits; what stands between them is float32. Loading it imports
torch and the tokenizer only, which takes a third of the time that sentence-transformers takes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, NamedTuple

import numpy as np

from factcheck.errors import ModelError
from factcheck.models.batches import batches
from factcheck.models.linears import Linear, linear

if TYPE_CHECKING:
    import numpy.typing as npt
    from torch import Tensor

WEIGHTS: Final = "model.safetensors"
WORDS: Final = "embeddings.word_embeddings.weight"
_BATCH: Final = 2048
"""Word pieces at a time: their values stay in the processor's cache between two steps."""
_EPSILON: Final = 1e-12
_GELU_LEAST: Final = -0.17
"""Below every value of GELU, whose least is -0.16997."""


class Pieces(NamedTuple):
    """A text, or two, as the network reads it.

    Attributes:
        ids: Of its word pieces, with the marks.
        second: Where the second text begins; their number where there is none.
    """

    ids: list[int]
    second: int


class Bert:
    """A network of the default encoder's build, with its tokenizer.

    Args:
        folder: The default encoder's, whose digests were checked: configuration, tokenizer and embedding table.
        read: All other weights.
        prefix: Stands before their names.

    Raises:
        ModelError: If a tensor is missing, has another shape, or holds something that is no number.
    """

    def __init__(self, folder: Path, read: Tensors, *, prefix: str = "") -> None:
        import json

        from safetensors import safe_open
        from tokenizers import Tokenizer

        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_truncation()
        self.tokenizer.no_padding()
        vocabulary = self.tokenizer.get_vocab()
        self.cls, self.sep = vocabulary["[CLS]"], vocabulary["[SEP]"]
        config = json.loads((folder / "config.json").read_bytes())
        self._heads = int(config["num_attention_heads"])
        self.width, self._inner = int(config["hidden_size"]), int(config["intermediate_size"])
        self._count = int(config["num_hidden_layers"])
        self._prefix = prefix
        with safe_open(folder / WEIGHTS, framework="pt") as backbone:
            self._words = backbone.get_tensor(WORDS).float()
        part = f"{prefix}embeddings"
        positions = int(config["max_position_embeddings"])
        self._positions = read(f"{part}.position_embeddings.weight", positions, self.width)
        self._types = read(f"{part}.token_type_embeddings.weight", int(config["type_vocab_size"]), self.width)
        self._norm = read.norm(f"{part}.LayerNorm", self.width)
        self.layers = self.layers_in(read, linear)

    def layers_in(self, read: Tensors, made: Callable[..., Linear]) -> list[Layer]:
        """The layers with their products made by `made`, whose arguments are those of `linear`."""
        return list(_layers(read, made, self._prefix, self._count, self.width, self._inner))

    def ids(self, texts: Sequence[str]) -> list[list[int]]:
        """The word pieces of each text, without marks and uncut."""
        return [each.ids for each in self.tokenizer.encode_batch_fast([*map(whole, texts)], add_special_tokens=False)]

    def run(
        self,
        texts: Sequence[Pieces],
        use: Callable[[Tensor, Sequence[int]], Tensor],
        width: int,
        *,
        layers: Sequence[Layer] | None = None,
        only_first: bool = False,
    ) -> npt.NDArray[np.float32]:
        """What `use` makes of the last layer's values, shape (len(texts), width), float32, in the order of `texts`.

        Args:
            use: Gets values of shape (pieces, width of the network) and the length of each text; with `only_first`
                values of shape (texts, width of the network).
            layers: Others than those in float32, as `layers_in` gives them.
        """
        import torch

        found = np.zeros((len(texts), width), dtype=np.float32)
        with torch.inference_mode():
            for rows in batches([len(each.ids) for each in texts], most=_BATCH):
                some = [texts[row] for row in rows]
                values = self._values(some, layers or self.layers, only_first=only_first)
                found[rows] = use(values, [len(each.ids) for each in some]).numpy()
        return found

    def _values(self, texts: Sequence[Pieces], layers: Sequence[Layer], *, only_first: bool) -> Tensor:
        """The last layer's values of texts in the order of their lengths."""
        import torch

        lengths = [len(each.ids) for each in texts]
        groups = [(length, len(list(each))) for length, each in groupby(lengths)]
        ids = torch.tensor([piece for each in texts for piece in each.ids])
        places = torch.cat([torch.arange(length) for length in lengths])
        second = torch.tensor([each.second for each in texts])
        types = (places >= second.repeat_interleave(torch.tensor(lengths))).long()
        values = self._words[ids].add_(self._positions[places]).add_(self._types[types])
        values = _normed(values, self._norm)
        for layer in layers[:-1]:
            values = layer(values, groups, self._heads)
        return layers[-1](values, groups, self._heads, only_first=only_first)


class Layer:
    """One layer of the network: attention, then each piece by itself, both added to what came in."""

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


class Tensors:
    """Takes tensors out by name and shape, in float32.

    Args:
        model: Which they are, for a message.
    """

    def __init__(self, tensors: Mapping[str, npt.NDArray[Any]], *, model: str) -> None:
        self._tensors = tensors
        self._model = model

    def __call__(self, name: str, *shape: int) -> Tensor:
        import torch

        found = self._tensors.get(name)
        if found is None or found.shape != shape or not np.isfinite(found).all():
            fault = "are missing" if found is None else f"have shape {found.shape}" if found.shape != shape else ""
            raise ModelError(
                f"The weights {name} of the {self._model} {fault or 'hold something that is no number'}.",
                hint="Install factcheck again; its weights come with it.",
            )
        return torch.from_numpy(found.astype(np.float32))

    def linear(self, name: str, out: int, into: int) -> tuple[Tensor, Tensor]:
        return self(f"{name}.weight", out, into), self(f"{name}.bias", out)

    def norm(self, name: str, width: int) -> tuple[Tensor, Tensor]:
        return self(f"{name}.weight", width), self(f"{name}.bias", width)


def whole(text: str) -> str:
    """`text`, with a sign in the place of each half of a character: the tokenizer refuses those."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _layers(
    read: Tensors, made: Callable[..., Linear], prefix: str, count: int, width: int, inner: int
) -> Iterator[Layer]:
    import torch

    for number in range(count):
        part = f"{prefix}encoder.layer.{number}"
        looking = [read.linear(f"{part}.attention.self.{each}", width, width) for each in ("query", "key", "value")]
        yield Layer(
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
