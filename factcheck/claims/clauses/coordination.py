"""What stands side by side: `A, and B`, `A; B`, `X did A and did B`, `voted to do A and to do B`, `27 sailors and 12 divers`."""

from __future__ import annotations

from typing import Final

from factcheck.claims.clauses.appositions import phrase
from factcheck.claims.clauses.grammar import (
    DASHES,
    WH,
    auxiliaries,
    before,
    behind,
    clause_of,
    finite_form,
    is_balanced,
    is_opening,
    is_set_off,
    is_verb,
    is_whole,
    region,
    subject,
)
from factcheck.claims.clauses.part import Part
from factcheck.domain.parsed_text import ParsedSentence, Token

CONTRASTS: Final = frozenset({"while", "although", "though", "whereas"})
_JOINING: Final = frozenset({"and", "but", "so", "yet", "&"})
_APART: Final = frozenset({";", ":"}) | DASHES


def first_of(sentence: ParsedSentence, token: Token) -> Token:
    """The first of the things that are joined, of which `token` is one."""
    while token.relation == "conj" and token.head != token.place:
        token = sentence.head(token)
    return token


def joined(sentence: ParsedSentence, verb: Token, who: tuple[Token, ...]) -> Part | None:
    """The clause or the predicate of `verb`, joined to another, whose subject is `who`."""
    if not is_verb(verb) or not is_verb(sentence.head(verb)):
        return None
    places = region(sentence, verb)
    between = sentence.tokens[sentence.head(verb).place : places.start]
    if not is_whole(sentence, verb, places) or not is_balanced(between):
        return None
    places = _with_what_follows(sentence, verb, places)
    taken = _with_joint(sentence, places)
    if taken is None:
        return None
    own = sentence.tokens[places.start : places.stop]
    mark = sentence.child(verb, "mark")
    if mark is not None and mark.place == places.start and mark.lower == "that":
        own = own[1:]
    if subject(sentence, verb) is not None:
        if finite_form(sentence, verb) is None or own[0].tag in {"VBN", "VBG"}:
            return None
        if any(
            each.tag in WH and clause_of(sentence, each) is verb for each in sentence.tokens[places.start : verb.place]
        ):
            return None  # `A, who left and some of whom died`
        words = (*_condition(sentence, verb), *own)
        return Part(head=verb, taken=taken, words=words, subject=phrase(sentence, subject(sentence, verb)))
    if not who or shares_what_follows(sentence, verb, places):
        return None
    shared = () if finite_form(sentence, verb) else _shared(sentence, verb)
    if shared is None:
        return None
    sign = sentence.tokens[places.start - 1]
    if sign.text == "," and any(each.text == "," for each in sentence.tokens[places.start : verb.place]):
        own = (sign, *own)  # `and, if asked, will go`
    return Part(head=verb, taken=taken, words=(*_condition(sentence, verb), *who, *shared, *own), subject=who)


def _with_joint(sentence: ParsedSentence, places: range) -> frozenset[int] | None:
    """`places` with what joins them to what stands before: `, and`; None where they aren't joined as facts are."""
    first = places.start
    while first and _is_joint(sentence.tokens[first - 1]):
        first -= 1
        if sentence.tokens[first].relation == "cc" and sentence.tokens[first].lower not in _JOINING:
            return None
    return frozenset(range(first, places.stop)) if 0 < first < places.start else None


def _is_joint(token: Token) -> bool:
    return token.relation in {"cc", "preconj"} or token.text in {",", ";", ":"} or token.text in DASHES


def _with_what_follows(sentence: ParsedSentence, verb: Token, places: range) -> range:
    """`places` with what stands behind them and that the parser gave to the verb before: it is nearer to this one."""
    for each in sentence.children(sentence.head(verb), "prep", "advmod", "npadvmod", "advcl"):
        more = region(sentence, each)
        if (
            each.lower != "according"
            and is_whole(sentence, each, more)
            and more.start in (places.stop, places.stop + 1)
            and (more.start == places.stop or is_set_off(sentence, more))
        ):
            places = range(places.start, more.stop)
    return places


def shares_what_follows(sentence: ParsedSentence, verb: Token, places: range) -> bool:
    """`wrote and published a book`: whether what the first verb needs stands behind the second."""
    first = sentence.head(verb)
    after = [
        each
        for each in sentence.children(first)
        if first.place < each.place < places.start and each.relation not in {"cc", "punct", "conj", "advmod", "neg"}
    ]
    passive = sentence.child(first, "auxpass") is not None and not _is_stranded(sentence, verb)
    complement = sentence.child(verb, "dobj", "prep", "ccomp", "xcomp", "attr", "acomp", "dative")
    return not after and not passive and complement is not None


def _is_stranded(sentence: ParsedSentence, verb: Token) -> bool:
    """`shouted and cursed at`: whether a preposition of `verb` has nothing behind it."""
    return any(sentence.child(each) is None for each in sentence.children(verb, "prep"))


def _shared(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...] | None:
    """What the verb shares with the one before: `had already` of `had already built and sold`; None if it can't."""
    if sentence.child(verb, "aux", "auxpass", "mark") is not None:
        return None
    first = sentence.head(verb)
    while first.relation == "conj" and not auxiliaries(sentence, first):
        first = sentence.head(first)
    helping = auxiliaries(sentence, first)
    alike = first.tag == verb.tag or {first.tag, verb.tag} == {"VBN", "VBD"}
    if not helping or not alike or helping[0].tag not in {"VBD", "VBZ", "VBP", "MD"}:
        return None
    return tuple(
        each
        for each in sentence.children(first, "aux", "auxpass", "neg", "advmod")
        if helping[0].place <= each.place < first.place
    )


