"""The words of a relative time, taken apart: `last friday`, `two weeks ago`, `later this month`."""

from __future__ import annotations

import re
from typing import Final, Literal, NamedTuple

from factcheck.language.word_lists import word_list

_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NUMBERS: Final = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
_FIXED_DAYS: Final = {
    "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "day before yesterday": -2, "day after tomorrow": 2,
    "this morning": 0, "this afternoon": 0, "this evening": 0, "this night": 0, "last evening": -1,
}  # fmt: skip
_WEEKDAY: Final = re.compile(
    rf"(?:(?P<turn>last|next|this coming|this past|this) )?(?P<day>{'|'.join(_DAYS)})"
    r"(?:,? (?:of )?(?P<week>last|this|next) week)?"
)
_AGO: Final = re.compile(r"(?P<count>\w+) (?P<unit>day|week|fortnight|month|year|decade)s? (?P<way>ago|earlier|later)")
_TURNED: Final = re.compile(
    r"(?:(?P<side>earlier|later) )?"
    r"(?P<turn>last|this|next|the last|the past|the next|the same|the previous|the following) (?P<unit>[a-z]+)"
)
_ANCHORED: Final = frozenset({"the next", "the same", "the previous", "the following"})
_PARTS_OF_DAY: Final = frozenset({"day", "morning", "afternoon", "evening", "night"})
_MONTHS: Final = frozenset(
    word_list("""january february march april may june july august september october november december""")
)


class Relative(NamedTuple):
    """A relative time.

    Attributes:
        kind: `day` (`number` days from the text's date), `weekday`, `month`, `ago`, `span` (`last week`, `this year`,
            `the weekend`), `shifted` (`two years later`) or `anchored` (`the following day`): the last two start from
            a time that was spoken of before.
        turn: `last`, `this`, `next`, `the past` and the like; `""` for none.
        number: How many units, with a sign; for a weekday its number, Monday being 0.
        week: `last`, `this` or `next` for `Friday last week`.
        side: `earlier` or `later` for `earlier this week`.
    """

    kind: Literal["day", "weekday", "month", "ago", "span", "shifted", "anchored"]
    turn: str = ""
    unit: str = ""
    number: int = 0
    week: str = ""
    side: str = ""


def read_relative(words: str) -> Relative | None:
    """The relative time that `words` (in lower case, single spaces) say; None for an open one: `a few days ago`."""
    fixed = _FIXED_DAYS.get(words.removeprefix("the "))
    if fixed is not None:
        return Relative("day", number=fixed)
    if words == "the weekend":
        return Relative("span", turn="the", unit="weekend")
    weekday = _WEEKDAY.fullmatch(words)
    if weekday:
        day = _DAYS.index(weekday["day"])
        return Relative("weekday", turn=weekday["turn"] or "", number=day, week=weekday["week"] or "")
    ago = _AGO.fullmatch(words)
    if ago:
        return _shift(ago)
    turned = _TURNED.fullmatch(words)
    return _turned(turned) if turned else None


def _shift(match: re.Match[str]) -> Relative | None:
    written = match["count"]
    count = _NUMBERS.get(written) or (int(written) if written.isascii() and written.isdigit() else 0)
    unit, count = ("week", 2 * count) if match["unit"] == "fortnight" else (match["unit"], count)
    if not count:
        return None
    sign = 1 if match["way"] == "later" else -1
    return Relative("ago" if match["way"] == "ago" else "shifted", unit=unit, number=sign * count)


def _turned(match: re.Match[str]) -> Relative | None:
    turn, unit = match["turn"], match["unit"]
    if unit in _MONTHS:
        return Relative("month", turn=turn)
    if turn == "next" and unit in _PARTS_OF_DAY:
        turn = "the next"  # "next day", "next morning"
    if turn in _ANCHORED:
        return Relative("anchored", turn=turn, unit="day" if unit in _PARTS_OF_DAY else unit)
    if unit in _PARTS_OF_DAY and (turn, unit) not in (("last", "night"), ("the past", "day"), ("the last", "day")):
        return None  # "last day", "this day"
    return Relative("span", turn=turn, unit=unit, side=match["side"] or "")
