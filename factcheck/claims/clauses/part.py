"""A part of a sentence that says something of its own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

from factcheck.domain.parsed_text import Token

_FORMS_OF_BE: Final = frozenset({"VBZ", "VBP", "VBD"})
_CLASSES: Final = {
    "VBZ": "AUX",
    "VBP": "AUX",
    "VBD": "AUX",
    "DT": "PRON",
    "RB": "PART",
    "IN": "ADP",
    "POS": "PART",
    ",": "PUNCT",
}
"""Of the words that are ever put in, by tag; those that are verbs are forms of `be`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What can be told apart in a sentence.

    Attributes:
        head: The token on which the rest of it depends.
        taken: The places that it takes out of the clause around it, with the signs and words that join the two.
        words: It as a sentence of its own, in the order of its wording; some are of the clause around it, some put in
            or rewritten. Parts of this part may still stand in it.
        explains: Whether it tells more of a noun, which whoever reports words may add to them.
        subject: Those of them that its verb speaks of: verbs that are joined to it speak of the same.
    """

    head: Token
    taken: frozenset[int]
    words: tuple[Token, ...]
    subject: tuple[Token, ...] = ()
    explains: bool = False


def put_in(text: str, tag: str, *, at: Token, after: bool = False) -> Token:
    """A word that doesn't stand in the sentence, straight before or after one that does; it goes with it."""
    place = at.end if after else at.start
    return replace(
        at,
        start=place,
        end=place,
        text=text,
        tag=tag,
        word_class=_CLASSES[tag],
        lemma="be" if tag in _FORMS_OF_BE else text.lower(),
        morphology="",
        relation="dep",
    )


def rewritten(token: Token, text: str, tag: str) -> Token:
    """A word of the sentence in another form."""
    return replace(token, text=text, tag=tag, morphology="")
