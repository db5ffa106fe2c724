"""Passages weighed for claims: one call of the model for all pairs, with the compared details beside each stance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple

from factcheck.domain.stances import Stance, StanceLabel
from factcheck.errors import ModelError
from factcheck.interfaces import StanceModel
from factcheck.verdict.differences import differences

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

    Pairs of many claims go to the model in one call, and two pairs of the same texts as one. Where no score is
    higher than that of "neutral", the stance is neutral.

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
    rows = {pair: (float(row[0]), float(row[1]), float(row[2])) for pair, row in zip(texts, scores, strict=True)}
    decided = dict(zip(texts, spans, strict=True))
    compare = cache(differences)
    return [
        Stance(
            passage_id=pair.passage_id,
            label=label_of(rows[pair.claim, pair.passage]),
            scores=rows[pair.claim, pair.passage],
            differences=compare(pair.claim, pair.passage, claim_on=pair.claim_on, passage_on=pair.passage_on),
            span=decided[pair.claim, pair.passage],
        )
        for pair in pairs
    ]


def label_of(scores: tuple[float, float, float]) -> StanceLabel:
    """The label with the highest score; neutral where another is only as high, or where a score is no number."""
    best = max(LABELS[:2], key=lambda label: scores[LABELS.index(label)])
    return best if scores[LABELS.index(best)] > scores[2] and scores[0] != scores[1] else StanceLabel.NEUTRAL
