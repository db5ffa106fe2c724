"""Words that a passage gives to those of whom a claim says that they have said nothing yet."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from factcheck.domain.parsed_text import ParsedSentence
from factcheck.domain.spans import Span
from factcheck.language.quantities.counted_nouns import tokens_at
from factcheck.language.speech.speech_verbs import SAYING, STATEMENTS, TELLING
from factcheck.language.speech.subjects import doer
from factcheck.language.stems import stem
from factcheck.language.word_lists import word_list
from factcheck.verdict.details.details import Details

_SPEAKING: Final = SAYING | TELLING | STATEMENTS | frozenset(word_list("speak answer react publish response reaction"))
_SAID: Final = frozenset(map(stem, _SPEAKING))
_VAGUE: Final = frozenset(map(stem, word_list("official officially public publicly release issue make")))
_LIKE: Final = 5
"""Letters that two forms of a name share: `Iceland` and `Icelandic` do, `Norway` and `Norwegian` don't."""


def announcement(claim: Details, passage: Details) -> Span | None:
    """The first sentence of a passage in which those whom a claim calls silent say something on its matter.

    The claim must deny a saying. In the sentence those who are silent must be who speaks, and another word of the claim
    stands in it.
    """
    silent = next((each for each in claim.negations if each.scope is not None and _speaks(claim, each.scope)), None)
    if silent is None:
        return None
    speakers = _stems(claim, Span(0, silent.cue.start))
    matter = _stems(claim, Span(silent.cue.end, len(claim.text))) - speakers
    for sentence in passage.parsed.sentences:
        if passage.denies(sentence.span) or not _meet(matter, _stems(passage, sentence.span)):
            continue
        if any(_meet(speakers, _stems(passage, each)) for each in _speakers(sentence)):
            return sentence.span
    return None


def _speaks(claim: Details, span: Span) -> bool:
    sentence = claim.parsed.sentence_at(span.start)
    return sentence is not None and any(each.lemma in _SPEAKING for each in tokens_at(sentence, span))


def _speakers(sentence: ParsedSentence) -> Iterator[Span]:
    """Who does what a word of saying says, or makes a statement."""
    for token in sentence.tokens:
        if token.lemma in _SPEAKING:
            verb = next((each for each in (token, *sentence.ancestors(token)) if each.word_class == "VERB"), None)
            who = doer(sentence, verb) if verb is not None else None
            if who is not None:
                words = sentence.subtree(who)
                yield Span(words[0].start, words[-1].end)


def _stems(details: Details, span: Span) -> frozenset[str]:
    """The words that carry meaning and are no word for saying."""
    return details.stems_in(span) - _SAID - _VAGUE


def _meet(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(
        one == other or (len(one) > _LIKE and len(other) > _LIKE and one[:_LIKE] == other[:_LIKE])
        for one in ours
        for other in theirs
    )
