"""Whether a clause compares: it sets two things or times against each other, or gives one its rank."""

from __future__ import annotations

import re
from typing import Final

from factcheck.claims.kinds.main_clause import MainClause
from factcheck.language.numbers.units import TIME_UNITS
from factcheck.language.word_lists import word_list

_RANKS: Final = frozenset(word_list("first last only lone sole leading"))
_ORDINALS: Final = frozenset(word_list("first second third fourth fifth sixth seventh eighth ninth tenth last"))
_PLACING: Final = frozenset(word_list("come finish place"))
_RECORD: Final = frozenset(word_list("be set break beat hold"))
_PARTS_OF_TIME: Final = TIME_UNITS | {"half", "quarter", "season", "term", "night", "morning"}
_CHANGES: Final = frozenset(word_list("increase decrease rise fall drop gain decline"))
_NO_DEGREE: Final = frozenset(word_list("well soon long far"))
_SHARES: Final = frozenset(word_list("cent percent %"))
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_OTHER_SIDE: Final = frozenset({"as", "the", "that", "what", "more", "its", "their"})
_NEAR: Final = 6
"""Words between the two figures of a change: `from 6 to 4 per cent`, `from about 6 per cent in May to 4`."""


def compares(clause: MainClause) -> bool:
    return clause.lemma == "rank" or any(
        (_is_than(clause, at) or _is_equal(clause, at) or _is_change(clause, at) or _is_rank(clause, at))
        and clause.says(at)
        for at in range(len(clause.tokens))
    )


def _is_than(clause: MainClause, at: int) -> bool:
    """`faster than wages`, `compared with May`, `twice what it was`, `40 fewer seats`; `more than 40` is a bound."""
    token, before, after = clause.tokens[at], _lower(clause, at - 1), _lower(clause, at + 1)
    if token.lower in {"twice", "double", "triple"} or (token.lower == "times" and _tag(clause, at - 1) == "CD"):
        return after in _OTHER_SIDE
    if token.lower == "compared":
        return after in {"with", "to"}
    if token.lower == "than":
        bound = token.relation == "quantmod" or after == "half" or _tag(clause, at + 1) in {"CD", "$"}
        return not bound and before not in {"rather", "other"}
    if token.tag not in {"JJR", "RBR"} or after == "than":
        return False
    # `five more` are five others.
    return before in _SHARES or (token.lower != "more" and _tag(clause, at - 1) == "CD")


def _is_equal(clause: MainClause, at: int) -> bool:
    """`as high as the tower`, `twice as many as`, `the same size as`; not `as many as 40`, nor `as well as`."""
    token = clause.tokens[at]
    again = next((place for place in (at + 2, at + 3) if _lower(clause, place) == "as"), None)
    if again is None or _tag(clause, again + 1) == "CD":
        return False
    if token.lower == "same":
        return True
    graded = _tag(clause, at + 1) in {"JJ", "RB"} and _lower(clause, at + 1) not in _NO_DEGREE
    return token.lower == "as" and graded


def _is_change(clause: MainClause, at: int) -> bool:
    """`from 6 to 4 per cent`, `up from 3`, `a rise on last year`; `from 1990 to 2000` is a time."""
    token = clause.tokens[at]
    if token.word_class == "NOUN" and token.lemma.lower() in _CHANGES:
        return clause.preposition(at, "on", "over", "from")
    ahead = clause.tokens[at + 1 : at + 1 + _NEAR]
    first = next((each for each in ahead if each.tag == "CD"), None)
    if token.lower != "from" or first is None or _YEAR.fullmatch(first.text):
        return False
    between = clause.tokens[at + 1 : at + 1 + 2 * _NEAR]
    to = next((place for place, each in enumerate(between) if each.lower == "to"), len(between))
    return _lower(clause, at - 1) in {"up", "down"} or any(each.tag == "CD" for each in between[to : to + 4])


def _is_rank(clause: MainClause, at: int) -> bool:
    """A superlative, a place in a row or a record, where it is said of something, and doesn't only name it."""
    token = clause.tokens[at]
    if token.lower == "record":
        held = clause.lemma in _RECORD or token.relation in {"amod", "compound", "nmod"}
        return held and _is_said(clause, at)
    if token.lemma.lower() in _ORDINALS and clause.heads[at] == clause.verb and clause.lemma in _PLACING:
        return True
    definite = any(each.lower == "the" or each.tag in {"PRP$", "POS"} for each in clause.tokens[max(0, at - 3) : at])
    if token.tag in {"JJS", "RBS"}:
        return (definite or token.lower not in {"most", "least"}) and _is_said(clause, at)
    head = clause.heads[at]
    noun = clause.tokens[head] if head is not None else token
    of_time = noun.tag != "NNP" and noun.lemma.lower() in _PARTS_OF_TIME
    ranked = token.lower in _RANKS and token.tag in {"JJ", "VBG"} and definite and not of_time
    return ranked and _is_said(clause, at)


def _is_said(clause: MainClause, at: int) -> bool:
    """Whether the clause says it of its subject, its object or a time, and not of what it only names on the way."""
    chain = [at, *clause.ancestors(at)]
    for each in chain[: chain.index(clause.verb)] if clause.verb in chain else chain:
        token, of_verb = clause.tokens[each], clause.heads[each] == clause.verb
        if token.lower == "time" or (clause.lemma == "be" and each in {clause.complement, clause.subject}):
            return True
        if of_verb and token.relation in {"attr", "acomp", "oprd", "dobj", "advmod"}:
            return True
        if token.lower == "among" and of_verb:
            return True
        if token.relation in {"prep", "appos", "nsubj", "nsubjpass", "poss"} and token.lower != "of":
            return False
    return False


def _lower(clause: MainClause, at: int) -> str:
    return clause.tokens[at].lower if 0 <= at < len(clause.tokens) else ""


def _tag(clause: MainClause, at: int) -> str:
    return clause.tokens[at].tag if 0 <= at < len(clause.tokens) else ""