def _condition(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    """`If it rains,`: what stands before the first verb on condition of which both are said."""
    first, own = first_of(sentence, verb), subject(sentence, verb)
    for clause in sentence.children(first, "advcl", "prep"):
        places = region(sentence, clause)
        mark = sentence.child(clause, "mark")
        is_condition = mark is not None and mark.lower in {"if", "unless"}
        # `Of the ten, five are children, and one is a nurse.`
        is_share = clause.lower == "of" and own is not None and own.tag == "CD"
        if (is_condition or is_share) and is_opening(sentence, places):
            comma = behind(sentence, places)
            return sentence.tokens[places.start : places.stop + (comma is not None and comma.text == ",")]
    return ()


def side_by_side(sentence: ParsedSentence, verb: Token) -> Part | None:
    """The clause of `verb`, which a sign parts from the one around it: `A; B`, `A: B`, `A, B`; not `not A, B`."""
    around = sentence.head(verb)
    if not _is_clause(sentence, verb) or not _is_clause(sentence, around):
        return None
    places = region(sentence, verb)
    if not is_whole(sentence, verb, places):
        return None
    comes_first = places.stop <= around.place
    sign = behind(sentence, places) if comes_first else before(sentence, places)
    if sign is None or (sign.text not in _APART and sign.text != ","):
        return None
    first = verb if comes_first else around
    if sign.text == "," and (sentence.child(first, "neg") is not None or _needs_more(sentence, around)):
        return None
    if sentence.tokens[places.start].tag in {"VBN", "VBG"}:
        return None
    taken = frozenset({*places, sign.place})
    who = phrase(sentence, subject(sentence, verb))
    return Part(head=verb, taken=taken, words=sentence.tokens[places.start : places.stop], subject=who)


def _needs_more(sentence: ParsedSentence, verb: Token) -> bool:
    """Whether nothing but a clause completes `verb`: `prices fell, a survey found`."""
    return sentence.child(verb, "dobj", "attr", "acomp", "prep", "xcomp", "auxpass", "advmod", "oprd") is None


def _is_clause(sentence: ParsedSentence, verb: Token) -> bool:
    own = subject(sentence, verb)
    return own is not None and finite_form(sentence, verb) is not None and sentence.child(verb, "mark") is None


def contrast(sentence: ParsedSentence, verb: Token) -> Part | None:
    """The clause that `while`, `although` or `whereas` sets beside the one around it; a `while` of time stays there."""
    mark = sentence.child(verb, "mark")
    own = subject(sentence, verb)
    if mark is None or mark.lower not in CONTRASTS or own is None or finite_form(sentence, verb) is None:
        return None
    if mark.lower == "while" and verb.tag == "VBG":
        return None
    places = region(sentence, verb)
    sign, closing = before(sentence, places), behind(sentence, places)
    comes_first = places.stop <= sentence.head(verb).place
    if not is_whole(sentence, verb, places) or places.start > mark.place:
        return None
    if comes_first:
        if closing is None or closing.text != ",":
            return None
        taken = frozenset({*places, closing.place})
    elif sign is not None and (sign.text == "," or sign.text in DASHES):
        taken = frozenset({sign.place, *places})
    else:
        return None
    words = sentence.tokens[mark.place + 1 : places.stop]
    return Part(head=verb, taken=taken, words=words, subject=phrase(sentence, own))


def infinitives(sentence: ParsedSentence, verb: Token, clause: range) -> Part | None:
    """What is joined to an infinitive: `voted to close A and to cut B` says both of the vote.

    Args:
        clause: The places of the clause whose verb governs the infinitive.
    """
    first = first_of(sentence, verb)
    mark = sentence.child(first, "aux")
    if first.relation != "xcomp" or mark is None or mark.tag != "TO" or verb.tag != "VB":
        return None
    places = region(sentence, verb)
    taken = _with_joint(sentence, places)
    if taken is None or not is_whole(sentence, verb, places) or shares_what_follows(sentence, verb, places):
        return None
    start = verb.place if sentence.child(verb, "aux") is None else places.start
    again = () if sentence.child(verb, "aux") else (mark,)
    matrix = sentence.tokens[clause.start : mark.place]
    return Part(
        head=verb, taken=taken, words=(*matrix, *again, *sentence.tokens[min(start, places.start) : places.stop])
    )


def counts(sentence: ParsedSentence, noun: Token, clause: range) -> Part | None:
    """`freed 27 sailors and 12 divers`: the clause again with the second of what it counts."""
    first = first_of(sentence, noun)
    if first.relation not in {"dobj", "nsubj", "nsubjpass"} or not all(
        _is_counted(sentence, each) for each in (first, noun)
    ):
        return None
    places, others = region(sentence, noun), region(sentence, first)
    taken = _with_joint(sentence, places)
    if taken is None or not (set(places) < set(others)) or others.start < clause.start or others.stop > clause.stop:
        return None
    words = (
        *sentence.tokens[clause.start : others.start],
        *sentence.tokens[places.start : places.stop],
        *sentence.tokens[others.stop : clause.stop],
    )
    return Part(head=noun, taken=taken, words=words)


def _is_counted(sentence: ParsedSentence, noun: Token) -> bool:
    entity = sentence.entity_at(noun)
    return sentence.child(noun, "nummod") is not None and (entity is None or entity.label not in {"DATE", "TIME"})
