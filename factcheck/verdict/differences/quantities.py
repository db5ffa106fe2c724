"""How the quantities of a claim stand to those of a passage.

Two numbers of one noun are not yet two answers to one question: `20 people died` and `30 people were hurt` agree.
So "differs" asks for much more than "agrees": the same unit, noun and modifiers, the same neighbouring words, no
other date beside it, and values that no rounding and no "about" can bring together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from factcheck.domain.stances import Comparison, Difference
from factcheck.language.numbers.units import TIME_UNITS
from factcheck.language.quantities.quantities import Quantity
from factcheck.verdict.details.alignment import coverage, denied, governor, same_governor
from factcheck.verdict.details.details import Details
from factcheck.verdict.details.quantity_values import apart, follows
from factcheck.verdict.details.sums import sum_of
from factcheck.verdict.differences.dates import dates_may_meet
from factcheck.verdict.differences.noted import noted

ASPECT: Final = "quantity"
LEAST_SHARED_WORDS: Final = 0.5
"""Share of the claim's words that the passage's sentence must hold before two values are said to differ."""
LEAST_COVERED: Final = 0.8
"""Share of them that is enough wherever the number stands in the sentence."""
_LEAST_WORDS: Final = 2
_LEAST_TELLING_NUMBER: Final = 13
"""Smaller numbers without a noun are everywhere, so that two equal ones say nothing."""
_SAYS_PLACE: Final = frozenset({"attr", "oprd", "as", "in", "into"})
"""Roles in which a place in a row is said of something, not used to name it: `was the third`, `in its third year`."""


def quantity_differences(claim: Details, passage: Details, *, same_time: bool = True) -> list[Difference]:
    """One difference for each quantity of `claim`, in order.

    Args:
        same_time: Whether both texts can be of one time: what is in its third year now was in its second a year ago.
    """
    used = {
        index
        for index, theirs in enumerate(passage.quantities)
        if any(_agree(ours, theirs) for ours in claim.quantities)
    }
    found = [_compared(claim, ours, passage, used) for ours in claim.quantities]
    if same_time:
        return found
    return [
        replace(each, comparison=Comparison.NOT_COMPARABLE)
        if each.comparison is Comparison.DIFFERS and ours.ordinal and ours.unit in TIME_UNITS
        else each
        for each, ours in zip(found, claim.quantities, strict=True)
    ]


def _compared(claim: Details, ours: Quantity, passage: Details, used: set[int]) -> Difference:
    agreeing = [theirs for theirs in passage.quantities if _agree(ours, theirs)]
    if ours.noun and any(_counts_other(ours, theirs) for theirs in passage.quantities):
        # "1,000 people for 1,000": a number without a noun counts what its like beside it counts.
        agreeing = [theirs for theirs in agreeing if theirs.noun]
    total = None if agreeing else sum_of(claim, ours, passage)
    if total is not None:
        return noted(ASPECT, Comparison.AGREES, ours.span, total.passage_span, total.note)
    if agreeing:
        best = max(agreeing, key=lambda theirs: (theirs.noun == ours.noun, theirs.modifiers == ours.modifiers))
        return _difference(Comparison.AGREES, claim, ours, passage, best)
    # A number that answers another part of the claim is no counterpart of this one.
    free = [theirs for index, theirs in enumerate(passage.quantities) if index not in used]
    same = [theirs for theirs in free if _same_thing(ours, theirs) or _same_governor(claim, ours, passage, theirs)]
    if all(apart(ours, theirs) for theirs in same):
        rivals = [theirs for theirs in same if _same_matter(claim, ours, passage, theirs)]
        if rivals:
            nearest = max(rivals, key=lambda theirs: _same_places(claim, ours, passage, theirs))
            return _difference(Comparison.DIFFERS, claim, ours, passage, nearest)
    for theirs in free:
        if _related(ours, theirs):
            return _difference(Comparison.NOT_COMPARABLE, claim, ours, passage, theirs)
    return _difference(Comparison.ONLY_IN_CLAIM, claim, ours, passage, None)


def _agree(ours: Quantity, theirs: Quantity) -> bool:
    if ours.unit != theirs.unit or ours.ordinal != theirs.ordinal or not follows(ours, theirs):
        return False
    if not _modifiers_meet(ours, theirs):
        return False
    if ours.noun and theirs.noun:
        return ours.noun == theirs.noun
    return bool(ours.unit) or ours.value >= _LEAST_TELLING_NUMBER or ours.value != int(ours.value)


def _counts_other(ours: Quantity, theirs: Quantity) -> bool:
    return bool(theirs.noun) and ours.value == theirs.value and ours.unit == theirs.unit and ours.noun != theirs.noun


def _same_thing(ours: Quantity, theirs: Quantity) -> bool:
    if (ours.unit, ours.ordinal, ours.noun) != (theirs.unit, theirs.ordinal, theirs.noun):
        return False
    if not ours.ordinal and 1 in (ours.value, theirs.value):
        return False  # "one man" is often no count but "a man"
    return bool(ours.unit or ours.noun) and set(ours.modifiers) == set(theirs.modifiers)


def _same_governor(claim: Details, ours: Quantity, passage: Details, theirs: Quantity) -> bool:
    """Whether one number says of nothing what it counts, and both depend on one word: `scored 23`, `scored 32`."""
    if ours.ordinal or theirs.ordinal or ours.unit != theirs.unit or (ours.noun and theirs.noun):
        return False
    return same_governor(claim, ours.span, passage, theirs.span)


def _same_matter(claim: Details, ours: Quantity, passage: Details, theirs: Quantity) -> bool:
    """Whether both numbers stand among the same words, beside no denial and no different date."""
    if denied(claim, ours.span, passage, theirs.span) or not dates_may_meet(claim, ours.span, passage, theirs.span):
        return False
    share, words = coverage(claim, ours.span, passage, theirs.span)
    nearly_all = share >= LEAST_COVERED and words >= _LEAST_WORDS
    if ours.ordinal and not (_is_predicate(claim, ours) and (nearly_all or _is_predicate(passage, theirs))):
        return False
    sentence = passage.sentence_at(theirs.span.start)
    stems = passage.stems_in(sentence)
    # "The bridge, now in its third year, …": what a place in a row is said of stands in its own clause.
    context = claim.clause_at(ours.span) if ours.ordinal else claim.sentence_at(ours.span.start)
    own = claim.stems_in(context)
    beside = [each for each in claim.stems_beside(ours.span, context) if each is not None]
    if not beside or not all(each in stems for each in beside):
        return False
    if nearly_all:
        return True
    if len(own & stems) < LEAST_SHARED_WORDS * len(own):
        return False
    return bool(own.intersection(each for each in passage.stems_beside(theirs.span, sentence) if each is not None))


def _same_places(claim: Details, ours: Quantity, passage: Details, theirs: Quantity) -> int:
    """How many of the words right before and right after both numbers are the same."""
    mine = claim.stems_beside(ours.span, claim.sentence_at(ours.span.start))
    others = passage.stems_beside(theirs.span, passage.sentence_at(theirs.span.start))
    return sum(one is not None and one == other for one, other in zip(mine, others, strict=True))


def _is_predicate(details: Details, ordinal: Quantity) -> bool:
    return governor(details, ordinal.span).role in _SAYS_PLACE


def _modifiers_meet(ours: Quantity, theirs: Quantity) -> bool:
    mine, others = set(ours.modifiers), set(theirs.modifiers)
    return mine <= others or others <= mine


def _related(ours: Quantity, theirs: Quantity) -> bool:
    """Whether a person would want to see the two side by side."""
    if ours.ordinal != theirs.ordinal:
        return False
    if ours.noun and ours.noun == theirs.noun:
        return True
    if ours.unit and ours.unit == theirs.unit:
        return True
    telling = ours.value >= _LEAST_TELLING_NUMBER or bool(ours.unit and theirs.unit)
    return ours.value == theirs.value and telling and not ours.ordinal


def _difference(
    comparison: Comparison, claim: Details, ours: Quantity, passage: Details, theirs: Quantity | None
) -> Difference:
    mine = ours.span.of(claim.text)
    other = theirs.span.of(passage.text) if theirs else ""
    notes = {
        Comparison.AGREES: f"{mine} agree{_s(ours)}" if mine == other else f"{mine} = {other}",
        Comparison.DIFFERS: f"{mine} in the claim, {other} in the passage",
        Comparison.NOT_COMPARABLE: f"{mine} and {other} may not count the same",
        Comparison.ONLY_IN_CLAIM: f"{mine} {_is(ours)} not in the passage",
    }
    return noted(ASPECT, comparison, ours.span, theirs.span if theirs else None, notes[comparison])


def _s(quantity: Quantity) -> str:
    return "" if _is_many(quantity) else "s"


def _is(quantity: Quantity) -> str:
    return "are" if _is_many(quantity) else "is"


def _is_many(quantity: Quantity) -> bool:
    return not quantity.ordinal and quantity.value != 1 and bool(quantity.noun)
