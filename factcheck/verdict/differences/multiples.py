"""How often, and how many times as much: `doubled` beside `twice as much`, `won twice` beside `won three times`."""

from __future__ import annotations

from typing import Final

from factcheck.domain.stances import Comparison, Difference
from factcheck.language.quantities.multiples import Multiple
from factcheck.verdict.details.alignment import coverage, denied
from factcheck.verdict.details.details import Details
from factcheck.verdict.differences.noted import noted

ASPECT: Final = "quantity"
LEAST_COVERED: Final = 0.6
"""Share of the claim's words that the passage's sentence must hold before two factors answer one question."""
_LEAST_WORDS: Final = 2


def multiple_differences(claim: Details, passage: Details) -> list[Difference]:
    """One difference for each multiple of `claim`, in order."""
    return [_compared(claim, ours, passage) for ours in claim.multiples]


def _compared(claim: Details, ours: Multiple, passage: Details) -> Difference:
    mine = ours.span.of(claim.text)
    near = [each for each in passage.multiples if _same_matter(claim, ours, passage, each)]
    same = [each for each in near if each.factor == ours.factor and each.bound == ours.bound]
    if same:
        other = same[0].span.of(passage.text)
        note = f"{mine} agrees" if mine == other else f"{mine} = {other}"
        return noted(ASPECT, Comparison.AGREES, ours.span, same[0].span, note)
    exact = [each for each in near if each.bound == ours.bound == "exact" and not each.loose and not ours.loose]
    if exact:
        note = f"{mine} in the claim, {exact[0].span.of(passage.text)} in the passage"
        return noted(ASPECT, Comparison.DIFFERS, ours.span, exact[0].span, note)
    if near:
        note = f"{mine} and {near[0].span.of(passage.text)} may not count the same"
        return noted(ASPECT, Comparison.NOT_COMPARABLE, ours.span, near[0].span, note)
    return noted(ASPECT, Comparison.ONLY_IN_CLAIM, ours.span, None, f"{mine} is not in the passage")


def _same_matter(claim: Details, ours: Multiple, passage: Details, theirs: Multiple) -> bool:
    if (ours.kind == "occasions") != (theirs.kind == "occasions") or denied(claim, ours.span, passage, theirs.span):
        return False
    share, words = coverage(claim, ours.span, passage, theirs.span)
    return share >= LEAST_COVERED and words >= _LEAST_WORDS
