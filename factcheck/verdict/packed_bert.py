"""The stance model that ships: a cross-encoder as in `transformers.BertForSequenceClassification`, in any precision.

The answer is read from a pair's first piece. Beside weights of fewer bits those in float32 are kept, for pairs whose
answer in fewer bits could be another one.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from factcheck.domain.precision import Precision
from factcheck.models.bert import Bert, Pieces, Tensors, whole
from factcheck.models.linears import linear
from factcheck.models.processor import CPUINFO, multiplies_bfloat16, multiplies_bytes

if TYPE_CHECKING:
    import numpy.typing as npt
    from torch import Tensor

    from factcheck.models.stance_weights import StanceWeights
    from factcheck.verdict.windows import Offsets

LONGEST: Final = 192
"""Word pieces of a pair with its three marks: as long as the longest that it was trained on."""
MARGINS: Final = {Precision.FLOAT32: 0.0, Precision.BFLOAT16: 0.1, Precision.INT8: 0.6}
"""By how much the log-odds of two answers may differ from those in float32, and more than ever was measured
(`benchmarks.precisions`; see `docs/measurements.md`)."""
_LABELS: Final = 3


class PackedBert:
    """Implements `factcheck.verdict.cross_encoder.PairReader`. The passage comes first, as in training.

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
        read = Tensors(weights.tensors, model="stance model")
        self._temperature, self._bias = weights.temperature, np.array(weights.bias)
        self._bert = Bert(folder, read, prefix="bert.")
        self._layers = self._bert.layers
        if precision is not Precision.FLOAT32:
            has = multiplies_bytes(cpuinfo) if precision is Precision.INT8 else multiplies_bfloat16(cpuinfo)
            self._layers = self._bert.layers_in(read, partial(linear, precision=precision, in_hardware=has))
        self.margin = MARGINS[precision]
        self._pooler = read.linear("bert.pooler.dense", self._bert.width, self._bert.width)
        self._classifier = read.linear("classifier", _LABELS, self._bert.width)

    def offsets(self, texts: Sequence[str]) -> list[Offsets]:
        """Where the word pieces of each text stand in it."""
        read = self._bert.tokenizer.encode_batch([whole(text) for text in texts], add_special_tokens=False)
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
        layers = self._bert.layers if exact else self._layers
        return self._bert.run(self._pieces(pairs), self._answer, _LABELS, layers=layers, only_first=True)

    def _pieces(self, pairs: Sequence[tuple[str, str]]) -> list[Pieces]:
        """`[CLS] passage [SEP] claim [SEP]` of each pair."""
        texts = list(dict.fromkeys(text for pair in pairs for text in pair))
        ids = dict(zip(texts, self._bert.ids(texts), strict=True))
        cls, sep = self._bert.cls, self._bert.sep
        return [Pieces([cls, *ids[passage], sep, *ids[claim], sep], len(ids[passage]) + 2) for claim, passage in pairs]

    def _answer(self, first: Tensor, _: Sequence[int]) -> Tensor:
        import torch
        from torch.nn import functional

        pooled = torch.tanh(functional.linear(first, *self._pooler))
        return functional.linear(pooled, *self._classifier)
