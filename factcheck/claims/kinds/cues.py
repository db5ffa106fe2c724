"""Signs of what a clause does with its words: foretells, values, explains or compares.

The lists hold what English has for it and no grammar tells; they are lemmas, and were not gathered from measured text.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.claims.kinds.main_clause import MainClause
from factcheck.language.numbers.units import TIME_UNITS
from factcheck.language.quantities.quantities import quantities
from factcheck.language.times.dates import dates
from factcheck.language.words import word_list

_WILL: Final = frozenset(word_list("will 'll wo shall would 'd might"))
_PERHAPS: Final = frozenset(word_list("may could"))
_EXPECTED: Final = frozenset(word_list("expect predict project forecast anticipate tip set schedule slate plan go"))
_AHEAD: Final = frozenset(word_list("due likely unlikely bound about certain sure poised set"))
_PLANNING: Final = frozenset(word_list("plan intend aim hope expect"))

_VALUES: Final = frozenset(
    word_list(
        """absurd appalling awful beautiful brilliant cruel deplorable despicable disgraceful disgusting dreadful
        excellent fantastic foolish good bad great heartbreaking horrible irresponsible laughable lovely magnificent
        marvellous marvelous outrageous pathetic reckless ridiculous sad shameful shocking silly stupid superb terrible
        ugly unacceptable unfair unforgivable unjust wise wonderful wrong"""
    )
)
_SEVERE: Final = frozenset(word_list("terrible horrible awful dreadful bad great sad shocking"))
"""Those that before a noun also say how severe something was."""
_VALUED: Final = frozenset(
    word_list("disgrace shame joke waste scandal outrage mistake triumph embarrassment nonsense")
)
_DEMANDERS: Final = frozenset(word_list("we you i one everyone everybody society"))
_DEMANDING: Final = frozenset(word_list("urge demand recommend call"))
_BELIEVING: Final = frozenset(word_list("think believe feel reckon suspect guess doubt"))
_VIEW: Final = re.compile(
    r"\bin\s+(?:my|our)\s+(?:opinion|view)\b|^\W*(?:hopefully|unfortunately|sadly)\b", re.IGNORECASE
)

_CAUSING: Final = frozenset(word_list("cause trigger prompt spark provoke"))
_CAUSING_WITH: Final = {
    "lead": ("to",), "result": ("in", "from"), "contribute": ("to",), "stem": ("from",), "arise": ("from",),
    "blame": ("on", "for"), "attribute": ("to",), "drive": ("by",), "give": ("rise",), "bring": ("about",),
}  # fmt: skip
_BECAUSE: Final = re.compile(
    r"\b(?:because|thanks\s+to|owing\s+to|on\s+account\s+of|as\s+an?\s+(?:\w+\s+)?(?:result|consequence)|in\s+response\s+to)\b",
    re.IGNORECASE,
)
_EFFECTS: Final = frozenset(
    word_list("affect cut reduce raise increase lower improve worsen double halve harm damage slow")
)

_RANKS: Final = frozenset(word_list("first last only leading"))
_ORDINALS: Final = frozenset(word_list("first second third fourth fifth sixth seventh eighth ninth tenth last"))
_PLACING: Final = frozenset(word_list("come finish place rank"))
_PARTS_OF_TIME: Final = TIME_UNITS | {"half", "quarter", "season", "term", "night", "morning"}
_CHANGES: Final = frozenset(word_list("increase decrease rise fall drop gain decline"))
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d")


def foretells(clause: MainClause) -> bool:
    """Whether it is about what will, might or is meant to happen, or would have happened."""
    modal, lemma = clause.modal, clause.lemma
    if modal in _WILL or (modal in _PERHAPS and not clause.is_perfect and not (modal == "could" and clause.is_negated)):
        return True
    to_come = clause.infinitive(clause.verb)
    if clause.is_passive or clause.is_progressive:
        dated = lemma in {"schedule", "slate", "plan"} and clause.preposition(clause.verb, "for")
        return (lemma in _EXPECTED and to_come) or dated
    if lemma == "be":
        complement = clause.complement
        ahead = complement is not None and clause.tokens[complement].lower in _AHEAD
        return (to_come and complement is None) or (ahead and complement is not None and clause.infinitive(complement))
    return lemma in _PLANNING and to_come


def values(clause: MainClause, text: str) -> bool:
    """Whether it values or demands. A belief, or a best or worst, beside a number or date is checkable."""
    subject = clause.subject
    who = clause.tokens[subject].lower if subject is not None else ""
    if clause.modal in {"should", "ought"} and clause.lemma not in {"note", "remember"}:
        return True
    if who in _DEMANDERS and (
        clause.modal == "must" or (clause.lemma in {"need", "have"} and clause.infinitive(clause.verb))
    ):
        return True
    if clause.lemma == "deserve" or _VIEW.search(text) or _judges(clause):
        return True
    if who in {"i", "we"} and clause.lemma in _DEMANDING:
        return True
    believes = who in {"i", "we"} and clause.lemma in _BELIEVING
    return (believes or _picks_best(clause)) and not quantities(text) and not dates(text)


def _judges(clause: MainClause) -> bool:
    complement = clause.complement if clause.lemma in {"be", "remain", "seem", "look"} else None
    if complement is None:
        return False
    # `was a terrible accident` names what it was; `is terrible` says what somebody thinks of it.
    if clause.tokens[complement].word_class == "ADJ":
        too = any(clause.tokens[each].lower == "too" for each in clause.children(complement, "advmod"))
        return too or clause.tokens[complement].lemma.lower() in _VALUES
    kinds = {clause.tokens[each].lemma.lower() for each in clause.children(complement, "amod")}
    return clause.tokens[complement].lemma.lower() in _VALUED or bool(kinds & _VALUES - _SEVERE)


def _picks_best(clause: MainClause) -> bool:
    complement = clause.complement if clause.lemma in {"be", "remain"} else None
    if complement is None:
        return False
    return any(
        each.tag in {"JJS", "RBS"}
        and (each.lemma.lower() in _VALUES or each.lower in {"best", "worst"})
        or (each.lower == "most" and clause.tokens[at + 1].lemma.lower() in _VALUES)
        for at, each in enumerate(clause.tokens[complement - 3 if complement > 3 else 0 : complement])
    )


def explains(clause: MainClause, text: str) -> bool:
    """Whether it says that one thing brought about another."""
    if _BECAUSE.search(text) or any(_is_reason(clause, at) for at in clause.children(clause.verb, "advcl")):
        return True
    return any(clause.says(at) and _is_cause(clause, at) for at in range(len(clause.tokens))) or _is_effect(clause)


def _is_reason(clause: MainClause, at: int) -> bool:
    """`as it is old`: with a state `as` gives a reason, with an act the time."""
    marks = [clause.tokens[each].lower for each in clause.children(at, "mark")]
    return marks == ["as"] and clause.tokens[at].lemma.lower() in {"be", "have"}


def _is_cause(clause: MainClause, at: int) -> bool:
    token, lemma = clause.tokens[at], clause.tokens[at].lemma.lower()
    if lemma == "due":
        # `due to rain`, but `due to open`.
        follows = clause.tokens[at + 1 : at + 2]
        return any(each.lower == "to" and each.tag == "IN" for each in follows) or "to" in {
            clause.tokens[each].lower for each in clause.children(at, "prep", "pcomp")
        }
    if lemma == "responsible":
        return clause.preposition(at, "for")
    if lemma in {"cause", "reason"} and token.word_class == "NOUN":
        named = clause.lemma == "be" and clause.children(clause.verb, "attr", "ccomp")
        of = clause.preposition(at, "of", "for", "why") or bool(clause.children(at, "poss"))
        return bool(named) and token.relation in {"nsubj", "attr"} and of
    if token.tag[:2] != "VB":
        return False
    return lemma in _CAUSING or clause.preposition(at, *_CAUSING_WITH.get(lemma, ()))


def _is_effect(clause: MainClause) -> bool:
    """`the drug cuts deaths`: a present that says what a thing, no person or body, does to a figure."""
    subject = clause.subject
    return (
        clause.lemma in _EFFECTS
        and (clause.tokens[clause.verb].tag in {"VBZ", "VBP"} or clause.is_perfect)
        and bool(clause.children(clause.verb, "dobj"))
        and subject is not None
        and (clause.tokens[subject].word_class == "NOUN" or clause.tokens[subject].lower == "this")
    )


def compares(clause: MainClause) -> bool:
    """Whether it sets two things or times against each other, or gives one its rank."""
    return clause.lemma == "rank" or any(
        _is_than(clause, at) or _is_rank(clause, at) or _is_equal(clause, at) or _is_change_from(clause, at)
        for at in range(len(clause.tokens))
        if clause.says(at)
    )


def _words(clause: MainClause, first: int, end: int) -> list[str]:
    return [each.lower for each in clause.tokens[max(0, first) : end]]


def _is_than(clause: MainClause, at: int) -> bool:
    token = clause.tokens[at]
    after = _words(clause, at + 1, at + 2)
    if token.lower == "compared":
        return after[:1] in (["with"], ["to"])
    before = clause.tokens[at - 1 : at] if at else ()
    if token.tag in {"JJR", "RBR"} and after != ["than"]:
        # `40 fewer seats`, `5 per cent more`; `five more` are five others.
        share = any(each.lemma in {"cent", "percent", "%"} for each in before)
        return share or (token.lower != "more" and any(each.tag == "CD" for each in before))
    if token.lower != "than" or token.relation == "quantmod" or _words(clause, at - 1, at) in (["rather"], ["other"]):
        return False
    # `more than £40`, `more than half` give an amount its bound.
    return not any(each.tag in {"CD", "$"} or each.lower == "half" for each in clause.tokens[at + 1 : at + 2])


def _is_rank(clause: MainClause, at: int) -> bool:
    """A superlative, a place in a row or a record, where it is said of something, and doesn't only name it."""
    token = clause.tokens[at]
    if token.lemma.lower() in _ORDINALS and clause.heads[at] == clause.verb:
        return clause.lemma in _PLACING  # `finished tenth`
    noun = _ranked(clause, at)
    if noun is None:
        return False
    if token.lower == "record":
        return True
    if token.tag in {"JJS", "RBS"}:
        return token.lower != "most" or _is_definite(clause, at)
    following = clause.tokens[at + 1] if at + 1 < len(clause.tokens) else token
    of_time = following.lemma.lower() in _PARTS_OF_TIME and following.tag != "NNP"
    return token.lower in _RANKS and token.tag in {"JJ", "VBG"} and not of_time and _is_definite(clause, at)


