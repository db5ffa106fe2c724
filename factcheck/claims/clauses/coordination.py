"""What stands side by side: `A, and B`, `A; B`, `X did A and did B`, `voted to A and B`, `27 sailors and 12 divers`."""

from __future__ import annotations

from typing import Final

from factcheck.claims.clauses.appositions import phrase
from factcheck.claims.clauses.grammar import (
    DASHES,
    WH,
    before,
    behind,
    clause_of,
    finite_form,
    is_balanced,
    is_opening,
    is_set_off,
    is_verb,
    is_whole,
    label_of,
    region,
    subject,
)
from factcheck.claims.clauses.part import Part
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.parsing.tags import FINITE, TIMES

CONTRASTS: Final = frozenset({"while", "although", "though", "whereas"})
_JOINING: Final = frozenset({"and", "but", "so", "yet", "&"})
_APART: Final = frozenset({";", ":"}) | DASHES


def first_of(sentence: ParsedSentence, token: Token) -> Token:
    """The first of the things that are joined, of which `token` is one."""
    while token.relation == "conj":
        token = sentence.head(token)
    return token


def joined(sentence: ParsedSentence, verb: Token, who: tuple[Token, ...]) -> Part | None:
    """The clause or the predicate of `verb`, joined to another, whose subject is `who`."""
    first, places = sentence.head(verb), region(sentence, verb)
    if not is_verb(first) or not is_balanced(sentence.tokens[first.place : places.start]):
        return None
    places = _with_what_follows(sentence, verb, places)
    taken, own = with_joint(sentence, places), sentence.tokens[places.start : places.stop]
    if taken is None:
        return None
    if own[0].relation == "mark" and own[0].lower == "that":
        own = own[1:]
    noun, form = subject(sentence, verb), finite_form(sentence, verb)
    if noun is not None:
        if form is None or own[0].tag in {"VBN", "VBG"} or _is_relative(sentence, verb, places):
            return None
        words = (*_condition(sentence, verb), *own)
        return Part(head=verb, taken=taken, words=words, subject=phrase(sentence, noun))
    shared = () if form is not None else _shared(sentence, verb)
    joints = (*sentence.children(first, "cc"), *sentence.tokens[min(taken) : places.start], *sentence.subtree(verb))
    if own[0].tag != "RB" and not any(each.relation == "cc" for each in joints):
        return None  # `sales, published on Monday, rose`: a verb isn't joined by a comma alone
    if not who or not (form or shared) or shares_what_follows(sentence, verb, places):
        return None
    # `and, if asked, will go`: what comes first stays first.
    commas = [each.place for each in sentence.tokens[places.start : verb.place] if each.text == ","]
    first_words = sentence.tokens[places.start : commas[-1] + 1] if commas else ()
    words = (*_condition(sentence, verb), *first_words, *who, *shared, *own[len(first_words) :])
    return Part(head=verb, taken=taken, words=words, subject=who)


def _is_relative(sentence: ParsedSentence, verb: Token, places: range) -> bool:
    """`A, who left and some of whom died`."""
    opening = sentence.tokens[places.start : verb.place]
    return any(each.tag in WH and each.tag != "WRB" and clause_of(sentence, each) is verb for each in opening)


def with_joint(sentence: ParsedSentence, places: range) -> frozenset[int] | None:
    """`places` with what joins them to what stands before: `, and`; None where they aren't joined as facts are."""
    first = places.start
    while first and _is_joint(sentence.tokens[first - 1]):
        first -= 1
        if sentence.tokens[first].relation == "cc" and sentence.tokens[first].lower not in _JOINING:
            return None
    return frozenset(range(first, places.stop)) if 0 < first < places.start else None


def _is_joint(token: Token) -> bool:
    return token.relation in {"cc", "preconj"} or token.text in _APART | {","}


def _with_what_follows(sentence: ParsedSentence, verb: Token, places: range) -> range:
    """`places` with what stands behind them and that the parser gave to the verb before: it is nearer to this one."""
    for each in sentence.children(sentence.head(verb), "prep", "advmod", "npadvmod", "advcl"):
        more = region(sentence, each)
        follows = more.start == places.stop or (more.start == places.stop + 1 and is_set_off(sentence, more))
        if follows and each.lower != "according" and is_whole(sentence, each, more):
            places = range(places.start, more.stop)
    return places


def shares_what_follows(sentence: ParsedSentence, verb: Token, places: range) -> bool:
    """`wrote and published a book`, `shouted and cursed at`: whether the first verb needs what is behind the second."""
    first = sentence.head(verb)
    has_own = any(
        first.place < each.place < places.start and each.relation not in {"cc", "punct", "conj", "advmod", "neg"}
        for each in sentence.children(first)
    )
    needs_none = sentence.child(first, "auxpass") is not None and all(
        sentence.child(each) is not None for each in sentence.children(verb, "prep")
    )
    more = sentence.child(verb, "dobj", "prep", "ccomp", "xcomp", "attr", "acomp", "dative")
    return not has_own and not needs_none and more is not None


