"""Relative clauses that tell more of a noun, and don't say which: `X, who runs Y, left`, `A, of whom 12 died`."""

from __future__ import annotations

from typing import Final

from factcheck.claims.clauses.appositions import phrase
from factcheck.claims.clauses.grammar import (
    WH,
    behind,
    clause_of,
    finite_form,
    inset,
    is_plural,
    is_set_off,
    is_verb,
    is_whole,
    label_of,
    region,
    subject,
    trimmed,
)
from factcheck.claims.clauses.part import Part, put_in
from factcheck.domain.parsed_text import ParsedSentence, Token

_SUBJECT: Final = frozenset({"nsubj", "nsubjpass"})
_FARTHEST: Final = 4
"""Words from the beginning of the clause to its relative pronoun: `the cause of which`."""
_NOT_MEANT: Final = {
    "who": frozenset({"DATE", "TIME", "GPE", "LOC", "FAC", "MONEY", "PERCENT"}),
    "which": frozenset({"DATE", "TIME", "PERSON"}),
}
"""What a pronoun doesn't stand for: `a film of 2014, which was …` is no year."""


def relative(sentence: ParsedSentence, verb: Token) -> Part | None:
    """The clause of `verb` as a sentence about what it depends on."""
    places = region(sentence, verb)
    pronoun = _pronoun(sentence, places)
    if pronoun is None or not is_set_off(sentence, places) or finite_form(sentence, verb) is None:
        return None
    if not is_whole(sentence, verb, places):
        return None
    who, noun = spoken_of(sentence, verb), sentence.head(verb)
    places = _with_the_rest(sentence, places)
    words = _told(sentence, verb, pronoun, places, who) if who else None
    if words is None:
        return None
    about = who if pronoun.relation in _SUBJECT and pronoun.head == verb.place else ()
    taken = inset(sentence, places, noun)
    return Part(head=verb, taken=taken, words=words, subject=about, explains=not is_verb(noun))


def _pronoun(sentence: ParsedSentence, places: range) -> Token | None:
    """The word that stands for the noun, in the first phrase of the clause."""
    for token in sentence.tokens[places.start : min(places.stop, places.start + _FARTHEST)]:
        if token.tag in WH:
            return token if token.lower not in {"what", "how", "why"} else None
        if is_verb(token):
            return None
    return None


def _with_the_rest(sentence: ParsedSentence, places: range) -> range:
    """`places` to the end of the sentence where an adverb goes on: `which stood at 98 per cent, down from 134`."""
    rest = sentence.tokens[places.stop + 1 :]
    if behind(sentence, places) != "," or not rest or rest[0].tag not in {"RB", "RP", "JJR"} or any(map(is_verb, rest)):
        return places
    return trimmed(sentence, range(places.start, len(sentence.tokens)))


def spoken_of(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    """What the relative clause of `verb` speaks of: the noun that it depends on, or one around it that fits."""
    pronoun, noun = _pronoun(sentence, region(sentence, verb)), sentence.head(verb)
    if pronoun is None or is_verb(noun):
        return (put_in("This", "DT", at=pronoun),) if pronoun is not None and pronoun.lower == "which" else ()
    nouns = [each for each in (noun, *sentence.ancestors(noun)) if each.word_class in {"NOUN", "PROPN"}]
    never = _NOT_MEANT.get(pronoun.lower.removesuffix("m"), frozenset())
    noun = next((each for each in nouns if label_of(sentence, each) not in never), noun)
    if pronoun.lower == "whom" and sentence.head(pronoun).lower == "of" and not is_plural(sentence, noun):
        around = clause_of(sentence, noun)  # of one thing 12 don't die
        first = subject(sentence, around) if around is not None else None
        return phrase(sentence, first) if first is not None and is_plural(sentence, first) else ()
    return phrase(sentence, noun)


def _told(
    sentence: ParsedSentence, verb: Token, pronoun: Token, places: range, who: tuple[Token, ...]
) -> tuple[Token, ...] | None:
    tokens, inner = sentence.tokens, sentence.head(pronoun)
    front, rest = tokens[places.start : pronoun.place], tokens[pronoun.place + 1 : places.stop]
    comma = put_in(",", ",", at=pronoun)
    if pronoun.tag == "WP$":
        return (*front, *who, put_in("’s", "POS", at=pronoun), *rest)
    if pronoun.tag == "WRB":
        there = _there(sentence, pronoun, who)
        return (*there, comma, *rest) if there else None
    if front:
        return (*front, *who, *((comma,) if front[0].relation == "prep" and front[0].head == verb.place else ()), *rest)
    if pronoun.relation in _SUBJECT and inner is verb:
        return (*who, *rest)
    if inner is verb:  # `which the mayor opened` → `the mayor opened it`
        split = max(each.place for each in (verb, *sentence.children(verb, "prt"))) + 1
    elif pronoun.relation in _SUBJECT and inner.relation == "ccomp" and inner.head == verb.place:
        # `which she said would cost 3 million` → `she said it would cost 3 million`
        split = next(each.place for each in sentence.subtree(inner) if each.place > verb.place)
    else:
        return None
    return (*tokens[pronoun.place + 1 : split], *who, *tokens[split : places.stop])


def _there(sentence: ParsedSentence, pronoun: Token, who: tuple[Token, ...]) -> tuple[Token, ...]:
    """`in Leeds, where A` → `in Leeds, A`: with the preposition before the noun, or with the one that it needs."""
    first, label = sentence.tokens[max(0, who[0].place - 1)], label_of(sentence, who[-1])
    if first.relation == "prep" and first.lower in {"in", "at", "on"}:
        return (first, *who)
    if pronoun.lower == "where" and label in {"GPE", "LOC"}:
        return (put_in("in", "IN", at=who[0]), *who)
    return who if pronoun.lower == "when" and label == "DATE" else ()
