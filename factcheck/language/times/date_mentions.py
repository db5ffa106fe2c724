"""What a date says as it is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factcheck.domain.spans import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """One date or time as it is written.

    Attributes:
        start: First day of it; None unless the year is written and only one reading is possible.
        end: Last day of it (a month or a year is a period); None where `start` is.
        relative: The words that need the text's own date to be resolved (`friday`, `last week`), in lower case.
        ambiguous: True for `03/04/2025`, whose month and day can't be told apart; only the year is then known.
        readings: The days that an ambiguous one may be, the earlier first; empty for all others.
        part: `early`, `mid` or `late` of what `start` and `end` hold; `""` where the whole of it is meant.
        season: `spring`, `summer`, `autumn` or `winter` of `year`; which days that are depends on the hemisphere.
    """

    span: Span
    start: date | None = None
    end: date | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    relative: str | None = None
    ambiguous: bool = False
    readings: tuple[date, ...] = ()
    part: str = ""
    season: str = ""
