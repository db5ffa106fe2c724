"""Which noun a number counts, by what it depends on: `270 Danish soldiers` counts soldiers, `12 of them` nothing.

A number stands before its noun (`three men`, `the third phase`) or before its `of` (`thousands of people`); of the dead
and the hurt it is often said without one (`107 killed`). In a sentence that wasn't parsed nobody can tell.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Final, NamedTuple

from factcheck.domain.parsed_text import ParsedSentence, ParsedText, Token
from factcheck.domain.spans import Span
from factcheck.language.stems import singular


class Counted(NamedTuple):
    """What a number counts.

    Attributes:
        noun: In the singular and lower case; `""` where none is counted.
        modifiers: The words between number and noun that tell which of them, in lower case.
        end: Where the noun ends in the text; where the number ends if there is none, or if another number stands
            between the two (`two or three men`).
    """

    noun: str
    modifiers: tuple[str, ...]
    end: int


_OF_NOUN: Final = frozenset({"nummod", "amod", "quantmod", "compound", "nmod", "predet", "det", "advmod"})
_NOUNS: Final = frozenset({"NOUN", "PROPN"})
_OF_FATE: Final = frozenset({"JJ", "VBN"})
"""Tags of `12 dead`, `3 wounded`."""
_PLURALS: Final = frozenset({"NNS", "NNPS"})
_NO_MODIFIERS: Final = frozenset({"DET", "ADP", "PART", "CCONJ", "SCONJ", "PRON", "AUX", "PUNCT", "SYM", "NUM"})


def counted_noun(parsed: ParsedText, number: Span, *, ordinal: bool = False, measure: bool = False) -> Counted:
    """What the number that stands at `number` counts.

    Args:
        number: With its unit, where it has one.
        ordinal: Whether it is a place in a row, which counts only what it depends on: not `a third of the grant`.
        measure: Whether it has a unit, which counts only what stands behind `of`: `3 tonnes of grain`.
    """
    nothing = Counted("", (), number.end)
    sentence = parsed.sentence_at(number.start)
    if sentence is None:
        return nothing
    tokens = tokens_at(sentence, number)
    if not tokens:
        return nothing
    head, last = _head(sentence, tokens), tokens[-1]
    noun = None if ordinal else _behind_of(sentence, head, last)
    if noun is None and not measure:
        noun = _headed(sentence, head, last) or _fate(sentence, head, last)
    if noun is None:
        return nothing
    between = sentence.tokens[last.place + 1 : noun.place]
    own = {each.place for each in sentence.subtree(noun)}
    modifiers = tuple(each.lower for each in between if each.place in own and each.word_class not in _NO_MODIFIERS)
    apart = any(each.tag == "CD" or (each.relation == "conj" and each.head == last.place) for each in between)
    return Counted(_dictionary_form(noun), modifiers, number.end if apart else noun.end)


def tokens_at(sentence: ParsedSentence, span: Span) -> tuple[Token, ...]:
    """The tokens of a sentence that stand in `span`, or reach into it."""
    first = bisect_right(sentence.tokens, span.start, key=lambda each: each.end)
    return sentence.tokens[first : bisect_left(sentence.tokens, span.end, key=lambda each: each.start)]


def _head(sentence: ParsedSentence, tokens: tuple[Token, ...]) -> Token:
    """The word of a number on which its others depend; of `two or three`, the first."""
    inside = range(tokens[0].place, tokens[-1].place + 1)
    head = next((each for each in reversed(tokens) if each.head not in inside or each.head == each.place), tokens[-1])
    while head.relation == "conj" and sentence.head(head).tag in ("CD", "JJ"):
        head = sentence.head(head)
    return head


def _headed(sentence: ParsedSentence, number: Token, last: Token) -> Token | None:
    noun = sentence.head(number)
    if noun.place <= last.place:
        return None
    fits = (noun.word_class in _NOUNS or noun.tag in _OF_FATE) and sentence.tokens[last.place + 1].text != ","
    return noun if fits and number.relation in _OF_NOUN else None


def _behind_of(sentence: ParsedSentence, number: Token, last: Token) -> Token | None:
    """`12 of the soldiers`, `thousands of people`; a pronoun says nothing: `12 of them`."""
    for link in sentence.children(number, "prep"):
        if link.lower == "of" and link.place == last.place + 1:
            noun = sentence.child(link, "pobj")
            return noun if noun is not None and noun.word_class in _NOUNS else None
    return None


def _fate(sentence: ParsedSentence, number: Token, last: Token) -> Token | None:
    """`107 killed in a storm`, `hundreds dead`: a participle or an adjective right behind, without an auxiliary."""
    following = sentence.tokens[last.place + 1] if last.place + 1 < len(sentence.tokens) else None
    if following is None or following.tag not in _OF_FATE or sentence.children(following, "aux", "auxpass"):
        return None
    tells = following.head == number.place and following.relation in ("acl", "amod")
    beside = following.head == number.head and following.relation in ("oprd", "acomp")  # "it left 20 dead"
    killed = number.head == following.place and following.tag == "VBN"
    return following if tells or beside or killed else None


def _dictionary_form(noun: Token) -> str:
    return singular(noun.text) if noun.tag in _PLURALS else noun.lower
