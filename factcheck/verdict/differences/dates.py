"""How the dates of a claim stand to those of a passage.

A passage of news is full of dates: of the event, of the report, of what came before. One that is not the claim's
contradicts it only where it stands beside the same words, and where no other date of the passage agrees.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.quantities.quantities import Quantity
from factcheck.verdict.details.alignment import coverage, denied, governor, same_time_governor
from factcheck.verdict.details.date_ranges import DateRange, can_be_same_time, date_ranges, follows, overlap
from factcheck.verdict.details.details import Details
from factcheck.verdict.details.quantity_values import apart
from factcheck.verdict.differences.noted import noted

ASPECT: Final = "date"
_LIMIT: Final = re.compile(r"\b(?:before|after|until|till|by|prior to)\s(?:the\s)?$", re.IGNORECASE)
_LOOK_BACK: Final = 16
LEAST_SHARED_WORDS: Final = 0.5
LEAST_COVERED: Final = 0.8
"""Share of the claim's words that let two dates answer one question although other words stand before them."""
_LEAST_WORDS: Final = 3


def date_differences(
    claim: Details, passage: Details, claim_on: date | None = None, passage_on: date | None = None
) -> list[Difference]:
    """One difference for each date of `claim`, in order. `Friday` is resolved where the text's date is known."""
    ours, theirs = date_ranges(claim, claim_on), date_ranges(passage, passage_on)
    known = [each for each in theirs if each.is_known]
    taken = {each for each in known if any(mine.is_known and follows(mine.mention, each.mention) for mine in ours)}
    return [_compared(claim, mine, passage, known, taken) for mine in ours]


def dates_may_meet(claim: Details, ours: Span, passage: Details, theirs: Span) -> bool:
    """Whether the sentences of two spans can speak of one time: their dates overlap, or one of them has none."""
    mine = _in_sentence(claim, ours)
    others = _in_sentence(passage, theirs)
    return not mine or not others or any(can_be_same_time(each, other) for each in mine for other in others)


def _in_sentence(details: Details, span: Span) -> list[DateRange]:
    """The dates of a sentence that can be compared without knowing when the text was written."""
    sentence = details.sentence_at(span.start)
    return [each for each in date_ranges(details, None) if each.is_known and sentence.covers(each.mention.span)]


def _compared(
    claim: Details, ours: DateRange, passage: Details, known: list[DateRange], taken: set[DateRange]
) -> Difference:
    mine = ours.mention.span.of(claim.text)
    if not ours.is_known:
        why = "can be two days" if ours.mention.ambiguous else "needs the date of the text"
        return noted(ASPECT, Comparison.NOT_COMPARABLE, ours.mention.span, None, f"{mine} {why}")
    limited = _LIMIT.search(_before(claim, ours))
    agreeing = [
        each
        for each in known
        if follows(ours.mention, each.mention) and (not limited or _LIMIT.search(_before(passage, each)))
    ]
    rival = None if limited else _rival(claim, ours, passage, [each for each in known if each not in taken])
    if rival is not None and not any(_is_said_alike(claim, ours, passage, each) for each in agreeing):
        note = f"{_told(claim, ours)} in the claim, {_told(passage, rival)} in the passage"
        if agreeing and not _is_surely_alike(claim, ours, passage, rival):
            return noted(ASPECT, Comparison.NOT_COMPARABLE, ours.mention.span, rival.mention.span, note)
        return noted(ASPECT, Comparison.DIFFERS, ours.mention.span, rival.mention.span, note)
    if agreeing:
        best = max(agreeing, key=lambda each: _is_said_alike(claim, ours, passage, each))
        other = best.mention.span.of(passage.text)
        note = f"{mine} agrees" if mine == other else f"{_told(claim, ours)} = {_told(passage, best)}"
        return noted(ASPECT, Comparison.AGREES, ours.mention.span, best.mention.span, note)
    for theirs in known:
        if overlap(ours.mention, theirs.mention):
            note = f"{mine} and {theirs.mention.span.of(passage.text)} are not equally exact"
            return noted(ASPECT, Comparison.NOT_COMPARABLE, ours.mention.span, theirs.mention.span, note)
    return noted(ASPECT, Comparison.ONLY_IN_CLAIM, ours.mention.span, None, f"{mine} is not in the passage")


