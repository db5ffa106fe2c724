"""Passages weighed for claims: one call of the model for all pairs, with the compared details beside each stance."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from factcheck.domain.spans import Span
from factcheck.domain.stances import Stance, StanceLabel
from factcheck.errors import ModelError
from factcheck.interfaces import StanceModel
from factcheck.verdict.differences import differences
from factcheck.verdict.guards import FITTED, Detail, Scores, Shift, guarded

LABELS = tuple(StanceLabel)
"""Labels in the order of a model's columns."""


class Pair(NamedTuple):
    """A claim's text as it is checked, and a passage that may say something of it; each with its date, where known."""

    claim: str
    passage_id: str
    passage: str
    claim_on: date | None = None
    passage_on: date | None = None


def weigh(pairs: Sequence[Pair], model: StanceModel) -> list[Stance]:
    """What each passage says of its claim, in the order of `pairs`.

    Pairs of many claims go to the model in one call, and two pairs of the same texts as one. The compared details then
    move its scores (`guards`). Where no score is higher than that of "neutral", the stance is neutral.

    Raises:
        ModelError: If the model's answer isn't three scores for each pair.
    """
    texts = list(dict.fromkeys((pair.claim, pair.passage) for pair in pairs))
    if not texts:
        return []
    scores, spans = model.judge(texts)
    if scores.shape != (len(texts), len(LABELS)):
        raise ModelError(
            f"The stance model {model.name!r} answered {len(texts)} pairs with scores of shape {scores.shape}.",
            hint="A stance model gives three scores for each pair: supports, refutes, neutral.",
        )
    rows = dict(zip(texts, (_scores(row) for row in scores.tolist()), strict=True))
    decided = dict(zip(texts, spans, strict=True))
    shifts = FITTED if model.calibrated else {}
    return [_stance(pair, rows[pair.claim, pair.passage], decided[pair.claim, pair.passage], shifts) for pair in pairs]


def read(pairs: Sequence[Pair], model: StanceModel) -> list[Stance]:
    """The model's own reading of each pair, in their order, without what compared details make of it."""
    rows = map(_scores, model.score([(pair.claim, pair.passage) for pair in pairs]).tolist())
    return [
        Stance(passage_id=pair.passage_id, label=label_of(scores), scores=scores)
        for pair, scores in zip(pairs, rows, strict=True)
    ]


def label_of(scores: Scores) -> StanceLabel:
    """The label with the highest score; neutral where another is only as high, or where a score is no number."""
    best = max(LABELS[:2], key=lambda label: scores[LABELS.index(label)])
    return best if scores[LABELS.index(best)] > scores[2] and scores[0] != scores[1] else StanceLabel.NEUTRAL


def _stance(pair: Pair, scores: Scores, span: Span | None, shifts: Mapping[Detail, Shift]) -> Stance:
    found = differences(pair.claim, pair.passage, claim_on=pair.claim_on, passage_on=pair.passage_on)
    in_view = guarded(scores, found, shifts)
    return Stance(passage_id=pair.passage_id, label=label_of(in_view), scores=in_view, differences=found, span=span)


def _scores(row: Sequence[float]) -> Scores:
    supports, refutes, neutral = row
    return supports, refutes, neutral
