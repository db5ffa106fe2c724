"""Whether a clause says who holds, held, gained or lost a position, a title or a profession."""

from __future__ import annotations

from typing import Final

from factcheck.claims.kinds.main_clause import MainClause
from factcheck.language.names.titles import PERSONAL, WEAK_OFFICES
from factcheck.language.word_lists import word_list

_GAINED_OR_LOST: Final = frozenset(
    word_list("appoint elect reelect re-elect succeed resign nominate inaugurate ordain")
)
_AS: Final = frozenset(
    word_list("serve work act replace dismiss remove retire hire promote begin start end join leave")
)
"""Verbs that are about a position where `as` and one follow."""
_LINKING: Final = frozenset(word_list("be become remain"))
_LEADING: Final = frozenset(word_list("lead head chair run captain coach manage direct edit"))
_ENDINGS: Final = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "eer", "ant")
"""Nouns of who does something for a living end so; so do others, which is why only those of a person count."""
_MORE: Final = WEAK_OFFICES | {"member", "aide", "chef", "nurse", "priest", "surgeon"}
_OTHERS: Final = frozenset(word_list("mother father brother sister daughter winner killer number other matter"))
_PERSONS: Final = frozenset(word_list("he she i who"))


def tells_position(clause: MainClause) -> bool:
    if clause.lemma in _GAINED_OR_LOST:
        return True
    if clause.lemma in _LINKING:
        return (noun := clause.complement) is not None and _is_position(clause, noun)
    if clause.lemma in {"step", "stand"}:
        return clause.preposition(clause.verb, "down")
    if clause.lemma == "swear":
        return clause.preposition(clause.verb, "in")
    if clause.lemma in _LEADING and clause.is_perfect and _is_person(clause):
        return True
    if clause.lemma == "take" and any(clause.tokens[at].lower == "office" for at in clause.children(clause.verb)):
        return True
    if clause.lemma == "replace" and _is_person(clause):
        return any(clause.tokens[each].word_class == "PROPN" for each in clause.children(clause.verb, "dobj"))
    return (clause.lemma in _AS or clause.lemma == "take") and any(
        clause.tokens[as_].lower == "as" and any(_is_position(clause, noun) for noun in clause.children(as_, "pobj"))
        for as_ in clause.children(clause.verb, "prep")
    )


def _is_position(clause: MainClause, noun: int) -> bool:
    token = clause.tokens[noun]
    lemma = token.lemma.lower()
    if token.word_class not in {"NOUN", "PROPN"}:
        return False
    does = lemma in _MORE or (lemma.endswith(_ENDINGS) and lemma not in _OTHERS)
    return lemma in PERSONAL or (does and _is_person(clause))


def _is_person(clause: MainClause) -> bool:
    """Whether the subject is a person: a pronoun of one, or a name of several words without an article."""
    subject = clause.subject
    if subject is None:
        return False
    token = clause.tokens[subject]
    names = [each for each in clause.children(subject, "compound") if clause.tokens[each].text[0].isupper()]
    return token.lower in _PERSONS or (
        token.word_class == "PROPN" and bool(names) and not clause.children(subject, "det")
    )
