"""The vote of each passage: its stance, the details that refute by themselves, and what keeps it from counting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, StanceLabel
from factcheck.domain.suggestions import WeighedPassage
from factcheck.verdict.details.alignment import coverage
from factcheck.verdict.details.date_ranges import date_ranges
from factcheck.verdict.details.details import Details
from factcheck.verdict.suggestion.announcements import announcement
from factcheck.verdict.suggestion.origins import Published, origins
from factcheck.verdict.suggestion.thresholds import Source, Thresholds
from factcheck.verdict.suggestion.timing import denies_yet, elsewhen, order, outdated

_LEAST_WORDS: Final = 3
"""Words beside a number or date without which even all of them say too little on what it is about."""
_LABELS: Final = tuple(StanceLabel)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One passage, as it counts for the suggestion.

    Attributes:
        weighed: The passage with its stance; its remark says why it doesn't count, or the like.
        origin: Number of its origin; passages of one origin count once.
        led: The details that refute the claim whatever the model read; empty for a stance of the model's own.
    """

    weighed: WeighedPassage
    origin: int
    led: tuple[Difference, ...] = ()

    @property
    def id(self) -> str:
        return self.weighed.stance.passage_id

    def score(self, label: StanceLabel) -> float:
        return self.weighed.stance.scores[_LABELS.index(label)]

    def reads(self, label: StanceLabel, least: float) -> bool:
        """Whether its stance is `label`, with at least that score."""
        return self.weighed.stance.label is label and self.score(label) >= least

    @property
    def differing(self) -> list[Difference]:
        return self.comparing(Comparison.DIFFERS)

    def comparing(self, comparison: Comparison) -> list[Difference]:
        return [each for each in self.weighed.stance.differences if each.comparison is comparison]

    def agrees_at(self, spans: Sequence[Span]) -> bool:
        """Whether a detail that stands at one of these places of the claim agrees.

        That the same one speaks says nothing of the office or the number in the words that name them.
        """
        agreeing = [each.claim_span for each in self.comparing(Comparison.AGREES) if each.aspect != "speaker"]
        return any(each.overlaps(span) for each in agreeing for span in spans)


def votes(
    claim: Details,
    weighed: Sequence[WeighedPassage],
    sources: Mapping[str, Source],
    *,
    thresholds: Thresholds,
    claim_on: date | None,
) -> list[Vote]:
    """The passages of a claim that was said on `claim_on`, in their order.

    A detail refutes by itself (it leads) where its rule has compared who held an office, or which year of something it
    is; a number or date that differs does where the claim's other words stand beside it, nothing else differs, and no
    other passage has the claim's own.
    """
    published = {name: Published(each.text, each.origin) for name, each in sources.items()}
    numbers = origins([each.stance.passage_id for each in weighed], published)
    plain = [Vote(weighed=each, origin=numbers[each.stance.passage_id]) for each in weighed]
    return [
        _timed(claim, _led(claim, each, plain, sources, thresholds), sources.get(each.id), claim_on) for each in plain
    ]


def _led(
    claim: Details, vote: Vote, others: Sequence[Vote], sources: Mapping[str, Source], thresholds: Thresholds
) -> Vote:
    """With the details that lead, where the model doesn't refute the claim by its own reading."""
    source, differing = sources.get(vote.id), vote.differing
    if source is None or vote.reads(StanceLabel.REFUTES, thresholds.refutes):
        return vote
    ordinals = [each.span for each in claim.ordinal_periods]
    label = vote.weighed.stance.label
    led = []
    for each in differing:
        compares_time = each.aspect == "office" or each.claim_span in ordinals
        stands_beside = (
            label is not StanceLabel.SUPPORTS
            and each.aspect in ("quantity", "date")
            and len(differing) == 1
            and each.passage_span is not None
            and _is_beside(claim, each, source.details, thresholds.leads)
        )
        confirmed = any(other.agrees_at([each.claim_span]) for other in others if other is not vote)
        if (compares_time or stands_beside) and not confirmed:
            led.append(each)
    return replace(vote, led=tuple(led))


def _is_beside(claim: Details, difference: Difference, passage: Details, least: float) -> bool:
    assert difference.passage_span is not None
    share, words = coverage(claim, difference.claim_span, passage, difference.passage_span)
    return words >= _LEAST_WORDS and share >= least


def _timed(claim: Details, vote: Vote, source: Source | None, claim_on: date | None) -> Vote:
    """With the remark that keeps it from counting, where its time does."""
    told = source.published_on if source else None
    label = vote.weighed.stance.label
    remark: Reason | None = None
    if denies_yet(claim):
        spoken = announcement(claim, source.details) if source else None
        refutes = label is StanceLabel.REFUTES or any(each.aspect == "negation" for each in vote.differing)
        if spoken is not None and source is not None:
            told = _announced_on(source, spoken)
        if spoken is not None or refutes:
            remark = order(claim_on, told)
        if spoken is not None and remark:
            stance = replace(vote.weighed.stance, span=spoken)
            remark = Reason(code=ReasonCode.ANNOUNCED, words=f"announced; {remark}")
            return replace(vote, weighed=replace(vote.weighed, stance=stance, remark=remark))
        if not remark and label is StanceLabel.SUPPORTS and source is not None and not source.details.negations:
            remark = Reason(code=ReasonCode.SILENT_ON_YET, words="says nothing of what had not happened yet")
    elif not _compares_time(claim, vote) and (vote.led or label is StanceLabel.REFUTES):
        remark = outdated(claim, claim_on, told) or _elsewhen(claim, vote, source, claim_on)
    return replace(vote, weighed=replace(vote.weighed, remark=remark)) if remark else vote


def _elsewhen(claim: Details, vote: Vote, source: Source | None, claim_on: date | None) -> Reason | None:
    """A model's reading alone doesn't tell what happened then from what happened another time; a difference does."""
    if source is None or vote.differing:
        return None
    span = vote.weighed.stance.span
    return elsewhen(claim, claim_on, source.details, source.published_on, span)


def _announced_on(source: Source, spoken: Span) -> date | None:
    """The last day that the announcement names, which is seldom before its own; the document's where it names none."""
    days = [
        each.first
        for each in date_ranges(source.details, source.published_on)
        if each.is_known and each.first is not None and each.first == each.last and spoken.covers(each.mention.span)
    ]
    return max(days, default=source.published_on)


def _compares_time(claim: Details, vote: Vote) -> bool:
    ordinals = [each.span for each in claim.ordinal_periods]
    return any(each.aspect == "office" or each.claim_span in ordinals for each in vote.differing)
