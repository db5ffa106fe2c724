"""Fits what turns the network's logits into probabilities, and prints how far these are off.

Run: python -m training.stance.calibrate --data FOLDER [--weights FILE] [--out FILE]

One temperature and one shift for each label (vector scaling: Guo et al., On Calibration of Modern Neural Networks,
2017), fitted on the development files that are named here: on the claims whose digest is even, and measured on the
others. Each file weighs the same. A file with two labels is fitted over those two; to one of them come passages that
were found for its claims and decide nothing, which is most of what a search finds.

Then what the compared details of a pair add to its log-odds is fitted in the same way, and printed for
`factcheck.verdict.stance.guards`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt
from safetensors.torch import load_file
from scipy.optimize import minimize
from scipy.special import log_softmax
from torch import nn

from factcheck import wiring
from factcheck.domain.stances import Comparison
from factcheck.evidence.transformer_encoder import TransformerEncoder
from factcheck.language.parsing.parses import Parses
from factcheck.models.weights import find_weights
from factcheck.settings import Settings
from factcheck.verdict.details.details import Details, details_of_each
from factcheck.verdict.differences.comparing import differences
from factcheck.verdict.stance.guards import Detail, details_found
from training.stance.data import Pair, development_pairs, is_even
from training.stance.making import SEED, near_passages
from training.stance.network import new_network, pieces_of, predicted

FILES: Final = (
    "fever_folds_0_7", "fever_symmetric", "fool_me_twice", "check_covid_dev", "nli_new_protocols_base_val",
    "nli_new_protocols_paragraph_val", "citation_integrity_dev",
)  # fmt: skip
"""Development files whose licence is stated, or that of their first release."""
MOST: Final = 1500
"""Rows of a file, from its beginning."""
BINS: Final = 10

TIGHTNESS: Final = 0.002
LEAST: Final = 15
"""A detail that fewer pairs have moves nothing."""
ASPECTS: Final = ("quantity", "date", "name", "office", "negation", "quantifier", "speaker")
DETAILS: Final[tuple[Detail, ...]] = tuple((aspect, each) for aspect in ASPECTS for each in Comparison)
NO_BIAS: Final = (0.0, 0.0, 0.0)

Doubles = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """n pairs: `logits` of shape (n, 3), `labels` and `even` of (n,), `details` of (n, DETAILS), which are 0 or 1."""

    logits: Doubles
    labels: npt.NDArray[np.int64]
    even: npt.NDArray[np.bool_]
    details: Doubles

    def of(self, which: npt.NDArray[np.bool_]) -> Rows:
        return Rows(
            logits=self.logits[which], labels=self.labels[which], even=self.even[which], details=self.details[which]
        )


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
    encode = TransformerEncoder(find_weights()).encode
    parses = wiring.parses(Settings())
    files = {name: development_pairs(wanted.data, name)[:MOST] for name in FILES}
    fever = files[FILES[0]]
    files["fever, and passages that are near"] = [*fever, *near_passages(fever, encode, parses, random.Random(SEED))]
    fitted_on, measured_on = [], {}
    for name, pairs in files.items():
        rows = _rows(pairs, network, backbone, parses)
        fitted_on.append(rows.of(rows.even))
        measured_on[name] = rows.of(~rows.even)
    temperature, bias = fitted(fitted_on)
    print(f"temperature {temperature:.4f}, bias {[round(each, 4) for each in bias]}")
    shifts = fitted_shifts(fitted_on, temperature, bias)
    counts = np.sum([rows.details.sum(axis=0) for rows in fitted_on], axis=0)
    for detail, shift, count in zip(DETAILS, shifts, counts, strict=True):
        if count >= LEAST:
            print(f"    {_written(detail)}: Shift({shift[0]:+.2f}, {shift[1]:+.2f}),  # n {int(count)}")
    print(f"{'file':34} {'n':>6}  accuracy: raw, with details   calibration error: raw, calibrated, with details")
    for name, rows in measured_on.items():
        _print_file(name, rows, [probabilities(rows, 1.0, NO_BIAS), probabilities(rows, temperature, bias),
                                 probabilities(rows, temperature, bias, _added(rows, shifts))])  # fmt: skip
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
        return _mean_loss(files, [probabilities(rows, float(np.exp(values[0])), shifts) for rows in files])

    found = minimize(loss, np.zeros(3), method="Nelder-Mead", options={"xatol": 1e-4, "fatol": 1e-7}).x
    return float(np.exp(found[0])), (float(found[1]), float(found[2]), 0.0)


def fitted_shifts(files: Sequence[Rows], temperature: float, bias: Sequence[float]) -> Doubles:
    """Shape (DETAILS, 2): what each adds to the log-odds of supports and refutes; 0 where it is rare."""
    counts = np.sum([rows.details.sum(axis=0) for rows in files], axis=0)
    known = (counts >= LEAST)[:, None]

    def loss(values: Doubles) -> tuple[float, Doubles]:
        shifts = values.reshape(-1, 2) * known
        found = [probabilities(rows, temperature, bias, _added(rows, shifts)) for rows in files]
        slope = 2 * TIGHTNESS * shifts
        for rows, given in zip(files, found, strict=True):
            off = given - np.eye(3)[rows.labels]
            slope += (rows.details.T @ off)[:, :2] / (len(off) * len(files))
        return _mean_loss(files, found) + TIGHTNESS * float((shifts**2).sum()), (slope * known).ravel()

    found = minimize(loss, np.zeros(2 * len(DETAILS)), jac=True, method="L-BFGS-B").x
    return np.asarray(found.reshape(-1, 2) * known)


def probabilities(rows: Rows, temperature: float, bias: Sequence[float], added: Doubles | float = 0.0) -> Doubles:
    """Over the labels that the rows have; 0 for any other."""
    there = sorted(set(rows.labels.tolist()))
    found = np.zeros_like(rows.logits)
    found[:, there] = np.exp(log_softmax((rows.logits / temperature + np.asarray(bias) + added)[:, there], axis=1))
    return found


def _rows(pairs: Sequence[Pair], network: nn.Module, backbone: Path, parses: Parses) -> Rows:
    details = details_of_each((text for pair in pairs for text in (pair.claim, pair.evidence)), parses)
    return Rows(
        logits=predicted(network, pieces_of(pairs, backbone)).numpy().astype(np.float64),
        labels=np.array([pair.label for pair in pairs]),
        even=np.array([is_even(pair.claim) for pair in pairs]),
        details=np.array([_details(pair, details) for pair in pairs], dtype=np.float64),
    )


def _details(pair: Pair, details: Mapping[str, Details]) -> list[float]:
    found = details_found(differences(details[pair.claim], details[pair.evidence]))
    return [float(each in found) for each in DETAILS]


def _written(detail: Detail) -> str:
    return f'("{detail[0]}", Comparison.{detail[1].name})'


def _added(rows: Rows, shifts: Doubles) -> Doubles:
    """Shape (n, 3)."""
    return np.concatenate([rows.details @ shifts, np.zeros((len(rows.labels), 1))], axis=1)


def _mean_loss(files: Sequence[Rows], found: Sequence[Doubles]) -> float:
    each = [
        -np.log(given[np.arange(len(given)), rows.labels] + 1e-12).mean()
        for rows, given in zip(files, found, strict=True)
    ]
    return float(np.mean(each))


def _print_file(name: str, rows: Rows, found: Sequence[Doubles]) -> None:
    right = [float((each.argmax(axis=1) == rows.labels).mean()) for each in found]
    off = [calibration_error(each.max(axis=1), each.argmax(axis=1) == rows.labels) for each in found]
    print(f"{name:34} {len(rows.labels):6}  {right[0]:.3f} {right[2]:.3f}   {off[0]:.3f} {off[1]:.3f} {off[2]:.3f}")


def calibration_error(sure: Doubles, right: npt.NDArray[np.bool_]) -> float:
    """Expected calibration error over ten bins of equal width. Both of shape (n,)."""
    bins = np.minimum((sure * BINS).astype(int), BINS - 1)
    each = [
        abs(sure[bins == one].mean() - right[bins == one].mean()) * (bins == one).mean() for one in set(bins.tolist())
    ]
    return float(sum(each))


if __name__ == "__main__":
    main()
