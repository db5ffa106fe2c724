"""Changes one detail of a text: a number, a date, a name, or whether something is so. No model, only patterns.

Each function gives a changed text or None where the text has nothing that it can change. `also_in` is a second text:
only what stands there too is changed, so that a claim's detail is known to be one that its evidence speaks of.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from factcheck.language.word_lists import word_list

_NUMBER: Final = re.compile(r"(?<![\w.,-])\d[\d,]*(?:\.\d+)?(?![\w-]|[.,]\d)")
_NUMBER_WORDS: Final = word_list("two three four five six seven eight nine ten eleven twelve")
_ORDINAL_WORDS: Final = word_list("first second third fourth fifth sixth seventh eighth ninth tenth")
_WORD_NUMBER: Final = re.compile(rf"\b(?:{'|'.join((*_NUMBER_WORDS, *_ORDINAL_WORDS))})\b", re.IGNORECASE)
_MONTHS: Final = word_list("January February March April May June July August September October November December")
_DAYS: Final = word_list("Monday Tuesday Wednesday Thursday Friday Saturday Sunday")
_MONTH: Final = re.compile(rf"\b(?:{'|'.join((*_MONTHS, *_DAYS))})\b")
_YEAR: Final = re.compile(r"(?<![\w.,-])(?:1[0-9]|20)\d\d(?![\w-]|[.,]\d)")
_NAME: Final = re.compile(r"\b[A-Z][\w’'-]*[a-z][\w’'-]*(?:\s(?:(?:of|the|de|van)\s)?[A-Z][\w’'-]*[a-z][\w’'-]*)*")
_NO_NAMES: Final = frozenset(
    word_list(
        """The A An In On At He She It They There This That These His Her Its Their When While After Before Since One
        Two"""
    )
) | {*_MONTHS, *_DAYS}
_AUXILIARY: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|can|could|will|would|may|might|must|did|does|do)\b(?!\s(?:not|n't|never)\b)"
)
_DENIED: Final = re.compile(r"\b(?:not|never|no|none|nobody|nothing|neither|nor|without)\b|n't\b", re.IGNORECASE)


class Change(NamedTuple):
    """What was written, and what stands there now; `at_start` where it began the text."""

    kind: str
    old: str
    new: str
    at_start: bool = False

    def of(self, text: str) -> str:
        """`text` with each place changed where `old` stands by itself."""
        return re.sub(rf"(?<![\w]){re.escape(self.old)}(?![\w])", lambda _: self.new, text)


def number_change(text: str, also_in: str, chance: random.Random) -> Change | None:
    """Another number in the place of one, written in the same way. Years are for `date_change`."""
    found = [match for match in (*_NUMBER.finditer(text), *_WORD_NUMBER.finditer(text)) if not _YEAR.match(match[0])]
    old = _one_of(found, also_in, chance)
    if old is None:
        return None
    return Change("number", old[0], _other_word(old[0], chance) or _other_number(old[0], chance))


def date_change(text: str, also_in: str, chance: random.Random) -> Change | None:
    """Another year, month or day of the week in the place of one."""
    old = _one_of([*_YEAR.finditer(text), *_MONTH.finditer(text)], also_in, chance)
    if old is None:
        return None
    written = old[0]
    for row in (_MONTHS, _DAYS):
        if written in row:
            return Change("date", written, chance.choice([each for each in row if each != written]))
    off = chance.choice([1, 2, 3, 5, 8, 10, 11, 20, 30, 50]) * chance.choice([-1, 1])
    return Change("date", written, str(min(2030, max(1000, int(written) + off))))


Pool = Mapping[tuple[str, int], Sequence[str]]
"""Names by the word before them and how many words they have."""


def names_in(text: str) -> list[tuple[str, str, int]]:
    """Each name with the word before it (empty at the beginning) and where it stands."""
    found = []
    for match in _NAME.finditer(text):
        first = match[0].split()[0]
        name, start = match[0], match.start()
        if first in _NO_NAMES:
            name = name[len(first) :].strip()
            start = match.end() - len(name)
        if name and name.split()[0] not in _NO_NAMES:
            before = text[:start].split()
            found.append((name, before[-1].lower() if before else "", start))
    return found


def name_change(text: str, also_in: str, pool: Pool, chance: random.Random) -> Change | None:
    """Another name, met behind the same word elsewhere, in the place of one."""
    found = [each for each in names_in(text) if re.search(rf"(?<!\w){re.escape(each[0])}(?!\w)", also_in)]
    chance.shuffle(found)
    for name, before, start in found:
        others = pool.get((before, len(name.split())), ())
        fitting = [each for each in chance.sample(others, min(8, len(others))) if not _share(each, name)]
        if fitting:
            return Change("name", name, fitting[0], at_start=start <= 4)
    return None


def denied(text: str) -> str | None:
    """The text with `not` behind its first auxiliary; None where it denies something or has no auxiliary."""
    if _DENIED.search(text) or "?" in text:
        return None
    match = _AUXILIARY.search(text)
    if match is None or match.start() == 0 or match.start() > 80:
        return None
    return f"{text[: match.end()]} not{text[match.end() :]}"


def _one_of(found: Sequence[re.Match[str]], also_in: str, chance: random.Random) -> re.Match[str] | None:
    there = [match for match in found if re.search(rf"(?<![\w.,-]){re.escape(match[0])}(?![\w-]|[.,]\d)", also_in)]
    return chance.choice(there) if there else None


def _other_word(word: str, chance: random.Random) -> str:
    for row in (_NUMBER_WORDS, _ORDINAL_WORDS):
        if word.lower() in row:
            other = chance.choice([each for each in row if each != word.lower()])
            return other.capitalize() if word[0].isupper() else other
    return ""


def _other_number(written: str, chance: random.Random) -> str:
    grouped, decimals = "," in written, len(written.partition(".")[2])
    value = float(written.replace(",", ""))
    other = value
    while other == value or other < 0:
        factor = chance.choice([0.1, 0.5, 0.6, 0.8, 1.2, 1.5, 2.0, 3.0, 10.0])
        other = round(value * factor, decimals) if value > 9 else value + chance.choice([-3, -2, -1, 1, 2, 3, 5])
        if not decimals:
            other = float(int(other))
        if other == value:
            other = value + 1
    return f"{other:,.{decimals}f}" if grouped else f"{other:.{decimals}f}"


def _share(one: str, other: str) -> bool:
    return bool(set(one.lower().split()) & set(other.lower().split()))
