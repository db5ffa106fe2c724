"""How present what was mentioned is in a reader's mind, by where it was mentioned.

The weights are those of Lappin and Leass, "An Algorithm for Pronominal Anaphora Resolution" (Computational Linguistics
20, 1994, table 1): what is mentioned in a sentence gets the weights of the factors that hold there, each once, and all
weights are halved with each sentence that follows.
"""

from __future__ import annotations

from typing import Final

from factcheck.domain.parsed_text import ParsedSentence, Token

RECENT: Final = 100.0
SUBJECT: Final = 80.0
PREDICATE: Final = 70.0
OBJECT: Final = 50.0
OBLIQUE: Final = 40.0
FREE: Final = 80.0
"""Stands in no other noun phrase."""
OF_THE_CLAUSE: Final = 50.0
"""Of all: whether a phrase begins its clause, as in `In Leeds, the council met`, isn't asked."""
PARALLEL: Final = 35.0
"""The pronoun has the same grammatical role."""
FADING: Final = 0.5
"""What is left of a weight one sentence later."""

_ROLES: Final = {
    "nsubj": SUBJECT,
    "nsubjpass": SUBJECT,
    "csubj": SUBJECT,
    "attr": PREDICATE,
    "dobj": OBJECT,
    "dative": OBLIQUE,
    "pobj": OBLIQUE,
    "agent": OBLIQUE,
}
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "PRON"})


def role_of(sentence: ParsedSentence, token: Token) -> str:
    """Its relation; what is joined to another or explains it has that one's."""
    while token.relation in {"conj", "appos"} and sentence.head(token).word_class in _NOMINAL:
        token = sentence.head(token)
    return token.relation


def weight(sentence: ParsedSentence, token: Token) -> float:
    """The sum of the weights that a mention with this head gets in its sentence."""
    role = role_of(sentence, token)
    free = not any(each.word_class in _NOMINAL for each in _above(sentence, token))
    return RECENT + _ROLES.get(role, 0.0) + FREE * free + OF_THE_CLAUSE


def _above(sentence: ParsedSentence, token: Token) -> list[Token]:
    """What it depends on up to the verb of its clause, without what it is joined to."""
    found = []
    while token.head != token.place:
        joined = token.relation in {"conj", "appos"}
        token = sentence.head(token)
        if token.word_class in {"VERB", "AUX"}:
            break
        if not joined:
            found.append(token)
    return found
