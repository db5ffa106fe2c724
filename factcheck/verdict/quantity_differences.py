"""How the quantities of a claim stand to those of a passage.

Two numbers of one noun are not yet two answers to one question: `20 people died` and `30 people were hurt` agree.
So "differs" asks for much more than "agrees": the same unit, noun and modifiers, the same neighbouring words, no
other date beside it, and values that no rounding and no "about" can bring together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from math import inf
from typing import Final

from factcheck.domain.stances import Comparison, Difference
from factcheck.language.quantities import Quantity
from factcheck.language.words import word_list
from factcheck.verdict.date_differences import dates_may_meet
from factcheck.verdict.details import Details

ASPECT: Final = "quantity"
LEAST_SHARED_WORDS: Final = 0.5
"""Share of the claim's words that the passage's sentence must hold before two values are said to differ."""
_LEAST_TELLING_NUMBER: Final = 13
"""Smaller numbers without a noun are everywhere, so that two equal ones say nothing."""
_ABOUT: Final = 0.1
_FAR_FROM_ABOUT: Final = 0.25
_CLOSE: Final = 0.05
_ALIKE: Final = tuple(
    frozenset(word_list(text))
    for text in (
        "soldier serviceman servicewoman trooper personnel",
        "person individual human",
        "prisoner captive detainee inmate",
        "death fatality",
        "child kid",
        "film movie picture",
        "company firm business",
        "phase stage",
        "house home",
        "car automobile",
        "doctor physician",
        "job position",
        "song track",
        "student pupil",
        "shop store",
        "novel book",
        "aircraft plane airplane",
    )
)
"""Nouns that count the same things. Only for agreement: a difference is never told across two of them."""
_SAYS_PLACE: Final = re.compile(
    r"\b(?:is|are|was|were|be|been|being|become|becomes|became|as|in|into|entered|marked|marks|ranks?|ranked|finished|came)"
    r"\s(?:the|its|his|her|their|a|only the)?\s?$",
    re.IGNORECASE,
)
_LOOK_BACK: Final = 24
_ARMED: Final = "military"


def quantity_differences(claim: Details, passage: Details) -> list[Difference]:
    """One difference for each quantity of `claim`, in order."""
    used = {
        index
        for index, theirs in enumerate(passage.quantities)
        if any(_agree(ours, theirs) for ours in claim.quantities)
    }
    return [_compared(claim, ours, passage, used) for ours in claim.quantities]


def _compared(claim: Details, ours: Quantity, passage: Details, used: set[int]) -> Difference:
    agreeing = [theirs for theirs in passage.quantities if _agree(ours, theirs)]
    if ours.noun and any(_counts_other(ours, theirs) for theirs in passage.quantities):
        # "1,000 people for 1,000": a number without a noun counts what its like beside it counts.
        agreeing = [theirs for theirs in agreeing if theirs.noun]
    if agreeing:
        best = max(agreeing, key=lambda theirs: (theirs.noun == ours.noun, theirs.modifiers == ours.modifiers))
        return _difference(Comparison.AGREES, claim, ours, passage, best)
    # A number that answers another part of the claim is no counterpart of this one.
    free = [theirs for index, theirs in enumerate(passage.quantities) if index not in used]
    same = [theirs for theirs in free if _same_thing(ours, theirs)]
    if all(_apart(ours, theirs) for theirs in same):
        for theirs in same:
            if _same_matter(claim, ours, passage, theirs):
                return _difference(Comparison.DIFFERS, claim, ours, passage, theirs)
    for theirs in free:
        if _related(ours, theirs):
            return _difference(Comparison.NOT_COMPARABLE, claim, ours, passage, theirs)
    return _difference(Comparison.ONLY_IN_CLAIM, claim, ours, passage, None)


def _agree(ours: Quantity, theirs: Quantity) -> bool:
    if ours.unit != theirs.unit or ours.ordinal != theirs.ordinal or not _equal(ours, theirs):
        return False
    if not _modifiers_meet(ours, theirs):
        return False
    if ours.noun and theirs.noun:
        return _alike(ours, theirs)
    return bool(ours.unit) or ours.value >= _LEAST_TELLING_NUMBER or ours.value != int(ours.value)


def _counts_other(ours: Quantity, theirs: Quantity) -> bool:
    return bool(theirs.noun) and ours.value == theirs.value and ours.unit == theirs.unit and not _alike(ours, theirs)


def _equal(ours: Quantity, theirs: Quantity) -> bool:
    """Whether the claim's value follows from the passage's."""
    if (ours.upper is None) != (theirs.upper is None):
        return _holds(ours, theirs)
    near = _near(ours.value, theirs.value, max(ours.resolution, theirs.resolution))
    if ours.upper is not None and theirs.upper is not None:
        return near and _near(ours.upper, theirs.upper, max(ours.resolution, theirs.resolution))
    if near and (ours.bound == theirs.bound or {ours.bound, theirs.bound} == {"exact", "about"}):
        return True
    return _holds(ours, theirs)


def _holds(ours: Quantity, theirs: Quantity) -> bool:
    """Whether a bounded claim (`more than 300`) holds all that the passage leaves open (`307`)."""
    low, high = _reach(theirs)
    if ours.bound == "at_least":
        return low > ours.value
    if ours.bound == "at_most":
        return high < ours.value
    if ours.upper is not None:
        return ours.value <= low and high <= ours.upper and theirs.bound == "exact"
    return False


def _near(one: float, other: float, resolution: float) -> bool:
    gap = abs(one - other)
    return gap == 0 or (gap <= resolution / 2 and gap <= _CLOSE * max(abs(one), abs(other)))


def _reach(quantity: Quantity, about: float = _ABOUT) -> tuple[float, float]:
    high = quantity.value if quantity.upper is None else quantity.upper
    if quantity.bound == "at_least":
        return quantity.value, inf
    if quantity.bound == "at_most":
        return 0.0, high
    if quantity.bound == "about":
        return quantity.value * (1 - about), high * (1 + about)
    return quantity.value, high


def _apart(ours: Quantity, theirs: Quantity) -> bool:
    """Whether no reading of both numbers lets them meet."""
    (low, high), (their_low, their_high) = (_reach(each, _FAR_FROM_ABOUT) for each in (ours, theirs))
    if low <= their_high and their_low <= high:
        return False
    return abs(ours.value - theirs.value) > max(ours.resolution, theirs.resolution) / 2


def _same_thing(ours: Quantity, theirs: Quantity) -> bool:
    if (ours.unit, ours.ordinal, ours.noun) != (theirs.unit, theirs.ordinal, theirs.noun):
        return False
    return bool(ours.unit or ours.noun) and set(ours.modifiers) == set(theirs.modifiers)


def _same_matter(claim: Details, ours: Quantity, passage: Details, theirs: Quantity) -> bool:
    """Whether both numbers stand among the same words, beside no denial and no different date."""
    if claim.denies_before(ours.span) or passage.denies_before(theirs.span):
        return False
    if ours.ordinal and not (_is_predicate(claim, ours) and _is_predicate(passage, theirs)):
        return False
    sentence = passage.sentence_at(theirs.span.start)
    stems = passage.stems_in(sentence)
    # "The bridge, now in its third year, …": what a place in a row is said of stands in its own clause.
    context = claim.clause_at(ours.span) if ours.ordinal else claim.sentence_at(ours.span.start)
    own = claim.stems_in(context)
    beside = [each for each in claim.stems_beside(ours.span, context) if each is not None]
    if not beside or not all(each in stems for each in beside):
        return False
    if len(own & stems) < LEAST_SHARED_WORDS * len(own):
        return False
    if not own.intersection(each for each in passage.stems_beside(theirs.span, sentence) if each is not None):
        return False
    return dates_may_meet(claim, ours.span, passage, theirs.span)


def _is_predicate(details: Details, ordinal: Quantity) -> bool:
    """Whether a place in a row is said of something (`was the third`, `in its third year`), not used to name it."""
    return _SAYS_PLACE.search(details.text[max(0, ordinal.span.start - _LOOK_BACK) : ordinal.span.start]) is not None


def _alike(ours: Quantity, theirs: Quantity) -> bool:
    if ours.noun == theirs.noun:
        return True
    # "Personnel" are soldiers where "military" says so, and anybody's staff where it doesn't.
    if any(each.noun == "personnel" and _ARMED not in each.modifiers for each in (ours, theirs)):
        return False
    return any(ours.noun in group and theirs.noun in group for group in _ALIKE)


def _modifiers_meet(ours: Quantity, theirs: Quantity) -> bool:
    mine, others = set(ours.modifiers) - {_ARMED}, set(theirs.modifiers) - {_ARMED}
    return mine <= others or others <= mine


def _related(ours: Quantity, theirs: Quantity) -> bool:
    """Whether a person would want to see the two side by side."""
    if ours.ordinal != theirs.ordinal:
        return False
    if ours.noun and ours.noun == theirs.noun:
        return True
    if ours.unit and ours.unit == theirs.unit:
        return True
    return ours.value == theirs.value >= _LEAST_TELLING_NUMBER and not ours.ordinal


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
    return Difference(
        aspect=ASPECT,
        comparison=comparison,
        claim_span=ours.span,
        passage_span=theirs.span if theirs else None,
        note=" ".join(notes[comparison].split()),
    )


def _s(quantity: Quantity) -> str:
    return "" if _is_many(quantity) else "s"


def _is(quantity: Quantity) -> str:
    return "are" if _is_many(quantity) else "is"


def _is_many(quantity: Quantity) -> bool:
    return not quantity.ordinal and quantity.value != 1 and bool(quantity.noun)


def unmatched(differences: Sequence[Difference]) -> list[Difference]:
    """Those that the passage neither confirms nor contradicts."""
    return [each for each in differences if each.comparison in (Comparison.ONLY_IN_CLAIM, Comparison.NOT_COMPARABLE)]
