"""Says what a single line is, by its form alone: list item, quotation, divider, date line, byline."""

from __future__ import annotations

import re
from typing import Final

LONGEST_HEADING: Final = 100
"""Characters. Newspaper headlines are rarely over 80."""

_BULLET: Final = re.compile(r"[-*+•‣◦▪●]\s+\S")
_LIST_MARKER: Final = re.compile(r"(?:[-*+•‣◦▪●–]|\d{1,3}[.)]|[a-z][.)])\s+\S")
_CLOSERS: Final = "\"'”’»)]}*_"
_TERMINALS: Final = frozenset(".!?…。！？؟।")
_OPENERS: Final = frozenset("“\"'«„‘")
_PAUSES: Final = frozenset(":;,：；、،")

_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY_NAME: Final = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_ZONE: Final = r"(?:gmt|utc|z|[ap]\.?m\.?|[ecmpb][sd]?t|cest|eest|msk|ist|jst)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?"
_CALENDAR: Final = (
    rf"(?:{_MONTH}\s+\d{{1,2}}(?!\d)(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH}|{_MONTH}\s+\d{{4}}"
    r"|\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./]\d{1,2}[./]\d{1,2})"
)
_CLOCK: Final = r"\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s*[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?"
_LABEL: Final = (
    r"(?:(?:first |last )?(?:published|updated|posted|modified|created|issued|released)(?: (?:on|at))?|date|as of|on)"
)
_DATE_WORDS: Final = re.compile(
    rf"(?:{_CALENDAR}|{_CLOCK}|{_DAY_NAME}|{_ZONE}|{_LABEL}|(?:19|20)\d{{2}}|t(?=\d)|at|\d+\s+min(?:ute)?s?\s+read"
    r"|\d+\s+(?:minute|hour|day)s?\s+ago|[\s,.:;|/()·•–—+-]+)",
    re.IGNORECASE,
)
_AGENCY: Final = re.compile(r"\([A-Z][\w ./&-]{1,30}\)")
_CALENDAR_DATE: Final = re.compile(_CALENDAR, re.IGNORECASE)
_ONLY_DAY_OR_CLOCK: Final = re.compile(rf"{_LABEL}:?\s+.*(?:{_DAY_NAME}|{_CLOCK}|ago)", re.IGNORECASE)
_PLACE: Final = re.compile(r"[^\W\d_][\w.'’-]*(?:[ /][^\W\d_][\w.'’-]*){0,3}(?:,\s+[^\W\d_][\w. ]{1,20})?,\s+")

_BYLINE_START: Final = re.compile(
    r"(?:(?:written|reported|words|story|text|analysis|opinion)\s+)?by:?\s+", re.IGNORECASE
)
_NAME: Final = re.compile(
    r"(?:(?:[dlo]['’])?[^\W\d_a-z][\w.'’-]*|and|&|with|de|del|der|den|di|da|du|la|le|van|von|bin|al|el|for|in|of|the)[,;]?"
)
_CALENDAR_WORD: Final = re.compile(rf"(?:{_MONTH}|{_DAY_NAME})$", re.IGNORECASE)


def is_list_item(line: str) -> bool:
    return _LIST_MARKER.match(line) is not None


def is_bullet(line: str) -> bool:
    """True for the list items whose marker can't be a word of a sentence: not for `30. ` and a dash."""
    return _BULLET.match(line) is not None


def is_quoted(line: str) -> bool:
    return line.startswith(">")


def is_table_row(line: str) -> bool:
    return line.startswith("|") and line.count("|") > 1


def is_divider(line: str) -> bool:
    """True for a line without a letter or digit: a rule, a row of stars."""
    return not any(map(str.isalnum, line))


def ends_a_sentence(line: str) -> bool:
    """True where `line` ends in a full stop or its like, closing quotes and brackets aside."""
    return line[-12:].rstrip(_CLOSERS)[-1:] in _TERMINALS


def could_be_heading(line: str) -> bool:
    """True for a short line that begins like a sentence and doesn't end like one. What follows it decides."""
    if len(line) > LONGEST_HEADING or ends_a_sentence(line) or line[-1] in _PAUSES or line[0] in _OPENERS:
        return False
    first = next(filter(str.isalnum, line), "")
    return not first.islower() and any(map(str.isalpha, line))


def is_dateline(line: str) -> bool:
    """True for a line that is nothing but a date: `Monday, 3 May 2021, 10:30 GMT`, `Updated: ...`, `PARIS, May 3 —`."""
    if len(line) > LONGEST_HEADING:
        return False
    bare = _AGENCY.sub(" ", line)
    place = _PLACE.match(bare) if bare[0].isupper() else None
    return _is_date_only(bare) or (place is not None and _is_date_only(bare[place.end() :]))


def _is_date_only(line: str) -> bool:
    if not _CALENDAR_DATE.search(line) and not _ONLY_DAY_OR_CLOCK.match(line):
        return False
    place = 0
    while found := _DATE_WORDS.match(line, place):
        place = found.end()
    return place == len(line)


def is_byline(line: str) -> bool:
    """True for `By NAME`, with a role or an agency after it."""
    start = _BYLINE_START.match(line) if len(line) <= LONGEST_HEADING else None
    if start is None:
        return False
    head, *rest = re.split(r"\s*[|·•–—]\s*", line[start.end() :])
    words = head.split()
    names = [word for word in words if word[0].isupper() and not _CALENDAR_WORD.match(word.strip(",;"))]
    return (
        0 < len(words) <= 10
        and bool(names)
        # A first name can be a month's: By June Ade.
        and (words[0] in names or (len(words) == 2 and words[0][0].isupper() and words[1] in names))
        and all(map(_NAME.fullmatch, words))
        and all(len(each) <= 40 and not each.endswith((".", "!", "?")) for each in rest)
    )
