"""Years that stand alone, where their neighbours make them years: `in 2022`, `(2022)`, `early 2022`, `2019-21`."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from factcheck.domain.spans import Span
from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.stems import is_plural
from factcheck.language.times import date_patterns as patterns
from factcheck.language.times.date_mentions import DateMention

LOOK_BACK: Final = 16
FIRST_YEAR, _FIRST_LIKELY_YEAR, LAST_YEAR = 1000, 1400, 2999
"""A bare `1200` is a year after `in` only; from the second on, `the`, `of` or a bracket is enough."""


def lone_year(text: str, match: re.Match[str]) -> DateMention | None:
    """A year that stands alone, where its neighbours make it one: `in 2022`, `(2022)`, `the 2022 election`."""
    year = int(match["year"])
    before = text[max(0, match.start() - LOOK_BACK) : match.start()]
    sure = bool(patterns.SURE_BEFORE.search(before))
    if not (FIRST_YEAR if sure else _FIRST_LIKELY_YEAR) <= year <= LAST_YEAR:
        return None
    opening = not before.strip() or before.rstrip()[-1:] in ".!?\n"
    if patterns.COUNT_BEFORE.search(before) or not (opening or patterns.YEAR_BEFORE.search(before)):
        return None
    follower = patterns.NEXT_WORD.match(text, match.end())
    counted = follower is not None and _may_be_counted(follower) and not match["to"]
    if counted and follower is not None and (not sure or is_plural(follower[1])):
        return None
    last = _last_year(match, year)
    if last is None:
        return None
    same, part = last == year, patterns.PART_BEFORE.search(before)
    return DateMention(
        span=Span(match.start() - (len(part[0]) if part else 0), match.end()),
        start=date(year, 1, 1),
        end=date(last, 12, 31),
        year=year if same else None,
        part=part["part"].lower() if part else "",
    )


def _may_be_counted(follower: re.Match[str]) -> bool:
    """Whether the one or two words after a number could be what it counts: `2000 people`, `2000 wounded men`."""
    first, second = follower[1], follower[2]
    if first.lower() in FUNCTION_WORDS or first[0].isupper():
        return False
    return is_plural(first) or (second is not None and second.lower() not in FUNCTION_WORDS and is_plural(second))


def _last_year(match: re.Match[str], year: int) -> int | None:
    if not match["to"]:
        return year
    last = int(match["to"])
    if last < 100:
        last += year - year % 100
    return last if year < last <= LAST_YEAR else None
