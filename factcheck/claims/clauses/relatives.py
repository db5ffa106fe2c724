"""Relative clauses that tell more of a noun, and don't say which is meant: `X, who runs Y, left`, `A, of whom 12 died`."""

from __future__ import annotations

from typing import Final

from factcheck.claims.clauses.appositions import phrase
from factcheck.claims.clauses.grammar import (
    WH,
    finite_form,
    inset,
    is_plural,
    is_set_off,
    is_verb,
    is_whole,
    region,
    subject,
    trimmed,
)
from factcheck.claims.clauses.part import Part, put_in
from factcheck.domain.parsed_text import ParsedSentence, Token

_FARTHEST: Final = 4
"""Words from the beginning of the clause to its relative pronoun: `the cause of which`."""


def relative(sentence: ParsedSentence, verb: Token) -> Part | None:
    """The clause of `verb` as a sentence about what it depends on."""
    places = region(sentence, verb)
    if not places or not is_set_off(sentence, places) or finite_form(sentence, verb) is None:
        return None
    pronoun = _pronoun(sentence, places)
    if pronoun is None or not is_whole(sentence, verb, places):
        return None
    places = _with_the_rest(sentence, places)
    who = _antecedent(sentence, verb, pronoun, places)
    if not who:
        return None
    words = _told(sentence, verb, pronoun, places, who)
    if words is None:
        return None
    about = pronoun.relation in {"nsubj", "nsubjpass"} and pronoun.head == verb.place
    noun = sentence.head(verb)
    return Part(
        head=verb,
        taken=inset(sentence, places, noun),
        words=words,
        subject=who if about else (),
        explains=not is_verb(noun),
    )


