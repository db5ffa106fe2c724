"""What one sentence asserts: its clauses, and what is said in it, each with the words it is made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.claims.clauses.grammar import is_balanced
from factcheck.claims.clauses.part import Part
from factcheck.claims.clauses.splitting import parts_of, stands_alone, without
from factcheck.claims.clauses.wording import tidy, unquoted
from factcheck.claims.detect.contents import Contents
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.speech.speech import main_speech


@dataclass(frozen=True, slots=True)
class Proposition:
    """One thing that a sentence asserts.

    Attributes:
        words: Its words, in order; some may be put in or rewritten.
        speaker: Who says it, by the words of the sentence, or who is reported to; empty for the author's own voice.
        reports: Whether it says that something was said: then the article says it, and `speaker` said the something.
    """

    words: tuple[Token, ...]
    speaker: tuple[Token, ...] = ()
    reports: bool = False


def propositions(sentence: ParsedSentence, *, is_quoted: bool = False) -> list[Proposition]:
    """What the sentence asserts; none where it wasn't parsed. That which nothing was taken from is the sentence itself.

    Args:
        is_quoted: Whether all of it stands in a quotation, whose marks are no part of what it asserts.
    """
    if not sentence.is_parsed:
        return []
    said = Contents(sentence)
    everything = range(len(sentence.tokens))
    parts = parts_of(sentence, {sentence.root.place: everything, **said.places}, said.withheld)
    _keep_sentences(said, parts)
    main = without(sentence.tokens, said.taken_from(None, parts))
    if parts and not _still_stands(sentence, main):
        parts.clear()
        main = sentence.tokens
    speech = main_speech(sentence)
    speaker = speech.speaker if speech else ()
    kept = main if len(main) == len(sentence.tokens) else tidy(main)
    found = [Proposition(tidy(unquoted(kept)) if is_quoted else kept, speaker, reports=speech is not None)]
    for content in said.parts:
        words = tidy(unquoted(tidy(without(content.words, said.taken_from(content, parts)))))
        if stands_alone(words):
            found.append(Proposition(words, said.speaker_of(content)))
    for part in parts:
        words = unquoted(tidy(without(part.words, said.taken_from(part, parts))))
        reported = said.reported_by(part.head)
        found.append(Proposition(words, reported or said.speaker_of(part), reports=bool(reported)))
    return found


def _keep_sentences(said: Contents, parts: list[Part]) -> None:
    """Give back what no longer is a sentence once others are taken from it, until all are."""
    while True:
        kept = [part for part in parts if stands_alone(without(part.words, said.taken_from(part, parts)))]
        if len(kept) == len(parts):
            return
        parts[:] = kept


def _still_stands(sentence: ParsedSentence, main: Sequence[Token]) -> bool:
    """Whether what is left of the sentence is one; a quotation that goes on before or after it leaves marks single."""
    return stands_alone(main) or (not is_balanced(sentence.tokens) and sentence.root in main)
