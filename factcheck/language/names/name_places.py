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
_INSIDE: Final = frozenset({"compound", "nmod", "amod", "poss", "flat", "det"})
"""How a word of a name depends on the word that the name ends with."""
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
    found = [part for entity in sentence.entities for part in _parts(sentence, entity)]
    if not is_headline(sentence):
        found += _proper_nouns(sentence, found)
    joined = _joined(sentence, sorted(found))
    return [each for each in joined if not _is_office_tail(sentence, each)]


def is_headline(sentence: ParsedSentence) -> bool:
    """Whether nearly all long words have a capital, so that capitals tell nothing, and the tags that rest on them."""
    words = [each.text for each in sentence.tokens if each.text[0].isalpha() and len(each.text) >= _LEAST_LETTERS]
    capitals = sum(each[0].isupper() for each in words)
    return len(words) >= _LEAST_WORDS and capitals >= _HEADLINE_SHARE * len(words) and sentence.tokens[-1].text != "."


def _parts(sentence: ParsedSentence, entity: Entity) -> Iterator[Place]:
    """What is a name of an entity; two where a bracket stands in it: `World Health Organization (WHO)`."""
    if entity.label not in NAMING:
        return
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
    if not any(map(_is_proper, left)):
        return None
    # Of "Defence Secretary" a common word is left; of "State Department Spokesperson" a body.
    of_title = last + 1 < len(tokens) and is_title(tokens[last + 1].text) and all(map(is_common, left))
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


def _proper_nouns(sentence: ParsedSentence, taken: Sequence[Place]) -> Iterator[Place]:
    """Runs of proper nouns that no entity covers. A title and what depends on it (`Prime Minister`) is none."""
    covered = {at for each in taken for at in range(each.first, each.last + 1)}
    covered |= {at for each in sentence.entities if each.label not in NAMING for at in range(each.first, each.last + 1)}
    tokens = sentence.tokens
    free = [at not in covered and _is_free_name(sentence, each) for at, each in enumerate(tokens)]
    at = 0
    while at < len(tokens):
        last = at
        while free[at] and last + 1 < len(tokens):
            joint = _is_joint(tokens, last + 1) and last + 2 < len(tokens)
            step = last + 2 if joint else last + 1
            if not free[step]:
                break
            last = step
        if free[at] and (last > at or len(tokens[at].text) > 1):
            yield Place(at, last)
        at = last + 1


def _is_joint(tokens: Sequence[Token], at: int) -> bool:
    """A hyphen, and the `'s` of `People's Army`: of many, whose name is nowhere else."""
    return tokens[at].text in _HYPHENS or (tokens[at].tag == "POS" and tokens[at - 1].tag == "NNPS")


def _is_free_name(sentence: ParsedSentence, token: Token) -> bool:
    if token.word_class != "PROPN" or not token.text[0].isupper() or is_title(token.text):
        return False
    following = sentence.tokens[token.place + 1] if token.place + 1 < len(sentence.tokens) else None
    if following is not None and following.tag == "$":
        return False
    # "Prime Minister", "Defence Secretary", but "NATO Secretary": a common word says of what the title is.
    head = sentence.head(token)
    of_title = token.relation in ("compound", "amod") and head.place > token.place and is_title(head.text)
    return not (of_title and is_common(token))


def is_common(token: Token) -> bool:
    """Whether a word with a capital is one that stands in the lexicon without it."""
    return token.text.islower() or token.lower in lexicon() or token.lower in PARTS


def _joined(sentence: ParsedSentence, found: Sequence[Place]) -> list[Place]:
    """Neighbours that grammar makes one name: `Saudi` and `Interior Ministry`, `Gulf` and `Aden`."""
    joined: list[Place] = []
    for each in found:
        before = joined[-1] if joined else None
        if before is not None and each.first <= before.last:
            continue
        if before is not None and (_is_one(sentence, before, each) or _is_of(sentence, before, each)):
            label = each.label or before.label if each.label == before.label or not before.label else ""
            label = before.label if _is_of(sentence, before, each) else label
            joined[-1] = Place(before.first, each.last, label)
        else:
            joined.append(each)
    return joined


def _is_one(sentence: ParsedSentence, before: Place, after: Place) -> bool:
    """Whether the first of two that touch is a part of the second: one of them is no entity, or both are of a kind."""
    tokens = sentence.tokens
    between = tokens[before.last + 1 : after.first]
    if any(each.text not in _HYPHENS for each in between) or len(between) > 1:
        return False
    if before.label and after.label and before.label != after.label:
        return False
    last = head_of(_tokens(sentence, before))
    if last.relation not in _INSIDE and last.place != before.last:
        return False
    depends = last.relation in _INSIDE and after.first <= last.head <= after.last
    leads = before.first <= head_of(_tokens(sentence, after)).head <= before.last and not between
    return depends or (leads and head_of(_tokens(sentence, after)).relation in _INSIDE)


def _is_of(sentence: ParsedSentence, before: Place, after: Place) -> bool:
    """`Gulf of Aden`, `Church of the East`: a name behind the `of` of another that is no person and no country."""
    between = sentence.tokens[before.last + 1 : after.first]
    if before.label in ("PERSON", "GPE", "NORP") or not 1 <= len(between) <= 2 or between[0].lower != "of":
        return False
    if len(between) == 2 and between[1].word_class != "DET":
        return False
    return before.first <= between[0].head <= before.last and head_of(_tokens(sentence, after)).head == between[0].place


def _tokens(sentence: ParsedSentence, place: Place) -> tuple[Token, ...]:
    return sentence.tokens[place.first : place.last + 1]


def head_of(tokens: Sequence[Token]) -> Token:
    """Of tokens that stand together, the one that the others depend on: the first whose own head lies outside."""
    inside = range(tokens[0].place, tokens[-1].place + 1)
    return next((each for each in tokens if each.head not in inside or each.head == each.place), tokens[-1])


_TAILS: Final = frozenset(
    {"state", "staff", "exchequer", "opposition", "government", "parliament", "congress", "house"}
)


def _is_office_tail(sentence: ParsedSentence, place: Place) -> bool:
    """`State` of `Secretary of State`: a word that names nothing by itself, in the `of` behind an office."""
    token = sentence.tokens[place.last]
    if place.first != place.last or token.lower not in _TAILS:
        return False
    link = sentence.head(token)
    return link.lower == "of" and is_title(sentence.head(link).text)
