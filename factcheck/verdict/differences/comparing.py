"""The details of a claim beside those of a passage: what agrees, what differs, and what can't be compared.

Computed by rules on spans, so that each can be shown and checked; where a rule isn't sure it says so. These are
features of a suggestion and guards on it, and what a reviewer sees marked.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from factcheck.domain.stances import Difference
from factcheck.verdict.details.details import Details
from factcheck.verdict.differences.dates import date_differences
from factcheck.verdict.differences.multiples import multiple_differences
from factcheck.verdict.differences.names import name_differences
from factcheck.verdict.differences.negations import negation_differences
from factcheck.verdict.differences.offices import office_differences
from factcheck.verdict.differences.ordinal_years import year_differences
from factcheck.verdict.differences.quantifiers import quantifier_differences
from factcheck.verdict.differences.quantities import quantity_differences
from factcheck.verdict.differences.speakers import speaker_differences


def differences(
    claim: Details, passage: Details, *, claim_on: date | None = None, passage_on: date | None = None
) -> tuple[Difference, ...]:
    """Compare the details of two texts.

    Args:
        claim: Those of `claim.checked`; the `claim_span` of each difference is into it.
        passage: Those of `passage.text`; each `passage_span` is into it.
        claim_on: When the claim was made, for `Friday` and the like; None where that isn't known.
        passage_on: When the passage's document was published, likewise.

    Returns:
        At most one difference for each detail of the claim, and one for each word that only the passage denies; in
        the order of the claim. Empty where the claim holds no such detail.
    """
    years = year_differences(claim, passage, claim_on, passage_on)
    counted = {each.claim_span for each in years}
    found = [
        *years,
        # What the years say is said of the same words.
        *(
            each
            for each in quantity_differences(claim, passage, same_time=_are_near(claim_on, passage_on))
            if each.claim_span not in counted
        ),
        *multiple_differences(claim, passage),
        *name_differences(claim, passage),
        *date_differences(claim, passage, claim_on, passage_on),
        *office_differences(claim, passage, claim_on, passage_on),
        *quantifier_differences(claim, passage),
        *speaker_differences(claim, passage),
        *negation_differences(claim, passage),
    ]
    return tuple(sorted(found, key=lambda each: (each.claim_span, each.aspect)))


def _are_near(claim_on: date | None, passage_on: date | None) -> bool:
    """Whether what is said of the present in both texts, as far as is known, is of one time."""
    return claim_on is None or passage_on is None or abs(claim_on - passage_on) <= _NEAR


_NEAR: Final = timedelta(days=31)
