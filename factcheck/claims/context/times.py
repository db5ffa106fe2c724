"""What `Friday` or `last week` in an article was: the days, given the article's date and the tense around the words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from factcheck.claims.context.mentions import said_in
from factcheck.domain.claims import Ambiguity, Substitution
from factcheck.domain.parsed_text import ParsedSentence, Token
from factcheck.domain.spans import Span
from factcheck.language.times.dates import DateMention, dates
from factcheck.language.times.periods import Direction, Period, Resolved, worded_day, worded_period
from factcheck.language.times.resolving import resolve

_PREPOSITIONS: Final = ("on ", "in ", "between ", "around ")
_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_PARTS: Final = frozenset({"morning", "afternoon", "evening", "night"})
_AHEAD: Final = frozenset({"expect", "plan", "schedule", "set", "due", "slate"})
"""Participles that put a time ahead: `a vote expected on Friday`."""
_FUTURE: Final = frozenset({"will", "'ll", "would", "shall", "wo", "may", "might"})
_NEAR: Final = 45
_FAR: Final = 200
"""Days: where the tense doesn't tell, a date within the one is meant if the other reading lies beyond the other."""


def times(sentence: ParsedSentence, *, published_on: date | None, inferred: bool) -> Iterator[Substitution | Ambiguity]:
    """What stands for each time of the sentence that its own words don't settle, in order.

    Args:
        inferred: Whether the article's date was worked out and not stated; each reason says so then.
    """
    said = said_in(sentence)
    found = dates(said)
    for mention in found:
        if mention.start is not None or (mention.relative is None and mention.month is None):
            continue
        span = mention.span.shifted(sentence.span.start)
        words = mention.span.of(said)
        if published_on is None:
            if mention.relative is not None:
                yield Ambiguity(span=span, said=words, why="the article has no date")
            continue
        direction = _direction(sentence, span)
        resolved = resolve(mention, published_on, direction)
        if resolved is None or _is_vague(mention, direction) or _has_neighbour(mention, found):
            continue
        period = _chosen(resolved, mention, direction, published_on)
        why = resolved.why.replace("the text", "the article") + (", a date that is only inferred" if inferred else "")
        if period is None:
            yield Ambiguity(
                span=span, said=words, why=why, candidates=tuple(worded_period(each) for each in resolved.candidates)
            )
            continue
        written = _written(sentence, said, mention, period)
        part = _part_of_day(sentence, span, period)
        if part is not None:
            span, words = Span(span.start, part.end), f"{words} {part.text}"
            written = _of_part(written, part.text)
        if written.lower() != words.lower():
            yield Substitution(span=span, said=words, written=written, why=why)


def _part_of_day(sentence: ParsedSentence, span: Span, period: Period) -> Token | None:
    """`afternoon` of `yesterday afternoon`."""
    after = next((each for each in sentence.tokens if each.start >= span.end), None)
    return after if after is not None and after.lower in _PARTS and period.grain == "day" else None


def _of_part(written: str, part: str) -> str:
    day = written.removeprefix("on ").removeprefix("On ")
    words = f"the {part} of {day}"
    if day == written:
        return words
    return f"{written[:2]} {words}"


def _is_vague(mention: DateMention, direction: Direction) -> bool:
    """`the last decade` is no calendar decade, and `today` is the day only where something happened on it."""
    told = mention.relative or ""
    return told.startswith(("the last", "the past")) or (told.startswith("today") and direction != "past")


def _chosen(found: Resolved, mention: DateMention, direction: Direction, on: date) -> Period | None:
    """The period that is meant: the only one, or for `5 December` the one of its direction, or the far nearer one."""
    if found.period is not None:
        return found.period if not found.period.about or found.period.grain == "year" else None
    if mention.relative is not None or mention.readings:
        return None
    near, far = sorted(found.candidates[:2], key=lambda each: _days_off(each, on))
    if _days_off(near, on) <= _NEAR and _days_off(far, on) >= _FAR:
        return None if direction == "future" and near.last < on else near
    return found.candidates[0] if direction != "unknown" else None


def _days_off(period: Period, on: date) -> int:
    return min(abs((each - on).days) for each in (period.first, period.last))


def _has_neighbour(mention: DateMention, others: list[DateMention]) -> bool:
    """`6 February this year`: whether the next words say which one it is."""
    return any(other is not mention and 0 <= other.span.start - mention.span.end <= len(" - ") for other in others)


def _direction(sentence: ParsedSentence, span: Span) -> Direction:
    """Whether the verb that a time belongs to is about what was or what will be."""
    inside = [token for token in sentence.tokens if span.start <= token.start < span.end]
    if not inside:
        return "unknown"
    head = next((each for each in inside if not span.start <= sentence.head(each).start < span.end), inside[0])
    for verb in (head, *sentence.ancestors(head)):
        if verb.word_class not in {"VERB", "AUX"} or _stands_before_clause(sentence, head, verb):
            continue
        told = _tense(sentence, verb)
        if told is not None:
            return told
    return "unknown"


def _stands_before_clause(sentence: ParsedSentence, time: Token, verb: Token) -> bool:
    """Whether a time stands between a verb of saying and what was said: `said on Monday it would close`."""
    subject = sentence.child(verb, "nsubj", "nsubjpass")
    return (
        verb.relation == "ccomp"
        and subject is not None
        and sentence.head(verb).place < time.place < sentence.subtree(subject)[0].place
    )


def _tense(sentence: ParsedSentence, verb: Token) -> Direction | None:
    """What the form of a verb and its auxiliaries say; None where what it depends on tells: `to open in May`."""
    helpers = sentence.children(verb, "aux", "auxpass")
    if any(each.tag == "MD" for each in helpers):
        return "future" if any(each.lower in _FUTURE for each in helpers) else "unknown"
    if any(each.tag == "TO" for each in helpers):
        above = [each for each in sentence.ancestors(verb) if each.tag in {"VBZ", "VBP", "VBD"}]
        return "future" if above and above[0].tag != "VBD" else None
    forms = {each.tag for each in (verb, *helpers)}
    if "VBD" in forms or any(each.lemma == "have" for each in helpers):
        return "past"
    if verb.tag == "VBN" and not helpers:
        return "unknown" if verb.lemma.lower() in _AHEAD else "past"
    return "unknown" if forms & {"VBZ", "VBP"} else None


def _written(sentence: ParsedSentence, said: str, mention: DateMention, period: Period) -> str:
    """The period in words that fit where the mention stands: after a preposition without one of its own."""
    words = worded_period(period)
    if period.grain == "week":
        days = worded_period(Period(first=period.first, last=period.last, grain="period")).removeprefix("between ")
        words = f"in the week of {days.replace(' and ', ' to ')}"
    weekday = mention.relative and any(day.lower() in mention.relative for day in _DAYS)
    if weekday and period.grain == "day":
        words = f"on {_DAYS[period.first.weekday()]} {worded_day(period.first)}"
    start = sentence.span.start + mention.span.start
    before = next((each for each in reversed(sentence.tokens) if each.end <= start), None)
    bare = before is not None and (before.word_class in {"ADP", "SCONJ", "CCONJ", "DET"} or before.text == "(")
    follows_dash = mention.relative is None and mention.month is not None
    if bare or follows_dash:
        words = next((words.removeprefix(each) for each in _PREPOSITIONS if words.startswith(each)), words)
    starts = mention.span.of(said)[:1].isupper() and not said[: mention.span.start].strip()
    return words[0].upper() + words[1:] if starts else words