def _ranked(clause: MainClause, at: int) -> int | None:
    """The word that is ranked, where the clause says it of its subject, of its object, or of the time."""
    chain = [at, *clause.ancestors(at)]
    for each in chain[: chain.index(clause.verb)] if clause.verb in chain else chain:
        token = clause.tokens[each]
        of_verb = token.relation in {"attr", "acomp", "oprd", "dobj", "advmod"} and clause.heads[each] == clause.verb
        if of_verb or (clause.lemma == "be" and each == clause.complement):
            return each
        if token.lower == "time":
            return each
        if token.relation == "nsubj" and clause.lemma == "be" and clause.heads[each] == clause.verb:
            return each  # `the longest tunnel is in …`
        if token.relation in {"prep", "appos", "nsubj", "nsubjpass", "poss"} and token.lower not in {"among", "of"}:
            return None
    return None


def _is_definite(clause: MainClause, at: int) -> bool:
    return any(each.lower == "the" or each.tag in {"PRP$", "POS"} for each in clause.tokens[max(0, at - 3) : at])


def _is_equal(clause: MainClause, at: int) -> bool:
    """`as high as the tower`, `twice as many`, `the same size as`; not `as many as 40`, nor `as well as`."""
    token = clause.tokens[at]
    if token.lower == "as" and token.relation != "quantmod" and at + 2 < len(clause.tokens):
        of = clause.tokens[at + 1]
        graded = of.tag in {"JJ", "RB"} and of.lower not in {"well", "soon", "long", "far"}
        return graded and "as" in _words(clause, at + 2, at + 4) and of.relation != "quantmod"
    return token.lower == "same" and "as" in _words(clause, at + 1, at + 4)


def _is_change_from(clause: MainClause, at: int) -> bool:
    """`from 6 to 4 per cent`, `up from 3`, `a rise on last year`."""
    token = clause.tokens[at]
    if token.lower == "from":
        figures = [each for each, other in enumerate(clause.tokens[at + 1 : at + 5], at + 1) if other.tag == "CD"]
        dated = any(_YEAR.fullmatch(clause.tokens[each].text) for each in figures)
        if not figures or dated:
            return False
        if _words(clause, at - 1, at) in (["up"], ["down"]):
            return True
        to = [
            each
            for each in range(figures[0] + 1, min(figures[0] + 7, len(clause.tokens)))
            if clause.tokens[each].lower == "to"
        ]
        return bool(to) and any(each.tag == "CD" for each in clause.tokens[to[0] + 1 : to[0] + 4])
    return (
        token.word_class == "NOUN" and token.lemma.lower() in _CHANGES and clause.preposition(at, "on", "over", "from")
    )
