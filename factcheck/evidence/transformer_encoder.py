"""Sentence vectors by sentence-transformers: with the tests of it, the only place that loads torch.

The network computes in float32 or bfloat16; its vectors are brought to length 1 in float32 either way, so that those
of one precision compare with those of the other.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from factcheck.domain.precision import Precision
from factcheck.errors import ModelError
from factcheck.models.weights import Weights

if TYPE_CHECKING:
    from factcheck.interfaces import Vectors

BATCH: Final = 32
_LEAST_LENGTH: Final = 1e-12
"""Of a row, so that one of zeros stays one."""


class TransformerEncoder:
    """Implements `factcheck.interfaces.Encoder`. Loading takes seconds and about 500 MB.

    Args:
        precision: Of the network: float32, or bfloat16, which is fast only where the processor has it.

    Raises:
        ModelError: If the folder isn't a sentence-transformers model.
    """

    def __init__(self, weights: Weights, precision: Precision = Precision.FLOAT32) -> None:
        self._name = weights.label
        self._model = _load(weights, precision)
        self._dimension = int(self._model.get_embedding_dimension() or 0)
        self._check(weights)

    @property
    def name(self) -> str:
        return self._name

    @property
    def dimension(self) -> int:
        return self._dimension

    def encode(self, texts: Sequence[str]) -> Vectors:
        if not texts:
            return np.zeros((0, self._dimension), dtype=np.float32)
        # The tokenizer refuses lone surrogates, which a command line can carry.
        clean = [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
        found = self._model.encode(clean, batch_size=BATCH, convert_to_numpy=True, show_progress_bar=False)
        rows = np.ascontiguousarray(found, dtype=np.float32)
        # Here and not in the network, whose own numbers may be too coarse for a length of 1.
        normal: Vectors = rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), np.float32(_LEAST_LENGTH))
        return normal

    def _check(self, weights: Weights) -> None:
        """Refuse a model that loads and can't work: one without a vocabulary, or whose weights aren't numbers."""
        # Of one length and form: without a vocabulary nothing tells them apart.
        first, second = self.encode(["She sings.", "He drives."])
        if not np.isfinite(first).all() or np.allclose(first, second):
            raise ModelError(
                f"{weights.folder} gives no vectors that tell texts apart.",
                hint="Check that the model's tokenizer files are in its folder, or take the folder anew.",
            )


def _load(weights: Weights, precision: Precision) -> Any:  # noqa: ANN401  # the library is not typed
    # Nothing is ever fetched here: `find_weights` has found or fetched the folder before.
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    os.environ.setdefault("TRANSFORMERS_OFFLINE", "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    for name in ("sentence_transformers", "transformers"):
        logging.getLogger(name).setLevel(logging.ERROR)
    try:
        return SentenceTransformer(
            str(weights.folder),
            device="cpu",
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True, "dtype": str(precision)},
        )
    except Exception as error:  # each file of a foreign folder can be wrong in a way of its own
        raise ModelError(
            f"{weights.folder} can't be loaded as a sentence-transformers model: {error}",
            hint="Name a folder that SentenceTransformer(folder) accepts, or leave --encoder out for the default.",
        ) from error
