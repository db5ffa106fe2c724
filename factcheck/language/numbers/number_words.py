"""Numbers below a thousand in words: `three`, `twenty-five`, `two hundred and fifty`, `twenty-first`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.language.numbers.lexemes import Lexeme
from factcheck.language.word_lists import word_list

_UP_TO_NINETEEN: Final = word_list(
    """zero one two three four five six seven eight nine ten
    eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"""
)
ONES: Final = {word: number for number, word in enumerate(_UP_TO_NINETEEN)}
TENS: Final = {
    word: 10 * number
    for number, word in enumerate(word_list("twenty thirty forty fifty sixty seventy eighty ninety"), start=2)
}
_UP_TO_TWENTIETH: Final = word_list(
    """first second third fourth fifth sixth seventh eighth ninth tenth
    eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"""
)
ORDINALS: Final = {word: number for number, word in enumerate(_UP_TO_TWENTIETH, start=1)} | {
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80,
    "ninetieth": 90, "hundredth": 100, "thousandth": 1000,
}  # fmt: skip


def below_thousand(words: Sequence[Lexeme], at: int) -> tuple[float, int, bool]:
    """The number below 1,000 at token `at`, which begins one; the token after it; and whether it is an ordinal."""
    value, end, ordinal = _below_hundred(words, at)
    if ordinal or _text(words, end) != "hundred":
        return value, end, ordinal
    value, end = value * 100, end + 1
    step = end + 1 if _text(words, end) == "and" else end
    if (follower := _text(words, step)) in ONES or follower in TENS or (step > end and follower in ORDINALS):
        rest, after, ordinal = _below_hundred(words, step)
        return value + rest, after, ordinal
    return value, end, False


def _below_hundred(words: Sequence[Lexeme], at: int) -> tuple[float, int, bool]:
    low = words[at].lower
    if low in ORDINALS:
        return float(ORDINALS[low]), at + 1, True
    if low in ONES:
        return float(ONES[low]), at + 1, False
    value = TENS[low]
    step = at + 2 if _text(words, at + 1) == "-" else at + 1
    follower = _text(words, step)
    if follower in ONES and 0 < ONES[follower] < 10:
        return float(value + ONES[follower]), step + 1, False
    if follower in ORDINALS and ORDINALS[follower] < 10:
        return float(value + ORDINALS[follower]), step + 1, True
    return float(value), at + 1, False


def _text(words: Sequence[Lexeme], at: int) -> str | None:
    return words[at].lower if at < len(words) else None
