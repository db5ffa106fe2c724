"""What `Friday` or `last week` in an article was: the days, given the article's date and the tense around the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from factcheck.claims.words import listed
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.spans import Span
from factcheck.language.tagging import Token
from factcheck.language.times.dates import DateMention, dates
from factcheck.language.times.periods import Direction, Period, Resolved, worded_day, worded_period
from factcheck.language.times.resolving import resolve

_PREPOSITIONS: Final = ("on ", "in ", "between ", "around ")
_KEPT_AFTER: Final = listed("between on in by until till since from to of before after during for and")
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def times(
    said: str, tokens: Sequence[Token], *, offset: int, published_on: date | None, inferred: bool
) -> Iterator[Substitution | Ambiguity]:
    """What stands for each time of the sentence `said` that its own words don't settle, in order.

    Args:
        offset: Where the sentence begins in its article.
        inferred: Whether the article's date was worked out and not stated; each reason says so then.
    """
    for mention in dates(said):
        if mention.start is not None or (mention.relative is None and mention.month is None):
            continue
        span = Span(offset + mention.span.start, offset + mention.span.end)
        words = mention.span.of(said)
        if published_on is None:
            if mention.relative is not None:
                yield Ambiguity(span=span, said=words, why="the article has no date")
            continue
        direction = _direction(tokens, mention)
        found = resolve(mention, published_on, direction)
        if found is None or _is_vague(mention) or _has_neighbour(said, mention):
            continue
        period = _chosen(found, mention, direction, published_on)
        why = found.why.replace("the text", "the article") + (", a date that is only inferred" if inferred else "")
        if period is None:
            yield Ambiguity(
                span=span, said=words, why=why, candidates=tuple(worded_period(each) for each in found.candidates)
            )
            continue
        written = _written(said, mention, period)
        if written.lower() != words.lower():
            yield Substitution(span=span, said=words, written=written, why=why)


_NEAR: Final = 45
_FAR: Final = 200
"""Days: where the tense doesn't tell, a date within the one is meant if the other reading lies beyond the other."""


def _is_vague(mention: DateMention) -> bool:
    """`the last decade` is no calendar decade, and `today` is as often the present as the day."""
    return (mention.relative or "").startswith(("the last", "the past", "today"))


def _chosen(found: Resolved, mention: DateMention, direction: Direction, on: date) -> Period | None:
    """The period that is meant: the only one, or for `5 December` the one of its direction, or the far nearer one."""
    if found.period is not None:
        return found.period if not found.period.about or found.period.grain == "year" else None
    if mention.relative is not None or mention.readings:
        return None
    first, second = found.candidates[:2]
    if direction != "unknown":
        return first
    near, far = (abs((each.first - on).days) for each in (first, second))
    return first if near <= _NEAR and far >= _FAR else None


def _has_neighbour(said: str, mention: DateMention) -> bool:
    """`6 February this year`: whether the next words say which one it is."""
    return any(
        other.span != mention.span and 0 <= other.span.start - mention.span.end <= len(" - ") for other in dates(said)
    )


def _direction(tokens: Sequence[Token], mention: DateMention) -> Direction:
    """Whether the nearest verb is about what was or what will be; the one before the words counts first."""
    before = [token for token in tokens if token.end <= mention.span.start]
    after = [token for token in tokens if token.start >= mention.span.end]
    for token in [*reversed(before), *after]:
        if token.tag == "MD" or token.lower in {"will", "'ll"}:
            return "future" if token.lower in {"will", "would", "shall", "'ll", "won't", "may", "might"} else "unknown"
        if token.tag == "VBD":
            return "past"
        if token.tag == "VBZ" and token.lower in {"has", "have"}:
            return "past"
        if token.tag == "TO" and token in before:
            return "future" if any(each.tag in {"VBZ", "VBP"} for each in before) else "unknown"
        if token.tag in {"VBZ", "VBP"}:
            after_it = next((each for each in tokens if each.start >= token.end), None)
            return "future" if after_it is not None and after_it.tag == "TO" else "unknown"
    return "unknown"


def _written(said: str, mention: DateMention, period: Period) -> str:
    """The period in words that fit where the mention stands: after a preposition without one of its own."""
    words = worded_period(period)
    if period.grain == "week":
        days = worded_period(Period(first=period.first, last=period.last, grain="period")).removeprefix("between ")
        words = f"in the week of {days.replace(' and ', ' to ')}"
    weekday = mention.relative and any(day.lower() in mention.relative for day in _DAYS)
    if weekday and period.grain == "day":
        words = f"on {_DAYS[period.first.weekday()]} {worded_day(period.first)}"
    before = said[: mention.span.start].split()[-1:]
    bare = before and before[0].lower().strip("(,") in _KEPT_AFTER
    follows_dash = mention.relative is None and mention.month is not None
    if bare or follows_dash:
        words = next((words.removeprefix(each) for each in _PREPOSITIONS if words.startswith(each)), words)
    return (
        words[0].upper() + words[1:]
        if mention.span.of(said)[:1].isupper() and not said[: mention.span.start].strip()
        else words
    )
