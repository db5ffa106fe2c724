"""The words of one office: `former vice president`, `secretary of state`, `president-elect`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from factcheck.language.names import office_words
from factcheck.language.names.office_words import AFTER, HEADS, MODIFIERS, PORTFOLIOS, WEAK_HEADS
from factcheck.language.numbers.lexemes import Lexeme


class Phrase(NamedTuple):
    """Tokens `first` to `end` (not included), of which those from `core` on are the office itself."""

    first: int
    core: int
    core_end: int
    end: int
    modifiers: tuple[str, ...]


_LONG_STARTS: Final = frozenset(form[0] for form in office_words.LONG_FORMS)
_MOST_PORTFOLIOS: Final = 3
_MOST_MODIFIERS: Final = 4


def phrase_at(words: Sequence[Lexeme], at: int) -> Phrase | None:
    """The office whose head begins at token `at`, with what stands before it."""
    long_end = _long_form(words, at)
    low = words[at].lower
    if not (long_end or low in HEADS or low in WEAK_HEADS):
        return None
    end = long_end or at + 1
    if not long_end and end + 1 < len(words) and words[end].text in "-" and words[end + 1].lower == "general":
        end += 2  # "secretary-general"
    elif not long_end and low in office_words.SENSES_OF_GENERAL and lower_at(words, end) == "general":
        end += 1
    core = _before(words, at, PORTFOLIOS, _MOST_PORTFOLIOS)
    if core < at and words[core].lower == "first" and low not in ("minister", "secretary"):
        core += 1  # "the first president"
    first = _before(words, core, MODIFIERS, _MOST_MODIFIERS)
    modifiers = [each.lower for each in words[first:core] if each.text != "-"]
    suffix = end + 1 if lower_at(words, end) == "-" else end
    core_end = end
    if lower_at(words, suffix) in AFTER:
        modifiers.append(words[suffix].lower)
        end = suffix + 1
    return Phrase(first, core, core_end, end, _joined(modifiers))


def _long_form(words: Sequence[Lexeme], at: int) -> int:
    """The token after `secretary of state` and the like; 0 where none begins here."""
    if words[at].lower not in _LONG_STARTS:
        return 0
    said = tuple(each.lower for each in words[at : at + 5])
    return next((at + len(form) for form in office_words.LONG_FORMS if said[: len(form)] == form), 0)


def _before(words: Sequence[Lexeme], at: int, allowed: frozenset[str], most: int) -> int:
    """The first of the `allowed` tokens that stand right before token `at`; hyphens may stand between them."""
    first, taken = at, 0
    while first and taken < most:
        step = first - 1
        if words[step].text == "-" and step and words[step].start == words[step - 1].end:
            step -= 1
        if words[step].lower not in allowed and not (allowed is MODIFIERS and _is_place_in_row(words, step)):
            break
        if allowed is MODIFIERS and _is_place_in_row(words, step):
            step -= 1
        first, taken = step, taken + 1
    return first


def _is_place_in_row(words: Sequence[Lexeme], at: int) -> bool:
    """Whether token `at` is the ending of `47th`."""
    return at > 0 and words[at].lower in ("st", "nd", "rd", "th") and words[at - 1].is_number


def _joined(modifiers: list[str]) -> tuple[str, ...]:
    """`47` and `th` as one word."""
    joined: list[str] = []
    for each in modifiers:
        if each in ("st", "nd", "rd", "th") and joined and joined[-1][0].isdigit():
            joined[-1] += each
        else:
            joined.append(each)
    return tuple(joined)


def lower_at(words: Sequence[Lexeme], at: int) -> str:
    """The token at `at` in lower case; `""` behind the last."""
    return words[at].lower if at < len(words) else ""
