"""The weights of the stance model that ships: read from their files, checked, and nothing else.

They are all of a BERT cross-encoder but its embedding table, which is the default encoder's.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from factcheck.errors import ModelError

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

FOLDER: Final = Path(__file__).parent / "stance"
WEIGHTS: Final = "model.safetensors"
CALIBRATION: Final = "calibration.json"
SHA256: Final = "c3ce9e3f740f92ad282c8bee82826aa3cdfd0e2f2bd5caa0fa825f0be10baf57"
"""Of the weights, printed by `python -m training.stance`, which writes the file."""

_HINT: Final = "Install factcheck again; its weights come with it."


@dataclass(frozen=True, slots=True, kw_only=True)
class StanceWeights:
    """One training's weights, and what turns its answers into probabilities.

    Attributes:
        tensors: By their names in `transformers.BertForSequenceClassification`; float16.
        temperature: Above 0. Probabilities are softmax(logits / temperature + bias).
        bias: For supports, refutes and neutral.
        calibrated: Whether temperature and bias were checked against outcomes.
        digest: SHA-256 of both files.
    """

    tensors: Mapping[str, npt.NDArray[np.float16]]
    temperature: float
    bias: tuple[float, float, float]
    calibrated: bool
    digest: str


def load_stance_weights(folder: Path = FOLDER, *, sha256: str = SHA256) -> StanceWeights:
    """The weights in `folder`, if they are the ones with this SHA-256; it is compared before anything is made of them.

    Raises:
        ModelError: If a file is missing or isn't the one that was trained, or the calibration is of other weights.
    """
    from safetensors import SafetensorError
    from safetensors.numpy import load

    content, told = (_content(folder / name) for name in (WEIGHTS, CALIBRATION))
    found = hashlib.sha256(content).hexdigest()
    if found != sha256:
        raise ModelError(
            f"The weights {folder / WEIGHTS} have sha256 {found[:12]}…, not {sha256[:12]}…: they were changed or cut.",
            hint=_HINT,
        )
    calibration = _calibration(folder / CALIBRATION, told)
    if calibration["weights"] != found:
        raise ModelError(f"{folder / CALIBRATION} was fitted to other weights than those beside it.", hint=_HINT)
    try:
        tensors = load(content)
    except SafetensorError as error:
        raise ModelError(f"The weights {folder / WEIGHTS} can't be read: {error}.", hint=_HINT) from error
    return StanceWeights(
        tensors=tensors,
        temperature=calibration["temperature"],
        bias=tuple(calibration["bias"]),
        calibrated=calibration.get("calibrated") is True,
        digest=hashlib.sha256(f"{found}\n{hashlib.sha256(told).hexdigest()}\n".encode()).hexdigest(),
    )


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise ModelError(f"The weights {path} can't be read: {error.strerror}.", hint=_HINT) from error


def _calibration(path: Path, content: bytes) -> dict[str, Any]:
    try:
        read = json.loads(content)
        temperature, bias = read["temperature"], read["bias"]
        fits = [type(each) in (int, float) and math.isfinite(each) for each in (temperature, *bias)]
        right = len(fits) == 4 and all(fits) and temperature > 0 and isinstance(read["weights"], str)
    except (ValueError, TypeError, KeyError, RecursionError) as error:
        raise ModelError(f"{path} is not a calibration: {error!r}.", hint=_HINT) from error
    if not right:
        raise ModelError(f"{path} needs a temperature above 0, three shifts and the weights' digest.", hint=_HINT)
    return dict(read)
