"""How dates are written in English: the patterns that `dates` reads. Each begins so that a place is tried once."""

from __future__ import annotations

import calendar
import re
from typing import Final

MONTHS: Final = {name: number for number, name in enumerate(calendar.month_name) if name}
MONTHS_BY_START: Final = {name[:3].lower(): number for name, number in MONTHS.items()}
QUARTERS: Final = ("first", "second", "third", "fourth")
_WEEKDAYS: Final = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_FULL_MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
_MONTH: Final = (
    rf"(?P<month>{_FULL_MONTHS}"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
)
_DAY: Final = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s?[-–]\s?(?P<last>[0-9]{1,2})(?:st|nd|rd|th)?)?"
_YEAR: Final = r"(?P<year>[12][0-9]{3})(?![0-9]|[.,][0-9]|[-–/][0-9])"
_PART: Final = r"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[-\s])?"
_NAMED_DAY: Final = rf"(?:(?:{_WEEKDAYS}),?\s{{1,2}}(?:the\s)?)?"
ABSOLUTE: Final = tuple(
    re.compile(rf"(?<![\w/.:,-]){pattern}(?![\w/])")
    for pattern in (
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})(?:T[0-9:.]{4,16}(?:Z|[+-][0-9:]{4,5})?)?",
        r"(?P<first>[0-9]{1,4})(?P<sign>[/.])(?P<second>[0-9]{1,2})(?P=sign)(?P<third>[0-9]{1,4})",
        rf"{_NAMED_DAY}{_DAY}\s{{1,2}}(?:of\s)?{_MONTH}(?:,?\s{{1,2}}{_YEAR})?",
        rf"{_NAMED_DAY}{_MONTH}\s{{1,2}}(?:the\s)?{_DAY}(?![0-9.,]*[0-9])(?:(?:,\s?|\s{{1,2}}){_YEAR})?",
        rf"(?<![0-9]\s){_PART}{_MONTH}(?:,|\sof)?\s{{1,2}}{_YEAR}",
        rf"(?P<part>[Ee]arly|[Mm]id|[Ll]ate)-{_YEAR}",
        rf"(?:Q(?P<quarter>[1-4])|(?P<quarter_word>first|second|third|fourth)\squarter)(?:\sof)?\s{_YEAR}",
        rf"(?:H(?P<half>[12])|(?P<half_word>first|second)\shalf)(?:\sof)?\s{_YEAR}",
        rf"{_PART}(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)(?:\sof)?\s{_YEAR}",
        rf"{_PART}(?P<decade>[12][0-9]{{2}}0)['’]?s",
    )
)
LONE_MONTH: Final = re.compile(
    r"\b(?:(?P<opener>(?:[Ii]n|[Ss]ince|[Uu]ntil|[Tt]ill|[Bb]y|[Dd]uring|of|from)\s))?"
    r"(?P<found>(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[\s-]|(?P<turn>[Ll]ast|[Nn]ext|[Tt]his)\s)?"
    rf"(?P<month>{_FULL_MONTHS}))\b(?!\s[A-Z0-9]|-)"
)
"""A month without a year; the caller drops those with nothing before them: `May` is another word too."""
LONE_YEAR: Final = re.compile(
    r"(?<![\w/.:,$€£¥#+-])(?P<year>[12][0-9]{3})"
    r"(?:(?P<join>[-–/])(?P<to>[12][0-9]{3}|[0-9]{2}))?(?![\w/%:]|[.,][0-9]|-)"
)
YEAR_BEFORE: Final = re.compile(
    r"(?:(?<![^\W_])(?:in|since|until|till|during|early|late|mid|before|after|from|by|between|and|to|of|the|an?|for"
    r"|around|about|year|spring|summer|autumn|fall|winter|season|circa|c\.|[’']s)[\s-]{1,2}|[(\[,–—-]\s?)$",
    re.IGNORECASE,
)
SURE_BEFORE: Final = re.compile(
    r"\b(?:in|since|until|till|during|early|late|year|spring|summer|autumn|winter)[\s-]$|\($", re.IGNORECASE
)
PART_BEFORE: Final = re.compile(r"\b(?P<part>early|mid|late)[\s-]$", re.IGNORECASE)
COUNT_BEFORE: Final = re.compile(
    r"\b(?:than|over|least|most|nearly|approximately|roughly|some|up to)\s$", re.IGNORECASE
)
NEXT_WORD: Final = re.compile(r"\s([^\W\d_]+)(?:\s([^\W\d_]+))?")
_SPAN_WORDS: Final = (
    "week|weekend|month|year|decade|century|day|morning|afternoon|evening|night|spring|summer|autumn|winter"
)
RELATIVE: Final = re.compile(
    rf"\b(?:(?P<named>(?:(?:last|this|next|this\scoming|this\spast)\s)?(?P<weekday>{_WEEKDAYS})"
    r"(?:,?\s(?:of\s)?(?:last|this|next)\sweek)?)(?![-\w])"
    r"|(?P<worded>(?:(?:the\s)?day\s(?:before\syesterday|after\stomorrow))|yesterday|today|tonight|tomorrow|the\sweekend"
    r"|(?:earlier\s|later\s)?(?:last|this|next|the\slast|the\spast|the\snext|the\ssame|the\sprevious|the\sfollowing)\s"
    rf"(?:{_SPAN_WORDS})(?!\sof\b)"
    r"|(?:(?<![0-9][.,])[0-9]{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|a\sfew|several"
    r"|a\scouple\sof)\s(?:minute|hour|day|week|fortnight|month|year|decade)s?\s(?:ago|earlier|later))(?![-\w]))",
    re.IGNORECASE,
)
NOT_THE_DAY: Final = re.compile(
    r"\b(?:Good|Black|Ash|Easter|Super|Bloody|Palm|Cyber|Casual|Ruby|Freaky|Holy|[Ee]very|[Ee]ach|[Aa]ny|[Aa]|[Oo]ne)\s$"
)
