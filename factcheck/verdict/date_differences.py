"""How the dates of a claim stand to those of a passage.

A passage of news is full of dates: of the event, of the report, of what came before. One that is not the claim's
contradicts it only where it stands beside the same words, and where no other date of the passage agrees.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.dates import DateMention
from factcheck.verdict.details import Details

ASPECT: Final = "date"
_LIMIT: Final = re.compile(r"\b(?:before|after|until|till|by|prior to)\s(?:the\s)?$", re.IGNORECASE)
_SINCE: Final = re.compile(r"\b(?:since|from)\s(?:the\s)?$", re.IGNORECASE)
_LOOK_BACK: Final = 16
LEAST_SHARED_WORDS: Final = 0.5


def date_differences(claim: Details, passage: Details) -> list[Difference]:
    """One difference for each date of `claim`, in order. Words like `Friday` are not resolved, only shown as open."""
    return [_compared(claim, ours, passage) for ours in claim.dates]


def dates_may_meet(claim: Details, ours: Span, passage: Details, theirs: Span) -> bool:
    """Whether the sentences of two spans can speak of one time: their dates overlap, or one of them has none."""
    mine = _fixed(claim, claim.sentence_at(ours.start))
    others = _fixed(passage, passage.sentence_at(theirs.start))
    return not mine or not others or any(_meet(each, other) for each in mine for other in others)


def _fixed(details: Details, sentence: Span) -> list[DateMention]:
    """The dates of a sentence that can be compared without knowing when the text was written."""
    return [
        each for each in details.dates if sentence.covers(each.span) and each.relative is None and not each.ambiguous
    ]


def _compared(claim: Details, ours: DateMention, passage: Details) -> Difference:
    if ours.relative is not None or ours.ambiguous:
        why = "can be two days" if ours.ambiguous else "needs the date of the text"
        return _difference(Comparison.NOT_COMPARABLE, ours, None, f"{ours.span.of(claim.text)} {why}")
    mine = ours.span.of(claim.text)
    limited = _LIMIT.search(_before(claim, ours))
    fixed = [each for each in passage.dates if each.relative is None and not each.ambiguous]
    for theirs in fixed:
        if _follows(ours, theirs) and (not limited or _LIMIT.search(_before(passage, theirs))):
            other = theirs.span.of(passage.text)
            note = f"{mine} agrees" if mine == other else f"{mine} = {other}"
            return _difference(Comparison.AGREES, ours, theirs, note)
    for theirs in fixed:
        if limited or _SINCE.search(_before(claim, ours)):
            break  # "before 1967" holds more than any one date
        if not _meet(ours, theirs) and _same_matter(claim, ours, passage, theirs):
            note = f"{mine} in the claim, {theirs.span.of(passage.text)} in the passage"
            return _difference(Comparison.DIFFERS, ours, theirs, note)
    for theirs in fixed:
        if _meet(ours, theirs):
            note = f"{mine} and {theirs.span.of(passage.text)} are not equally exact"
            return _difference(Comparison.NOT_COMPARABLE, ours, theirs, note)
    return _difference(Comparison.ONLY_IN_CLAIM, ours, None, f"{mine} is not in the passage")


def _follows(ours: DateMention, theirs: DateMention) -> bool:
    """Whether the claim's date is implied by the passage's: the same, or a period that holds it."""
    if ours.start is not None and ours.end is not None:
        return (
            theirs.start is not None and theirs.end is not None and ours.start <= theirs.start <= theirs.end <= ours.end
        )
    # Without a year: the same month, and the same day if the claim names one.
    return ours.month is not None and ours.month == theirs.month and ours.day in (None, theirs.day)


def _meet(ours: DateMention, theirs: DateMention) -> bool:
    """Whether both can be the same time."""
    if None not in (ours.start, ours.end, theirs.start, theirs.end):
        return ours.start <= theirs.end and theirs.start <= ours.end  # type: ignore[operator]  # checked above
    for mine, other in ((ours.year, theirs.year), (ours.month, theirs.month), (ours.day, theirs.day)):
        if mine is not None and other is not None and mine != other:
            return False
    return True


def _before(details: Details, mention: DateMention) -> str:
    return details.text[max(0, mention.span.start - _LOOK_BACK) : mention.span.start]


def _same_matter(claim: Details, ours: DateMention, passage: Details, theirs: DateMention) -> bool:
    if claim.denies_before(ours.span) or passage.denies_before(theirs.span):
        return False
    sentence = passage.sentence_at(theirs.span.start)
    stems = passage.stems_in(sentence)
    own_sentence = claim.sentence_at(ours.span.start)
    own = claim.stems_in(own_sentence)
    before, after = claim.stems_beside(ours.span, own_sentence)
    beside = before if before is not None else after
    if beside is None or beside not in stems or len(own & stems) < LEAST_SHARED_WORDS * len(own):
        return False
    return beside in passage.stems_beside(theirs.span, sentence)


def _difference(comparison: Comparison, ours: DateMention, theirs: DateMention | None, note: str) -> Difference:
    return Difference(
        aspect=ASPECT,
        comparison=comparison,
        claim_span=ours.span,
        passage_span=theirs.span if theirs else None,
        note=" ".join(note.split()),
    )
