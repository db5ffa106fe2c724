"""Reads pairs with a cross-encoder of another maker, in float32: any Hugging Face sequence classification for NLI."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from factcheck.errors import ModelError
from factcheck.models.weights import Weights
from factcheck.verdict.stance.batches import batches
from factcheck.verdict.stance.label_order import columns_of

if TYPE_CHECKING:
    import numpy.typing as npt

    from factcheck.verdict.stance.windows import Offsets

LONGEST: Final = 256
"""Word pieces of a pair that are read at once: most such models were trained on sentences and paragraphs."""
_BATCH: Final = 16_384
"""Characters of a batch, with its padding: about 4,000 word pieces, and never more pieces than characters."""
_HINT: Final = "Name a folder with config.json, tokenizer.json and model.safetensors, or leave --stance-model out."


class HubReader:
    """Implements `factcheck.verdict.stance.cross_encoder.PairReader`. The passage is the premise, and comes first.

    Args:
        weights: A folder that `factcheck.models.weights.find_weights` has checked: safetensors, no pickles.
        labels: What the model's columns mean, in its order; read from its configuration where there are none.

    Raises:
        ModelError: If the labels are unclear, the folder holds no such model or no tokenizer, its weights are
            incomplete or no numbers, or it wants to run code of its own.
    """

    margin = 0.0
    """In float32 whatever is asked for: by how much another maker's model differs in fewer bits was never measured."""

    def __init__(self, weights: Weights, labels: Sequence[str] = ()) -> None:
        folder = weights.folder
        config = _config(folder)
        names = labels or _names(config.get("id2label"), folder)
        self._columns = columns_of(names, model=weights.name)
        self._model, self._tokenizer = _load(folder)
        if int(self._model.config.num_labels) != len(names):
            raise ModelError(
                f"{weights.name} has {self._model.config.num_labels} labels, and {len(names)} were named.",
                hint="Name each of the model's labels with --stance-labels, in its order.",
            )
        most = (config.get("max_position_embeddings"), self._tokenizer.model_max_length)
        self.longest = min(LONGEST, *(each for each in most if isinstance(each, int)))
        self._check(folder)

    def offsets(self, texts: Sequence[str]) -> list[Offsets]:
        """Where the word pieces of each text stand in it."""
        if not texts:
            return []
        read = self._tokenizer(_whole(texts), add_special_tokens=False, return_offsets_mapping=True, verbose=False)
        return [np.array(each, dtype=np.int64).reshape(-1, 2) for each in read["offset_mapping"]]

    def scores(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> npt.NDArray[np.float32]:  # noqa: ARG002
        """Shape (n, 3) for pairs of claim and passage: supports, refutes, neutral, rows summing to 1."""
        found = np.zeros((len(pairs), 3), dtype=np.float32)
        claims, passages = (_whole([pair[place] for pair in pairs]) for place in (0, 1))
        lengths = [len(claim) + len(passage) for claim, passage in pairs]
        for rows in batches(lengths, most=_BATCH):
            read = self._tokenizer(
                [passages[row] for row in rows],
                [claims[row] for row in rows],
                truncation="only_first",
                max_length=self.longest,
                padding=True,
                return_tensors="pt",
            )
            logits = self._model(**read).logits.numpy().astype(np.float64)
            powers = np.exp(logits - logits.max(axis=1, keepdims=True))
            of_model = powers / powers.sum(axis=1, keepdims=True)
            for place, column in enumerate(self._columns):
                if column is not None:
                    found[rows, place] = of_model[:, column]
        return found

    def _check(self, folder: Path) -> None:
        """Refuse a model that loads and can't work: one without a vocabulary, or whose weights aren't numbers."""
        first, second = self._tokenizer(["She sings.", "He drives."], add_special_tokens=False)["input_ids"]
        if not self._tokenizer.is_fast or first == second:
            raise ModelError(f"{folder} has no tokenizer that tells texts apart.", hint=_HINT)
        if not all(bool(each.isfinite().all()) for each in self._model.state_dict().values()):
            raise ModelError(f"Weights in {folder} hold something that is no number.", hint=_HINT)


def _config(folder: Path) -> dict[str, Any]:
    try:
        read = json.loads((folder / "config.json").read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        raise ModelError(f"{folder / 'config.json'} can't be read: {error}.", hint=_HINT) from error
    if not isinstance(read, dict):
        raise ModelError(f"{folder / 'config.json'} is no configuration.", hint=_HINT)
    if "auto_map" in read:
        raise ModelError(
            f"{folder} wants to run code of its own.", hint="Take a model of an architecture that transformers has."
        )
    return read


def _names(names: object, folder: Path) -> dict[int, str]:
    try:
        return {int(place): str(name) for place, name in dict(names or {}).items()}  # type: ignore[call-overload]
    except (TypeError, ValueError) as error:
        raise ModelError(f"id2label in {folder / 'config.json'} names no labels.", hint=_HINT) from error


def _load(folder: Path) -> tuple[Any, Any]:
    # Nothing is ever fetched here: `find_weights` has found or fetched the folder before.
    for name in ("HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"):
        os.environ.setdefault(name, "1")
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    from transformers import AutoModelForSequenceClassification, AutoTokenizer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    logging.getLogger("transformers").setLevel(logging.ERROR)
    local: dict[str, Any] = {"local_files_only": True, "trust_remote_code": False}
    try:
        tokenizer: Any = AutoTokenizer.from_pretrained(folder, **local)
        model, found = AutoModelForSequenceClassification.from_pretrained(
            folder, use_safetensors=True, dtype="float32", output_loading_info=True, **local
        )
    except Exception as error:  # each file of a foreign folder can be wrong in a way of its own
        raise ModelError(f"{folder} can't be loaded as a cross-encoder: {error}", hint=_HINT) from error
    if lacking := sorted(found["missing_keys"]):
        raise ModelError(f"The weights in {folder} lack {lacking[0]}: it was not trained to tell labels.", hint=_HINT)
    # Without this, answers would keep what training needs.
    model.requires_grad_(False)
    return model.eval(), tokenizer


def _whole(texts: Sequence[str]) -> list[str]:
    """The texts, with a sign in the place of each half of a character: tokenizers refuse those."""
    return [text.encode("utf-8", "replace").decode("utf-8") for text in texts]
