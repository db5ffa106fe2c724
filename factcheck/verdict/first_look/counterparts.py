"""What stands in the evidence where a claim has another number, date or name: found by words, for a person to look at.

`differences` says that two details differ only where that is as good as proved, for a suggestion rests on it. Here a
sentence that has half of the claim's other words is enough, if the claim's own detail is in no passage. What comes of
it is no verdict: nothing has been read.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.names.names import Name
from factcheck.language.names.same_names import same_name
from factcheck.language.quantities.quantities import Quantity
from factcheck.verdict.details.alignment import governor
from factcheck.verdict.details.date_ranges import can_be_same_time, date_ranges
from factcheck.verdict.details.details import ContentWord, Details
from factcheck.verdict.details.quantity_values import apart
from factcheck.verdict.differences.dates import dates_may_meet
from factcheck.verdict.first_look.opposites import opposite_of
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

    passage_id: str
    passage: Details
    span: Span
    on: date | None
    held: frozenset[Span]

    @property
    def text(self) -> str:
        return self.span.of(self.passage.text)

    def shared(self, words: Sequence[ContentWord], but: Span) -> float:
        """The share of `words` that it has, those in `but` aside; 0 where too few are left to say anything."""
        others = [each.span for each in words if not each.span.overlaps(but)]
        held = [each for each in others if each in self.held]
        return len(held) / len(others) if len(held) >= _LEAST_WORDS else 0.0


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
    words = claim.content_words
    sentences = list(_sentences(claim, passages, passages_on or {}))
    found = [
        *(_number(claim, each, words, sentences) for each in claim.quantities),
        *_dates(claim, claim_on, words, sentences),
        *(_name(claim, each, words, sentences) for each in claim.names),
        *(_opposite(claim, each, words, sentences) for each in words),
    ]
    return sorted((each for each in found if each is not None), key=lambda each: each.difference.claim_span)


def _sentences(claim: Details, passages: Mapping[str, Details], on: Mapping[str, date | None]) -> Iterator[_Sentence]:
    names = {each.span for each in claim.content_words if each.is_capitalised and each.span.start > 0}
    for passage_id, passage in passages.items():
        named = names & covered_words(claim, [passage])
        for span in passage.sentences:
            held = words_in_sentence(claim, passage, span) | named
            if held:
                yield _Sentence(passage_id, passage, span, on.get(passage_id), held)


def _number(
    claim: Details, ours: Quantity, words: Sequence[ContentWord], sentences: Sequence[_Sentence]
) -> Counterpart | None:
    best: tuple[float, _Sentence, Quantity] | None = None
    for each in sentences:
        shared = each.shared(words, ours.span)
        there = [other for other in each.passage.quantities if each.span.covers(other.span)]
        if any(_is_same(ours, other) and (shared >= LEAST_SHARED or _is_telling(other)) for other in there):
            return None
        if shared < LEAST_SHARED:
            continue
        free = [
            other
            for other in there
            if _answers(ours, other)
            and not any(_is_same(mine, other) for mine in claim.quantities)
            and dates_may_meet(claim, ours.span, each.passage, other.span)
        ]
        if free and (best is None or shared > best[0]):
            best = shared, each, max(free, key=lambda other: _nearness(claim, ours, each.passage, other))
    if best is None:
        return None
    shared, sentence, theirs = best
    return _counterpart(claim, "quantity", ours.span, sentence, theirs.span, shared)


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
    if ours.ordinal != theirs.ordinal or ours.unit != theirs.unit or ours.per != theirs.per:
        return False
    return bool(ours.unit) or (bool(ours.noun) and ours.noun == theirs.noun)


def _nearness(claim: Details, ours: Quantity, passage: Details, theirs: Quantity) -> int:
    mine = claim.stems_beside(ours.span, claim.sentence_at(ours.span.start))
    other = passage.stems_beside(theirs.span, passage.sentence_at(theirs.span.start))
    return sum(one is not None and one in other for one in mine)


def _dates(
    claim: Details, on: date | None, words: Sequence[ContentWord], sentences: Sequence[_Sentence]
) -> Iterator[Counterpart | None]:
    for ours in date_ranges(claim, on):
        if not ours.is_known:
            continue
        best: tuple[float, _Sentence, Span] | None = None
        for each in sentences:
            known = [one for one in date_ranges(each.passage, each.on) if one.is_known]
            if any(can_be_same_time(ours, one) for one in known):
                best = None
                break
            shared = each.shared(words, ours.mention.span)
            there = [one.mention.span for one in known if each.span.covers(one.mention.span) and not one.life]
            if not there or _counts_otherwise(claim, each):
                continue
            if shared >= LEAST_FOR_A_WORD and (best is None or shared > best[0]):
                best = shared, each, there[0]
        yield _counterpart(claim, "date", ours.mention.span, best[1], best[2], best[0]) if best else None


def _counts_otherwise(claim: Details, sentence: _Sentence) -> bool:
    """Whether it has another number in the place of one of the claim's: with another date, that is another event."""
    there = [each for each in sentence.passage.quantities if sentence.span.covers(each.span)]
    return any(
        any(_answers(ours, each) for each in there) and not any(_is_same(ours, each) for each in there)
        for ours in claim.quantities
    )


def _name(
    claim: Details, ours: Name, words: Sequence[ContentWord], sentences: Sequence[_Sentence]
) -> Counterpart | None:
    said = ours.span.of(claim.text)
    of = governor(claim, ours.span)
    if not of.stem or any(_names(each.passage, said) for each in sentences):
        return None
    own = {each.span.of(claim.text) for each in claim.names}
    for each in sorted(sentences, key=lambda one: -one.shared(words, ours.span)):
        shared = each.shared(words, ours.span)
        if shared < LEAST_SHARED:
            return None
        for theirs in each.passage.names:
            if (
                each.span.covers(theirs.span)
                and theirs.span.of(each.passage.text) not in own
                and governor(each.passage, theirs.span) == of
            ):
                return _counterpart(claim, "name", ours.span, each, theirs.span, shared)
    return None


def _names(passage: Details, said: str) -> bool:
    return said in passage.text or any(same_name(said, each.span.of(passage.text)) for each in passage.names)


def _opposite(
    claim: Details, ours: ContentWord, words: Sequence[ContentWord], sentences: Sequence[_Sentence]
) -> Counterpart | None:
    opposites = opposite_of(ours.span.of(claim.text))
    if not opposites:
        return None
    for each in sentences:
        shared = each.shared(words, ours.span)
        if shared < LEAST_FOR_A_WORD or ours.span in each.held:
            continue
        if claim.denies(claim.sentence_at(ours.span.start)) or each.passage.denies(each.span):
            continue
        for word in each.passage.words_in(each.span):
            if word.text.lower() in opposites:
                return _counterpart(claim, "negation", ours.span, each, word.span, shared)
    return None


@lru_cache(maxsize=1024)
def _one_line(text: str) -> str:
    return " ".join(text.split())


def _counterpart(
    claim: Details, aspect: str, ours: Span, sentence: _Sentence, theirs: Span, shared: float
) -> Counterpart:
    note = f"{ours.of(claim.text)} in the claim, {theirs.of(sentence.passage.text)} in the passage"
    made = Difference(
        aspect=aspect,
        comparison=Comparison.DIFFERS,
        claim_span=ours,
        passage_span=theirs,
        note=_one_line(note),
    )
    return Counterpart(passage_id=sentence.passage_id, difference=made, sentence=sentence.span, shared=shared)
