"""What differs between two texts that say nearly the same: numbers, dates, denials, and the words besides. Pure.

Two claims can lie very near to each other and be opposites: "rose by 3 %" and "rose by 5 %" hardly differ to an
encoder. So whatever is alike is shown with what isn't.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal

from factcheck.domain.spans import Span
from factcheck.language.negation import negations
from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.quantities.quantities import Quantity, quantities
from factcheck.language.stems import stem
from factcheck.language.times.dates import DateMention, dates
from factcheck.workbench.wording import united

Aspect = Literal["number", "date", "negation", "words"]

_SHOWN: Final = 6
"""Most words named of each side."""
_MOST: Final = 5_000
"""Characters of each text that are compared: what is longer is no claim."""
_DIGITS: Final = re.compile(r"[^\s\d]?\d[\d.,:/-]*")
_ARTICLES: Final = frozenset(("a", "an", "the"))
_NOWHERE: Final = Span(0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDifference:
    """One thing that differs.

    Attributes:
        note: In words; "here" is the first text, "there" the second.
        is_contrary: True where both can't say the same: each has a number or a date that the other lacks, or one
            denies. False where one only says more, or other words.
    """

    aspect: Aspect
    note: str
    is_contrary: bool = False


def text_differences(here: str, there: str) -> tuple[TextDifference, ...]:
    """What differs, numbers first; empty where nothing does. The time grows with the texts."""
    ours, theirs = _Parts(here[:_MOST]), _Parts(there[:_MOST])
    found = (_numbers(ours, theirs), _dates(ours, theirs), _denials(ours, theirs), _words(ours, theirs))
    return tuple(each for each in found if each is not None)


class _Parts:
    """A text taken apart."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.quantities: Sequence[Quantity] = quantities(text)
        self.dates: Sequence[DateMention] = dates(text)
        self.denials = negations(text)
        figures = [Span(*match.span()) for match in _DIGITS.finditer(text)]
        days = [each.span for each in self.dates]
        # Numbers in names, scores and the like count nothing; they are compared as they are written.
        loose = _outside(figures, [*(each.span for each in self.quantities), *days])
        self.figures = [span.of(text).strip(".,:/-") for span in loose]
        words = {Span(token.start, token.end): token.lower for token in lexemes(text) if token.is_word}
        # Of "three wounded soldiers" the number is compared as a number, the rest as words.
        counted = {each for one in self.quantities for each in (*one.noun.split(), *one.modifiers)}
        counted = {stem(each) for each in counted}
        named = {span for span, word in words.items() if stem(word) in counted}
        inside = set(words) - set(_outside(words, [each.span for each in self.quantities]))
        free = _outside(set(words) - (inside - named), [*days, *figures, *self.denials])
        self.words = {stem(words[span]): span.of(text) for span in free if words[span] not in _ARTICLES}

    def said(self, each: Quantity | DateMention) -> str:
        return " ".join(each.span.of(self.text).split())


def _numbers(ours: _Parts, theirs: _Parts) -> TextDifference | None:
    values, other_values = ({_value(each) for each in parts.quantities} for parts in (ours, theirs))
    here = [ours.said(each) for each in ours.quantities if _value(each) not in other_values]
    there = [theirs.said(each) for each in theirs.quantities if _value(each) not in values]
    here += [each for each in ours.figures if each not in theirs.figures]
    there += [each for each in theirs.figures if each not in ours.figures]
    return _told("number", here, there, contrary=bool(here and there))


def _value(each: Quantity) -> tuple[object, ...]:
    return (each.value, each.upper, each.unit, each.ordinal, each.bound)


def _dates(ours: _Parts, theirs: _Parts) -> TextDifference | None:
    here = [each for each in ours.dates if not any(_is_same(each, other) for other in theirs.dates)]
    there = [each for each in theirs.dates if not any(_is_same(each, other) for other in ours.dates)]
    apart = bool(here and there) and not any(_may_meet(one, other) for one in here for other in there)
    return _told("date", [ours.said(each) for each in here], [theirs.said(each) for each in there], contrary=apart)


def _is_same(one: DateMention, other: DateMention) -> bool:
    return replace(one, span=_NOWHERE) == replace(other, span=_NOWHERE)


def _may_meet(one: DateMention, other: DateMention) -> bool:
    """Whether both can be the same time, as far as they are exact; of `Friday` nobody knows which it is."""
    if any(each.relative is not None or each.ambiguous for each in (one, other)):
        return True
    if one.start and one.end and other.start and other.end:
        return one.start <= other.end and other.start <= one.end
    pairs = ((one.year, other.year), (one.month, other.month), (one.day, other.day))
    return all(mine is None or theirs is None or mine == theirs for mine, theirs in pairs)


def _denials(ours: _Parts, theirs: _Parts) -> TextDifference | None:
    # Two denials may cancel each other out; that one text has one more than the other is what matters.
    if len(ours.denials) % 2 == len(theirs.denials) % 2:
        return None
    here, there = ([span.of(parts.text) for span in parts.denials] for parts in (ours, theirs))
    return _told("negation", here, there, contrary=True)


def _words(ours: _Parts, theirs: _Parts) -> TextDifference | None:
    here = [word for each, word in ours.words.items() if each not in theirs.words]
    there = [word for each, word in theirs.words.items() if each not in ours.words]
    return _told("words", here, there, contrary=False)


def _told(aspect: Aspect, here: Sequence[str], there: Sequence[str], *, contrary: bool) -> TextDifference | None:
    sides = [f"{_listed(words)} {side}" for words, side in ((here, "here"), (there, "there")) if words]
    if not sides:
        return None
    only = "only " if len(sides) == 1 else ""
    return TextDifference(aspect=aspect, note=f"{aspect}: {only}{', '.join(sides)}", is_contrary=contrary)


def _listed(words: Sequence[str]) -> str:
    shown = list(dict.fromkeys(words))
    more = ", …" if len(shown) > _SHOWN else ""
    return ", ".join(f"“{each}”" for each in shown[:_SHOWN]) + more


def _outside(spans: Iterable[Span], taken: Sequence[Span]) -> list[Span]:
    """The spans that touch none of `taken`, in order; both are walked once."""
    blocked = united(taken)
    found, at = [], 0
    for span in sorted(spans):
        while at < len(blocked) and blocked[at].end <= span.start:
            at += 1
        if at == len(blocked) or not blocked[at].overlaps(span):
            found.append(span)
    return found
