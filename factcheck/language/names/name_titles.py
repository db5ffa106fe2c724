"""The title before a name: `Ms.`, `Defence Minister`, `goalkeeper`."""

from __future__ import annotations

from typing import Final

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.lexicon import lexicon
from factcheck.language.names.name_places import Place, is_common
from factcheck.language.names.people import FIRST_NAMES
from factcheck.language.names.titles import BEHIND, PARTS, is_title

_OF_PEOPLE: Final = frozenset({"PERSON", "ORG", "NORP", ""})
"""Labels that the small model gives to people; to the others only where the title is one beyond doubt."""

_JOINTS: Final = frozenset("-.")
"""What may stand inside a title: `president-elect`, and the full stop of `Lt.` where the parser cut it off."""


def title_start(sentence: ParsedSentence, place: Place, *, least: int) -> int:
    """The first token of the title right before a name, not before token `least`; the name's own first for none."""
    at = place.first
    while at > least:
        step = at - 2 if sentence.tokens[at - 1].text in _JOINTS and at - 1 > least else at - 1
        token = sentence.tokens[step]
        if not (_is_nearest_title(token, place) if at == place.first else _goes_before(sentence, token)):
            break
        at = step
    return at


def _is_nearest_title(token: Token, place: Place) -> bool:
    inside = token.relation in ("compound", "nmod") and place.first <= token.head <= place.last
    if place.label not in _OF_PEOPLE:
        return token.text[0].isupper() and is_title(token.text)
    if is_title(token.text) or (token.lower in BEHIND and inside):
        return True
    # "Striker Ann Lee": a common noun that the parser kept out of the name.
    noun = token.tag == "NN" or (token.text not in FIRST_NAMES and lexicon().get(token.lower) == "NN")
    return place.label == "PERSON" and inside and noun


def _goes_before(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a token belongs to the title behind it: `Defence` of `Defence Minister`, `vice`, `prime`."""
    if is_title(token.text) or token.lower in BEHIND or token.lower in PARTS:
        return True
    return token.relation == "compound" and is_title(sentence.head(token).text) and is_common(token)