def _rival(claim: Details, ours: DateRange, passage: Details, free: list[DateRange]) -> DateRange | None:
    """The date of the passage that answers the same question otherwise; None where that isn't sure of any."""
    found = [each for each in free if not can_be_same_time(ours, each) and _same_matter(claim, ours, passage, each)]
    return max(found, key=lambda each: _is_said_alike(claim, ours, passage, each), default=None)


def _same_matter(claim: Details, ours: DateRange, passage: Details, theirs: DateRange) -> bool:
    mine, other = ours.mention.span, theirs.mention.span
    if denied(claim, mine, passage, other) or _counts_otherwise(claim, mine, passage, other):
        return False
    share, words = coverage(claim, mine, passage, other)
    if ours.life and theirs.life:
        return ours.life == theirs.life and share >= LEAST_SHARED_WORDS and _named_there(claim, mine, passage)
    if share < LEAST_SHARED_WORDS or (ours.end and theirs.end and ours.end != theirs.end):
        return False
    if same_time_governor(claim, mine, passage, other):
        return True
    near, beside = _beside(claim, mine), _beside(passage, other)
    if near[0] is None and near[1] is not None and near[1] in beside:
        return True
    if _is_one_part_apart(ours, theirs) and not _YEARLY.search(passage.sentence_at(other.start).of(passage.text)):
        return True
    if share < LEAST_COVERED or words < _LEAST_WORDS:
        return False
    ours_of, theirs_of = governor(claim, mine), governor(passage, other)
    # "The siege began in June and ended later": another verb is said to have that date.
    return ours_of.role != "since" and not (theirs_of.is_verb and theirs_of.stem != ours_of.stem)


def _beside(details: Details, span: Span) -> tuple[str | None, str | None]:
    return details.stems_beside(span, details.sentence_at(span.start))


def _named_there(claim: Details, ours: Span, passage: Details) -> bool:
    """Whether a name of the claim's sentence stands in the passage: whose life it is."""
    own = [word.stem for word in claim.words_in(claim.sentence_at(ours.start)) if word.is_capitalised]
    return not own or own[-1] in passage.capitalised or own[0] in passage.capitalised


def _is_one_part_apart(ours: DateRange, theirs: DateRange) -> bool:
    """`11 July 2000` and `11 July 2011`: two of day, month and year are the same."""
    mine, other = ours.mention, theirs.mention
    parts = ((mine.year, other.year), (mine.month, other.month), (mine.day, other.day))
    known = [one == two for one, two in parts if one is not None and two is not None]
    return len(known) == len(parts) and sum(known) == len(parts) - 1


_YEARLY: Final = re.compile(r"\b(?:anniversar(?:y|ies)|birthdays?|annual(?:ly)?|every\syear)\b", re.IGNORECASE)


def _counts_otherwise(claim: Details, ours: Span, passage: Details, theirs: Span) -> bool:
    """Whether both sentences count the same things and come to different numbers: those are two events."""
    mine, others = _counted(claim, ours), _counted(passage, theirs)
    return any(one.noun == other.noun and apart(one, other) for one in mine for other in others)


def _counted(details: Details, span: Span) -> list[Quantity]:
    sentence = details.sentence_at(span.start)
    return [each for each in details.quantities if each.noun and not each.ordinal and sentence.covers(each.span)]


def _is_said_alike(claim: Details, ours: DateRange, passage: Details, theirs: DateRange) -> bool:
    if ours.life and theirs.life:
        return ours.life == theirs.life
    return same_time_governor(claim, ours.mention.span, passage, theirs.mention.span)


def _is_surely_alike(claim: Details, ours: DateRange, passage: Details, theirs: DateRange) -> bool:
    known = bool(ours.life) or bool(governor(claim, ours.mention.span).stem)
    return known and _is_said_alike(claim, ours, passage, theirs)


def _before(details: Details, each: DateRange) -> str:
    return details.text[max(0, each.mention.span.start - _LOOK_BACK) : each.mention.span.start]


def _told(details: Details, each: DateRange) -> str:
    """The words of a date, with the days they were resolved to."""
    said = each.mention.span.of(details.text)
    if not each.resolved or each.mention.start is None or each.mention.end is None:
        return said
    days = sorted({each.mention.start.isoformat(), each.mention.end.isoformat()})
    return f"{said} ({' to '.join(days)})"
