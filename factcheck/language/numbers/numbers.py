"""Numbers in digits and in words: `1,000`, `3.5 million`, `twenty-five thousand`, `half a million`, `third`, `47th`.

A number is read only where its form is beyond doubt. Indian grouping (`10,00,000`) is read; a comma as a decimal
sign (`1,5`) is not, for in English text it can't be told from a list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.language.numbers.lexemes import Lexeme
from factcheck.language.numbers.number_parts import added_part, is_before_unit, part_of_one
from factcheck.language.numbers.number_words import ONES, ORDINALS, TENS, below_thousand

SCALES: Final = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0,
    "lakh": 1e5, "crore": 1e7,
}  # fmt: skip
_SHORT_SCALES: Final = {"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12, "trn": 1e12}
_PLURAL_SCALES: Final = {
    "tens": (10.0, 100.0), "dozens": (24.0, 100.0), "hundreds": (1e2, 1e3), "thousands": (1e3, 1e4),
    "millions": (1e6, 1e7), "billions": (1e9, 1e10), "trillions": (1e12, 1e13),
}  # fmt: skip
"""How far a vague plural reaches: from one of its scale to the next scale of ten."""

_DIGITS: Final = re.compile(r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,2}(?:,[0-9]{2})*,[0-9]{3}|[0-9]+)(?:\.[0-9]+)?")
_MOST_DIGITS: Final = 18
"""Longer digits are a key, an account or noise, and a float could not hold them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number as it is written.

    Attributes:
        resolution: Place value of the last digit that was written: 100,000 for `3.5 million`, 1 for `270`.
        upper: Upper end of a vague plural (`tens of thousands`); None for all others.
        end: Index of the token after it.
        in_words: True for `three`; a digit anywhere makes it False.
        scale: What a scale word multiplied it by (`3.5 million`); 1 where there is none.
        letter_scale: True where the scale is one letter (`3.5m`), which is a scale for money only.
    """

    value: float
    resolution: float
    end: int
    upper: float | None = None
    ordinal: bool = False
    in_words: bool = False
    scale: float = 1.0
    letter_scale: bool = False


def read_number(words: Sequence[Lexeme], at: int) -> Number | None:
    """The number that begins at token `at`, as long as it goes; None where none begins there."""
    token = words[at]
    if token.is_number:
        return _from_digits(words, at)
    low = token.lower
    if low in _PLURAL_SCALES:
        return _plural_scale(words, at)
    if low in ("a", "an", "half") or (low == "three" and part_of_one(words, at)[0]):
        return _article_and_scale(words, at)
    if low in ONES or low in TENS or low in ORDINALS:
        return _from_words(words, at)
    return None


def is_number_word(token: Lexeme) -> bool:
    low = token.lower
    return low in ONES or low in TENS or low in SCALES


def _from_digits(words: Sequence[Lexeme], at: int) -> Number | None:
    written = words[at].text
    if len(written) > _MOST_DIGITS or not _DIGITS.fullmatch(written):
        return None
    value, end = float(written.replace(",", "")), at + 1
    resolution = 10.0 ** -len(written.partition(".")[2])
    follower = _text(words, end)
    glued = follower is not None and words[end].start == words[at].end
    part, after = added_part(words, end)
    if part and "." not in written:
        scale, end = _scale_words(words, after)
        return Number(value=(value + part) * scale, resolution=part * scale, end=end, scale=scale)
    if glued and follower in ("st", "nd", "rd", "th"):
        return Number(value=value, resolution=1.0, end=end + 1, ordinal=True) if value == int(value) else None
    if glued and follower in _SHORT_SCALES:
        scale = _SHORT_SCALES[follower]
        return Number(
            value=value * scale,
            resolution=resolution * scale,
            end=end + 1,
            scale=scale,
            letter_scale=len(follower) == 1,
        )
    scale, end = _scale_words(words, end)
    return Number(value=value * scale, resolution=resolution * scale, end=end, scale=scale)


def _scale_words(words: Sequence[Lexeme], at: int) -> tuple[float, int]:
    """The product of the scale words from `at`: `hundred thousand`; a hyphen may stand before them (`3-million`)."""
    scale = 1.0
    step = at + 1 if _text(words, at) == "-" else at
    while (follower := _text(words, step)) in SCALES and scale < 1e12:
        scale *= SCALES[follower]
        step += 1
        at = step
    return scale, at


def _from_words(words: Sequence[Lexeme], at: int) -> Number | None:
    whole, end, ordinal = below_thousand(words, at)
    if ordinal:
        return Number(value=whole, resolution=1.0, end=end, ordinal=True, in_words=True)
    resolution = 1.0
    if _text(words, end) == "point" and (digit := _text(words, end + 1)) in ONES and ONES[digit] < 10:
        whole, end, resolution = whole + ONES[digit] / 10, end + 2, 0.1
    part, after = added_part(words, end)
    if part:
        whole, end, resolution = whole + part, after, part
    scale, end = _scale_words(words, end)
    total, resolution = whole * scale, resolution * scale
    if scale > 1 and resolution >= 1:  # "two million three hundred thousand", "one thousand and one"
        rest = _smaller_rest(words, end, below=scale)
        if rest is not None:
            total, resolution, end = total + rest[0], 1.0, rest[1]
    if end < len(words) and is_number_word(words[end]) and words[end].lower not in SCALES:
        return None  # "nineteen eighty-four", "twenty fifteen": a year or a code in words
    return Number(value=total, resolution=resolution, end=end, in_words=True, scale=scale)


def _smaller_rest(words: Sequence[Lexeme], at: int, *, below: float) -> tuple[float, int] | None:
    if _text(words, at) == "and":
        at += 1
        if below > 1e3:
            return None  # "three million and two …" is more often a list
    if at >= len(words) or not (words[at].lower in ONES or words[at].lower in TENS):
        return None
    value, end, ordinal = below_thousand(words, at)
    scale, end = _scale_words(words, end)
    return (value * scale, end) if not ordinal and value * scale < below else None


def _article_and_scale(words: Sequence[Lexeme], at: int) -> Number | None:
    """`a hundred`, `a dozen`, `half a million`, `a quarter of a million`, `half an hour`."""
    part, step = part_of_one(words, at)
    if not part:
        if words[at].lower == "half":
            return None
        part, step = 1.0, at + 1
    scale, end = _scale_words(words, step)
    if end > step and scale > 1 and _text(words, step) != "-":
        return Number(value=part * scale, resolution=part * scale, end=end, in_words=True, scale=scale)
    if part < 1 and is_before_unit(words, step):
        return Number(value=part, resolution=part, end=step, in_words=True)
    return None


def _plural_scale(words: Sequence[Lexeme], at: int) -> Number:
    low, high = _PLURAL_SCALES[words[at].lower]
    end = at + 1
    while _text(words, end) == "of" and (follower := _text(words, end + 1)) in _PLURAL_SCALES and high < 1e14:
        factor = _PLURAL_SCALES[follower][0]
        low, high, end = low * factor, high * factor, end + 2
    return Number(value=low, resolution=low, end=end, upper=high, in_words=True, scale=low)


def _text(words: Sequence[Lexeme], at: int) -> str | None:
    return words[at].lower if at < len(words) else None
