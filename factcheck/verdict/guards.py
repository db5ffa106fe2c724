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

SHIFTS: Final[Mapping[Detail, Shift]] = {}
"""Fitted by `python -m training.stance.calibrate` on development data, together with the calibration of the model that
ships; a detail counts once, however often it occurs."""

_LEAST: Final = 1e-6


def details_found(differences: Iterable[Difference]) -> frozenset[Detail]:
    """The details of a pair, each once."""
    return frozenset((each.aspect, each.comparison) for each in differences)


def guarded(scores: Scores, differences: Iterable[Difference], shifts: Mapping[Detail, Shift] = SHIFTS) -> Scores:
    """The scores in view of the compared details.

    Where a detail differs, "supports" is never the highest: what it has more than the next goes to neutral.
    """
    found = details_found(differences)
    if not found:
        return scores
    supports, refutes, neutral = _shifted(scores, [shifts[each] for each in sorted(found & shifts.keys())])
    if any(comparison is Comparison.DIFFERS for _, comparison in found) and supports > max(refutes, neutral):
        spare = supports - refutes
        return (refutes, refutes, neutral + spare)
    return (supports, refutes, neutral)


def _shifted(scores: Scores, shifts: Iterable[Shift]) -> Scores:
    odds = [math.log(max(each, _LEAST)) for each in scores]
    for shift in shifts:
        odds[0] += shift.supports
        odds[1] += shift.refutes
    highest = max(odds)
    weights = [math.exp(each - highest) for each in odds]
    total = sum(weights)
    return (weights[0] / total, weights[1] / total, weights[2] / total)
