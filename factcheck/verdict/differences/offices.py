"""Whether those whom a claim calls president, former president or acting mayor were that on its day."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from factcheck.domain.stances import Comparison, Difference
from factcheck.language.names.same_names import PARTICLES, name_parts
from factcheck.verdict.details.details import Details
from factcheck.verdict.details.tenures import Tenure, is_recent, tenure_of, tenures
from factcheck.verdict.differences.noted import noted

ASPECT: Final = "office"
_SAME_START: Final = 4
"""Letters by which `French` and `France` are of one country."""
_NEAR: Final = timedelta(days=60)
"""How far apart two texts may be for a title in one to hold for the other. Offices change, and people come back."""


def office_differences(
    claim: Details, passage: Details, claim_on: date | None = None, passage_on: date | None = None
) -> list[Difference]:
    """One difference for each office of `claim` beside which its holder's name stands, in order.

    "Former" differs from an oath that was taken before the claim's day, "president" from a resignation before it. A
    bare title differs only where both texts are of nearly the same day: a former president is called president too.
    """
    found = []
    for office in claim.offices:
        if office.holder is None:
            continue
        holder, ours = office.holder.of(claim.text), tenure_of(claim.text, office)
        theirs = {
            each: _comparison(ours, each, claim_on, passage_on)
            for each in tenures(passage, holder, passage_on)
            if _is_same_office(ours, each)
        }
        found.append(_told(claim, ours, holder, passage, theirs))
    return found


def _told(claim: Details, ours: Tenure, holder: str, passage: Details, theirs: dict[Tenure, Comparison]) -> Difference:
    mine = ours.span.of(claim.text)
    for wanted in (Comparison.AGREES, Comparison.DIFFERS, Comparison.NOT_COMPARABLE):
        # The last event is what holds: an oath may follow a resignation.
        for each in sorted(theirs, key=lambda one: one.event or date.min, reverse=True):
            if theirs[each] is wanted and not (wanted is Comparison.AGREES and _is_overruled(each, theirs)):
                return noted(ASPECT, wanted, ours.span, each.span, _note(mine, holder, passage, each, wanted))
    return noted(
        ASPECT, Comparison.ONLY_IN_CLAIM, ours.span, None, f"the passage does not call {holder} {mine.lower()}"
    )


def _is_overruled(agreeing: Tenure, told: dict[Tenure, Comparison]) -> bool:
    """Whether a dated event contradicts what a mere title agrees with."""
    return agreeing.event is None and any(
        kind is Comparison.DIFFERS and each.event is not None for each, kind in told.items()
    )


def _comparison(ours: Tenure, theirs: Tenure, claim_on: date | None, passage_on: date | None) -> Comparison:
    held = theirs.standing in ("holds", "acting")
    if theirs.event is not None and claim_on is not None:
        if not is_recent(theirs.event, claim_on):
            same = ours.standing == theirs.standing and theirs.event <= claim_on
            return Comparison.AGREES if same else Comparison.NOT_COMPARABLE
        if ours.standing == theirs.standing:
            return Comparison.AGREES
        apart = {ours.standing, theirs.standing} == {"holds", "former"} or (ours.standing == "former" and held)
        return Comparison.DIFFERS if apart else Comparison.NOT_COMPARABLE
    if ours.standing == theirs.standing and (theirs.event is None or claim_on is None):
        return Comparison.AGREES
    near = claim_on is not None and passage_on is not None and abs(claim_on - passage_on) <= _NEAR
    if near and ours.standing == "holds" and theirs.standing == "former":
        return Comparison.DIFFERS
    return Comparison.NOT_COMPARABLE


def _is_same_office(ours: Tenure, theirs: Tenure) -> bool:
    """Whether both are the same office, as far as they say of what: `the U.S. President`, `the 47th President`."""
    return ours.words == theirs.words and ours.rest == theirs.rest and _of_meets(ours.of, theirs.of)


def _of_meets(one: str, other: str) -> bool:
    if not one or not other:
        return True
    mine, others = ({each.lower() for each in name_parts(of)} - PARTICLES - {"the", "of"} for of in (one, other))
    starts = {each[:_SAME_START] for each in mine} & {each[:_SAME_START] for each in others}
    return bool(starts) or _initials(one) == _initials(other)


def _initials(of: str) -> str:
    """`US` of `U.S.`, of `the United States` and of `US`."""
    words = [each for each in of.replace(".", " ").split() if each[0].isupper()]
    return words[0] if len(words) == 1 and words[0].isupper() else "".join(each[0] for each in words)


def _note(mine: str, holder: str, passage: Details, theirs: Tenure, comparison: Comparison) -> str:
    other = theirs.span.of(passage.text)
    if theirs.event is not None:
        what = "left office" if theirs.standing == "former" else "took office"
        joint = "and" if comparison is Comparison.AGREES else "but"
        return f"{mine} in the claim, {joint} by the passage {holder} {what} as {other}, {theirs.event.isoformat()}"
    return f"{mine} agrees" if comparison is Comparison.AGREES else f"{mine} in the claim, {other} in the passage"
