"""What is said of a noun by another beside it: `X, the head of Y, left`, `their solicitor, X, left`, `X, 45, left`."""

from __future__ import annotations

from typing import Final

from factcheck.claims.clauses.grammar import (
    behind,
    clause_of,
    in_past,
    inset,
    is_plural,
    is_set_off,
    is_verb,
    is_whole,
    label_of,
    noun_phrase,
    region,
    to_the_comma,
)
from factcheck.claims.clauses.part import Part, put_in
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.parsing.tags import PROPER, TIMES

_AMOUNTS: Final = frozenset({"CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})


def phrase(sentence: ParsedSentence, noun: Token | None) -> tuple[Token, ...]:
    """The noun phrase of `noun`; where a name beside it says who that is, the name alone; of `X is a Y`, X."""
    if noun is None:
        return ()
    if noun.relation == "attr" and sentence.child(noun, "det") is not None:
        return phrase(sentence, sentence.child(sentence.head(noun), "nsubj"))
    name = _name_beside(sentence, noun)
    return noun_phrase(sentence, noun if name is None else name)


def _name_beside(sentence: ParsedSentence, noun: Token) -> Token | None:
    """`Ann Lee` of `their solicitor, Ann Lee`: the name that a description stands before."""
    named = (each for each in sentence.children(noun, "appos") if each.tag in PROPER)
    return next((each for each in named if noun.tag in {"NN", "NNS"} and _stands_beside(sentence, noun, each)), None)


def apposition(sentence: ParsedSentence, other: Token) -> Part | None:
    """What `other`, which stands beside a noun between commas, says of it."""
    noun = sentence.head(other)
    if not _stands_beside(sentence, noun, other):
        return None
    places = to_the_comma(sentence, noun, region(sentence, other))
    own, form = sentence.tokens[places.start : places.stop], "are" if is_plural(sentence, noun) else "is"
    who = phrase(sentence, noun)
    if who and who[-1].place in places:  # the name comes second, and stays for the description
        told = noun_phrase(sentence, noun)
        taken = frozenset(range(told[0].place, places.start))
        taken |= {places.stop} if behind(sentence, places) == "," else set()
        words = (*who, put_in(form, "VBZ", at=who[-1], after=True), *told)
        return Part(head=noun, taken=taken, words=words, subject=who, explains=True)
    words = (*who, put_in(form, "VBZ", at=own[0]), *own)
    return Part(head=other, taken=inset(sentence, places, noun), words=words, subject=who, explains=True)


def _stands_beside(sentence: ParsedSentence, noun: Token, other: Token) -> bool:
    places = region(sentence, other)
    if places.start <= noun.place or not is_set_off(sentence, places) or is_verb(noun) or is_amount(sentence, noun):
        return False
    places = to_the_comma(sentence, noun, places)
    closing, first = sentence.tokens[places.stop : places.stop + 1], sentence.tokens[places.start]
    told = noun_phrase(sentence, noun)  # nothing, where a sign is called a noun
    if not told or not is_whole(sentence, noun, range(told[-1].place + 1, places.stop)):
        return False
    if first.relation in {"cc", "prep"} or (closing and closing[0].word_class != "PUNCT"):
        return False
    if other.tag == "CD":
        return noun.tag in PROPER and other.text.isdecimal() and 0 < int(other.text[:4]) < 120
    names = noun.word_class == other.word_class == "PROPN" and sentence.child(other, "det", "poss") is None
    if names or (other.tag == "NN" and len(places) == 1) or _is_list(sentence, noun, other, places):
        return False  # `Leeds, Yorkshire`, `Ann, Bob and Eve`; a lone noun is no description
    labels = label_of(sentence, noun), label_of(sentence, other)
    return not (labels[0] in TIMES | _AMOUNTS or labels[1] in TIMES) and other.word_class in {"NOUN", "PROPN"}


def _is_list(sentence: ParsedSentence, noun: Token, other: Token, places: range) -> bool:
    """`the cast, the director, and the author`: whether more of the kind stands before or behind."""
    after = sentence.tokens[places.stop + 1 : places.stop + 2]
    goes_on = bool(after) and after[0].relation == "cc" and not is_verb(sentence.head(after[0]))
    inside = any(sentence.tokens[each.place - 1].text == "," for each in sentence.children(other, "cc"))
    return goes_on or inside or other.lemma == noun.lemma or sentence.child(noun, "conj") is not None


def of_the_event(sentence: ParsedSentence, noun: Token) -> Part | None:
    """`prices rose, the largest rise since May`: what a noun behind a comma calls what the clause before it says."""
    around, places = sentence.head(noun), region(sentence, noun)
    verb = around if is_verb(around) else clause_of(sentence, around)
    if verb is None or not (is_verb(around) or is_amount(sentence, around)) or not is_set_off(sentence, places):
        return None
    calls = noun.word_class == "NOUN" or noun.tag == "JJS"
    if places.start <= verb.place or not calls or sentence.child(noun, "det") is None:
        return None
    if label_of(sentence, noun) in TIMES or not is_whole(sentence, noun, places):
        return None
    own = sentence.tokens[places.start : places.stop]
    this, form = put_in("This", "DT", at=own[0]), put_in("was" if in_past(sentence, verb) else "is", "VBZ", at=own[0])
    return Part(head=noun, taken=inset(sentence, places, around), words=(this, form, *own), subject=(this,))


def is_amount(sentence: ParsedSentence, noun: Token) -> bool:
    """`38 percent`, `186p`, `by 3 per cent`: a figure, of which nothing more can be told but what it amounts to."""
    label = label_of(sentence, noun)
    if label in {"PERCENT", "MONEY", "QUANTITY", "CARDINAL"}:
        return noun.word_class != "NOUN" or label != "CARDINAL"
    return noun.text[:1].isdigit() and not noun.text.isalpha()
