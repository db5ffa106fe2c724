"""Passages weighed for claims: one call of the model for all pairs, with the compared details beside each stance.

A model that computes in fewer bits is asked once more, in float32, for those whose answer could be another then.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from factcheck.domain.spans import Span
from factcheck.domain.stances import Difference, Stance, StanceLabel
from factcheck.errors import ModelError
from factcheck.interfaces import StanceModel
from factcheck.language.parsing.parses import Parses
from factcheck.verdict.details.details import Details, details_of_each
from factcheck.verdict.differences.comparing import differences
from factcheck.verdict.stance.guards import FITTED, Detail, Scores, Shift, guarded, moved
from factcheck.verdict.stance.stability import is_stable
from factcheck.verdict.suggestion.thresholds import THRESHOLDS

LABELS = tuple(StanceLabel)
"""Labels in the order of a model's columns."""

_Texts: TypeAlias = tuple[str, str]


class _Answer(NamedTuple):
    """What the model said of a pair, and the scores of other parts that may decide in float32."""

    scores: Scores
    span: Span | None
    rivals: tuple[Scores, ...]


class Pair(NamedTuple):
    """The details of a claim as it is checked, and of a passage that may say something of it; with their dates."""

    claim: Details
    passage_id: str
    passage: Details
    claim_on: date | None = None
    passage_on: date | None = None

    @property
    def texts(self) -> tuple[str, str]:
        return self.claim.text, self.passage.text


def pairs_of(asked: Sequence[tuple[str, str, str]], parses: Parses) -> list[Pair]:
    """Pairs without dates of claims, ids of passages and passages; all texts are parsed in one call."""
    details = details_of_each((text for claim, _, passage in asked for text in (claim, passage)), parses)
    return [Pair(details[claim], passage_id, details[passage]) for claim, passage_id, passage in asked]


def weigh(pairs: Sequence[Pair], model: StanceModel) -> list[Stance]:
    """What each passage says of its claim, in the order of `pairs`.

    Pairs of many claims go to the model in one call, and two pairs of the same texts as one. The compared details then
    move its scores (`guards`). Where no score is higher than that of "neutral", the stance is neutral. What isn't
    stable in the model's precision is read in float32.

    Raises:
        ModelError: If the model's answer isn't three scores for each pair.
    """
    texts = list(dict.fromkeys(pair.texts for pair in pairs))
    if not texts:
        return []
    answers = _answers(texts, model)
    compared = [
        differences(each.claim, each.passage, claim_on=each.claim_on, passage_on=each.passage_on) for each in pairs
    ]
    shifts = FITTED if model.calibrated else {}
    open_ones = dict.fromkeys(
        pair.texts
        for pair, found in zip(pairs, compared, strict=True)
        if model.margin and not _is_stable(answers[pair.texts], found, shifts, model.margin)
    )
    if open_ones:
        answers |= _answers(list(open_ones), model, exact=True)
    return [_stance(pair, answers[pair.texts], found, shifts) for pair, found in zip(pairs, compared, strict=True)]


def _answers(texts: Sequence[_Texts], model: StanceModel, *, exact: bool = False) -> dict[_Texts, _Answer]:
    scores, spans, rivals = model.judge(texts, exact=exact)
    if scores.shape != (len(texts), len(LABELS)):
        raise ModelError(
            f"The stance model {model.name!r} answered {len(texts)} pairs with scores of shape {scores.shape}.",
            hint="A stance model gives three scores for each pair: supports, refutes, neutral.",
        )
    others = [tuple(map(_scores, rivals[row].tolist())) if row in rivals else () for row in range(len(texts))]
    return {
        each: _Answer(_scores(row), span, other)
        for each, row, span, other in zip(texts, scores.tolist(), spans, others, strict=True)
    }


def _is_stable(answer: _Answer, found: Sequence[Difference], shifts: Mapping[Detail, Shift], margin: float) -> bool:
    readings = [moved(scores, found, shifts) for scores in (answer.scores, *answer.rivals)]
    return is_stable(readings, margin, THRESHOLDS)


def read(texts: Sequence[tuple[str, str]], model: StanceModel) -> list[Scores]:
    """The model's own scores of each pair of texts, in their order, without what compared details make of them."""
    return [_scores(row) for row in model.score(texts).tolist()]


def label_of(scores: Scores) -> StanceLabel:
    """The label with the highest score; neutral where another is only as high, or where a score is no number."""
    best = max(LABELS[:2], key=lambda label: scores[LABELS.index(label)])
    return best if scores[LABELS.index(best)] > scores[2] and scores[0] != scores[1] else StanceLabel.NEUTRAL


def _stance(pair: Pair, answer: _Answer, found: tuple[Difference, ...], shifts: Mapping[Detail, Shift]) -> Stance:
    in_view = guarded(answer.scores, found, shifts)
    return Stance(
        passage_id=pair.passage_id, label=label_of(in_view), scores=in_view, differences=found, span=answer.span
    )


def _scores(row: Sequence[float]) -> Scores:
    supports, refutes, neutral = row
    return supports, refutes, neutral
