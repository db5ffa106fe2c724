"""What compared details and shared words do to a stance: they move its probabilities, and a detail that differs forbids
"supports"."""

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


class Leanings(NamedTuple):
    """What is known of a pair beside its scores, and how much it says.

    Attributes:
        details: What each compared detail adds; one counts once, however often it occurs.
        covered: What the share of the claim's words that the passage has adds, times that share.
        lacking: The same for the share that it lacks.
    """

    details: Mapping[Detail, Shift]
    covered: Shift
    lacking: Shift


FITTED: Final = Leanings(details={}, covered=Shift(0.0, 0.0), lacking=Shift(0.0, 0.0))
"""By `python -m training.stance.calibrate` on development data, with the calibration of the model that ships, and for
no other model."""
NO_LEANINGS: Final = Leanings(details={}, covered=Shift(0.0, 0.0), lacking=Shift(0.0, 0.0))

_LEAST: Final = 1e-6


def details_found(differences: Iterable[Difference]) -> frozenset[Detail]:
    """The details of a pair, each once."""
    return frozenset((each.aspect, each.comparison) for each in differences)


def guarded(
    scores: Scores, differences: Iterable[Difference], *, covered: float = 0.0, leanings: Leanings = NO_LEANINGS
) -> Scores:
    """The scores in view of the compared details, and of the share of the claim's words in the passage, in [0, 1].

    Where a detail differs, "supports" is never the highest: what it has more than the next goes to neutral.
    """
    found = details_found(differences)
    shifts = [leanings.details[each] for each in sorted(found & leanings.details.keys())]
    shifts += [_times(leanings.covered, covered), _times(leanings.lacking, 1 - covered)]
    supports, refutes, neutral = _shifted(scores, shifts) if any(map(any, shifts)) else scores
    if any(comparison is Comparison.DIFFERS for _, comparison in found) and supports > max(refutes, neutral):
        spare = supports - refutes
        return (refutes, refutes, neutral + spare)
    return (supports, refutes, neutral)


def _times(shift: Shift, share: float) -> Shift:
    return Shift(shift.supports * share, shift.refutes * share)


def _shifted(scores: Scores, shifts: Iterable[Shift]) -> Scores:
    odds = [math.log(max(each, _LEAST)) for each in scores]
    for shift in shifts:
        odds[0] += shift.supports
        odds[1] += shift.refutes
    highest = max(odds)
    weights = [math.exp(each - highest) for each in odds]
    total = sum(weights)
    return (weights[0] / total, weights[1] / total, weights[2] / total)
