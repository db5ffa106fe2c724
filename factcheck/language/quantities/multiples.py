"""How many times as much, and how often: `twice as many`, `three times more`, `doubled`, `tenfold`, `won twice`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from factcheck.domain.spans import Span
from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.numbers.bounds import Bound, bound_before
from factcheck.language.numbers.lexemes import Lexeme, lexemes
from factcheck.language.numbers.numbers import read_number
from factcheck.language.word_lists import word_list

MultipleKind = Literal["times", "change", "occasions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Multiple:
    """One multiple as it is written.

    Attributes:
        span: From the bound to the last word of it (`more than twice as many`).
        factor: 2 for `twice`, 0.5 for `halved` and `half as many`.
        kind: `times` compares with something else, `change` with what was before (`doubled`), and `occasions` counts
            how often something happened (`won twice`, `a four-time winner`).
        loose: True for `three times more`, which is three times as many to some and four times to others.
        inclusive: Whether the factor itself is allowed: False for `more than doubled`.
    """

    span: Span
    factor: float
    kind: MultipleKind
    loose: bool = False
    bound: Bound = "exact"
    inclusive: bool = True


class _Read(NamedTuple):
    factor: float
    kind: MultipleKind
    end: int
    loose: bool = False


_CHANGES: Final = {
    "doubled": 2.0, "doubling": 2.0, "tripled": 3.0, "tripling": 3.0, "trebled": 3.0, "trebling": 3.0,
    "quadrupled": 4.0, "quadrupling": 4.0, "quintupled": 5.0, "halved": 0.5, "halving": 0.5,
}  # fmt: skip
_STEMS: Final = {"double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "halve": 0.5}
_BEFORE_INFINITIVE: Final = frozenset(word_list("to will would could may might can should shall"))
_NO_CHANGE_AFTER: Final = frozenset(word_list("down back over as up"))
"""`doubled down` and `doubled as` change no number."""
_OWNERS: Final = frozenset(word_list("the its their his her our that"))
MEASURED: Final = frozenset(
    word_list("size number amount price cost rate length height weight level speed age value average total width depth")
)
"""Of these, half and twice are of something else's: `half the size`."""
_COMPARATIVES: Final = frozenset(word_list("more less fewer better worse"))
_NO_COMPARATIVES: Final = frozenset(
    word_list("over after under later earlier never either other another per her their player winner former together")
)


def multiples(text: str) -> list[Multiple]:
    """The multiples of `text`, in order, without overlap. Any text is accepted; the time grows with its length."""
    words = lexemes(text)
    found: list[Multiple] = []
    at = 0
    while at < len(words):
        read = None if _touched(words, at) else _multiple_at(words, at)
        if read is None:
            at += 1
            continue
        bounded = bound_before(words, at)
        span = Span(words[bounded.at].start, words[read.end - 1].end)
        if not found or found[-1].span.end <= span.start:
            found.append(
                Multiple(
                    span=span,
                    factor=read.factor,
                    kind=read.kind,
                    loose=read.loose,
                    bound=bounded.bound,
                    inclusive=bounded.inclusive,
                )
            )
        at = read.end
    return found


def _touched(words: Sequence[Lexeme], at: int) -> bool:
    return at > 0 and words[at - 1].end == words[at].start and words[at - 1].text not in "([“\"'‘—–"


def _multiple_at(words: Sequence[Lexeme], at: int) -> _Read | None:
    low = words[at].lower
    following = words[at + 1].lower if at + 1 < len(words) else ""
    before = words[at - 1].lower if at else ""
    if low in ("twice", "thrice"):
        return _times(words, at + 1, 2.0 if low == "twice" else 3.0)
    if low in _CHANGES:
        return None if following in _NO_CHANGE_AFTER else _Read(_CHANGES[low], "change", at + 1)
    if low in _STEMS and before in _BEFORE_INFINITIVE and following not in _NO_CHANGE_AFTER:
        return _Read(_STEMS[low], "change", at + 1)
    if low in _STEMS or low == "half":
        return _compared(words, at + 1, _STEMS.get(low, 0.5))
    if low.endswith("fold") and len(low) > 4:
        return _fold_word(words, at)
    return _numbered(words, at)


def _numbered(words: Sequence[Lexeme], at: int) -> _Read | None:
    """`three times`, `2.5 times as many`, `10-fold`, `a four-time winner`."""
    number = read_number(words, at)
    if number is None or number.ordinal or number.upper is not None or number.end >= len(words):
        return None
    step = number.end + 1 if words[number.end].text == "-" else number.end
    word = words[step].lower if step < len(words) else ""
    if word == "fold":
        return _Read(number.value, "change", step + 1)
    if word == "time" and step > number.end:
        return _Read(number.value, "occasions", step + 1)
    return _times(words, step + 1, number.value) if word == "times" else None


def _times(words: Sequence[Lexeme], at: int, factor: float) -> _Read | None:
    """What stands behind `twice` or `three times`, which ends before token `at`."""
    compared = _compared(words, at, factor)
    if compared is not None:
        return compared
    low = words[at].lower if at < len(words) else ""
    if low in ("what", "that"):
        return _Read(factor, "times", at)
    if low in _COMPARATIVES or (len(low) > 4 and low.endswith("er") and low not in _NO_COMPARATIVES):
        return _Read(factor, "times", at + 1, loose=True)
    return _Read(factor, "occasions", at) if factor == int(factor) else _Read(factor, "times", at)


def _compared(words: Sequence[Lexeme], at: int, factor: float) -> _Read | None:
    """`as many`, `as large`, `the size`, `its number`, from token `at` on."""
    said = [each.lower for each in words[at : at + 3]]
    plain = len(said) > 1 and words[at + 1].is_word and said[1] not in FUNCTION_WORDS
    if said[:1] == ["as"] and (plain or said[1:2] in (["many"], ["much"])):
        return _Read(factor, "times", at + 2)
    if len(said) > 1 and said[0] in _OWNERS:
        for step in (1, 2):
            if len(said) > step and said[step] in MEASURED:
                return _Read(factor, "times", at + step + 1)
    return None


def _fold_word(words: Sequence[Lexeme], at: int) -> _Read | None:
    """`threefold`, `hundredfold`."""
    name = words[at].lower.removesuffix("fold")
    if name in ("hundred", "thousand"):
        return _Read(100.0 if name == "hundred" else 1000.0, "change", at + 1)
    number = read_number([Lexeme(0, len(name), name)], 0)
    return _Read(number.value, "change", at + 1) if number is not None and not number.ordinal else None
