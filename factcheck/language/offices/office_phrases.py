"""The words of one office: `former vice president`, `secretary of state`, `president-elect`."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final, NamedTuple

from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.language.names.titles import BEHIND, PARTS
from factcheck.language.offices.office_words import HEADS, MODIFIERS, OF_STATE

_NOUNS: Final = frozenset({"NN", "NNP"})
"""In the singular: a plural names no single holder."""
_NUMBERED: Final = frozenset({"minister", "secretary", "lady"})
"""What `first` is a part of: `first minister`, but `the first president`."""


class Phrase(NamedTuple):
    """Tokens `first` to `last`, of which those from `core` to `core_last` are the office; `head` is its noun."""

    first: int
    core: int
    head: Token
    core_last: int
    last: int
    modifiers: tuple[str, ...]


def phrase_at(sentence: ParsedSentence, token: Token, taken: Collection[int]) -> Phrase | None:
    """The office that this token heads, if any; `taken` are the places of tokens in names."""
    if token.place in taken or not _is_head(sentence, token):
        return None
    tokens = sentence.tokens
    core = token.place
    while (step := _before(sentence, core)) >= 0 and step not in taken and _is_part(tokens[step], token):
        core = step
    first, modifiers = core, list[str]()
    while (step := _before(sentence, first)) >= 0 and step not in taken and _is_modifier(tokens[step]):
        first = step
        modifiers.insert(0, tokens[step].lower)
    core_last = last = _of_state(sentence, token)
    behind = _behind(sentence, last)
    if behind is not None:
        modifiers.append(behind.lower)
        last = behind.place
    return Phrase(first, core, token, core_last, last, tuple(modifiers))


def _is_head(sentence: ParsedSentence, token: Token) -> bool:
    """Whether it is a noun for an office, and no part of another: `general` heads `attorney general`."""
    tokens, low = sentence.tokens, token.lower
    lady = low == "lady" and token.place > 0 and tokens[token.place - 1].lower == "first"
    if token.tag not in _NOUNS or not (low in HEADS or lady or _of_state(sentence, token) > token.place):
        return False
    following = token.place + 1
    if following < len(tokens) and tokens[following].text == "-":
        following += 1
    return not (following < len(tokens) and tokens[following].lower in HEADS and token.head == following)


def _before(sentence: ParsedSentence, at: int) -> int:
    """The place of the word before token `at`; past a hyphen that joins them."""
    joined = at > 1 and sentence.tokens[at - 1].text == "-"
    return at - 2 if joined else at - 1


def _is_part(token: Token, head: Token) -> bool:
    """Whether a word before the head is a part of the office: `prime`, `defence`, `attorney`."""
    if token.lower == "first":
        return head.lower in _NUMBERED
    if token.lower in MODIFIERS or token.tag == "POS" or token.word_class == "PUNCT":
        return False
    return token.lower in PARTS or (token.relation == "compound" and token.place < token.head <= head.place)


def _is_modifier(token: Token) -> bool:
    return token.lower in MODIFIERS or (token.text[0].isdigit() and token.lower.endswith(("st", "nd", "rd", "th")))


def _of_state(sentence: ParsedSentence, head: Token) -> int:
    """The last token of `secretary of state`; the head's own place for any other office."""
    tail = OF_STATE.get(head.lower, ())
    behind = tuple(each.lower for each in sentence.tokens[head.place + 1 : head.place + 4])
    if not tail or behind[:1] != ("of",):
        return head.place
    if tail[0] == "the":
        return head.place + 3 if behind[1:] == tail else head.place
    return head.place + 2 if behind[1:2] and behind[1] in tail else head.place


def _behind(sentence: ParsedSentence, last: int) -> Token | None:
    """`elect` of `president-elect`."""
    tokens = sentence.tokens
    step = last + 2 if last + 1 < len(tokens) and tokens[last + 1].text == "-" else last + 1
    return tokens[step] if step < len(tokens) and tokens[step].lower in BEHIND else None
