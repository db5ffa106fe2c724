"""Acronyms beside what they stand for: `the World Health Organization (WHO)`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.domain.spans import Span

_BRACKETED: Final = re.compile(r"\((?P<short>[A-Z][A-Za-z0-9&-]{1,9})\)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_SKIPPED: Final = frozenset({"of", "the", "and", "for", "in", "on", "to", "de", "la", "du", "des", "a", "an", "at"})
_LOOK_BACK: Final = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Acronym:
    """A long form and the acronym in brackets behind it."""

    long: Span
    short: Span


def acronyms(text: str) -> list[Acronym]:
    """The acronyms of `text` that stand in brackets right behind what they stand for, in order.

    The letters must be the first letters of the words, in order; small words such as `of` may go without a letter.
    """
    found: list[Acronym] = []
    for match in _BRACKETED.finditer(text):
        start = max(0, match.start() - _LOOK_BACK)
        before = text[start : match.start()].rstrip()
        long = _long_form(before, match["short"])
        if long is not None:
            found.append(Acronym(long=long.shifted(start), short=Span(*match.span("short"))))
    return found


def _long_form(before: str, short: str) -> Span | None:
    letters = [each.lower() for each in short if each.isupper()]
    if len(letters) < 2:
        return None
    words = list(_WORD.finditer(before))
    if not words or words[-1].end() != len(before):
        return None  # a sign stands between the words and the bracket
    for match in reversed(words):
        word = match.group()
        if word[0].lower() == letters[-1] and (word[0].isupper() or word.lower() in _SKIPPED):
            letters.pop()
        elif word.lower() not in _SKIPPED:
            return None
        if not letters:
            return Span(match.start(), len(before)) if word[0].isupper() else None
    return None
