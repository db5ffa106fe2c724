"""From all weighed passages of a claim to what the machine suggests, with its reasons and what is left open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Gap, Leaning, Suggestion, WeighedPassage
from factcheck.interfaces import StanceModel
from factcheck.verdict.details.details import Details
from factcheck.verdict.suggestion.coverage import share_covered
from factcheck.verdict.suggestion.gaps import gaps, lacking_numbers
from factcheck.verdict.suggestion.grouping import Grouped, grouped
from factcheck.verdict.suggestion.reasons import counted, leaning, set_aside, side_reason, why_open
from factcheck.verdict.suggestion.thresholds import Grounds, Source, Thresholds
from factcheck.verdict.suggestion.timing import denies_yet
from factcheck.verdict.suggestion.votes import Vote

_NOT_CHECKABLE: Final = {
    ClaimKind.PREDICTION: Reason(
        code=ReasonCode.FORECAST, words="It is a forecast: no evidence of today can settle it."
    ),
    ClaimKind.OPINION: Reason(
        code=ReasonCode.JUDGEMENT, words="It is a judgement: evidence can inform it and can't settle it."
    ),
}
_MOST_GAPS: Final = 3


def suggest(
    claim: Claim,
    checked: Details,
    weighed: Sequence[WeighedPassage],
    sources: Mapping[str, Source],
    *,
    model: StanceModel,
    grounds: Grounds,
) -> Suggestion:
    """Put together what the passages say of a claim.

    The strongest passage of each side decides: a claim with passages on both sides is conflicting, for a mean would
    hide the disagreement. `grouped` says which passages count. A claim is not supported while a number of it has no
    counterpart in any passage, or while too few of its words are covered; what else is a gap makes the support partial,
    and is named.

    Args:
        checked: The details of `claim.checked`.
        weighed: Any number of passages, best match first.
        sources: The details, origin and date of each passage by its id; one that is missing is only not quoted.

    Returns:
        A suggestion whose confidence comes of the deciding score, of two sides the lower one; None where the model
        isn't calibrated, or where a compared detail decided.

    Source:
        Labels: AVeriTeC (Schlichtkrull et al. 2023). Strongest passage per side: MiniCheck takes the maximum likewise.
    """
    thresholds = grounds.thresholds
    found = grouped(checked, weighed, sources, thresholds=thresholds, claim_on=grounds.claim_on)
    open_parts: tuple[Gap, ...] = ()
    if not claim.kind.is_checkable:
        made = _Outcome(Status.NOT_CHECKABLE, (), None, [_NOT_CHECKABLE[claim.kind]])
    else:
        passages = {name: source.details for name, source in sources.items()}
        open_parts = gaps(checked, [each.stance for each in weighed], passages)
        made = _outcome(checked, found, sources, open_parts, model=model, thresholds=thresholds)
    return Suggestion(
        claim_id=claim.id,
        status=made.status,
        confidence=_confidence(made, thresholds) if model.calibrated else None,
        model=model.name,
        version=model.version,
        basis=grounds.basis,
        passages=tuple(_told(each, found.every) for each in found.every),
        deciding_passage_id=made.deciding[0].id if made.deciding else None,
        reasons=tuple(made.reasons),
        gaps=open_parts,
        suggested_at=grounds.at,
        counter_passage_id=made.counter.id if made.counter else None,
        thresholds=thresholds.by_name(),
        index=grounds.index,
        leans=made.leans,
    )


class _Outcome(NamedTuple):
    """What came out: the passages that decided (of conflicting ones both, the stronger first), and the other side."""

    status: Status
    deciding: tuple[Vote, ...]
    counter: Vote | None
    reasons: list[Reason]
    leans: Leaning | None = None


def _outcome(
    checked: Details,
    found: Grouped,
    sources: Mapping[str, Source],
    open_parts: Sequence[Gap],
    *,
    model: StanceModel,
    thresholds: Thresholds,
) -> _Outcome:
    supporting, refuting = found.supporting, found.refuting
    aside = set_aside(found, sources)
    said = [
        side_reason(each, sources, model)
        for each in sorted((supporting, refuting), key=_decisive, reverse=True)
        if each
    ]
    if supporting and refuting:
        first, second = sorted((supporting[0], refuting[0]), key=lambda each: _decisive([each]), reverse=True)
        return _Outcome(Status.CONFLICTING, (first, second), second, [*said, *aside])
    if refuting:
        words = f"{counted(found.silent)}: support for the rest, and silent on that."
        rest = [Reason(code=ReasonCode.SILENT_ON_DETAIL, words=words)] if found.silent else []
        counter = found.silent[0] if found.silent else _other(found, refuting[0], StanceLabel.SUPPORTS, thresholds)
        return _Outcome(Status.REFUTED, refuting[:1], counter, [*said, *rest, *aside])
    if not supporting:
        spoken = _set_aside_by_time(found)
        leans = leaning(found, thresholds)
        return _Outcome(Status.NOT_ENOUGH_EVIDENCE, (), spoken, [*why_open(found, leans), *aside], leans)
    counter = _other(found, supporting[0], StanceLabel.REFUTES, thresholds)
    withheld = _withheld(checked, found, open_parts, thresholds)
    if withheld:
        return _Outcome(Status.NOT_ENOUGH_EVIDENCE, (), counter, [withheld, *said, *aside])
    words = f"It is supported in part only: {_named(open_parts)}."
    part = [Reason(code=ReasonCode.PART_ONLY, words=words)] if open_parts else []
    return _Outcome(Status.SUPPORTED, supporting[:1], counter, [*part, *said, *aside])


def _withheld(checked: Details, found: Grouped, open_parts: Sequence[Gap], thresholds: Thresholds) -> Reason | None:
    """Why a claim that a passage supports is not called supported; None where nothing keeps it from that."""
    if denies_yet(checked) and _set_aside_by_time(found):
        words = "Whether it was so when it was said depends on an order that the passages don’t tell."
        return Reason(code=ReasonCode.ORDER_DECIDES, words=words)
    lacking = lacking_numbers(checked, [each.weighed.stance for each in found.every])
    if lacking:
        words = f"Supported in part at most: no passage has “{'”, “'.join(each.of(checked.text) for each in lacking)}”."
        return Reason(code=ReasonCode.NUMBER_NOT_FOUND, words=words)
    if share_covered(checked, [each.span for each in open_parts]) < thresholds.covered:
        words = f"Supported in part at most: {_named(open_parts)}."
        return Reason(code=ReasonCode.TOO_LITTLE_COVERED, words=words)
    return None


def _named(open_parts: Sequence[Gap]) -> str:
    more = len(open_parts) - _MOST_GAPS
    return "; ".join(each.note for each in open_parts[:_MOST_GAPS]) + (f"; and {more} more" if more > 0 else "")


def _set_aside_by_time(found: Grouped) -> Vote | None:
    """The first passage that its time keeps from counting: an announcement before anything else."""
    timed = [each for each in found.set_aside if each.weighed.remark]
    announced = (each for each in timed if each.weighed.remark and each.weighed.remark.code is ReasonCode.ANNOUNCED)
    return next(announced, timed[0] if timed else None)


def _other(found: Grouped, deciding: Vote, label: StanceLabel, thresholds: Thresholds) -> Vote | None:
    """The strongest passage of the side that lost, where it is worth a look."""
    timed = _set_aside_by_time(found)
    if timed is not None and label is StanceLabel.REFUTES:
        return timed
    rest = [each for each in found.every if each is not deciding and each.score(label) >= thresholds.counters]
    return max(rest, key=lambda each: each.score(label), default=None)


def _decisive(votes: Sequence[Vote]) -> tuple[bool, float]:
    """How strong a side is; a compared detail is stronger than any reading."""
    return max(((bool(each.led), each.score(each.weighed.stance.label)) for each in votes), default=(False, 0.0))


def _confidence(made: _Outcome, thresholds: Thresholds) -> float | None:
    if not made.deciding or any(each.led for each in made.deciding):
        return None
    labels = [each.weighed.stance.label for each in made.deciding]
    return min(thresholds.confidence(v.score(label), label) for v, label in zip(made.deciding, labels, strict=True))


def _told(vote: Vote, every: Sequence[Vote]) -> WeighedPassage:
    """The passage with what keeps it from counting: its time, or that it only repeats an earlier one."""
    first = next(each for each in every if each.origin == vote.origin)
    if vote.weighed.remark or first is vote:
        return vote.weighed
    return replace(vote.weighed, remark=Reason(code=ReasonCode.SAME_ORIGIN, words=f"of one origin with {first.id}"))
