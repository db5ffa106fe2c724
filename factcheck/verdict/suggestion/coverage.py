"""Which words of a claim its passages have: in one neighbourhood, so that a long text doesn't cover by chance."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from factcheck.domain.spans import Span
from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.stems import stem
from factcheck.verdict.details.details import details_of

_ABROAD: Final = 0.5
"""Share of a claim's words that a neighbourhood must hold for the words to be taken from it."""
_NEAR: Final = 3
"""Sentences of a neighbourhood."""
_LIKE: Final = 5
"""Letters that two forms of one word share at least: `Ukraine`, `Ukrainian`."""
_MOST_ENDING: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimWord:
    """A word of a claim that carries meaning, or a number of it."""

    span: Span
    stem: str
    is_name: bool


@lru_cache(maxsize=1024)
def words_of(claim: str) -> tuple[ClaimWord, ...]:
    """The words of `claim` that a passage can have or lack, in order."""
    return tuple(
        ClaimWord(
            span=Span(each.start, each.end),
            stem=stem(each.text) if each.is_word else each.text.replace(",", ""),
            is_name=each.is_capitalised and each.start > 0,
        )
        for each in lexemes(claim)
        if each.is_number or (each.is_word and each.lower not in FUNCTION_WORDS)
    )


def covered_words(claim: str, passages: Sequence[str]) -> frozenset[Span]:
    """The places of the words of `claim` that the passages have.

    The neighbourhood that has most of them gives all that it has. Another gives what it has where it is on the same
    matter, which is to say that it has at least half of the claim's words too.
    """
    wanted = words_of(claim)
    found = sorted(
        (_held(wanted, stems) for passage in passages for stems in _neighbourhoods(passage)), key=len, reverse=True
    )
    covered: set[Span] = set()
    for at, held in enumerate(found):
        if at == 0 or len(held) >= _ABROAD * len(wanted):
            covered |= held
    return frozenset(covered)


def share_held(claim: str, passage: str) -> float:
    """The share of the words of `claim` that one neighbourhood of `passage` has, in [0, 1]; 1 of one without words."""
    words = words_of(claim)
    return len(covered_words(claim, [passage])) / len(words) if words else 1.0


def share_covered(claim: str, gaps: Sequence[Span]) -> float:
    """The share of the words of `claim` that stand in no gap, in [0, 1]; 1 of a claim without words."""
    words = words_of(claim)
    left = [each for each in words if not any(each.span.overlaps(gap) for gap in gaps)]
    return len(left) / len(words) if words else 1.0


@lru_cache(maxsize=4096)
def _neighbourhoods(passage: str) -> tuple[frozenset[str], ...]:
    return tuple(_stems_by_place(passage))


def _stems_by_place(passage: str) -> Iterator[frozenset[str]]:
    sentences = details_of(passage).sentences
    stems = [_stems(each.of(passage)) for each in sentences]
    for at in range(max(1, len(stems) - _NEAR + 1)):
        yield frozenset().union(*stems[at : at + _NEAR])


def _stems(text: str) -> frozenset[str]:
    return frozenset(
        stem(each.text) if each.is_word else each.text.replace(",", "")
        for each in lexemes(text)
        if each.is_word or each.is_number
    )


def _held(wanted: Sequence[ClaimWord], stems: frozenset[str]) -> frozenset[Span]:
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
