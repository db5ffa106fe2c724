"""Whether a clause foretells, values or explains.

The lists hold what English has for it and no grammar tells; they are lemmas, and were not gathered from measured text.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.claims.kinds.main_clause import MainClause
from factcheck.language.speech.speech_verbs import BELIEVING, SAYING, WITHHOLDING
from factcheck.language.word_lists import word_list

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
_BEST: Final = frozenset(word_list("best worst greatest finest ugliest loveliest"))
_DEMANDERS: Final = frozenset(word_list("we you i one everyone everybody society"))
_VIEW: Final = re.compile(
    r"\bin\s+(?:my|our)\s+(?:opinion|view)\b|^\W*(?:hopefully|unfortunately|sadly)\b", re.IGNORECASE
)

_CAUSING: Final = frozenset(word_list("cause trigger prompt spark provoke"))
_CAUSING_WITH: Final = {
    "lead": ("to",), "result": ("in", "from"), "contribute": ("to",), "stem": ("from",), "arise": ("from",),
    "blame": ("on", "for"), "die": ("from",), "attribute": ("to",), "drive": ("by",), "give": ("rise",),
    "bring": ("about",),
}  # fmt: skip
_BECAUSE: Final = re.compile(
    r"\b(?:because|thanks\s+to|owing\s+to|on\s+account\s+of|as\s+an?\s+(?:\w+\s+)?(?:result|consequence)|in\s+response\s+to)\b",
    re.IGNORECASE,
)
_EFFECTS: Final = frozenset(
    word_list("affect cut reduce raise increase lower improve worsen double halve harm damage slow")
)


def foretells(clause: MainClause) -> bool:
    """Whether it is about what will, might or is meant to happen, or would have happened."""
    modal, lemma = clause.modal, clause.lemma
    if modal == "would" and clause.is_negated and lemma in SAYING:
        return False  # `would not comment`
    if modal in _WILL or (modal == "could" and clause.is_perfect):
        return True
    if modal in _PERHAPS and not clause.is_perfect and not (modal == "could" and clause.is_negated):
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
    """Whether it values or demands. A belief, or a best or worst, beside a figure or a year is checkable."""
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
    if is_own_view(clause) and clause.lemma in WITHHOLDING:
        return True
    particular = any(each.tag == "CD" and each.lower != "one" for each in clause.tokens)
    return (is_own_view(clause) or _picks_best(clause)) and not particular


def is_own_view(clause: MainClause) -> bool:
    """Whether `I` or `we` believe or ask for something: a view of the author's, and no report of one."""
    subject = clause.subject
    who = clause.tokens[subject].lower if subject is not None else ""
    return who in {"i", "we"} and clause.lemma in BELIEVING | WITHHOLDING


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
    """`is the worst dam`, `is one of the most beautiful towns`; `is best known for` picks nothing."""
    noun = clause.complement if clause.lemma in {"be", "remain"} else None
    nouns = (
        [noun, *(of for to in clause.children(noun, "prep") for of in clause.children(to, "pobj"))]
        if noun is not None
        else []
    )
    return any(
        clause.tokens[each].lower in _BEST
        or (clause.tokens[each].lemma.lower() in _VALUES and any(clause.children(each, "advmod")))
        for of in nouns
        for each in clause.children(of, "amod")
    )


def explains(clause: MainClause, text: str) -> bool:
    """Whether it says that one thing brought about another."""
    if _BECAUSE.search(text) or any(_is_reason(clause, at) for at in clause.children(clause.verb, "advcl")):
        return True
    return any(_is_cause(clause, at) and clause.says(at) for at in range(len(clause.tokens))) or _is_effect(clause)


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