def spoken_of(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    """What the relative clause of `verb` speaks of; empty where it is none."""
    places = region(sentence, verb)
    pronoun = _pronoun(sentence, places) if places else None
    return _antecedent(sentence, verb, pronoun, places) if pronoun is not None else ()


def begins_with_pronoun(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether a relative pronoun opens the clause of `verb`, whatever the parser took it for: `the cause of which is A`."""
    pronoun = _pronoun(sentence, region(sentence, verb))
    return pronoun is not None and pronoun.lower in {"which", "whom", "whose"}


def _with_the_rest(sentence: ParsedSentence, places: range) -> range:
    """`places` to the end of the sentence where an adverb goes on: `which stood at 98 per cent, down from 134`."""
    rest = sentence.tokens[places.stop + 1 :]
    goes_on = places.stop < len(sentence.tokens) and sentence.tokens[places.stop].text == ","
    if not goes_on or not rest or rest[0].tag not in {"RB", "RP", "JJR"} or any(map(is_verb, rest)):
        return places
    return trimmed(sentence, range(places.start, len(sentence.tokens)))


def _pronoun(sentence: ParsedSentence, places: range) -> Token | None:
    """The word that stands for the noun, in the first phrase of the clause."""
    for token in sentence.tokens[places.start : min(places.stop, places.start + _FARTHEST)]:
        if token.tag in WH:
            return token if token.lower != "what" and token.lower != "how" else None
        if is_verb(token):
            return None
    return None


def _antecedent(sentence: ParsedSentence, verb: Token, pronoun: Token, places: range) -> tuple[Token, ...]:
    """What the clause speaks of: the noun that it depends on, or the one straight before the comma if only that fits."""
    noun = sentence.head(verb)
    if is_verb(noun):
        if pronoun.lower != "which":
            return ()
        leads = pronoun.place == places.start
        return (put_in("This" if leads else "this", "DT", at=pronoun),)
    nearest = noun
    for each in reversed(sentence.tokens[noun.place : places.start - 1]):
        if each.word_class in {"NOUN", "PROPN"} and noun in (each, *sentence.ancestors(each)):
            nearest = each
            break
    while nearest.relation in {"compound", "nmod", "conj"} and nearest is not noun:
        nearest = sentence.head(nearest)
    if pronoun.tag != "WRB" and (_is_time(sentence, noun)):
        # `a film of 2014, which was made in Leeds`
        noun = next((each for each in sentence.ancestors(noun) if each.word_class in {"NOUN", "PROPN"}), noun)
    if pronoun.lower in {"who", "whom"} and not _is_person(sentence, noun):
        # `Ann Lee of the agency, who left`
        noun = next((each for each in sentence.ancestors(noun) if _is_person(sentence, each)), noun)
    if pronoun.lower == "which" and _is_place(sentence, noun) and noun.relation == "pobj":
        # `a company in Tallinn, which was sold`
        owner = sentence.head(sentence.head(noun))
        noun = owner if owner.word_class == "NOUN" and sentence.child(owner, "det") is not None else noun
    form = finite_form(sentence, verb)
    about = pronoun.relation in {"nsubj", "nsubjpass"} and pronoun.head == verb.place
    if about and form is not None and not _agrees(sentence, noun, form) and _agrees(sentence, nearest, form):
        noun = nearest
    if places.start < pronoun.place and pronoun.lower in {"whom", "which"} and _is_share(sentence, pronoun):
        if not is_plural(sentence, noun):
            around = next((each for each in sentence.ancestors(noun) if is_verb(each)), None)
            first = subject(sentence, around) if around is not None else None
            if first is None or not is_plural(sentence, first):
                return ()
            noun = first
    return phrase(sentence, noun)


def _is_share(sentence: ParsedSentence, pronoun: Token) -> bool:
    """`of whom 12`, `most of whom`: whether some of several are meant."""
    of = sentence.head(pronoun)
    counted = {"nummod", "nsubj", "nsubjpass"}
    return of.lower == "of" and (
        sentence.head(of).tag in {"CD", "JJS", "DT", "JJ"}
        or bool(counted & {each.relation for each in sentence.children(sentence.head(of))})
    )


def _is_person(sentence: ParsedSentence, noun: Token) -> bool:
    entity = sentence.entity_at(noun)
    return entity is not None and entity.label == "PERSON"


def _is_time(sentence: ParsedSentence, noun: Token) -> bool:
    entity = sentence.entity_at(noun)
    return entity is not None and entity.label in {"DATE", "TIME"}


def _is_place(sentence: ParsedSentence, noun: Token) -> bool:
    entity = sentence.entity_at(noun)
    return entity is not None and entity.label in {"GPE", "LOC"}


def _agrees(sentence: ParsedSentence, noun: Token, form: Token) -> bool:
    if form.lower in {"are", "were", "have", "do"} or form.tag == "VBP":
        return is_plural(sentence, noun)
    if form.lower in {"is", "was", "has", "does"} or form.tag == "VBZ":
        return not is_plural(sentence, noun)
    return True


def _told(
    sentence: ParsedSentence, verb: Token, pronoun: Token, places: range, who: tuple[Token, ...]
) -> tuple[Token, ...] | None:
    tokens = sentence.tokens
    front, rest = tokens[places.start : pronoun.place], tokens[pronoun.place + 1 : places.stop]
    if pronoun.tag == "WP$":
        ending = put_in(
            "’" if who[-1].lower.endswith("s") and is_plural(sentence, who[-1]) else "’s", "POS", at=pronoun
        )
        return (*front, *who, ending, *rest)
    if pronoun.tag == "WRB":
        return _there(sentence, pronoun, who, rest)
    if front:
        comma = (put_in(",", ",", at=pronoun),) if front[0].relation == "prep" and front[0].head == verb.place else ()
        return (*front, *who, *comma, *rest)
    if pronoun.relation in {"dobj", "pobj"} and pronoun.head == verb.place:
        behind = [each for each in (verb, *sentence.children(verb, "prt")) if each.place >= verb.place][-1].place + 1
        return (*tokens[pronoun.place + 1 : behind], *who, *tokens[behind : places.stop])
    if pronoun.relation in {"nsubj", "nsubjpass"} and pronoun.head == verb.place:
        return (*who, *rest)
    inner = sentence.head(pronoun)
    if pronoun.relation in {"nsubj", "nsubjpass"} and inner.relation == "ccomp" and inner.head == verb.place:
        # `which she said would cost 3 million`
        start = next(each.place for each in sentence.subtree(inner) if each.place > verb.place)
        return (*tokens[pronoun.place + 1 : start], *who, *tokens[start : places.stop])
    return None


def _there(
    sentence: ParsedSentence, pronoun: Token, who: tuple[Token, ...], rest: tuple[Token, ...]
) -> tuple[Token, ...] | None:
    """`in Leeds, where A` → `in Leeds, A`: with the preposition before the noun, where one stands there."""
    if pronoun.lower not in {"where", "when"}:
        return None
    before = sentence.tokens[who[0].place - 1] if who[0].place else None
    comma = put_in(",", ",", at=pronoun)
    if before is not None and before.relation == "prep" and before.lower in {"in", "at", "on"}:
        return (before, *who, comma, *rest)
    entity = sentence.entity_at(who[-1])
    if entity is not None and entity.label == "DATE" and pronoun.lower == "when":
        return (*who, comma, *rest)
    if entity is not None and entity.label in {"GPE", "LOC"} and pronoun.lower == "where":
        return (put_in("in", "IN", at=who[0]), *who, comma, *rest)
    return None
