"""The phrase that names a speaker, whole and without what is only said of them; and the name in it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.names.titles import TITLES
from factcheck.language.parsing.tags import PROPER, TIMES

_SET_OFF: Final = frozenset({",", "(", "[", "—", "–", "--", "-", ";"})
_ADDED: Final = frozenset(
    {"appos", "relcl", "acl", "prep", "amod", "advmod", "npadvmod", "nummod", "advcl", "parataxis", "dep"}
)
_TELLING_MORE: Final = frozenset({"appos", "relcl", "acl", "advcl"})
"""What is set off from the name of a speaker, also behind a later word of it."""
_BEFORE_A_NAME: Final = frozenset({"advmod", "cc", "preconj", "mark", "intj"})


def phrase(sentence: ParsedSentence, head: Token, *, verb: Token | None = None) -> tuple[Token, ...]:
    """The noun phrase of `head`, whole: `A spokeswoman for the Ministry of Food and Drug Safety`.

    Without what commas, dashes or brackets set off, and without a time: `Oden` of `Oden in 2017, a small firm,`. Of
    `the minister, Ann Lee,` it is the apposition that names.

    Args:
        verb: What is said of it also where it hangs on the noun itself stays outside: `a man` of `a man who said …`.
    """
    naming = _naming_apposition(sentence, head)
    if naming is not None:
        return phrase(sentence, naming, verb=verb)
    left_out: set[int] = set()
    for child in sentence.children(head):
        below = sentence.subtree(child)
        if (
            (child.relation in _ADDED and _is_set_off(sentence, below[0]))
            or verb in below
            or (child.relation in _BEFORE_A_NAME and child.place < head.place)
            or (child.relation == "case" and child.place > head.place)
            or (is_time(sentence, child) and (child.relation != "npadvmod" or child.place > head.place))
        ):
            left_out |= {each.place for each in below}
    for each in sentence.subtree(head):
        if each != head and each.relation in _TELLING_MORE and _is_set_off(sentence, sentence.subtree(each)[0]):
            left_out |= {token.place for token in sentence.subtree(each)}
    kept = [each for each in sentence.subtree(head) if each.place not in left_out]
    while kept and _is_edge(kept[-1]):
        kept.pop()
    while kept and _is_edge(kept[0]):
        kept.pop(0)
    return tuple(kept)


def _naming_apposition(sentence: ParsedSentence, head: Token) -> Token | None:
    """The name beside a description: `the minister, Ann Lee`, `the agency Newswire`.

    The parser may hang it on the word before it: a person's name behind `a spokesman for the firm,` is not the firm's.
    """
    if head.tag in PROPER:
        return None
    named = [each for each in sentence.children(head, "appos") if each.tag in PROPER]
    persons = [
        each
        for each in sentence.subtree(head)
        if each != head
        and each.relation == "appos"
        and _is_person(sentence, each)
        and not _is_person(sentence, sentence.head(each))
    ]
    return next(iter(named or persons), None)


def _is_person(sentence: ParsedSentence, token: Token) -> bool:
    entity = sentence.entity_at(token)
    return entity is not None and entity.label == "PERSON"


def _is_set_off(sentence: ParsedSentence, first: Token) -> bool:
    return first.place > 0 and sentence.tokens[first.place - 1].text in _SET_OFF


def is_time(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it says when: `in 2017`, `last week`, `Monday's`."""
    if token.relation not in {"prep", "npadvmod", "poss"}:
        return False
    when = sentence.child(token, "pobj") if token.relation == "prep" else token
    if when is None:
        return False
    entity = sentence.entity_at(when)
    return (entity is not None and entity.label in TIMES) or (when.tag == "CD" and len(when.text) == 4)


def _is_edge(token: Token) -> bool:
    return token.word_class == "PUNCT" and not token.text[0].isalnum()


def name_of(sentence: ParsedSentence, words: Sequence[Token]) -> str:
    """The name of a person in `words`, without rank, title and office; else the words as they stand.

    Args:
        words: A `phrase` of this sentence.
    """
    return in_words(_name(sentence, words))


def is_first_person(words: Sequence[Token]) -> bool:
    """Whether a speaker is told by `I` or `we` alone: then it is whoever says all of it."""
    return len(words) == 1 and words[0].has("Person=1")


def in_words(words: Sequence[Token]) -> str:
    """Tokens as they stand, with one space where white space parts them, or words that were left out."""
    return "".join(
        ("" if not at or words[at - 1].end == each.start else " ") + each.text for at, each in enumerate(words)
    )


def _name(sentence: ParsedSentence, words: Sequence[Token]) -> Sequence[Token]:
    places = {each.place for each in words}
    head = next((each for each in words if each.head not in places or each.head == each.place), None)
    if head is None or head.tag not in PROPER or any(each.relation == "conj" for each in sentence.children(head)):
        return words
    if not _is_person(sentence, head):
        # `Ambassador to Norvia Ann Lee`; but not `Friends of Ann Lee`.
        last = words[-1]
        entity = sentence.entity_at(last) if _is_person(sentence, last) else None
        is_behind = entity is not None and sentence.tokens[entity.first - 1].word_class in {"PROPN", "NOUN"}
        head = last if is_behind else head
    if _is_person(sentence, head):
        named = [each for each in words if sentence.entity_at(each) is sentence.entity_at(head)]
    elif words[0].tag in {"DT", "PRP$"} or any(each.relation == "poss" for each in words):
        return words
    else:
        named = [each for each in words if each.place <= head.place]
    start = max((at + 1 for at, each in enumerate(named[:-1]) if _is_title(each)), default=0)
    return named[start:] if start or _is_person(sentence, head) else words


def _is_title(token: Token) -> bool:
    return token.lower.rstrip(".") in TITLES or token.tag in {"NN", "NNS", "DT", "POS"}