def _shared(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    """What the verb shares with the one before: `had already` of `had already built and sold`; nothing if it can't."""
    first = sentence.head(verb)
    while first.relation == "conj" and sentence.child(first, "aux", "auxpass") is None:
        first = sentence.head(first)
    helping = sentence.child(first, "aux", "auxpass")
    alike = first.tag == verb.tag or {first.tag, verb.tag} == {"VBN", "VBD"}
    if helping is None or not alike or helping.tag not in FINITE or sentence.child(verb, "aux", "auxpass", "mark"):
        return ()
    shared = sentence.children(first, "aux", "auxpass", "neg", "advmod")
    return tuple(each for each in shared if helping.place <= each.place < first.place)


def _condition(sentence: ParsedSentence, verb: Token) -> tuple[Token, ...]:
    """`If it rains,`, `Of the ten,` (`five are children, and two nurses`): what opens a sentence and holds for both."""
    own = subject(sentence, verb)
    for each in sentence.children(first_of(sentence, verb), "advcl", "prep"):
        places, mark = region(sentence, each), sentence.child(each, "mark")
        holds = mark.lower in {"if", "unless"} if mark is not None else own is not None and own.tag == "CD"
        if holds and is_opening(sentence, places):
            return sentence.tokens[places.start : places.stop + 1]
    return ()


def side_by_side(sentence: ParsedSentence, verb: Token) -> Part | None:
    """The clause of `verb`, which a sign parts from the one around it: `A; B`, `A: B`, `A, B`; not `not A, B`."""
    around, places, own = sentence.head(verb), region(sentence, verb), subject(sentence, verb)
    for each in (verb, around):
        if subject(sentence, each) is None or finite_form(sentence, each) is None or sentence.child(each, "mark"):
            return None
    comes_first = places.stop <= around.place
    sign = behind(sentence, places) if comes_first else before(sentence, places)
    # `prices fell, a survey found` is one thing, and so is `it is not A, it is B`.
    more = ("dobj", "attr", "acomp", "prep", "xcomp", "auxpass", "advmod", "oprd")
    asked = (verb, around) if verb.relation == "parataxis" else (around,)
    are_whole = all(sentence.child(each, *more) is not None for each in asked)
    splices = sign == "," and are_whole and sentence.child(verb if comes_first else around, "neg") is None
    if (sign not in _APART and not splices) or sentence.tokens[places.start].tag in {"VBN", "VBG"}:
        return None
    taken = frozenset({*places, places.stop if comes_first else places.start - 1})
    words = sentence.tokens[places.start : places.stop]
    return Part(head=verb, taken=taken, words=words, subject=phrase(sentence, own))


def contrast(sentence: ParsedSentence, verb: Token) -> Part | None:
    """The clause that `while`, `although` or `whereas` sets beside the one around it; a `while` of time stays there."""
    mark, places = sentence.child(verb, "mark"), region(sentence, verb)
    own = subject(sentence, verb)
    if mark is None or mark.lower not in CONTRASTS or own is None or finite_form(sentence, verb) is None:
        return None
    opens = is_opening(sentence, places)
    lasts = mark.lower == "while" and verb.tag == "VBG"
    if lasts or mark.place != places.start or not (opens or is_set_off(sentence, places)):
        return None
    taken = frozenset({*places, places.stop if opens else places.start - 1})
    words = sentence.tokens[mark.place + 1 : places.stop]
    return Part(head=verb, taken=taken, words=words, subject=phrase(sentence, own))


def infinitives(sentence: ParsedSentence, verb: Token, clause: range) -> Part | None:
    """What is joined to an infinitive: `voted to close A and to cut B` says both of the vote.

    Args:
        clause: The places of the clause whose verb governs the infinitive.
    """
    mark, places = sentence.child(first_of(sentence, verb), "aux"), region(sentence, verb)
    taken = with_joint(sentence, places)
    if mark is None or mark.tag != "TO" or verb.tag != "VB" or taken is None:
        return None
    if shares_what_follows(sentence, verb, places):
        return None
    again = () if sentence.child(verb, "aux") else (mark,)
    words = (*sentence.tokens[clause.start : mark.place], *again, *sentence.tokens[places.start : places.stop])
    return Part(head=verb, taken=taken, words=words)


def counts(sentence: ParsedSentence, noun: Token, clause: range) -> Part | None:
    """`freed 27 sailors and 12 divers`: the clause again with the second of what it counts."""
    first = first_of(sentence, noun)
    places, others = region(sentence, noun), region(sentence, first)
    counted = all(
        sentence.child(each, "nummod") is not None and label_of(sentence, each) not in TIMES for each in (first, noun)
    )
    each_of_both = sentence.tokens[places.stop - 1].lower == "each"
    places, others = range(places.start, places.stop - each_of_both), range(others.start, others.stop - each_of_both)
    taken = with_joint(sentence, places)
    if first.relation not in {"dobj", "nsubj", "nsubjpass"} or not counted or taken is None:
        return None
    tokens = sentence.tokens
    words = (
        *tokens[clause.start : others.start],
        *tokens[places.start : places.stop],
        *tokens[others.stop : clause.stop],
    )
    return Part(head=noun, taken=taken, words=words) if set(others) <= set(clause) else None
