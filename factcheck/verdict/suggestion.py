"""From all weighed passages of a claim to what the machine suggests, with its reasons and what is left open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion, WeighedPassage
from factcheck.interfaces import StanceModel
from factcheck.verdict.details import details_of
from factcheck.verdict.gaps import gaps
from factcheck.verdict.stances import LABELS

_MOST_NOTES: Final = 4
_EXCERPT: Final = 200
_NOT_CHECKABLE: Final = {
    ClaimKind.PREDICTION: "It is a forecast: no evidence of today can settle it.",
    ClaimKind.OPINION: "It is a judgement: evidence can inform it and can't settle it.",
}


def suggest(
    claim: Claim,
    weighed: Sequence[WeighedPassage],
    passages: Mapping[str, str],
    *,
    model: StanceModel,
    basis: str,
    at: datetime,
) -> Suggestion:
    """Put together what the passages say of a claim.

    The strongest passage of each side decides: a claim with passages on both sides is conflicting, for a mean would
    hide the disagreement. A passage can't support a claim while a compared detail differs in it.

    Args:
        weighed: Any number of passages, best match first.
        passages: The text of each passage by its id; one that is missing is only not quoted.
        basis: Digest of what the suggestion rests on.

    Returns:
        A suggestion whose confidence is the deciding score, and None where the model isn't calibrated.

    Source:
        Labels: AVeriTeC (Schlichtkrull et al. 2023). Strongest passage per side: MiniCheck takes the maximum likewise.
    """
    if not claim.kind.is_checkable:
        status, deciding, reasons = Status.NOT_CHECKABLE, None, [_NOT_CHECKABLE[claim.kind]]
    else:
        status, deciding, reasons = _decided(weighed, passages, model)
    confidence = None
    if model.calibrated and deciding is not None:
        confidence = _strength(deciding, deciding.stance.label)
    return Suggestion(
        claim_id=claim.id,
        status=status,
        confidence=confidence,
        model=model.name,
        version=model.version,
        basis=basis,
        passages=tuple(weighed),
        deciding_passage_id=deciding.stance.passage_id if deciding else None,
        reasons=tuple(reasons),
        gaps=gaps(claim.checked, [each.stance for each in weighed]) if claim.kind.is_checkable else (),
        suggested_at=at,
    )


def _decided(
    weighed: Sequence[WeighedPassage], passages: Mapping[str, str], model: StanceModel
) -> tuple[Status, WeighedPassage | None, list[str]]:
    against = _strongest(weighed, StanceLabel.REFUTES)
    backing = _strongest([each for each in weighed if not _differing(each)], StanceLabel.SUPPORTS)
    refused = _strongest([each for each in weighed if _differing(each)], StanceLabel.SUPPORTS)
    reasons = [
        _reason(each, passages, model)
        for each in sorted((each for each in (backing, against) if each), key=_decisive, reverse=True)
    ]
    if refused is not None:
        notes = ", ".join(each.note for each in _differing(refused)[:_MOST_NOTES])
        reasons.append(f"A passage that reads as support was set aside: {notes}.")
    if backing and against:
        return Status.CONFLICTING, max(backing, against, key=_decisive), reasons
    if backing:
        return Status.SUPPORTED, backing, reasons
    if against:
        return Status.REFUTED, against, reasons
    return Status.NOT_ENOUGH_EVIDENCE, None, [*_why_open(weighed), *reasons]


def _strongest(weighed: Sequence[WeighedPassage], label: StanceLabel) -> WeighedPassage | None:
    """The passage with the highest score for `label`; of equal ones the better match, which stands first."""
    taken = [each for each in weighed if each.stance.label is label]
    return max(taken, key=lambda each: _strength(each, label), default=None)


def _strength(weighed: WeighedPassage, label: StanceLabel) -> float:
    return weighed.stance.scores[LABELS.index(label)]


def _decisive(weighed: WeighedPassage) -> float:
    return _strength(weighed, weighed.stance.label)


def _differing(weighed: WeighedPassage) -> list[Difference]:
    return _with(weighed, Comparison.DIFFERS)


def _with(weighed: WeighedPassage, comparison: Comparison) -> list[Difference]:
    """Those that compare so. That a passage names what the claim names is no reason: nearly every match does."""
    return [
        each
        for each in weighed.stance.differences
        if each.comparison is comparison and (each.aspect != "name" or comparison is not Comparison.AGREES)
    ]


def _reason(weighed: WeighedPassage, passages: Mapping[str, str], model: StanceModel) -> str:
    """One sentence on why a passage supports or refutes, and the sentence of it that says so."""
    score = _strength(weighed, weighed.stance.label)
    meaning = "probability" if model.calibrated else "wording close"
    agreeing = [each.note for each in _with(weighed, Comparison.AGREES)]
    differing = [each.note for each in _differing(weighed)]
    parts = [f"{meaning} ({score:.2f})", *agreeing[:_MOST_NOTES]]
    if weighed.stance.label is StanceLabel.REFUTES and differing:
        parts.append("but " + ", ".join(differing[:_MOST_NOTES]))
    quoted = _excerpt(weighed, passages.get(weighed.stance.passage_id, ""))
    return f"“{model.name}” {weighed.stance.label.value}: {', '.join(parts)}." + (
        f" It says: “{quoted}”" if quoted else ""
    )


def _excerpt(weighed: WeighedPassage, text: str) -> str:
    """The sentence that holds the first detail that decided; nothing where no detail did."""
    wanted = _differing(weighed) if weighed.stance.label is StanceLabel.REFUTES else _with(weighed, Comparison.AGREES)
    span = next((each.passage_span for each in wanted if each.passage_span is not None), None)
    if span is None or span.end > len(text):
        return ""
    sentence: Span = details_of(text).sentence_at(span.start)
    words = " ".join(sentence.of(text).split())
    return words if len(words) <= _EXCERPT else words[:_EXCERPT].rsplit(" ", 1)[0] + " …"


def _why_open(weighed: Sequence[WeighedPassage]) -> list[str]:
    if not weighed:
        return ["No passage was found for it."]
    if len(weighed) == 1:
        reasons = ["The one passage that was found does not clearly support or refute it."]
    else:
        reasons = [f"None of the {len(weighed)} passages clearly supports or refutes it."]
    agreeing = list(dict.fromkeys(each.note for one in weighed for each in _with(one, Comparison.AGREES)))
    differing = list(dict.fromkeys(each.note for one in weighed for each in _differing(one)))
    if agreeing:
        reasons.append(f"Details that agree: {', '.join(agreeing[:_MOST_NOTES])}.")
    if differing:
        reasons.append(f"Details to look at: {', '.join(differing[:_MOST_NOTES])}.")
    return reasons
