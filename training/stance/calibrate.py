"""Fits what turns the network's logits into probabilities, and prints how far these are off.

Run: python -m training.stance.calibrate --data FOLDER [--weights FILE] [--out FILE]

One temperature and one shift for each label (vector scaling: Guo et al., On Calibration of Modern Neural Networks,
2017), fitted on the development files that are named here: on the claims whose digest is even, and measured on the
others. Each file weighs the same. A file with two labels is fitted over those two.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from safetensors.torch import load_file
from scipy.optimize import minimize
from scipy.special import log_softmax

from factcheck.models.weights import find_weights
from training.stance.data import Pair, development_pairs, plain
from training.stance.network import new_network, pieces_of, predicted

FILES: Final = (
    "fever_folds_0_7", "fever_symmetric", "fool_me_twice", "check_covid_dev", "nli_new_protocols_base_val",
    "nli_new_protocols_paragraph_val", "citation_integrity_dev",
)  # fmt: skip
"""Development files whose licence is stated, or that of their first release."""
MOST: Final = 1500
"""Rows of a file, from its beginning."""
BINS: Final = 10

Doubles = npt.NDArray[np.float64]
Rows = tuple[Doubles, npt.NDArray[np.int64]]
"""Logits of shape (n, 3), and labels of shape (n,)."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path, default=Path("factcheck/models/stance/model.safetensors"))
    parser.add_argument("--out", type=Path)
    wanted = parser.parse_args()
    backbone = find_weights().folder
    network = new_network(backbone)
    missing, unknown = network.load_state_dict(load_file(wanted.weights), strict=False)
    assert not unknown, unknown
    assert all("word_embeddings" in name or "position_ids" in name for name in missing), missing
    fitted_on, measured_on = [], {}
    for name in FILES:
        pairs = development_pairs(wanted.data, name)[:MOST]
        found = predicted(network, pieces_of(pairs, backbone)).numpy().astype(np.float64)
        labels = np.array([pair.label for pair in pairs])
        even = np.array([_is_even(pair) for pair in pairs])
        fitted_on.append((found[even], labels[even]))
        measured_on[name] = (found[~even], labels[~even])
    temperature, bias = fitted(fitted_on)
    print(f"temperature {temperature:.4f}, bias {[round(each, 4) for each in bias]}")
    for name, rows in measured_on.items():
        before, after = _error(rows, 1.0, (0.0, 0.0, 0.0)), _error(rows, temperature, bias)
        accuracy = _accuracy(rows, temperature, bias)
        print(f"{name:34} n {len(rows[1]):5}  accuracy {accuracy:.3f}  calibration error {before:.3f} -> {after:.3f}")
    if wanted.out:
        told = {
            "calibrated": True,
            "weights": hashlib.sha256(wanted.weights.read_bytes()).hexdigest(),
            "temperature": round(temperature, 4),
            "bias": [round(each, 4) for each in bias],
        }
        wanted.out.write_text(json.dumps(told, indent=2) + "\n", encoding="utf-8")


def fitted(files: Sequence[Rows]) -> tuple[float, tuple[float, float, float]]:
    """The temperature and shifts with the least mean log loss over the files; the third shift is 0."""

    def loss(values: Doubles) -> float:
        shifts = (float(values[1]), float(values[2]), 0.0)
        return sum(_log_loss(rows, float(np.exp(values[0])), shifts) for rows in files) / len(files)

    found = minimize(loss, np.zeros(3), method="Nelder-Mead", options={"xatol": 1e-4, "fatol": 1e-7}).x
    return float(np.exp(found[0])), (float(found[1]), float(found[2]), 0.0)


def probabilities(rows: Rows, temperature: float, bias: Sequence[float]) -> Doubles:
    """Over the labels that the rows have; 0 for any other."""
    logits, labels = rows
    there = sorted(set(labels.tolist()))
    found = np.zeros_like(logits)
    found[:, there] = np.exp(log_softmax((logits / temperature + np.asarray(bias))[:, there], axis=1))
    return found


def _log_loss(rows: Rows, temperature: float, bias: Sequence[float]) -> float:
    found = probabilities(rows, temperature, bias)
    return float(-np.log(found[np.arange(len(found)), rows[1]] + 1e-12).mean())


def _accuracy(rows: Rows, temperature: float, bias: Sequence[float]) -> float:
    return float((probabilities(rows, temperature, bias).argmax(axis=1) == rows[1]).mean())


def _error(rows: Rows, temperature: float, bias: Sequence[float]) -> float:
    """Expected calibration error of the likeliest label, over ten bins of equal width."""
    found = probabilities(rows, temperature, bias)
    sure, right = found.max(axis=1), found.argmax(axis=1) == rows[1]
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    return float(sum(abs(sure[bins == each].mean() - right[bins == each].mean()) * (bins == each).mean()
                     for each in set(bins.tolist())))  # fmt: skip


def _is_even(pair: Pair) -> bool:
    """By the claim, so that rows of one claim are on one side."""
    return zlib.crc32(plain(pair.claim).encode()) % 2 == 0


if __name__ == "__main__":
    main()
