"""What is said of a noun by another beside it: `X, the head of Y, left`, `their solicitor, X, left`, `X, 45, left`."""

from __future__ import annotations

from typing import Final

from factcheck.claims.clauses.grammar import (
    behind,
    in_past,
    inset,
    is_plural,
    is_set_off,
    is_verb,
    is_whole,
    noun_phrase,
    region,
    to_the_comma,
)
from factcheck.claims.clauses.part import Part, put_in
from factcheck.domain.parsed_text import ParsedSentence, Token

_AMOUNTS: Final = frozenset({"DATE", "TIME", "CARDINAL", "MONEY", "PERCENT", "QUANTITY", "ORDINAL"})


def phrase(sentence: ParsedSentence, noun: Token | None) -> tuple[Token, ...]:
    """The noun phrase of `noun`; where a name beside it says who that is, the name alone."""
    if noun is None:
        return ()
    if noun.relation == "attr" and sentence.child(noun, "det") is not None:
        # `X is a singer, known for Y`
        return phrase(sentence, sentence.child(sentence.head(noun), "nsubj"))
    name = name_beside(sentence, noun)
    return noun_phrase(sentence, noun if name is None else name)


def name_beside(sentence: ParsedSentence, noun: Token) -> Token | None:
    """`Ann Lee` of `their solicitor, Ann Lee`: the name that a description stands before."""
    if noun.tag not in {"NN", "NNS"} or (noun.relation == "dobj" and not _is_definite(sentence, noun)):
        return None
    for other in sentence.children(noun, "appos"):
        if other.tag in {"NNP", "NNPS"} and _stands_beside(sentence, noun, other):
            return other
    return None


def apposition(sentence: ParsedSentence, other: Token) -> Part | None:
    """What `other`, which stands beside a noun between commas, says of it."""
    noun = sentence.head(other)
    if not _stands_beside(sentence, noun, other):
        return None
    places = to_the_comma(sentence, noun, region(sentence, other))
    own = sentence.tokens[places.start : places.stop]
    if name_beside(sentence, noun) is other:
        description = noun_phrase(sentence, noun)
        taken = frozenset(range(description[0].place, places.start))
        closing = behind(sentence, places)
        if closing is not None and closing.text == ",":
            taken |= {closing.place}
        name = noun_phrase(sentence, other)
        verb = put_in("are" if is_plural(sentence, noun) else "is", "VBZ", at=name[-1], after=True)
        return Part(head=noun, taken=taken, words=(*name, verb, *description), subject=name, explains=True)
    who = phrase(sentence, noun)
    if not who or who[-1].place >= places.start:
        return None
    verb = put_in("are" if is_plural(sentence, noun) else "is", "VBZ", at=own[0])
    return Part(head=other, taken=inset(sentence, places, noun), words=(*who, verb, *own), subject=who, explains=True)


def _stands_beside(sentence: ParsedSentence, noun: Token, other: Token) -> bool:
    places = region(sentence, other)
    if not places or places.start <= noun.place or not is_set_off(sentence, places) or is_verb(noun):
        return False
    places = to_the_comma(sentence, noun, places)
    between = range(noun_phrase(sentence, noun)[-1].place + 1, places.start)
    if not is_whole(sentence, noun, places) or not is_whole(sentence, noun, between):
        return False
    first, closing = sentence.tokens[places.start], behind(sentence, places)
    if (
        first.relation in {"cc", "prep"}
        or (other.tag == "NN" and len(places) == 1)
        or (closing is not None and closing.relation == "cc")
    ):
        return False
    if closing is not None and closing.word_class != "PUNCT":
        return False
    if (sentence.child(noun, "conj") is not None and other.tag != "CD") or _is_list(sentence, other, places):
        return False
    labels = [entity.label if (entity := sentence.entity_at(each)) else "" for each in (noun, other)]
    if noun.word_class == other.word_class == "PROPN" and sentence.child(other, "det", "poss") is None:
        return False  # `Ann Lee, MP`, `Leeds, Yorkshire`, `Ann, Bob and Eve`
    if is_amount(sentence, noun):
        return False
    if other.tag == "CD":
        return _is_age(other) and noun.tag in {"NNP", "NNPS"}
    return not (labels[0] in _AMOUNTS or labels[1] in {"DATE", "TIME"}) and other.word_class in {"NOUN", "PROPN"}


def _is_age(number: Token) -> bool:
    return number.text.isdecimal() and 0 < int(number.text[:4]) < 120


def _is_list(sentence: ParsedSentence, other: Token, places: range) -> bool:
    """`the cast, the director, and the author`: whether more of the kind follows."""
    noun, after = sentence.head(other), sentence.tokens[places.stop + 1 : places.stop + 2]
    if other.lemma == noun.lemma or any(sentence.tokens[each.place - 1].text == "," for each in sentence.children(other, "cc")):
        return True
    return bool(after) and after[0].relation == "cc" and other.tag != "CD" and not is_verb(sentence.head(after[0]))


def _is_definite(sentence: ParsedSentence, noun: Token) -> bool:
    det = sentence.child(noun, "det")
    return sentence.child(noun, "poss") is not None or (det is not None and det.lower not in {"a", "an", "some", "any"})


def of_the_event(sentence: ParsedSentence, noun: Token) -> Part | None:
    """`prices rose, the largest rise since May`: what a noun behind a comma calls what the clause before it says."""
    around = sentence.head(noun)
    verb = around if is_verb(around) else next(filter(is_verb, sentence.ancestors(around)), None)
    places = region(sentence, noun)
    if verb is None or not (is_verb(around) or is_amount(sentence, around)):
        return None
    if not places or places.start <= verb.place or not is_set_off(sentence, places):
        return None
    entity = sentence.entity_at(noun)
    if not is_whole(sentence, noun, places) or sentence.child(noun, "det") is None:
        return None
    is_time = entity is not None and entity.label in {"DATE", "TIME"}
    if (noun.word_class != "NOUN" and noun.tag != "JJS") or is_time:
        return None
    own = sentence.tokens[places.start : places.stop]
    this = put_in("This", "DT", at=own[0])
    form = put_in("was" if in_past(sentence, verb) else "is", "VBZ", at=own[0])
    return Part(head=noun, taken=inset(sentence, places, around), words=(this, form, *own), subject=(this,))


def is_amount(sentence: ParsedSentence, noun: Token) -> bool:
    """`38 percent`, `186p`, `by 3 per cent`: a figure, of which nothing more can be told but what it amounts to."""
    entity = sentence.entity_at(noun)
    if entity is not None and entity.label in {"PERCENT", "MONEY", "QUANTITY", "CARDINAL"}:
        return noun.word_class != "NOUN" or entity.label != "CARDINAL"
    return noun.text[:1].isdigit() and not noun.text.isalpha()
