"""Whether a passage is of the time that a claim is about.

What was so before says little of what is so now, and what was announced later does not refute that nothing had been
said yet. Nor does what happened on another day. Such a passage is shown with its date, and doesn't count.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.language.negation import negations
from factcheck.verdict.details.times import Dated, dated

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


def denies_yet(claim: str) -> bool:
    """Whether `claim` says that something had not happened by the time it was said: `has not yet`, `has yet to`."""
    if _YET_TO.search(claim):
        return True
    return bool(_YET.search(claim)) and bool(negations(claim)) and bool(_PERFECT.search(claim))


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


def outdated(claim: str, claim_on: date | None, passage_on: date | None) -> Reason | None:
    """Why a passage is too old to refute `claim`; None where it isn't, or where that can't be told.

    It is too old where the claim is about a day after it; where the claim speaks of its present (`now`, `still`) and
    the passage is of more than a month before; and where it says what is (`is`, `has`), after a year. Something past
    whose day the claim doesn't give stays open to it.
    """
    if passage_on is None:
        return None
    known = [each for each in dated(claim, claim_on) if each.is_known and each.first is not None]
    if known:
        last = max(each.first for each in known if each.first is not None)
        if passage_on >= last:
            return None
        words = f"older than what the claim is about ({passage_on.isoformat()})"
        return Reason(code=ReasonCode.OLDER_THAN_CLAIM, words=words)
    if claim_on is None:
        return None
    lasts = _NOW_LASTS if _NOW.search(claim) else _IS_LASTS if _IS.search(claim) else None
    if lasts is None or claim_on - passage_on <= lasts:
        return None
    words = f"older ({passage_on.isoformat()}): what it says may have changed"
    return Reason(code=ReasonCode.MAY_HAVE_CHANGED, words=words)


def elsewhen(claim: str, claim_on: date | None, sentence: str, passage_on: date | None) -> Reason | None:
    """Why `sentence` is about another time than `claim`: both name times, and none of them meet; else None."""
    ours, theirs = _times(claim, claim_on), _times(sentence, passage_on)
    if not ours or not theirs or any(one.meets(other) for one in ours for other in theirs):
        return None
    words = f"about another time ({theirs[0].mention.span.of(sentence)})"
    return Reason(code=ReasonCode.OTHER_TIME, words=words)


def _times(text: str, on: date | None) -> list[Dated]:
    return [each for each in dated(text, on) if each.is_known and not each.life and (each.first or each.last)]
