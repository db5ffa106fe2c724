"""What stands in the evidence where a claim has another number, date or name: found by words, for a person to look at.

`differences` says that two details differ only where that is as good as proved, for a suggestion rests on it. Here a
sentence that has half of the claim's other words is enough, if the claim's own detail is in no passage. What comes of
it is no verdict: nothing has been read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.names.names import Name
from factcheck.language.names.same_names import same_name
from factcheck.language.quantities.quantities import Quantity
from factcheck.verdict.details.alignment import governor
from factcheck.verdict.details.date_ranges import DateRange, can_be_same_time, date_ranges
from factcheck.verdict.details.details import ContentWord, Details
from factcheck.verdict.details.opposites import opposites_of
from factcheck.verdict.details.quantity_values import apart
from factcheck.verdict.differences.dates import dates_may_meet
from factcheck.verdict.differences.noted import noted
from factcheck.verdict.suggestion.coverage import covered_words, words_in_sentence

LEAST_SHARED: Final = 0.5
"""Share of the claim's other words that a sentence must have to be on the same matter."""
LEAST_FOR_A_WORD: Final = 0.6
"""The same, where what differs is a word and no figure."""
_LEAST_WORDS: Final = 2
_LEAST_TELLING_NUMBER: Final = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Counterpart:
    """One detail of a claim, and what a sentence of a passage has in its place.

    Attributes:
        sentence: Where it stands in the passage's text.
        shared: The share of the claim's other words that it has, in [0, 1].
    """

    passage_id: str
    difference: Difference
    sentence: Span
    shared: float


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence of a passage, with the words of the claim that it has; names count wherever the passage has them."""

    claim: Details
    passage_id: str
    passage: Details
    span: Span
    on: date | None
    held: frozenset[Span]

    @property
    def quantities(self) -> list[Quantity]:
        return [each for each in self.passage.quantities if self.span.covers(each.span)]

    def shared(self, but: Span) -> float:
        """The share of the claim's words that it has, without those in `but`; 0 where it has too few to say a thing."""
        others = [each.span for each in self.claim.content_words if not each.span.overlaps(but)]
        held = [each for each in others if each in self.held]
        return len(held) / len(others) if len(held) >= _LEAST_WORDS else 0.0

    def counterpart(self, aspect: str, ours: Span, theirs: Span) -> Counterpart:
        note = f"{ours.of(self.claim.text)} in the claim, {theirs.of(self.passage.text)} in the passage"
        difference = noted(aspect, Comparison.DIFFERS, ours, theirs, note)
        return Counterpart(
            passage_id=self.passage_id, difference=difference, sentence=self.span, shared=self.shared(ours)
        )


def counterparts(
    claim: Details,
    passages: Mapping[str, Details],
    *,
    claim_on: date | None = None,
    passages_on: Mapping[str, date | None] | None = None,
) -> list[Counterpart]:
    """At most one for each number, date, name and word of a claim, in its order.

    Args:
        passages: The details of each passage by its id, best match first.
    """
    sentences = list(_sentences(claim, passages, passages_on or {}))
    found = [
        *(_number(claim, each, sentences) for each in claim.quantities),
        *(_date(claim, each, sentences) for each in date_ranges(claim, claim_on) if each.is_known),
        *(_name(claim, each, sentences) for each in claim.names),
        *(_opposite(claim, each, sentences) for each in claim.content_words),
    ]
    return sorted((each for each in found if each is not None), key=lambda each: each.difference.claim_span)


def _sentences(claim: Details, passages: Mapping[str, Details], on: Mapping[str, date | None]) -> Iterator[_Sentence]:
    names = {each.span for each in claim.content_words if each.is_capitalised and each.span.start > 0}
    for passage_id, passage in passages.items():
        named = names & covered_words(claim, [passage])
        for span in passage.sentences:
            held = words_in_sentence(claim, passage, span) | named
            if held:
                yield _Sentence(claim, passage_id, passage, span, on.get(passage_id), held)


