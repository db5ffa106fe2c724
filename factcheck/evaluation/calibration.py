"""Whether a confidence can be believed, and how much can be answered where only the surest answers are given."""

from __future__ import annotations

from typing import Final

import numpy as np

from factcheck.evaluation.answers import Answers
from factcheck.evaluation.bootstrap import Measure, Numbers
from factcheck.evaluation.ranking import divided
from factcheck.evaluation.results import Bin, CurvePoint

BINS: Final = 10
"""Of equal width: ]0, 0.1], ]0.1, 0.2] … ]0.9, 1]."""

PRECISIONS: Final = (90, 95)
"""In percent."""

_MOST_POINTS: Final = 200
_FEWEST_ROWS: Final = 10
"""A share of fewer rows than this says nothing; a curve begins here."""


def measures(answers: Answers) -> dict[str, Measure]:
    """`ece`, the expected calibration error, and the coverage at each of `PRECISIONS`, `coverage_at_90`.

    The error is Σ over bins of n_bin / n · |share right - mean confidence|, over the answers that have a confidence.
    Where a model is well calibrated and rows are few it is above 0 by chance alone, and more so in resamples.

    The coverage at a precision is the greatest share of the rows that can be answered, the surest first, so that at
    least that share of the answers is right; 0 where no such part of them is. Answers of one confidence are given or
    withheld together, and a row without a confidence is never answered. The threshold is chosen on these same rows.

    Source:
        Naeini, Cooper & Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning, AAAI 2015 (ten
        bins); Guo et al., On Calibration of Modern Neural Networks, ICML 2017, section 2 (confidence of the answer).
        Coverage: Geifman & El-Yaniv, Selective Classification for Deep Neural Networks, NeurIPS 2017.
    """
    found = {"ece": _calibration_error(answers)}
    for percent in PRECISIONS:
        found[f"coverage_at_{percent}"] = _coverage(answers, percent)
    return found


def reliability(answers: Answers) -> tuple[Bin, ...]:
    """Every bin, the empty ones too."""
    sure = ~np.isnan(answers.confidence)
    confidence, right = answers.confidence[sure], np.array(answers.hits)[sure]
    places = _bin_places(confidence)
    bins = []
    for place in range(BINS):
        inside = places == place
        some = bool(inside.any())
        bins.append(
            Bin(
                low=place / BINS,
                high=(place + 1) / BINS,
                n=int(inside.sum()),
                confidence=float(confidence[inside].mean()) if some else None,
                right=float(right[inside].mean()) if some else None,
            )
        )
    return tuple(bins)


def risk_coverage(answers: Answers) -> tuple[CurvePoint, ...]:
    """The curve from the ten surest rows to all that have a confidence, in at most 200 points."""
    order, ends = _by_confidence(answers.confidence)
    ends = ends[ends + 1 >= min(_FEWEST_ROWS, len(order))]
    if len(ends) > _MOST_POINTS:
        ends = ends[np.unique(np.linspace(0, len(ends) - 1, _MOST_POINTS).astype(np.intp))]
    right = np.cumsum(np.array(answers.hits)[order])
    rows = len(answers.gold)
    return tuple(
        CurvePoint(coverage=(end + 1) / rows, risk=1 - float(right[end]) / (end + 1)) for end in map(int, ends)
    )


def _calibration_error(answers: Answers) -> Measure:
    tally = answers.tally
    sure = ~np.isnan(answers.confidence)
    confidence, right = answers.confidence[sure], np.array(answers.hits, dtype=np.float64)[sure]
    # By document and bin, how far the confidences lie above what was right: |Σ| / n is the weighted gap of a bin.
    gaps = np.zeros((tally.documents, BINS))
    np.add.at(gaps, (tally.places[sure], _bin_places(confidence)), confidence - right)
    counts = tally.sums(sure.astype(int).tolist())

    def statistic(weights: Numbers) -> Numbers:
        return divided(np.abs(weights @ gaps).sum(axis=1), weights @ counts)

    return Measure(int(sure.sum()), statistic)


def _coverage(answers: Answers, percent: int) -> Measure:
    tally = answers.tally
    order, ends = _by_confidence(answers.confidence)
    # In whole numbers, which are exact: a right answer earns what may be wrong beside it, a wrong one costs the rest.
    earned = np.where(np.array(answers.hits, dtype=bool)[order], 100 - percent, -percent).astype(np.int32)
    places = tally.places[order]
    counts = tally.sums([1] * len(answers.gold))

    def statistic(weights: Numbers) -> Numbers:
        of_rows = weights.astype(np.int32)[:, places]
        enough = np.cumsum(of_rows * earned, axis=1, dtype=np.int32)[:, ends] >= 0
        # What is answered only grows along the order, so the last place with enough is the best.
        last = np.where(enough, ends, -1).max(axis=1, initial=-1)
        answered = np.where(np.arange(len(order)) <= last[:, None], of_rows, 0).sum(axis=1)
        return divided(answered.astype(np.float64), weights @ counts)

    return Measure(len(answers.gold), statistic)


def _by_confidence(confidence: Numbers) -> tuple[np.ndarray[tuple[int], np.dtype[np.intp]], ...]:
    """The rows that have a confidence, the surest first, and where in that order each confidence ends."""
    order = np.argsort(-confidence, kind="stable")[: int((~np.isnan(confidence)).sum())]
    ordered = confidence[order]
    ends = np.flatnonzero(np.append(ordered[1:] != ordered[:-1], True)) if len(order) else np.empty(0, dtype=np.intp)
    return order, ends


def _bin_places(confidence: Numbers) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    edges = np.arange(1, BINS) / BINS
    return np.digitize(confidence, edges, right=True)
