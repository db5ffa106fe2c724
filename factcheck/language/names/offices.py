"""Offices in English text: who is, was or will be what: `President Ann Lee`, `the former mayor of Leeds, Tom Berg`.

An office is found by the noun that heads it. Words with other meanings (`head`, `chief`, `director`) head one only
where what they lead or a person's name stands beside them. Plurals name no single holder and are left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.domain.spans import Span
from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.names.name_words import TIMES
from factcheck.language.names.names import names
from factcheck.language.names.office_holders import Names, holder_of
from factcheck.language.names.office_phrases import Phrase, lower_at, phrase_at
from factcheck.language.names.office_words import DETERMINERS, STANDING, WEAK_HEADS
from factcheck.language.names.people import TITLES
from factcheck.language.numbers.lexemes import Lexeme, lexemes
from factcheck.language.quantities.nouns import ends_noun


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One mention of an office.

    Attributes:
        span: From the first modifier to the last word of the office: `former defence minister`.
        words: The office in lower case, without modifiers: `defence minister`.
        modifiers: In lower case and in order: `former`, `acting`, `deputy`, `47th`, and `elect` of `president-elect`.
        of: What it is an office of, as it stands there: `Leeds` in `the mayor of Leeds` and in `Leeds mayor`.
        holder: The name beside it, or before `is`, `was`, `became` and the like; None where there is none.
    """

    span: Span
    words: str
    modifiers: tuple[str, ...] = ()
    of: Span | None = None
    holder: Span | None = None


_MOST_WORDS: Final = 6
_DAYS: Final = frozenset({"today", "yesterday", "tomorrow", "tonight"})
_MOST_OWNERS: Final = 4


def offices(text: str) -> list[Office]:
    """The offices of `text`, in order, without overlap. Any text is accepted; the time grows with its length."""
    words = lexemes(text)
    people = Names(names(text))
    found: list[Office] = []
    at = 0
    while at < len(words):
        phrase = phrase_at(words, at)
        office = _office(words, phrase, people) if phrase else None
        if phrase is None or office is None or (found and office.span.start < found[-1].span.end):
            at += 1
            continue
        found.append(office)
        at = phrase.end
    return found


def _office(words: Sequence[Lexeme], phrase: Phrase, people: Names) -> Office | None:
    of, after = _of_behind(words, phrase, people)
    front, of_front = _of_before(words, phrase.first)
    first, far = _far_modifier(words, front) if of_front is not None else (phrase.first, ())
    if far:
        front, of_front = first, _without_first(words, first, of_front)
    holder = holder_of(words, phrase, after, people, front)
    if holder is None and _goes_on(words, phrase):
        return None
    head = words[phrase.core_end - 1].lower
    alone = phrase.core_end - phrase.core == 1
    if alone and head in WEAK_HEADS and not (of or of_front or (holder and _directly(words, phrase, holder))):
        return None
    if head in WEAK_HEADS and alone and of is None and of_front is not None and holder is None:
        return None  # "his head", "Norway's general mood"
    core = [each.lower for each in words[phrase.core : phrase.core_end]]
    return Office(
        span=Span(words[first if far else phrase.first].start, words[phrase.end - 1].end),
        words=" ".join(core).replace(" - ", "-"),
        modifiers=(*far, *phrase.modifiers),
        of=of or of_front,
        holder=holder,
    )


def _far_modifier(words: Sequence[Lexeme], front: int) -> tuple[int, tuple[str, ...]]:
    """`former` in `former U.S. president`, where what it is an office of stands between; its token, and it."""
    for at in (front, front - 1):
        if at >= 0 and words[at].lower in STANDING:
            return at, (words[at].lower,)
    return front, ()


def _without_first(words: Sequence[Lexeme], at: int, of: Span | None) -> Span | None:
    """`of` without the modifier at token `at`, which a capital may have made a part of it."""
    if of is None or of.start != words[at].start or at + 1 >= len(words) or words[at + 1].start >= of.end:
        return of
    return Span(words[at + 1].start, of.end)