def _number(claim: Details, ours: Quantity, sentences: Sequence[_Sentence]) -> Counterpart | None:
    found: list[Counterpart] = []
    for each in sentences:
        is_near = each.shared(ours.span) >= LEAST_SHARED
        if any(_is_same(ours, other) and (is_near or _is_telling(other)) for other in each.quantities):
            return None
        free = [
            other
            for other in each.quantities
            if is_near
            and _answers(ours, other)
            and not any(_is_same(mine, other) for mine in claim.quantities)
            and dates_may_meet(claim, ours.span, each.passage, other.span)
        ]
        if free:
            best = max(free, key=lambda other: _nearness(claim, ours, each.passage, other))
            found.append(each.counterpart("quantity", ours.span, best.span))
    return max(found, key=lambda each: each.shared, default=None)


def _is_same(ours: Quantity, theirs: Quantity) -> bool:
    """Whether one number can be the other. Equal ones can whatever each is said to count: 240 people, 240 employees."""
    if ours.ordinal != theirs.ordinal or ours.unit != theirs.unit:
        return False
    return ours.value == theirs.value or (_answers(ours, theirs) and not apart(ours, theirs))


def _is_telling(quantity: Quantity) -> bool:
    """Whether a number says something by itself: one with a unit, or not a small one."""
    return bool(quantity.unit) or quantity.value >= _LEAST_TELLING_NUMBER


def _answers(ours: Quantity, theirs: Quantity) -> bool:
    """Whether both count the same sort of thing."""
    if (ours.ordinal, ours.unit, ours.per) != (theirs.ordinal, theirs.unit, theirs.per):
        return False
    return bool(ours.unit) or (bool(ours.noun) and ours.noun == theirs.noun)


def _nearness(claim: Details, ours: Quantity, passage: Details, theirs: Quantity) -> int:
    mine = claim.stems_beside(ours.span, claim.sentence_at(ours.span.start))
    other = passage.stems_beside(theirs.span, passage.sentence_at(theirs.span.start))
    return sum(one is not None and one in other for one in mine)


def _date(claim: Details, ours: DateRange, sentences: Sequence[_Sentence]) -> Counterpart | None:
    found: list[Counterpart] = []
    for each in sentences:
        known = [one for one in date_ranges(each.passage, each.on) if one.is_known]
        if any(can_be_same_time(ours, one) for one in known):
            return None
        there = [one.mention.span for one in known if each.span.covers(one.mention.span) and not one.life]
        if there and each.shared(ours.mention.span) >= LEAST_FOR_A_WORD and not _counts_otherwise(claim, each):
            found.append(each.counterpart("date", ours.mention.span, there[0]))
    return max(found, key=lambda each: each.shared, default=None)


def _counts_otherwise(claim: Details, sentence: _Sentence) -> bool:
    """Whether it has another number in the place of one of the claim's: with another date, that is another event."""
    there = sentence.quantities
    return any(
        any(_answers(ours, each) for each in there) and not any(_is_same(ours, each) for each in there)
        for ours in claim.quantities
    )


def _name(claim: Details, ours: Name, sentences: Sequence[_Sentence]) -> Counterpart | None:
    said, of = ours.span.of(claim.text), governor(claim, ours.span)
    if not of.stem or any(_names(each.passage, said) for each in sentences):
        return None
    own = {each.span.of(claim.text) for each in claim.names}
    found = [
        each.counterpart("name", ours.span, theirs.span)
        for each in sentences
        if each.shared(ours.span) >= LEAST_SHARED
        for theirs in each.passage.names
        if each.span.covers(theirs.span)
        and theirs.span.of(each.passage.text) not in own
        and governor(each.passage, theirs.span) == of
    ]
    return max(found, key=lambda each: each.shared, default=None)


def _names(passage: Details, said: str) -> bool:
    return said in passage.text or any(same_name(said, each.span.of(passage.text)) for each in passage.names)


def _opposite(claim: Details, ours: ContentWord, sentences: Sequence[_Sentence]) -> Counterpart | None:
    opposites = opposites_of(ours.stem)
    if not opposites or claim.denies(claim.sentence_at(ours.span.start)):
        return None
    for each in sentences:
        if ours.span in each.held or each.passage.denies(each.span) or each.shared(ours.span) < LEAST_FOR_A_WORD:
            continue
        there = next((word for word in each.passage.words_in(each.span) if word.stem in opposites), None)
        if there is not None:
            return each.counterpart("negation", ours.span, there.span)
    return None
