"""Which words of a claim its passages have: in one neighbourhood, so that a long text doesn't cover by chance."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from factcheck.domain.spans import Span
from factcheck.language.parsing.parses import KEPT
from factcheck.verdict.details.details import ContentWord, Details, content_words

_ABROAD: Final = 0.5
"""Share of a claim's words that a neighbourhood must hold for the words to be taken from it."""
_NEAR: Final = 3
"""Sentences of a neighbourhood."""
_LIKE: Final = 5
"""Letters that two forms of one word share at least: `Ukraine`, `Ukrainian`."""
_MOST_ENDING: Final = 4


def covered_words(claim: Details, passages: Sequence[Details]) -> frozenset[Span]:
    """The places of the words of a claim that the passages have.

    The neighbourhood that has most of them gives all that it has. Another gives what it has where it is on the same
    matter, which is to say that it has at least half of the claim's words too.
    """
    wanted = claim.content_words
    found = sorted(
        (_held(wanted, stems) for passage in passages for stems in _neighbourhoods(passage)), key=len, reverse=True
    )
    covered: set[Span] = set()
    for at, held in enumerate(found):
        if at == 0 or len(held) >= _ABROAD * len(wanted):
            covered |= held
    return frozenset(covered)


def words_in_sentence(claim: Details, passage: Details, sentence: Span) -> frozenset[Span]:
    """The places of the words of a claim that one sentence of a passage has."""
    return _held(claim.content_words, _stems_by_sentence(passage)[sentence])


def share_held(claim: Details, passage: Details) -> float:
    """The share of the words of a claim that one neighbourhood of a passage has, in [0, 1]; 1 of one without words."""
    words = claim.content_words
    return len(covered_words(claim, [passage])) / len(words) if words else 1.0


def share_in_text(claim: str, text: str) -> float:
    """The share of the words of a claim that stand anywhere in a text, in [0, 1]: no less than `share_held`."""
    words = content_words(claim)
    return len(_held(words, frozenset(each.stem for each in content_words(text)))) / len(words) if words else 1.0


def share_covered(claim: Details, gaps: Sequence[Span]) -> float:
    """The share of the words of a claim that stand in no gap, in [0, 1]; 1 of a claim without words."""
    words = claim.content_words
    left = [each for each in words if not any(each.span.overlaps(gap) for gap in gaps)]
    return len(left) / len(words) if words else 1.0


@lru_cache(maxsize=KEPT)
def _neighbourhoods(passage: Details) -> tuple[frozenset[str], ...]:
    stems = list(_stems_by_sentence(passage).values())
    return tuple(frozenset().union(*stems[at : at + _NEAR]) for at in range(max(1, len(stems) - _NEAR + 1)))


@lru_cache(maxsize=KEPT)
def _stems_by_sentence(passage: Details) -> dict[Span, frozenset[str]]:
    words = passage.content_words
    found = {}
    for sentence in passage.sentences:
        first, last = (
            bisect_left(words, at, key=lambda each: each.span.start) for at in (sentence.start, sentence.end)
        )
        found[sentence] = frozenset(each.stem for each in words[first:last])
    return found


def _held(wanted: Sequence[ContentWord], stems: frozenset[str]) -> frozenset[Span]:
    return frozenset(each.span for each in wanted if each.stem in stems or _has_form(each.stem, stems))


@lru_cache(maxsize=65536)
def _has_form(word: str, stems: frozenset[str]) -> bool:
    """Whether another form of `word` is there: as long a beginning, and an ending that derives it."""
    return any(_is_form(word, other) for other in _by_beginning(stems).get(word[:_LIKE], ()))


@lru_cache(maxsize=4096)
def _by_beginning(stems: frozenset[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for each in stems:
        found.setdefault(each[:_LIKE], []).append(each)
    return found


def _is_form(one: str, other: str) -> bool:
    if len(one) < _LIKE or len(other) < _LIKE or not one.isalpha() or one[:_LIKE] != other[:_LIKE]:
        return False
    same = next((at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y), min(len(one), len(other)))
    return max(len(one), len(other)) - same <= _MOST_ENDING and same >= min(len(one), len(other)) - 2
