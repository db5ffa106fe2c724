"""Dates, periods and relative times in English text, with their places.

A mention says what is written and no more. `May 16` has a month and a day and no year; `03/04/2025` is two possible
days and says so; `Friday` stays a word, because what it was depends on when the text was written.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from factcheck.domain.spans import Span
from factcheck.language.words import FUNCTION_WORDS, is_plural

_MONTHS: Final = {name: number for number, name in enumerate(calendar.month_name) if name}
_MONTHS_BY_START: Final = {name[:3].lower(): number for name, number in _MONTHS.items()}
_WEEKDAYS: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_MONTH: Final = (
    r"(?P<month>January|February|March|April|May|June|July|August|September|October|November|December"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<last>[0-9]{1,2})(?:st|nd|rd|th)?)?"
_YEAR: Final = r"(?P<year>[12][0-9]{3})(?![0-9]|[.,][0-9]|[-–/][0-9])"
_NAMED_DAY: Final = rf"(?:(?:{_WEEKDAYS}),?\s{{1,2}}(?:the\s)?)?"
_ABSOLUTE: Final = tuple(
    re.compile(rf"(?<![\w/.:,-]){pattern}(?![\w/])")
    for pattern in (
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?:T[0-9:.]{4,16}(?:Z|[+-][0-9:]{4,5})?)?",
        r"(?P<first>[0-9]{1,4})(?P<sign>[/.])(?P<second>[0-9]{1,2})(?P=sign)(?P<third>[0-9]{1,4})",
        rf"{_NAMED_DAY}{_DAY}\s{{1,2}}(?:of\s)?{_MONTH}(?:,?\s{{1,2}}{_YEAR})?",
        rf"{_NAMED_DAY}{_MONTH}\s{{1,2}}(?:the\s)?{_DAY}(?![0-9.,]*[0-9])(?:(?:,\s?|\s{{1,2}}){_YEAR})?",
        rf"(?<![0-9]\s){_MONTH}(?:,|\sof)?\s{{1,2}}{_YEAR}",
        rf"(?:Q(?P<quarter>[1-4])|(?P<quarter_word>first|second|third|fourth)\squarter)(?:\sof)?\s{_YEAR}",
        r"(?:(?P<part>early|mid|late)[-\s])?(?P<decade>[12][0-9]{2}0)['’]?s",
    )
)
_LONE_MONTH: Final = re.compile(
    r"\b(?:in|since|until|till|by|during|last|next|this|early|late|mid|of)[\s-](?P<found>"
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December))\b(?!\s[A-Z0-9]|-)"
)
_LONE_YEAR: Final = re.compile(
    r"(?<![\w/.:,$€£¥#+-])(?P<year>[12][0-9]{3})(?:(?P<join>[-–/])(?P<to>[12][0-9]{3}|[0-9]{2}))?(?![\w/%:]|[.,][0-9]|-)"
)
_YEAR_BEFORE: Final = re.compile(
    r"(?:(?<![^\W_])(?:in|since|until|till|during|early|late|mid|before|after|from|by|between|and|to|of|the|an?|for"
    r"|around|about|year|spring|summer|autumn|fall|winter|season|circa|c\.|[’']s)[\s-]{1,2}|[(\[,–—-]\s?)$",
    re.IGNORECASE,
)
_SURE_BEFORE: Final = re.compile(
    r"\b(?:in|since|until|till|during|early|late|year|spring|summer|autumn|winter)[\s-]$|\($", re.IGNORECASE
)
_COUNT_BEFORE: Final = re.compile(
    r"\b(?:than|over|least|most|nearly|approximately|roughly|some|up to)\s$", re.IGNORECASE
)
_NEXT_WORD: Final = re.compile(r"\s([^\W\d_]+)(?:\s([^\W\d_]+))?")
_RELATIVE: Final = re.compile(
    rf"\b(?:(?P<named>(?:(?:last|this|next)\s)?(?:{_WEEKDAYS}))(?![-\w])"
    r"|(?P<worded>(?:day\sbefore\s)?yesterday|today|tonight|tomorrow"
    r"|(?:earlier\s|later\s)?(?:last|this|next|the\sprevious|the\sfollowing)\s"
    r"(?:week|weekend|month|year|decade|century|day|morning|afternoon|evening|night|spring|summer|autumn|winter)"
    r"|(?:[0-9]{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|a\sfew|several)\s"
    r"(?:hour|day|week|month|year|decade)s?\s(?:ago|earlier|later))(?![-\w]))",
    re.IGNORECASE,
)
_NOT_THE_DAY: Final = re.compile(r"\b(?:Good|Black|Ash|Easter|Super|Bloody|Palm|Cyber|Casual|Ruby|Freaky)\s$")
_LOOK_BACK: Final = 16
_FIRST_YEAR, _FIRST_LIKELY_YEAR, _LAST_YEAR = 1000, 1400, 2999
"""A bare `1200` is a year after `in` only; from the second on, `the`, `of` or a bracket is enough."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """One date or time as it is written.

    Attributes:
        start: First day of it; None unless the year is written and only one reading is possible.
        end: Last day of it (a month or a year is a period); None where `start` is.
        relative: The words that need the text's own date to be resolved (`friday`, `last week`), in lower case.
        ambiguous: True for `03/04/2025`, whose month and day can't be told apart; only the year is then known.
    """

    span: Span
    start: date | None = None
    end: date | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    relative: str | None = None
    ambiguous: bool = False


def dates(text: str) -> list[DateMention]:
    """The dates of `text` in order, without overlap. Years count from 1000 to 2999; days that don't exist don't."""
    found = [
        *(mention for pattern in _ABSOLUTE for match in pattern.finditer(text) if (mention := _absolute(match))),
        *(_lone_month(match) for match in _LONE_MONTH.finditer(text)),
        *(mention for match in _LONE_YEAR.finditer(text) if (mention := _lone_year(text, match))),
        *(_relative(match) for match in _RELATIVE.finditer(text) if _is_relative(text, match)),
    ]
    # The longest of those that overlap says the most: "Friday, May 23, 2025" over "Friday" and "2025".
    found.sort(key=lambda mention: (mention.span.start, -len(mention.span)))
    kept: list[DateMention] = []
    for mention in found:
        if kept and kept[-1].span.overlaps(mention.span):
            if len(mention.span) > len(kept[-1].span):
                kept[-1] = mention
            continue
        kept.append(mention)
    return kept


def _absolute(match: re.Match[str]) -> DateMention | None:
    parts, span = match.groupdict(), Span(match.start(), match.end())
    if parts.get("first"):
        return _numeric(parts, span)
    if parts.get("decade"):
        first = int(parts["decade"])
        # "The 1700s" are a decade to some and a century to others; the longer period holds both.
        years = 100 if first % 100 == 0 else 10
        return DateMention(span=span, start=date(first, 1, 1), end=date(first + years - 1, 12, 31))
    year = int(parts["year"]) if parts.get("year") else None
    if year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    if parts.get("quarter") or parts.get("quarter_word"):
        words = ("first", "second", "third", "fourth")
        quarter = int(parts["quarter"]) if parts["quarter"] else words.index(parts["quarter_word"]) + 1
        return _period(span, year, 3 * quarter - 2, months=3)
    written = parts["month"]
    month = int(written) if written.isdigit() else _MONTHS_BY_START[written[:3].lower()]
    if not parts.get("day"):
        return _period(span, year, month)
    return _day(span, year, month, (int(parts["day"]), int(parts.get("last") or parts["day"])))


def _numeric(parts: dict[str, str], span: Span) -> DateMention | None:
    """Three numbers between slashes or full stops. Full stops are day first; slashes are either."""
    first, second, third = (int(parts[name]) for name in ("first", "second", "third"))
    if len(parts["first"]) == 4:
        return _day(span, first, second, (third, third)) if third <= 31 and _FIRST_YEAR <= first <= _LAST_YEAR else None
    if len(parts["third"]) != 4 or not _FIRST_YEAR <= third <= _LAST_YEAR:
        return None  # "1.2.3" is a version, and two digits of a year leave too much open
    if parts["sign"] == "/" and first <= 12 and second <= 12 and first != second:
        return DateMention(span=span, year=third, ambiguous=True) if min(first, second) > 0 else None
    if parts["sign"] == "/" and second > 12:
        first, second = second, first
    return _day(span, third, second, (first, first))


def _day(span: Span, year: int | None, month: int, days: tuple[int, int]) -> DateMention | None:
    # Without a year, 29 February may be one.
    if not 1 <= month <= 12 or not 1 <= days[0] <= days[1] <= calendar.monthrange(year or 2000, month)[1]:
        return None
    first, last = (date(year, month, day) if year else None for day in days)
    return DateMention(
        span=span, start=first, end=last, year=year, month=month, day=days[0] if days[0] == days[1] else None
    )


def _period(span: Span, year: int | None, month: int, *, months: int = 1) -> DateMention:
    if year is None:
        return DateMention(span=span, month=month)
    last = month + months - 1
    return DateMention(
        span=span,
        start=date(year, month, 1),
        end=date(year, last, calendar.monthrange(year, last)[1]),
        year=year,
        month=month if months == 1 else None,
    )


def _lone_month(match: re.Match[str]) -> DateMention:
    return DateMention(span=Span(*match.span("found")), month=_MONTHS[match["found"]])


def _lone_year(text: str, match: re.Match[str]) -> DateMention | None:
    """A year that stands alone, where its neighbours make it one: `in 2022`, `(2022)`, `the 2022 election`."""
    year = int(match["year"])
    before = text[max(0, match.start() - _LOOK_BACK) : match.start()]
    sure = bool(_SURE_BEFORE.search(before))
    if not (_FIRST_YEAR if sure else _FIRST_LIKELY_YEAR) <= year <= _LAST_YEAR:
        return None
    opening = not before.strip() or before.rstrip()[-1:] in ".!?\n"
    if _COUNT_BEFORE.search(before) or not (opening or _YEAR_BEFORE.search(before)):
        return None
    follower = _NEXT_WORD.match(text, match.end())
    counted = follower is not None and _may_be_counted(follower) and not match["to"]
    if counted and follower is not None and (not sure or is_plural(follower[1])):
        return None
    last = _last_year(match, year)
    if last is None:
        return None
    same = last == year
    return DateMention(
        span=Span(match.start(), match.end()),
        start=date(year, 1, 1),
        end=date(last, 12, 31),
        year=year if same else None,
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
    return last if year < last <= _LAST_YEAR else None


def _is_relative(text: str, match: re.Match[str]) -> bool:
    if match["named"]:
        name = match["named"].split()[-1]
        return name[0].isupper() and not _NOT_THE_DAY.search(text[max(0, match.start() - _LOOK_BACK) : match.start()])
    return True


def _relative(match: re.Match[str]) -> DateMention:
    return DateMention(span=Span(match.start(), match.end()), relative=" ".join(match.group().lower().split()))
