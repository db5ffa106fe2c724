"""Precision, recall, F1 and average precision, of all rows and of resampled documents at once."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from factcheck.evaluation import bootstrap
from factcheck.evaluation.bootstrap import Measure, Numbers
from factcheck.evaluation.results import Figure


class Tally:
    """Counts by document. Row i belongs to `documents[i]`; every sequence given later has one entry per row.

    Attributes:
        places: Shape (rows,): which document each row is of, counted from 0.
        documents: How many there are.
    """

    def __init__(self, documents: Sequence[str]) -> None:
        places = {name: place for place, name in enumerate(dict.fromkeys(documents))}
        self.places = np.array([places[name] for name in documents], dtype=np.intp)
        self.documents = len(places)

    def sums(self, counts: Sequence[int]) -> Numbers:
        """Shape (documents,): the sum of `counts` over the rows of each document."""
        weights = np.asarray(counts, dtype=np.float64)
        return np.bincount(self.places, weights=weights, minlength=self.documents).astype(np.float64)

    def share(self, hits: Sequence[int], of: Sequence[int]) -> Measure:
        """Σ hits / Σ of, each sum over all rows (micro-averaged); not defined where Σ of is 0."""
        return self._share(self.sums(hits), self.sums(of))

    def retrieval(self, hits: Sequence[int], found: Sequence[int], gold: Sequence[int]) -> dict[str, Measure]:
        """Micro-averaged precision, recall and F1 = 2 · hits / (found + gold).

        `n` of precision is what was found, of the two others what was to be found. Where nothing was found although
        something was to be found, precision is not defined and F1 is 0.
        """
        right, there, wanted = self.sums(hits), self.sums(found), self.sums(gold)
        f1 = self._share(2 * right, there + wanted)
        return {
            "precision": self._share(right, there),
            "recall": self._share(right, wanted),
            "f1": Measure(int(wanted.sum()), f1.statistic),
        }

    def average_precision(self, labels: Sequence[bool], scores: Sequence[float]) -> Measure:
        """Mean precision over the recall steps, Σ (R_k - R_(k-1)) · P_k; rows of one score are one step.

        So the order of the rows doesn't matter: a constant score gives the share of positive rows. Not defined where
        no row is positive.
        """
        values = np.asarray(scores, dtype=np.float64)
        order = np.argsort(-values, kind="stable")
        ordered = values[order]
        ends = np.flatnonzero(np.append(ordered[1:] != ordered[:-1], True))
        positive = np.asarray(labels, dtype=np.float64)[order]
        places = self.places[order]

        def statistic(weights: Numbers) -> Numbers:
            of_rows = weights[:, places]
            right = np.cumsum(of_rows * positive, axis=1)[:, ends]
            all_so_far = np.cumsum(of_rows, axis=1)[:, ends]
            precision = right / np.maximum(all_so_far, 1)
            steps = np.diff(right, axis=1, prepend=0.0)
            return divided((steps * precision).sum(axis=1), right[:, -1])

        return Measure(int(positive.sum()), statistic)

    def figures(self, measures: dict[str, Measure]) -> dict[str, Figure]:
        """The measures with their intervals."""
        return bootstrap.figures(measures, documents=self.documents, rows=len(self.places))

    def _share(self, top: Numbers, bottom: Numbers) -> Measure:
        return Measure(int(bottom.sum()), lambda weights: divided(weights @ top, weights @ bottom))


def divided(top: Numbers, bottom: Numbers) -> Numbers:
    """`top / bottom`, two arrays of one shape; NaN where `bottom` is 0."""
    quotient = np.full(top.shape, np.nan)
    np.divide(top, bottom, out=quotient, where=bottom > 0)
    return quotient
