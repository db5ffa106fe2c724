"""Whether a passage is of the time that a claim is about.

What was so before says little of what is so now, and what was announced later does not refute that nothing had been
said yet. Nor does what happened on another day. Such a passage is shown with its date, and doesn't count.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.spans import Span
from factcheck.verdict.details.date_ranges import DateRange, date_ranges
from factcheck.verdict.details.details import Details

_YET: Final = re.compile(
    r"\b(?:yet(?!\sto\scome)|so\sfar|as\sof\s(?:now|yet)|to\sdate|until\snow|till\snow|at\sthis\spoint|still)\b",
    re.IGNORECASE,
)
_PERFECT: Final = re.compile(r"\b(?:has|have|had|is|are)(?:\snot|n['’]t|\sno|\snever)?\b", re.IGNORECASE)
_YET_TO: Final = re.compile(r"\b(?:has|have|had|is|are)\s(?:still\s)?yet\sto\s(?!come\b)", re.IGNORECASE)
_NOW: Final = re.compile(
    r"\b(?:now|currently|still|today|nowadays|at\spresent|these\sdays|so\sfar|yet|presently|remains?|continues?)\b",
    re.IGNORECASE,
)
_IS: Final = re.compile(r"\b(?:is|are|has|have)\b", re.IGNORECASE)
_NOW_LASTS: Final = timedelta(days=31)
_IS_LASTS: Final = timedelta(days=366)


def denies_yet(claim: Details) -> bool:
    """Whether a claim says that something had not happened by the time it was said: `has not yet`, `has yet to`."""
    if _YET_TO.search(claim.text):
        return True
    return bool(claim.negations and _YET.search(claim.text) and _PERFECT.search(claim.text))


def order(claim_on: date | None, passage_on: date | None) -> Reason | None:
    """How a passage's date stands to the claim's, where it isn't earlier; None where it is."""
    if claim_on is None or passage_on is None:
        when = f" ({passage_on.isoformat()})" if passage_on else ""
        words = f"order unknown, for {'the claim' if passage_on else 'it'} has no date{when}"
        return Reason(code=ReasonCode.ORDER_UNKNOWN, words=words)
    if passage_on == claim_on:
        return Reason(code=ReasonCode.SAME_DAY, words=f"the same day ({passage_on.isoformat()}), order unknown")
    if passage_on < claim_on:
        return None
    return Reason(code=ReasonCode.PUBLISHED_LATER, words=f"later ({passage_on.isoformat()})")


def outdated(claim: Details, claim_on: date | None, passage_on: date | None) -> Reason | None:
    """Why a passage is too old to refute a claim; None where it isn't, or where that can't be told.

    It is too old where the claim is about a day after it; where the claim speaks of its present (`now`, `still`) and
    the passage is of more than a month before; and where it says what is (`is`, `has`), after a year. Something past
    whose day the claim doesn't give stays open to it.
    """
    if passage_on is None:
        return None
    known = [each for each in date_ranges(claim, claim_on) if each.is_known and each.first is not None]
    if known:
        last = max(each.first for each in known if each.first is not None)
        if passage_on >= last:
            return None
        words = f"older than what the claim is about ({passage_on.isoformat()})"
        return Reason(code=ReasonCode.OLDER_THAN_CLAIM, words=words)
    if claim_on is None:
        return None
    lasts = _NOW_LASTS if _NOW.search(claim.text) else _IS_LASTS if _IS.search(claim.text) else None
    if lasts is None or claim_on - passage_on <= lasts:
        return None
    words = f"older ({passage_on.isoformat()}): what it says may have changed"
    return Reason(code=ReasonCode.MAY_HAVE_CHANGED, words=words)


def elsewhen(
    claim: Details, claim_on: date | None, passage: Details, passage_on: date | None, part: Span | None = None
) -> Reason | None:
    """Why a passage, or a `part` of it, is about another time than a claim; None where it isn't.

    Both name times, and none of them meet.
    """
    ours = _times(claim, claim_on)
    theirs = [each for each in _times(passage, passage_on) if part is None or part.covers(each.mention.span)]
    if not ours or not theirs or any(one.meets(other) for one in ours for other in theirs):
        return None
    words = f"about another time ({theirs[0].mention.span.of(passage.text)})"
    return Reason(code=ReasonCode.OTHER_TIME, words=words)


def _times(details: Details, on: date | None) -> list[DateRange]:
    return [each for each in date_ranges(details, on) if each.is_known and not each.life and (each.first or each.last)]
