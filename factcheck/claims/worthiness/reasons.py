"""What speaks for and against checking a claim, as a person can see it: what its words hold, and of which kind it is.

The weights are for the rules' score. They are set by hand, in steps of 0.05, so that a claim with two particulars (a
number and a name, a date and an event) passes 0.5 and one that is only a forecast or only an opinion stays below 0.25.
They were fitted to nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, NamedTuple

from factcheck.claims.worthiness.signs import is_hedged, names_date, names_number, names_someone, quotes_words
from factcheck.domain.claims import Claim, ClaimKind

_JUDGED: Final = 2_000
"""Characters of a claim that are looked at. Few sentences are as long, and those are lists."""
_PRONOUNS: Final = frozenset({"he", "she", "they", "it", "i", "we", "who"})


class Sign(NamedTuple):
    """Something about a claim.

    Attributes:
        reason: It in a few words, as it is shown.
        weight: What it adds to the rules' score.
    """

    reason: str
    weight: float
    holds: Callable[[Claim], bool]


def _is(kind: ClaimKind) -> Callable[[Claim], bool]:
    return lambda claim: claim.kind is kind


def _says_who(claim: Claim) -> bool:
    return claim.kind is ClaimKind.QUOTATION and (claim.speaker or "he").lower() not in _PRONOUNS


_SIGNS: Final = (
    Sign("names a number", 0.20, lambda claim: names_number(claim.checked)),
    Sign("names a date", 0.10, lambda claim: names_date(claim.checked)),
    Sign("names a person, body or place", 0.15, lambda claim: names_someone(claim.checked)),
    Sign("says who said it", 0.10, _says_who),
    Sign("quotes words", 0.05, lambda claim: quotes_words(claim.checked)),
    Sign("says what happened", 0.15, _is(ClaimKind.EVENT)),
    Sign("compares", 0.05, _is(ClaimKind.COMPARISON)),
    Sign("is hedged", -0.05, lambda claim: is_hedged(claim.checked)),
    Sign("is a forecast", -0.30, _is(ClaimKind.PREDICTION)),
    Sign("is an opinion", -0.30, _is(ClaimKind.OPINION)),
)


def signs_of(claim: Claim) -> tuple[Sign, ...]:
    """What holds of it, in a fixed order."""
    short = replace(claim, checked=claim.checked[:_JUDGED]) if len(claim.checked) > _JUDGED else claim
    return tuple(sign for sign in _SIGNS if sign.holds(short))


def reasons_of(claim: Claim) -> tuple[str, ...]:
    """Short phrases, each of which a person can check; empty where it has no mark of any kind.

    The trained weights see more than this, so that it doesn't account for their score.
    """
    return tuple(sign.reason for sign in signs_of(claim))