def _goes_on(words: Sequence[Lexeme], phrase: Phrase) -> bool:
    """Whether the office is only a part of a longer name: `Queen Mary University`."""
    if phrase.end >= len(words) or not words[phrase.end - 1].is_capitalised:
        return False
    following = words[phrase.end]
    apart = following.start - words[phrase.end - 1].end != 1
    return following.is_word and following.is_capitalised and not apart and following.lower not in TIMES


def _directly(words: Sequence[Lexeme], phrase: Phrase, holder: Span) -> bool:
    return phrase.end < len(words) and words[phrase.end].start == holder.start and words[phrase.end - 1].is_capitalised


def _of_behind(words: Sequence[Lexeme], phrase: Phrase, people: Names) -> tuple[Span | None, int]:
    """What follows `of`, `for` or `to` behind the office, and the token after it."""
    at = phrase.end
    link = lower_at(words, at)
    to = link == "to" and words[phrase.core_end - 1].lower in ("ambassador", "envoy", "consul", "secretary", "adviser")
    if link not in ("of", "for") and not to:
        return None, at
    start = at + 1
    step = start + 1 if lower_at(words, start) in DETERMINERS else start
    if step >= len(words):
        return None, at
    name = people.at(words[step].start, person=False)
    if name is not None:
        end = bisect_left(words, name.span.end, key=lambda token: token.start)
        if step > start and name.span.end == words[end - 1].end:
            end = _past_nouns(words, end)  # "the Dallas branch"
            return Span(words[start].start, words[end - 1].end), end
        return Span(words[start].start, name.span.end), end
    end = step
    while (
        end < len(words) and end - step < _MOST_WORDS and words[end].is_word and words[end].lower not in FUNCTION_WORDS
    ):
        ends = words[end].is_capitalised != words[step].is_capitalised or ends_noun(words[end])
        if end > step and ends:
            break
        end += 1
    return (Span(words[start].start, words[end - 1].end), end) if end > step else (None, at)


def _past_nouns(words: Sequence[Lexeme], at: int) -> int:
    """The token after the singular nouns in lower case from token `at` on; in doubt there are none."""
    end = at
    while end < len(words) and end - at < _MOST_OWNERS and words[end].text.islower() and words[end].is_word:
        low = words[end].lower
        if low in FUNCTION_WORDS or low in _DAYS or low.endswith("s") or ends_noun(words[end]):
            break
        end += 1
    return end


def _of_before(words: Sequence[Lexeme], first: int) -> tuple[int, Span | None]:
    """`Norway's` or `Leeds` right before token `first`, and the first token of that; a determiner is passed."""
    if first and words[first - 1].lower in DETERMINERS:
        owner = words[first - 1]
        owned = owner.lower in ("its", "their", "his", "her", "our")
        return first - 1, Span(owner.start, owner.end) if owned else None
    if first and words[first - 1].lower in TITLES and words[first - 1].is_capitalised:
        return first, None  # "Mr Chairman"
    start = first
    while start and first - start < _MOST_OWNERS and _is_capital_before(words, start):
        start -= 1
    if start == first:
        return first, None
    last = words[first - 1]
    end = last.end - 2 if last.text.endswith(("'s", "’s")) else last.end
    begin = start - 1 if start and words[start - 1].lower in DETERMINERS else start
    return begin, Span(words[start].start, end)


def _is_capital_before(words: Sequence[Lexeme], at: int) -> bool:
    token = words[at - 1]
    if token.text == "." and at > 1:
        return len(words[at - 2].text) == 1 and words[at - 2].is_capitalised  # "U.S. President"
    usual = token.lower in FUNCTION_WORDS and token.text not in ("US", "UK", "UN", "EU")
    return token.is_word and token.is_capitalised and not usual and token.end <= words[at].start
