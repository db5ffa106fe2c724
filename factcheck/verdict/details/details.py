"""What a text holds that can be compared with another: quantities, dates, names, denials, and the words around them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from factcheck.domain.parsed_text import ParsedSentence, ParsedText, Token
from factcheck.domain.spans import Span
from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.names.acronyms import Acronym, acronyms
from factcheck.language.names.name_places import head_of
from factcheck.language.names.names import Name, names
from factcheck.language.negation import Negation, negations
from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.offices.offices import Office, offices
from factcheck.language.parsing.parses import KEPT, Parses
from factcheck.language.quantities.counted_nouns import tokens_at
from factcheck.language.quantities.multiples import Multiple, multiples
from factcheck.language.quantities.quantifiers import Quantifier, quantifiers
from factcheck.language.quantities.quantities import Quantity
from factcheck.language.stems import stem
from factcheck.language.times.dates import DateMention, dates
from factcheck.language.times.ordinal_periods import OrdinalPeriod, ordinal_periods
from factcheck.verdict.details.shares import quantities_and_shares

LEAST_WORDS: Final = 2
"""Words from which a stretch between commas says something by itself."""
_JOINED: Final = re.compile(r"[^\W\d_]-$")
_BREAK: Final = re.compile(r"[,;:—–](?=\s)|[—–]|\s-\s")


class ContentWord(NamedTuple):
    """A word or number that carries meaning by itself: not one that only joins others.

    Attributes:
        stem: What it shares with its other forms; of a number its digits.
        is_tail: Whether a hyphen joins it to the word before: a semi-final is no final.
    """

    span: Span
    stem: str
    text: str
    is_tail: bool

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


@dataclass(frozen=True, eq=False)
class Details:
    """The details of one text, each kind in its order, found when it is first asked for, and kept.

    Of a sentence that wasn't parsed, its numbers, dates and words are known, and nothing that needs its grammar.
    """

    parsed: ParsedText

    @property
    def text(self) -> str:
        return self.parsed.text

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        return tuple(each.span for each in self.parsed.sentences)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """With shares (`one in five`) as percent."""
        return tuple(quantities_and_shares(self.parsed))

    @cached_property
    def multiples(self) -> tuple[Multiple, ...]:
        return tuple(multiples(self.text))

    @cached_property
    def quantifiers(self) -> tuple[Quantifier, ...]:
        return tuple(quantifiers(self.text))

    @cached_property
    def ordinal_periods(self) -> tuple[OrdinalPeriod, ...]:
        return tuple(ordinal_periods(self.parsed))

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        return tuple(dates(self.text))

    @cached_property
    def negations(self) -> tuple[Negation, ...]:
        return tuple(negations(self.parsed))

    @cached_property
    def names(self) -> tuple[Name, ...]:
        return tuple(names(self.parsed))

    @cached_property
    def acronyms(self) -> tuple[Acronym, ...]:
        return tuple(acronyms(self.text))

    @cached_property
    def offices(self) -> tuple[Office, ...]:
        return tuple(offices(self.parsed, self.names))

    @cached_property
    def content_words(self) -> tuple[ContentWord, ...]:
        """All words and numbers that carry meaning, with the stems of their dictionary forms where these are known."""
        lemmas = {each.span: each.lemma for each in self.parsed.tokens if each.lemma != each.text}
        found = content_words(self.text)
        return tuple(each._replace(stem=stem(lemmas[each.span])) if each.span in lemmas else each for each in found)

    @cached_property
    def words(self) -> tuple[ContentWord, ...]:
        """The words that stand in no quantity, date or denial, which are compared by themselves."""
        numbers = [*(each.span for each in self.quantities), *(each.span for each in self.dates)]
        taken = sorted([*numbers, *(each.cue for each in self.negations)])
        found: list[ContentWord] = []
        step = 0
        for word in self.content_words:
            while step < len(taken) and taken[step].end <= word.span.start:
                step += 1
            is_apart = step == len(taken) or word.span.start < taken[step].start
            if is_apart and word.text[0].isalpha() and len(word.text) > 1:
                found.append(word)
        return tuple(found)

    @cached_property
    def capitalised(self) -> frozenset[str]:
        """The stems of the words with a capital."""
        return frozenset(each.stem for each in self.words if each.is_capitalised)

    def sentence_at(self, place: int) -> Span:
        """The sentence that holds `place`, or the last that begins before it; all of a text that has none."""
        if not self.sentences:
            return Span(0, len(self.text))
        return self.sentences[max(0, bisect_right(self.sentences, place, key=lambda each: each.start) - 1)]

    def head_at(self, span: Span) -> tuple[ParsedSentence, Token] | None:
        """The token that the others at `span` depend on, with its sentence; None where there is no parse."""
        sentence = self.parsed.sentence_at(span.start)
        tokens = tokens_at(sentence, span) if sentence is not None else ()
        return (sentence, head_of(tokens)) if sentence is not None and tokens else None

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

    def words_in(self, span: Span) -> tuple[ContentWord, ...]:
        """Those of `words` that begin in `span`."""
        first, last = (bisect_left(self.words, at, key=lambda word: word.span.start) for at in (span.start, span.end))
        return self.words[first:last]

    def stems_in(self, span: Span) -> frozenset[str]:
        return frozenset(word.stem for word in self.words_in(span))

    def denies(self, span: Span) -> bool:
        """Whether any denial begins in `span`."""
        return any(span.start <= each.cue.start < span.end for each in self.negations)

    def may_deny(self, span: Span) -> bool:
        """Whether what stands at `span` is denied, or nobody can tell for want of a parse."""
        sentence = self.parsed.sentence_at(span.start)
        if sentence is None or not sentence.is_parsed:
            return True
        return any(each.scope is not None and each.scope.overlaps(span) for each in self.negations)

    def stems_beside(self, span: Span, sentence: Span) -> tuple[str | None, str | None]:
        """The nearest words before and after `span` in a stretch that holds it; None where there is none."""
        before = self.words_in(Span(sentence.start, max(sentence.start, span.start)))
        after = self.words_in(Span(span.end, max(span.end, sentence.end)))
        return (before[-1].stem if before else None, after[0].stem if after else None)


@lru_cache(maxsize=KEPT)
def content_words(text: str) -> tuple[ContentWord, ...]:
    """The words and numbers of a text that carry meaning, by themselves: forms of a word meet by their endings."""
    return tuple(
        ContentWord(
            span=Span(each.start, each.end),
            stem=stem(each.text) if each.is_word else each.text.replace(",", ""),
            text=each.text,
            is_tail=_JOINED.search(text, max(0, each.start - 2), each.start) is not None,
        )
        for each in lexemes(text)
        if each.is_number or (each.is_word and each.lower not in FUNCTION_WORDS)
    )


@lru_cache(maxsize=KEPT)
def details_of(parsed: ParsedText) -> Details:
    """The details of a parsed text; kept, because a claim meets many passages and a passage many claims."""
    return Details(parsed)


def details_of_each(texts: Iterable[str], parses: Parses) -> dict[str, Details]:
    """The details of each text, by the text; all are parsed in one call."""
    once = list(dict.fromkeys(texts))
    return {text: details_of(parsed) for text, parsed in zip(once, parses.of_each(once), strict=True)}
