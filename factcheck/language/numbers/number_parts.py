"""Halves and quarters that belong to a number or a unit: `two and a half million`, `half an hour`, `2½`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.language.numbers.lexemes import Lexeme
from factcheck.language.numbers.units import unit_after

SIGNS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_ADDED: Final = {("a", "half"): 0.5, ("a", "quarter"): 0.25, ("three", "quarters"): 0.75}
_OF_ONE: Final = {("half",): 0.5, ("a", "quarter", "of"): 0.25, ("three", "quarters", "of"): 0.75}
_LONGEST: Final = 8


def added_part(words: Sequence[Lexeme], at: int) -> tuple[float, int]:
    """What `and a half` or `½` at token `at` adds to the number before it, and the token after; `(0, at)` for none."""
    if at < len(words) and words[at].text in SIGNS:
        return SIGNS[words[at].text], at + 1
    said: list[str] = []
    for step in range(at, min(at + _LONGEST, len(words))):
        if words[step].text == "-":
            continue
        said.append(words[step].lower)
        if len(said) == 3:
            part = _ADDED.get((said[1], said[2]), 0.0) if said[0] == "and" else 0.0
            return (part, step + 1) if part else (0.0, at)
    return 0.0, at


def part_of_one(words: Sequence[Lexeme], at: int) -> tuple[float, int]:
    """The part before `a` or `an` at token `at`, and the token after that: `half a` gives 0.5; `(0, at)` for none."""
    for phrase, part in _OF_ONE.items():
        end = at + len(phrase)
        if tuple(each.lower for each in words[at:end]) == phrase and end < len(words):
            return (part, end + 1) if words[end].lower in ("a", "an") else (0.0, at)
    return 0.0, at


def is_before_unit(words: Sequence[Lexeme], at: int) -> bool:
    """Whether token `at` begins a unit in the singular, as in `half an hour`; not `half a mile-long queue`."""
    unit, end = unit_after(words, at)
    return bool(unit) and words[at].text != "-" and (end >= len(words) or words[end].text != "-")
