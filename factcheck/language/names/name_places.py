"""Where names stand in a parsed sentence: the parser's entities, put right by the grammar around them.

A small model cuts names short (`Saudi` of `Saudi Interior Ministry`), takes in what doesn't belong to them (`the`,
`Mrs`, `'s`), and passes over those that it never met. What it tags as a proper noun, and how those depend on each
other, is surer than its entities, and both together are surer than either.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from factcheck.domain.parsed_text import Entity, ParsedSentence, Token
from factcheck.language.lexicon import lexicon
from factcheck.language.names.bodies import is_body
from factcheck.language.names.titles import BEHIND, PARTS, is_title

NAMING: Final = frozenset(
    ("PERSON", "ORG", "GPE", "LOC", "NORP", "FAC", "PRODUCT", "EVENT", "WORK_OF_ART", "LAW")
)  # fmt: skip
"""The labels of OntoNotes 5 that are given to names; the others are times and amounts."""
_BRACKETS: Final = frozenset("()[]{}")
_TRIMMED_FRONT: Final = frozenset({"DET", "PRON", "PUNCT", "CCONJ", "AUX"})
_INSIDE: Final = frozenset({"compound", "nmod", "amod"})
"""How a word of a name depends on the word that the name ends with."""
_OFFICE_ENDS: Final = frozenset({"state", "staff", "exchequer"})
"""What names nothing by itself behind the `of` of an office."""
_OF_COUNTRIES: Final = frozenset({"NORP", "GPE"})
_NEVER_OF: Final = frozenset({"PERSON", "GPE", "NORP"})
_HYPHENS: Final = frozenset("-–")
_LEAST_WORDS: Final = 4
_LEAST_LETTERS: Final = 4
_HEADLINE_SHARE: Final = 0.7


class Place(NamedTuple):
    """The first and the last token of a name, by their places in the sentence; `label` is empty outside entities."""

    first: int
    last: int
    label: str = ""


def name_places(sentence: ParsedSentence) -> list[Place]:
    """The names of a sentence, in order, without overlap, and without titles, articles and `'s`."""
    covered = {at for each in sentence.entities for at in range(each.first, each.last + 1)}
    entities = [each for each in sentence.entities if each.label in NAMING]
    headline = is_headline(sentence)
    if headline:  # the parser takes some for one name, from end to end
        entities = [each for each in entities if each.last - each.first + 1 < len(sentence.tokens)]
    found = [part for entity in entities for part in _parts(sentence, entity)]
    if not headline:
        free = (each for each in sentence.tokens if each.place not in covered and _is_free_name(sentence, each))
        found += [Place(each.place, each.place) for each in free]
    joined: list[Place] = []
    for each in sorted(found):
        whole = _joined(sentence, joined[-1], each) if joined else None
        joined[-1 if whole else len(joined) :] = [whole or each]
    return joined


def is_headline(sentence: ParsedSentence) -> bool:
    """Whether nearly all long words have a capital, so that capitals tell nothing, and the tags that rest on them."""
    words = [each.text for each in sentence.tokens if each.text[0].isalpha() and len(each.text) >= _LEAST_LETTERS]
    capitals = sum(each[0].isupper() for each in words)
    return len(words) >= _LEAST_WORDS and capitals >= _HEADLINE_SHARE * len(words) and sentence.tokens[-1].text != "."


def _parts(sentence: ParsedSentence, entity: Entity) -> Iterator[Place]:
    """What is a name of an entity; two where a bracket stands in it: `World Health Organization (WHO)`."""
    first = entity.first
    for at in range(entity.first, entity.last + 2):
        if at > entity.last or sentence.tokens[at].text in _BRACKETS:
            place = _trimmed(sentence.tokens, first, at - 1, entity.label)
            if place is not None:
                yield place
            first = at + 1


def _trimmed(tokens: Sequence[Token], first: int, last: int, label: str) -> Place | None:
    """Without what doesn't belong to a name in front and behind; None where nothing, or no name, is left."""
    while first <= last and _is_in_front(tokens[first], label, alone=first == last):
        first += 1
    while first <= last and _is_behind(tokens[last], label):
        last -= 1
    left = tokens[first : last + 1]
    end_of_office = first == last and tokens[last].lower in _OFFICE_ENDS and tokens[first - 1].lower in ("of", "the")
    if end_of_office or not any(map(_is_proper, left)):
        return None
    # Of "Defence Secretary" a common word is left; of "State Department Spokesperson" a body.
    before_title = last + 1 < len(tokens) and is_title(tokens[last + 1].text) and label not in _OF_COUNTRIES
    of_title = before_title and all(map(is_common, left))
    return None if of_title and not is_body([each.text for each in left]) else Place(first, last, label)


