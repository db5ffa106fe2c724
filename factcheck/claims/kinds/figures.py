"""Whether the point of a clause is a figure: how many, how much, or what share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.claims.kinds.main_clause import MainClause
from factcheck.domain.parsed_text import Token
from factcheck.language.word_lists import word_list

_PARTS: Final = frozenset(
    word_list(
        """half third quarter fifth tenth majority percent cent percentage % dozen hundred thousand million
        billion"""
    )
)
"""Words that stand for a number or a share without a figure."""
_WITHIN: Final = frozenset(word_list("nummod quantmod compound nmod amod advmod det predet npadvmod"))
"""How a figure hangs on the noun that it counts."""
_EXTENT: Final = frozenset(word_list("by to at from of for"))
"""Prepositions after which a figure says how much the verb is about."""
_MEASURING: Final = frozenset(
    word_list(
        """rise fall increase decrease grow shrink drop climb decline gain lose jump surge plunge reach exceed total
        amount average number cost earn weigh measure account stand receive include comprise raise"""
    )
)
"""Verbs that say an amount or how it changed, also when they tell of the past."""
_AMOUNTS: Final = frozenset(word_list("average decrease fall gain increase loss margin profit rate rise sum total"))
_CHANGES_ALONE: Final = frozenset(word_list("double triple treble quadruple halve"))
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")
_DASHES: Final = frozenset("-–")
_MONTHS: Final = frozenset(
    word_list("january february march april may june july august september october november december")
)


def is_statistic(clause: MainClause, *, happened: bool) -> bool:
    """Whether nothing new would be said without the figure.

    What is counted is the subject, or the verb measures, or a lasting state is told; `police arrested nine men` tells
    what happened.

    Args:
        happened: Whether it tells of something that happened.
    """
    if clause.lemma in _CHANGES_ALONE and (happened or not clause.children(clause.verb, "dobj")):
        return True
    acts = happened and bool(clause.children(clause.verb, "dobj"))
    for at in range(len(clause.tokens)):
        if not _counts(clause, at) or not clause.says(at):
            continue
        noun = _noun_of(clause, at)
        if _is_subject(clause, noun):
            share = _is_share(clause, noun)
            if share or not (_is_definite(clause, noun) or (acts and _only_introduces(clause, at))):
                return True
        elif _is_amount(clause, noun) and (
            not happened
            or clause.tokens[noun].tag == "CD"
            or _is_total(clause)
            or clause.lemma in _MEASURING
            or _is_extent(clause, noun)
        ):
            return True
    return False


def _is_share(clause: MainClause, noun: int) -> bool:
    """`a third of them`, `forty per cent`, `one in five`."""
    token = clause.tokens[noun]
    return token.lemma.lower() in _PARTS or (token.tag == "CD" and clause.preposition(noun, "per", "in"))


def _counts(clause: MainClause, at: int) -> bool:
    """Whether it is a number or a share, and no year, day, ordinal, age, or part of a name."""
    token = clause.tokens[at]
    if token.lemma.lower() in _PARTS:
        article = at > 0 and clause.tokens[at - 1].lower in {"a", "one", "two", "three"}
        return token.tag in {"NN", "NNS", "CD", "JJS"} or article  # `a fifth` is an adjective to many parsers
    head = clause.heads[at]
    in_name = head is not None and clause.tokens[head].tag == "NNP"
    score = any(each.text in _DASHES for each in clause.tokens[max(0, at - 1) : at + 2])  # `4-1`
    # `one of them` counts nothing, `one in five` does.
    number = token.tag == "CD" and not score and (token.lower != "one" or clause.preposition(at, "in"))
    return number and not in_name and not in_date(clause.tokens, at)


def in_date(tokens: Sequence[Token], at: int) -> bool:
    """Whether the number at this place is a year, a day of a month or a time of day."""
    text = tokens[at].text
    near = {each.lower for each in tokens[max(0, at - 1) : at + 2]}
    return _YEAR.fullmatch(text) is not None or ":" in text or not near.isdisjoint(_MONTHS)


def _noun_of(clause: MainClause, at: int) -> int:
    """What is counted: `people` for `40`, `cent` for the 40 of `40 per cent`; the figure itself where nothing is."""
    while clause.tokens[at].relation in _WITHIN and (head := clause.heads[at]) is not None and at != head:
        if clause.tokens[head].word_class in {"VERB", "AUX", "ADJ", "ADV"}:
            break
        at = head
    return at


def _only_introduces(clause: MainClause, at: int) -> bool:
    """`two men robbed a bank`: a small number, in words and exact, stands there like an article."""
    return clause.tokens[at].text.isalpha() and not clause.children(at, "quantmod", "advmod", "amod")


def _is_total(clause: MainClause) -> bool:
    """`has scored eleven goals`: the present perfect tells what there is by now, and not when it came."""
    return clause.is_perfect and clause.tokens[clause.finite].tag != "VBD"


def _is_subject(clause: MainClause, noun: int) -> bool:
    if noun == clause.subject:
        return True
    # `there are 40 schools`: what there is, is the subject in all but form.
    return clause.tokens[noun].relation == "nsubj" and clause.heads[noun] == clause.verb


def _is_definite(clause: MainClause, noun: int) -> bool:
    """`the two men`: known before, so that their number isn't news."""
    return any(
        clause.tokens[each].lower in {"the", "these", "those", "both"} or clause.tokens[each].tag == "PRP$"
        for each in clause.children(noun, "det", "poss", "predet")
    )


def _is_amount(clause: MainClause, noun: int) -> bool:
    """Whether it is what the verb is about: its object, its complement, or how much it was."""
    relation, head = clause.tokens[noun].relation, clause.heads[noun]
    if relation == "conj" and head is not None and head != noun:
        return _is_amount(clause, head)
    if relation == "pobj" and head is not None:
        about = clause.heads[head]
        if clause.tokens[head].lower == "of" and about is not None and about != clause.verb:
            # `a margin of 40 votes`, but not `a town of 40 people`
            return clause.tokens[about].lemma.lower() in _AMOUNTS and _is_amount(clause, about)
        by_act = clause.tokens[head].relation == "agent" or bool(clause.children(clause.verb, "dobj"))
        return clause.tokens[head].lower in _EXTENT and about in {clause.verb, clause.complement} and not by_act
    if clause.tokens[noun].text.isdigit() and clause.lemma == "be" and not clause.children(noun):
        return False  # `he is 45`
    linked = clause.lemma == "be" and noun == clause.complement
    return linked or (relation in {"dobj", "npadvmod", "oprd"} and head == clause.verb)


def _is_extent(clause: MainClause, noun: int) -> bool:
    """`by 3 per cent`: how far something went."""
    head = clause.heads[noun]
    return clause.tokens[noun].relation == "pobj" and head is not None and clause.tokens[head].lower == "by"
