"""What a text holds that can be compared: quantities, dates, denials, and the words they stand among."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from factcheck.domain.spans import Span
from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.negation import negations
from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.quantities.quantities import Quantity
from factcheck.language.stems import stem
from factcheck.language.times.dates import DateMention, dates
from factcheck.language.times.durations import ordinal_periods
from factcheck.language.words import sentence_bounds
from factcheck.verdict.details.measured import measured


class Word(NamedTuple):
    """A word that carries meaning by itself: no number, no date, and none that only joins others."""

    start: int
    stem: str
    text: str
    tail: bool = False
    """Whether a hyphen joins it to the word before: a semi-final is no final."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """The details of one text, each in order."""

    text: str
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    negations: tuple[Span, ...]
    words: tuple[Word, ...]
    sentences: tuple[Span, ...]

    def sentence_at(self, place: int) -> Span:
        """The sentence that holds `place`."""
        if not self.sentences:
            return Span(0, len(self.text))
        return self.sentences[max(0, bisect_right(self.sentences, place, key=lambda each: each.start) - 1)]

    def clause_at(self, span: Span) -> Span:
        """The stretch between commas, semicolons and dashes that holds `span`; one with fewer than two words takes in
        the stretch before it, which it then is a remark on: `The bridge, now in its third year, …`."""
        sentence = self.sentence_at(span.start)
        ends = [match.start() for match in _BREAK.finditer(self.text, span.end, max(span.end, sentence.end))]
        end = ends[0] if ends else max(span.end, sentence.end)
        starts = [match.end() for match in _BREAK.finditer(self.text, sentence.start, max(span.start, sentence.start))]
        for start in [*reversed(starts), sentence.start]:
            clause = Span(min(start, span.start), end)
            if len(self.words_in(clause)) >= LEAST_WORDS:
                return clause
        return Span(min(sentence.start, span.start), end)

    def words_in(self, span: Span) -> tuple[Word, ...]:
        first = bisect_right(self.words, span.start - 1, key=lambda word: word.start)
        last = bisect_right(self.words, span.end - 1, key=lambda word: word.start)
        return self.words[first:last]

    def stems_in(self, span: Span) -> frozenset[str]:
        return frozenset(word.stem for word in self.words_in(span))

    def denies(self, span: Span) -> bool:
        """Whether any denial begins in `span`."""
        return any(span.start <= cue.start < span.end for cue in self.negations)

    def denies_before(self, span: Span) -> bool:
        """Whether a denial stands before `span` in its sentence, so that it may be about it."""
        sentence = self.sentence_at(span.start)
        return self.denies(Span(sentence.start, max(sentence.start, span.start)))

    def stems_beside(self, span: Span, sentence: Span) -> tuple[str | None, str | None]:
        """The nearest words before and after `span` in a stretch that holds it; None where there is none."""
        before = self.words_in(Span(sentence.start, max(sentence.start, span.start)))
        after = self.words_in(Span(span.end, max(span.end, sentence.end)))
        return (before[-1].stem if before else None, after[0].stem if after else None)


LEAST_WORDS: Final = 2
ordinals_in = lru_cache(maxsize=4096)(ordinal_periods)
"""Kept, because each passage of a claim asks for the claim's."""
_BREAK: Final = re.compile(r"[,;:—–](?=\s)|[—–]|\s-\s")


@lru_cache(maxsize=4096)
def details_of(text: str) -> Details:
    """The details of `text`. Kept for the texts seen last, because a claim meets many passages and they many claims."""
    found, days, denials = measured(text), dates(text), negations(text)
    taken = sorted([each.span for each in found] + [each.span for each in days] + denials)
    words: list[Word] = []
    step = 0
    for token in lexemes(text):
        while step < len(taken) and taken[step].end <= token.start:
            step += 1
        inside = step < len(taken) and taken[step].start <= token.start
        if not inside and token.is_word and len(token.text) > 1 and token.lower not in FUNCTION_WORDS:
            tail = text[token.start - 1 : token.start] == "-" and text[token.start - 2 : token.start - 1].isalpha()
            words.append(Word(token.start, stem(token.text), token.text, tail))
    return Details(
        text=text,
        quantities=tuple(found),
        dates=tuple(days),
        negations=tuple(denials),
        words=tuple(words),
        sentences=tuple(sentence_bounds(text)),
    )
