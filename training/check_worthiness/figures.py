"""Figures of a scorer, each with an interval."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

SEED: Final = 20
DRAWS: Final = 1000
BINS: Final = 10

Doubles = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]
Metric = Callable[[Labels, Doubles], float]


def f1(labels: Labels, scores: Doubles) -> float:
    """F1 of label 1, where a score of 0.5 or more says 1."""
    said = scores >= 0.5
    return float(2 * (said & (labels == 1)).sum() / max(1, said.sum() + labels.sum()))


def precision(labels: Labels, scores: Doubles) -> float:
    said = scores >= 0.5
    return float((said & (labels == 1)).sum() / max(1, said.sum()))


def recall(labels: Labels, scores: Doubles) -> float:
    return float(((scores >= 0.5) & (labels == 1)).sum() / max(1, labels.sum()))


def average_precision(labels: Labels, scores: Doubles) -> float:
    """The mean, over the rows of label 1, of the precision among all rows that score as high; 0 without such rows."""
    ranked = labels[np.argsort(-scores, kind="stable")]
    hits = np.cumsum(ranked)
    return float((hits / np.arange(1, len(ranked) + 1))[ranked == 1].sum() / max(1, ranked.sum()))


def calibration_error(labels: Labels, scores: Doubles) -> float:
    """Expected calibration error over ten bins of equal width."""
    bins = np.minimum((scores * BINS).astype(int), BINS - 1)
    off = [abs(labels[bins == each].mean() - scores[bins == each].mean()) * (bins == each).mean() for each in set(bins)]
    return float(sum(off))


METRICS: Final[dict[str, Metric]] = {
    "F1": f1, "precision": precision, "recall": recall, "average precision": average_precision,
    "calibration error": calibration_error,
}  # fmt: skip


def best_limit(labels: Labels, odds: Doubles) -> float:
    """The log-odds halfway between the two neighbours where deciding gives the highest F1."""
    order = np.argsort(-odds, kind="stable")
    ranked, hits = odds[order], np.cumsum(labels[order])
    at = int(np.argmax(2 * hits / (np.arange(1, len(odds) + 1) + labels.sum())))
    return float((ranked[at] + ranked[min(at + 1, len(ranked) - 1)]) / 2)


def print_figures(title: str, labels: Labels, scores: Doubles, documents: Sequence[str] = ()) -> None:
    """Each metric with its 95 % interval from resampled documents; without `documents`, each row is its own."""
    names = np.asarray(documents or [str(row) for row in range(len(labels))])
    groups = [np.flatnonzero(names == name) for name in sorted(set(names))] if documents else None
    chance = np.random.default_rng(SEED)
    draws = []
    for _ in range(DRAWS):
        if groups is None:
            draws.append(chance.integers(0, len(labels), len(labels)))
        else:
            draws.append(np.concatenate([groups[each] for each in chance.integers(0, len(groups), len(groups))]))
    print(f"{title}: n = {len(labels)}, {int(labels.sum())} worth checking")
    for name, metric in METRICS.items():
        low, high = np.percentile([metric(labels[rows], scores[rows]) for rows in draws], [2.5, 97.5])
        print(f"  {name:18} {metric(labels, scores):.4f}  [{low:.4f}, {high:.4f}]", flush=True)
