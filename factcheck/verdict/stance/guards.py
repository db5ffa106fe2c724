"""What compared details do to a stance: they move its probabilities, and one that differs forbids "supports"."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Final, NamedTuple, TypeAlias

from factcheck.domain.stances import Comparison, Difference

Scores: TypeAlias = tuple[float, float, float]
"""Of supports, refutes, neutral; they sum to 1."""


class Shift(NamedTuple):
    """What is added to the log-odds of supports and of refutes, against neutral."""

    supports: float
    refutes: float


Detail: TypeAlias = tuple[str, Comparison]
"""An aspect and how it stands: what two pairs can have in common."""

FITTED: Final[Mapping[Detail, Shift]] = {
    ("quantity", Comparison.AGREES): Shift(+0.49, -0.21),
    ("quantity", Comparison.DIFFERS): Shift(-0.24, +0.32),
    ("quantity", Comparison.NOT_COMPARABLE): Shift(-0.08, -0.01),
    ("quantity", Comparison.ONLY_IN_CLAIM): Shift(+0.23, +0.11),
    ("date", Comparison.AGREES): Shift(+0.18, -0.10),
    ("date", Comparison.DIFFERS): Shift(-0.32, +0.47),
    ("date", Comparison.NOT_COMPARABLE): Shift(-0.08, -0.11),
    ("date", Comparison.ONLY_IN_CLAIM): Shift(-0.35, -0.36),
    ("name", Comparison.AGREES): Shift(+0.03, +0.12),
    ("name", Comparison.DIFFERS): Shift(-0.02, +0.05),
    ("name", Comparison.NOT_COMPARABLE): Shift(-0.16, -0.11),
    ("name", Comparison.ONLY_IN_CLAIM): Shift(+0.29, +0.18),
    ("office", Comparison.AGREES): Shift(-0.12, +0.03),
    ("office", Comparison.ONLY_IN_CLAIM): Shift(+0.12, -0.19),
    ("negation", Comparison.AGREES): Shift(0.0, -0.21),
    ("negation", Comparison.DIFFERS): Shift(-0.35, +0.42),
    ("negation", Comparison.ONLY_IN_CLAIM): Shift(-0.05, 0.0),
    ("quantifier", Comparison.AGREES): Shift(0.0, -0.29),
    ("quantifier", Comparison.ONLY_IN_CLAIM): Shift(-0.15, -0.05),
}
"""Printed by `python -m training.stance.calibrate`, which fits them on development data together with the calibration
of the model that ships; for no other model. A detail counts once, however often it occurs."""

_LEAST: Final = 1e-6


def details_found(differences: Iterable[Difference]) -> frozenset[Detail]:
    """The details of a pair, each once."""
    return frozenset((each.aspect, each.comparison) for each in differences)


def guarded(scores: Scores, differences: Iterable[Difference], shifts: Mapping[Detail, Shift]) -> Scores:
    """The scores as the compared details move them (`moved`), and as they may be.

    Where a detail differs, "supports" is never the highest: what it has more than the next goes to neutral.
    """
    found = list(differences)
    supports, refutes, neutral = moved(scores, found, shifts)
    if any(each.comparison is Comparison.DIFFERS for each in found) and supports > max(refutes, neutral):
        spare = supports - refutes
        return (refutes, refutes, neutral + spare)
    return (supports, refutes, neutral)


def moved(scores: Scores, differences: Iterable[Difference], shifts: Mapping[Detail, Shift]) -> Scores:
    """The scores with the shift of each detail."""
    known = sorted(details_found(differences) & shifts.keys())
    return _shifted(scores, [shifts[each] for each in known]) if known else scores


def _shifted(scores: Scores, shifts: Iterable[Shift]) -> Scores:
    odds = [math.log(max(each, _LEAST)) for each in scores]
    for shift in shifts:
        odds[0] += shift.supports
        odds[1] += shift.refutes
    highest = max(odds)
    weights = [math.exp(each - highest) for each in odds]
    total = sum(weights)
    return (weights[0] / total, weights[1] / total, weights[2] / total)