def _is_in_front(token: Token, label: str, *, alone: bool) -> bool:
    return token.word_class in _TRIMMED_FRONT or (label == "PERSON" and not alone and is_title(token.text))


def _is_behind(token: Token, label: str) -> bool:
    if token.tag == "POS" or (token.word_class == "PUNCT" and not token.text[0].isalnum()):
        return True
    return label != "PERSON" and (is_title(token.text) or token.lower in BEHIND)


def _is_proper(token: Token) -> bool:
    """Whether a token can make a name: a capital that is no mere beginning of a sentence."""
    sure = token.word_class in ("PROPN", "ADJ") or token.place > 0 or not is_common(token)
    return sure and any(each.isupper() for each in token.text)


def _is_free_name(sentence: ParsedSentence, token: Token) -> bool:
    """Whether a word that no entity covers is a part of a name, and neither a title nor a part of one."""
    if token.word_class != "PROPN" or not token.text[0].isupper() or len(token.text) < 2 or is_title(token.text):
        return False
    if token.place + 1 < len(sentence.tokens) and sentence.tokens[token.place + 1].tag == "$":
        return False
    # "Prime Minister", "Defence Secretary", but "NATO Secretary": a common word says of what the title is.
    of_title = token.relation in _INSIDE and is_title(sentence.head(token).text)
    return not (is_common(token) and (of_title or token.lower in _OFFICE_ENDS))


def is_common(token: Token) -> bool:
    """Whether a word with a capital is one that stands in the lexicon without it."""
    return token.text.islower() or token.lower in lexicon() or token.lower in PARTS


def _joined(sentence: ParsedSentence, before: Place, after: Place) -> Place | None:
    """The one name that grammar makes of two neighbours; None where they are two.

    `Saudi` and `Ministry` depend on each other or on the same word behind them; of the entities of a parser only what
    is alike. `Gulf` and `Aden` are joined by an `of`, if the first is no person, people or country.
    """
    tokens = sentence.tokens
    between = tokens[before.last + 1 : after.first]
    first, second = (head_of(tokens[each.first : each.last + 1]) for each in (before, after))
    if between and between[0].lower == "of":
        links = second.head == between[0].place and before.first <= between[0].head <= before.last
        return Place(before.first, after.last, before.label) if links and before.label not in _NEVER_OF else None
    if any(each.text not in _HYPHENS for each in between) or len({before.label, after.label} - {""}) > 1:
        return None
    ends = after.first <= first.head <= after.last or (first.head > after.last and second.relation in _INSIDE)
    leads = first.relation in _INSIDE and ends
    follows = second.relation in _INSIDE and before.first <= second.head <= before.last
    # "Saudi" is no longer a people in "Saudi Ministry"; a person's first name stays a person's.
    label = after.label or (before.label if before.label == "PERSON" else "")
    return Place(before.first, after.last, label) if leads or follows else None


def head_of(tokens: Sequence[Token]) -> Token:
    """Of tokens that stand together, the one that the others depend on: the first whose own head lies outside."""
    inside = range(tokens[0].place, tokens[-1].place + 1)
    return next((each for each in tokens if each.head not in inside or each.head == each.place), tokens[-1])
