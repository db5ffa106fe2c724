"""Whether a stance that was read in fewer bits would count in float32 as it counts now.

What a suggestion asks of a stance is its label, and whether its score reaches the limit from which on it counts or is
told as a leaning; of those that do, which is the strongest, and its confidence. So a stance is stable where its label
leads by more than the precision changes, and its score stays below the limit by more than that too. Whatever counts is
read in float32.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from factcheck.domain.stances import StanceLabel
from factcheck.verdict.stance.guards import Scores
from factcheck.verdict.suggestion.thresholds import Thresholds

_LEAST: Final = 1e-6
_LABELS: Final = tuple(StanceLabel)


def is_stable(readings: Sequence[Scores], margin: float, thresholds: Thresholds) -> bool:
    """Whether all of `readings` are neutral and will stay so; a single one may also be a stance too weak to count.

    Args:
        readings: What the passage says by each part of it that may decide, before a detail forbids "supports".
        margin: By how much the log-odds of two scores may differ from those in float32.
    """
    leads = [_leading(scores, margin) for scores in readings]
    if all(label is StanceLabel.NEUTRAL for label in leads):
        return True
    [label] = leads if len(leads) == 1 else [None]
    if label is None:
        return False
    limit = thresholds.supports if label is StanceLabel.SUPPORTS else thresholds.refutes
    least = min(_log_odds(limit), thresholds.least_leaning(label))
    return _log_odds(readings[0][_LABELS.index(label)]) + margin < least


def _leading(scores: Scores, margin: float) -> StanceLabel | None:
    """The label that is ahead by more than `margin`."""
    second, first = sorted(math.log(max(each, _LEAST)) for each in scores)[1:]
    return _LABELS[max(range(len(scores)), key=scores.__getitem__)] if first - second > margin else None


def _log_odds(share: float) -> float:
    inside = min(max(share, _LEAST), 1 - _LEAST)
    return math.log(inside / (1 - inside))
