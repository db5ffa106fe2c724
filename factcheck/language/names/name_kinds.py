"""What a name names, where the grammar beside it is surer than the parser's label."""

from __future__ import annotations

from typing import Final

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.names.name_places import Place, head_of
from factcheck.language.names.titles import PERSONAL, STYLES
from factcheck.language.word_lists import word_list

_PLACES: Final = frozenset(
    word_list("city town village hamlet province region state county district port island river suburb municipality")
)
"""In front of `of` and the name of one."""
_OLDEST: Final = 120
"""Years; a greater number behind a name is no age."""


def is_of_place(sentence: ParsedSentence, place: Place) -> bool:
    """Whether grammar beside a name says that it is a place's: `the town of Ely`."""
    head = head_of(sentence.tokens[place.first : place.last + 1])
    link = sentence.head(head)
    return head.relation == "pobj" and link.lower == "of" and sentence.head(link).lower in _PLACES


def is_of_person(sentence: ParsedSentence, place: Place) -> bool:
    """Whether grammar beside a name says that it is a person's."""
    head = head_of(sentence.tokens[place.first : place.last + 1])
    return _has_age(sentence, place) or _has_role(sentence, head)


def _has_age(sentence: ParsedSentence, place: Place) -> bool:
    """`Ann Lee, 45, …`, `Ann Lee (45)`, `Ann Lee, aged 45`."""
    behind = [each.lower for each in sentence.tokens[place.last + 1 : place.last + 5]]
    if len(behind) < 2 or behind[0] not in (",", "("):
        return False
    age = behind[1:] if behind[1] != "aged" else behind[2:]
    closed = not age[1:] or age[1] in (",", ")", ".")
    return bool(age) and age[0].isascii() and age[0].isdigit() and 0 < int(age[0]) <= _OLDEST and closed


def _has_role(sentence: ParsedSentence, head: Token) -> bool:
    """`Ann Lee, the mayor`, `the mayor, Ann Lee`, `Ann Lee was mayor`."""
    beside = [*sentence.children(head, "appos")]
    verb = sentence.head(head)
    if head.relation == "appos":
        beside.append(verb)
    elif head.relation == "nsubj" and verb.lemma in ("be", "become", "remain"):
        beside += sentence.children(verb, "attr")
    return any(each.lower in PERSONAL - STYLES.keys() and each.tag in ("NN", "NNP") for each in beside)
