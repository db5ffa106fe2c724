"""One claim and the passages that share its words: what comparing tells, without any model."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from factcheck.domain.claims import Claim
from factcheck.domain.first_looks import LookOutcome
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, Stance, StanceLabel
from factcheck.verdict.details.details import Details
from factcheck.verdict.differences.comparing import differences
from factcheck.verdict.first_look.counterparts import counterparts
from factcheck.verdict.suggestion.coverage import share_held, words_in_sentence
from factcheck.verdict.suggestion.gaps import gaps
from factcheck.verdict.suggestion.thresholds import Source
from factcheck.verdict.suggestion.timing import outdated

LEAST_TO_COMPARE: Final = 0.3
"""Share of the claim's words, in [0, 1], that a passage must have to be looked at."""
LEAST_FOR_DIFFERS: Final = 0.6
"""The same before a difference in it is told."""
LEAST_FOR_SAME_WORDS: Final = 0.8
"""The same before it is told to have the claim's words."""
LEAST_FOR_PARTLY: Final = 0.5
_NOT_READ: Final = (0.0, 0.0, 1.0)
_TELLING: Final = ("quantity", "date", "negation", "quantifier", "speaker", "office")
"""What a passage must not lack of a claim to have the same words. Of a name the words are enough."""


class Looked(NamedTuple):
    """What came out; `passage_id` and `sentence` are those of `FirstLook.evidence` and `FirstLook.sentence`."""

    outcome: LookOutcome
    differences: tuple[Difference, ...] = ()
    passage_id: str | None = None
    sentence: Span | None = None
    missing: tuple[Span, ...] = ()


def look_at(claim: Claim, checked: Details, sources: Mapping[str, Source], *, claim_on: date | None = None) -> Looked:
    """Compare a claim with the passages that were found for it.

    Args:
        checked: The details of `claim.checked`.
        sources: The details, origin and date of each passage by its id, best match first.
        claim_on: When the claim was said; None where that isn't known.
    """
    if not claim.kind.is_checkable:
        return Looked(LookOutcome.NOT_CHECKABLE)
    shares = {name: share_held(checked, each.details) for name, each in sources.items()}
    near = {name: each for name, each in sources.items() if shares[name] >= LEAST_TO_COMPARE}
    current = {name: each for name, each in near.items() if not outdated(checked, claim_on, each.published_on)}
    stances = [_compared(checked, name, each, claim_on) for name, each in near.items()]
    missing = tuple(each.span for each in gaps(checked, stances, {name: each.details for name, each in near.items()}))
    found = _differing(checked, stances, current, shares) or _with_counterparts(checked, current, claim_on)
    if found is not None:
        return found._replace(missing=missing)
    nearest = max(stances, key=lambda each: shares[each.passage_id], default=None)
    if nearest is None or shares[nearest.passage_id] < LEAST_FOR_PARTLY:
        return Looked(LookOutcome.NOTHING, missing=missing)
    agreeing = [each for each in stances if shares[each.passage_id] >= LEAST_FOR_SAME_WORDS and _holds_all(each)]
    if agreeing and not any(_is_figure(checked, each) for each in missing):
        best = max(agreeing, key=lambda each: shares[each.passage_id])
        return Looked(
            LookOutcome.SAME_WORDS, (), best.passage_id, _sentence(checked, sources[best.passage_id].details), missing
        )
    sentence = _sentence(checked, sources[nearest.passage_id].details)
    return Looked(LookOutcome.PARTLY, (), nearest.passage_id, sentence, missing)


def _compared(checked: Details, name: str, source: Source, claim_on: date | None) -> Stance:
    found = differences(checked, source.details, claim_on=claim_on, passage_on=source.published_on)
    return Stance(passage_id=name, label=StanceLabel.NEUTRAL, scores=_NOT_READ, differences=found)


def _differing(
    checked: Details, stances: Sequence[Stance], current: Mapping[str, Source], shares: Mapping[str, float]
) -> Looked | None:
    """The passage with most of the claim's words, of those that surely have another detail that none confirms."""
    periods = {each.span for each in checked.ordinal_periods}
    agreed = [each.claim_span for stance in stances for each in stance.differences if _is(each, Comparison.AGREES)]
    best: Looked | None = None
    for stance in sorted(stances, key=lambda each: -shares[each.passage_id]):
        found = [
            each
            for each in stance.differences
            if _is(each, Comparison.DIFFERS)
            and not any(each.claim_span.overlaps(span) for span in agreed)
            # Who held an office, and which year of something it was, has been worked out from dates.
            and (
                shares[stance.passage_id] >= LEAST_FOR_DIFFERS or each.aspect == "office" or each.claim_span in periods
            )
        ]
        if found and stance.passage_id in current and best is None:
            at = next((each.passage_span for each in found if each.passage_span is not None), None)
            details = current[stance.passage_id].details
            sentence = None if at is None else details.sentence_at(at.start)
            best = Looked(LookOutcome.DIFFERS, tuple(found), stance.passage_id, sentence)
    return best


def _with_counterparts(checked: Details, current: Mapping[str, Source], claim_on: date | None) -> Looked | None:
    found = counterparts(
        checked,
        {name: each.details for name, each in current.items()},
        claim_on=claim_on,
        passages_on={name: each.published_on for name, each in current.items()},
    )
    if not found:
        return None
    first = max(found, key=lambda each: each.shared)
    there = [each for each in found if (each.passage_id, each.sentence) == (first.passage_id, first.sentence)]
    told = tuple(each.difference for each in there)
    return Looked(LookOutcome.DIFFERS, told, first.passage_id, first.sentence)


def _holds_all(stance: Stance) -> bool:
    """Whether the passage has each number, date, denial and the like of the claim, as far as they can be compared."""
    return all(_is(each, Comparison.AGREES) for each in stance.differences if each.aspect in _TELLING)


def _is_figure(checked: Details, gap: Span) -> bool:
    figures = [*(each.span for each in checked.quantities), *(each.span for each in checked.dates)]
    return any(gap.overlaps(each) for each in figures)


def _sentence(checked: Details, passage: Details) -> Span | None:
    """The sentence that has most of the claim's words."""
    return max(passage.sentences, key=lambda each: len(words_in_sentence(checked, passage, each)), default=None)


def _is(difference: Difference, comparison: Comparison) -> bool:
    return difference.comparison is comparison
