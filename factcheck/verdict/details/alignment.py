"""Whether two details of two texts stand in the same place of the same statement.

Two years or two names are two answers to one question only where the same words stand around them: all that differs
between the sentences is then the detail itself. Words that only the passage has don't count, for passages say more.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from factcheck.domain.spans import Span
from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.stems import stem
from factcheck.language.word_lists import word_list
from factcheck.verdict.details.details import Details

_LOOK_BACK: Final = 60
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|[0-9]+|\S")
_FOLLOWER: Final = re.compile(r"\s([^\W\d_]+(?:['’-][^\W\d_]+)*)")
_PASSED: Final = frozenset(word_list("a an the its his her their this that only just also then"))
_SAME_TIME: Final = frozenset(word_list("in on of at during the"))
"""Words before a date that make no difference to it: `born in 1962`, `born on 3 May 1962`, `(born 3 May 1962)`."""


_UNTELLING: Final = frozenset(map(stem, word_list("year date day month time total")))
"""Words that a claim may have where the passage has only the detail: `1962 was the year in which …`."""


class Before(NamedTuple):
    """What leads up to a place: the stem of the last word that carries meaning ("" where a sign or nothing stands
    there), and the small words behind it without articles: `by` in `the film was directed by`."""

    stem: str
    links: tuple[str, ...]


def before(details: Details, span: Span) -> Before:
    """What stands before `span` in its sentence."""
    sentence = details.sentence_at(span.start)
    read = _WORD.findall(details.text, max(sentence.start, span.start - _LOOK_BACK), span.start)
    links: list[str] = []
    for word in reversed(read):
        low = word.lower()
        if low in _PASSED or low in "([":
            continue
        if low in FUNCTION_WORDS:
            links.append(low)
            continue
        return Before(stem(word) if word[0].isalpha() else "", tuple(reversed(links)))
    return Before("", tuple(reversed(links)))


def same_lead(claim: Details, ours: Span, passage: Details, theirs: Span) -> bool:
    """Whether the same words lead up to both; where nothing leads up to the claim's, whether the same word follows."""
    mine, other = before(claim, ours), before(passage, theirs)
    if mine.stem:
        return mine == other
    if other.stem or mine.links != other.links:
        return False
    after = follower(claim, ours)
    return bool(after) and after[0].islower() and stem(after) == stem(follower(passage, theirs))


def follower(details: Details, span: Span) -> str:
    """The word right behind `span`; "" where a sign or nothing stands there."""
    found = _FOLLOWER.match(details.text, span.end)
    return found[1] if found else ""


def same_time_lead(claim: Details, ours: Span, passage: Details, theirs: Span) -> bool:
    """Whether two dates are said of the same word in the same way: `since` is not `in`, and `in` is `on`."""
    mine, other = before(claim, ours), before(passage, theirs)
    return mine.stem == other.stem and _bare(mine) == _bare(other)


def _bare(lead: Before) -> tuple[str, ...]:
    return tuple(each for each in lead.links[-1:] if each not in _SAME_TIME)


def coverage(claim: Details, ours: Span, passage: Details, theirs: Span) -> tuple[float, int]:
    """The share of the other words of the claim's sentence that the passage's sentence has, and how many they are.

    A capitalised word may stand anywhere in the passage: what a sentence names is often called `he` in the next.
    """
    own = [
        word
        for word in claim.words_in(claim.sentence_at(ours.start))
        if not ours.start <= word.span.start < ours.end and word.stem not in _UNTELLING
    ]
    sentence = passage.sentence_at(theirs.start)
    here = {(word.stem, word.is_tail) for word in passage.words_in(sentence)}
    counted = [each.noun for each in passage.quantities if each.noun and sentence.covers(each.span)]
    here.update((stem(noun), False) for each in counted for noun in each.split())
    held = sum(
        (word.stem, word.is_tail) in here or (word.is_capitalised and word.stem in passage.capitalised) for word in own
    )
    return (held / len(own) if own else 0.0), len(own)


def denied(claim: Details, ours: Span, passage: Details, theirs: Span) -> bool:
    """Whether either text denies something before the detail, which the detail may then be about."""
    return claim.denies_before(ours) or passage.denies_before(theirs)
