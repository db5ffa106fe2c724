"""Intervals by drawing documents again, with replacement: sentences of one document are alike, and are drawn together.

Percentile bootstrap (Efron & Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13). A resample is a row of
weights: how often each document was drawn. A statistic works on many rows at once.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

import numpy as np
import numpy.typing as npt

from factcheck.evaluation.results import Figure

Numbers: TypeAlias = npt.NDArray[np.float64]

Statistic: TypeAlias = Callable[[Numbers], Numbers]
"""From weights of shape (resamples, documents) to values of shape (resamples,); NaN where it is not defined."""

RESAMPLES: Final = 1_000
SEED: Final = 20_250_523
_BOUNDS: Final = (2.5, 97.5)
_AT_ONCE: Final = 4_000_000
"""Weights in memory at once, 8 bytes each; a statistic may need some arrays of this size."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A statistic and how many things it is a share of."""

    n: int
    statistic: Statistic


def figures(measures: Mapping[str, Measure], *, documents: int, rows: int = 0) -> dict[str, Figure]:
    """Every measure's value with its 95 % interval; the same resamples for all, and on every run.

    A resample in which a statistic is not defined (no labelled case was drawn) is left out of its interval.

    Args:
        documents: How many there are, at least 1.
        rows: How many rows they have in all, where a statistic weighs each row: bounds the memory.
    """
    values = {name: float(measure.statistic(np.ones((1, documents)))[0]) for name, measure in measures.items()}
    drawn: dict[str, list[Numbers]] = {name: [] for name in measures}
    for weights in _resamples(documents, max(documents, rows)):
        for name, measure in measures.items():
            drawn[name].append(measure.statistic(weights))
    return {name: _figure(values[name], np.concatenate(drawn[name]), measures[name].n) for name in measures}


def _figure(value: float, drawn: Numbers, n: int) -> Figure:
    defined = drawn[~np.isnan(drawn)]
    if np.isnan(value) or not len(defined):
        return Figure(value=0.0, low=0.0, high=0.0, n=0)
    low, high = np.percentile(defined, _BOUNDS)
    return Figure(value=value, low=float(low), high=float(high), n=n)


def _resamples(documents: int, size: int) -> Iterator[Numbers]:
    draw = np.random.default_rng(SEED)
    chunk = max(1, _AT_ONCE // size)
    for done in range(0, RESAMPLES, chunk):
        drawn = draw.integers(0, documents, (min(chunk, RESAMPLES - done), documents))
        yield np.stack([np.bincount(row, minlength=documents) for row in drawn]).astype(np.float64)
