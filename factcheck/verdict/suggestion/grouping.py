"""Which passages speak for a claim, which against it, and which don't count, each with the reason."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from factcheck.domain.stances import StanceLabel
from factcheck.domain.suggestions import WeighedPassage
from factcheck.verdict.details.details import Details
from factcheck.verdict.suggestion.thresholds import Source, Thresholds
from factcheck.verdict.suggestion.votes import Vote, votes


@dataclass(frozen=True, slots=True, kw_only=True)
class Grouped:
    """All passages of a claim, each in at most one of the four; the strongest of each first.

    Attributes:
        every: Every one, in the order they were given.
        supporting: Those that support the claim.
        refuting: Those that refute it.
        silent: Those that would support it, and have nothing on the detail that refutes it.
        weak: Those that take a side too weakly to count.
        set_aside: Those that don't count for their time, or because a compared detail differs.
    """

    every: tuple[Vote, ...]
    supporting: tuple[Vote, ...]
    refuting: tuple[Vote, ...]
    silent: tuple[Vote, ...]
    weak: tuple[Vote, ...]
    set_aside: tuple[Vote, ...]


def grouped(
    claim: Details,
    weighed: Sequence[WeighedPassage],
    sources: Mapping[str, Source],
    *,
    thresholds: Thresholds,
    claim_on: date | None,
) -> Grouped:
    """Sort the passages of a claim that was said on `claim_on`.

    What is silent on a detail that differs elsewhere is no evidence against the passage that has it.
    """
    every = votes(claim, weighed, sources, thresholds=thresholds, claim_on=claim_on)
    set_aside = [each for each in every if each.weighed.remark or _is_refused(each)]
    counted = [each for each in every if each not in set_aside]
    refuting = _strongest(
        StanceLabel.REFUTES,
        [each for each in counted if each.led or each.reads(StanceLabel.REFUTES, thresholds.refutes)],
    )
    supporting = _strongest(
        StanceLabel.SUPPORTS,
        [each for each in counted if not each.led and each.reads(StanceLabel.SUPPORTS, thresholds.supports)],
    )
    taken = [*refuting, *supporting]
    weak = [each for each in counted if each not in taken and each.weighed.stance.label is not StanceLabel.NEUTRAL]
    differing = [each.claim_span for vote in refuting[:1] for each in vote.led or vote.differing]
    silent = [each for each in supporting if differing and not each.agrees_at(differing)]
    return Grouped(
        every=tuple(every),
        supporting=tuple(each for each in supporting if each not in silent),
        refuting=tuple(refuting),
        silent=tuple(silent),
        weak=tuple(weak),
        set_aside=tuple(set_aside),
    )


def _is_refused(vote: Vote) -> bool:
    """Whether it reads as support while a compared detail differs."""
    return vote.weighed.stance.label is StanceLabel.SUPPORTS and bool(vote.differing) and not vote.led


def _strongest(label: StanceLabel, votes: Sequence[Vote]) -> list[Vote]:
    """Best first: what a compared detail says before what a model reads; of equal ones the better match."""
    return sorted(votes, key=lambda each: (not each.led, -each.score(label)))
