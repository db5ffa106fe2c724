"""The forms in which a ratio is written, and what only looks like one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from factcheck.language.numbers.bounds import bound_before
from factcheck.language.numbers.lexemes import Lexeme
from factcheck.language.numbers.numbers import SCALES, Number, read_number
from factcheck.language.numbers.units import TIME_UNITS, unit_after
from factcheck.language.quantities.multiples import MEASURED
from factcheck.language.word_lists import word_list


class Shares(NamedTuple):
    """`part` of `whole`, written up to token `end` (not included)."""

    part: float
    whole: float
    end: int
    kind: Literal["share", "to"] = "share"


_PARTS: Final = {
    name + ending: whole
    for name, whole in (
        ("third", 3), ("quarter", 4), ("fourth", 4), ("fifth", 5), ("sixth", 6), ("seventh", 7), ("eighth", 8),
        ("ninth", 9), ("tenth", 10), ("hundredth", 100),
    )
    for ending in ("", "s")
}  # fmt: skip
_OWNERS: Final = frozenset(word_list("the its their his her our my your all both these those"))
_OF_TIME: Final = frozenset(
    word_list("growth decline declines contraction expansion losses profit profits revenue sales")
)
_MEASURED: Final = MEASURED - {"total"}
"""`half the size` is a multiple of something else, not half of what is spoken of."""
_NO_HALF_AFTER: Final = frozenset(
    word_list("first second third fourth last latter former other better the this that next each a by and top bottom")
)
_MOST_PARTS_IN: Final = 9
_MOST_DIGITS_OF_WHOLE: Final = 1_000_000


def share_at(words: Sequence[Lexeme], at: int) -> Shares | None:
    """The ratio that begins at token `at`; None where none begins there."""
    low = words[at].lower
    if low == "half":
        return _half(words, at)
    if low in ("a", "an"):
        return _fraction(words, at, 1.0, at + 1, article=True)
    number = read_number(words, at)
    if number is None or number.ordinal or number.upper is not None or number.value <= 0:
        return None
    return (
        _fraction(words, at, number.value, number.end, article=False)
        or _out_of(words, number)
        or _to(words, at, number)
        or _slashed(words, number)
    )


def _half(words: Sequence[Lexeme], at: int) -> Shares | None:
    if at and words[at - 1].lower in _NO_HALF_AFTER:
        return None
    following = [each.lower for each in words[at + 1 : at + 3]] + ["", ""]
    if following[0] in ("a", "an", "as", "-", "way", "past", "time") or _says_half_of_one(following):
        return None
    if following[0] in _OWNERS and following[1] in _MEASURED:
        return None
    sure = following[0] == "of" or following[0] in _OWNERS or bound_before(words, at).bound != "exact"
    return Shares(1.0, 2.0, at + 1) if sure else None


def _says_half_of_one(following: Sequence[str]) -> bool:
    """`half of one percent`, `half of a million`."""
    return following[0] == "of" and following[1] in ("a", "an", "one")


def _fraction(words: Sequence[Lexeme], at: int, part: float, end: int, *, article: bool) -> Shares | None:
    """`two thirds`, `three-quarters of`, `one fifth`, `a third of`; the part stands before token `end`."""
    hyphen = end < len(words) and words[end].text == "-"
    step = end + 1 if hyphen else end
    if step >= len(words) or part != int(part) or (at and words[at - 1].lower == "and" and article):
        return None
    name = words[step].lower
    whole = _PARTS.get(name, 0)
    if not whole or part >= whole or (part > 1) != name.endswith("s"):
        return None
    following = [each.lower for each in words[step + 1 : step + 4]] + ["", "", ""]
    if following[0] == "-" or (hyphen and article):
        return None
    of = following[0] == "of"
    if of and (following[2] in SCALES or following[1] in _OF_TIME or _is_one_unit(words, step + 2)):
        return None
    if not of and (article or name.startswith(("quarter", "fourth"))) and not (hyphen and part > 1):
        return None
    return Shares(part, float(whole), step + 1)


def _is_one_unit(words: Sequence[Lexeme], at: int) -> bool:
    """`a quarter of an hour`, `three quarters of a century`."""
    return at + 1 < len(words) and words[at].lower in ("a", "an", "one") and bool(unit_after(words, at + 1)[0])


def _out_of(words: Sequence[Lexeme], number: Number) -> Shares | None:
    """`one in ten`, `two in every five`, `three out of every five`, `12 out of 14`."""
    said = [each.lower for each in words[number.end : number.end + 3]]
    joint = next((form for form in (["out", "of"], ["in"], ["of"]) if said[: len(form)] == form), None)
    if joint is None:
        return None
    step = number.end + len(joint)
    every = step < len(words) and words[step].lower == "every"
    step += every
    if (joint == ["of"] and not every) or step >= len(words):
        return None
    whole = read_number(words, step)
    if whole is None or not _is_whole(words, step, number, whole):
        return None
    round_whole = whole.value <= 10 or whole.value % 5 == 0
    if joint == ["in"] and not every and (number.value > _MOST_PARTS_IN or not round_whole):
        return None
    return Shares(number.value, whole.value, whole.end)


def _is_whole(words: Sequence[Lexeme], at: int, part: Number, whole: Number) -> bool:
    if whole.ordinal or whole.upper is not None or not part.value < whole.value <= _MOST_DIGITS_OF_WHOLE:
        return False
    if 1000 <= whole.value < 3000 and not whole.in_words and "," not in words[at].text:
        return False  # "3 in 2022"
    if whole.end < len(words):
        following = words[whole.end]
        touches = following.start == words[whole.end - 1].end
        if touches and (following.text in "-–./:%°" and _goes_on(words, whole.end)):
            return False
    return unit_after(words, whole.end)[0] not in {*TIME_UNITS, "%"}


def _goes_on(words: Sequence[Lexeme], at: int) -> bool:
    return words[at].text in "%°" or (at + 1 < len(words) and words[at + 1].start == words[at].end)


def _to(words: Sequence[Lexeme], at: int, number: Number) -> Shares | None:
    """`a ratio of 3 to 1`, `3-to-1 odds`; a score or a vote of `3 to 1` is no ratio."""
    said = [each.text for each in words[number.end : number.end + 3]]
    hyphens = said == ["-", "to", "-"]
    named = [each.lower for each in words[max(0, at - 2) : at]] in (["ratio", "of"], ["odds", "of"])
    if not hyphens and not (named and said[:1] in (["to"], [":"])):
        return None
    step = number.end + (3 if hyphens else 1)
    other = read_number(words, step) if step < len(words) else None
    if other is None or other.ordinal or other.upper is not None or other.value <= 0:
        return None
    return Shares(number.value, other.value, other.end, "to")


def _slashed(words: Sequence[Lexeme], number: Number) -> Shares | None:
    """`1/3 of`."""
    said = words[number.end : number.end + 3]
    if len(said) < 3 or said[0].text != "/" or said[2].lower != "of" or not said[1].is_number:
        return None
    whole = float(said[1].text) if said[1].text.isascii() and said[1].text.isdigit() else 0.0
    return Shares(number.value, whole, number.end + 2) if number.value < whole <= 100 else None
