"""Numbers that count nothing: in names, labels, times, telephone numbers, addresses, versions and scores."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.domain.spans import Span
from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.numbers.lexemes import Lexeme
from factcheck.language.numbers.numbers import Number, is_number_word, read_number
from factcheck.language.times.dates import dates
from factcheck.language.word_lists import word_list

# Every alternative begins with a different sign or is bounded, so that each place of a text is tried once.
_NO_QUANTITY: Final = re.compile(
    r"""https?://\S+ | www\.\S+ | (?<!\S)[^\s@]{1,64}@\S{1,255}
      | (?<![\w.,])[0-9]{1,2}[:.][0-9]{2}(?::[0-9]{2})?\s?(?:[ap]\.?\s?m\b\.?|GMT|UTC|hrs)
      | (?<![\w.,])[0-9]{1,2}\s?(?:[ap]\.?\s?m\b\.?|o['’]clock)
      | (?<![0-9:])[0-9]{1,3}(?::[0-9]{1,3})+
      | \b[0-9]{4}\s(?:GMT|UTC|hours|hrs|local\stime)
      | \+[0-9][0-9\s().-]{5,18}[0-9] | \([0-9]{2,5}\)\s?[0-9]{3,8}(?:[-.\s][0-9]{2,8})?
      | \b[0-9]{3}[-.\s][0-9]{3}[-.\s][0-9]{4}\b
      | (?<![0-9./-])[0-9]+(?:(?:\.[0-9]+){2,}|(?:-[0-9]+){2,}|(?:/[0-9]+)+)
      | \#\s?[0-9]+ | \b(?:no|nos|nr)\.\s?[0-9]+""",
    re.IGNORECASE | re.VERBOSE,
)
_LABELS: Final = frozenset(
    word_list(
        """no number numbers article section chapter page pages figure table volume vol room flight route highway
        type grade level phase stage class line channel unit act part episode season version group appendix
        paragraph rule clause resolution point item step gate platform model series size psalm verse lot case
        bus agent interstate district zone sector block building street week day formula"""
    )
)
"""Words whose number is a name: `phase 3`, `page 12`."""
_YEAR_OPENERS: Final = frozenset({"in", "since", "during", "until", "by", "year"})
_NO_NEIGHBOUR: Final = frozenset("/\\#@_=*^:.'’-−–")
"""Signs that make a number part of something else when they touch it from the left."""
_NO_FOLLOWER: Final = frozenset("/\\@_=*^'’′″\"")
_PARTS: Final = frozenset(
    word_list("halves thirds quarters fourths fifths sixths sevenths eighths ninths tenths hundredths")
)
_TIMES: Final = frozenset({"times", "time", "fold"})
"""Behind a number they make a multiple: `2.5 times`, `a four-time winner`, `10-fold`."""
_FRACTIONS: Final = _PARTS | frozenset(word_list("half third quarter fourth fifth sixth seventh eighth ninth tenth"))
_LONGEST_SCORE: Final = 3
_LONGEST_BRACKET: Final = 12
_SENTENCE_OPENERS: Final = frozenset('.!?:;"“”‘([—•*')


def no_quantities(text: str) -> list[Span]:
    """Stretches of `text` that hold no quantities: its dates, times, addresses, telephone and version numbers."""
    return [each.span for each in dates(text)] + [Span(*each.span()) for each in _NO_QUANTITY.finditer(text)]


def is_name(text: str, words: Sequence[Lexeme], at: int, *, bare: bool) -> bool:
    """Whether the number at token `at` belongs to a name or a label.

    Args:
        bare: That it has no unit, scale or separator; only such numbers stand in names like `Boeing 747`.
    """
    token, before = words[at], words[at - 1] if at else None
    if token.is_word and token.is_capitalised and not token.text.isupper():
        following = words[at + 1] if at + 1 < len(words) else None
        opens = before is None or before.text in _SENTENCE_OPENERS or "\n" in text[before.end : token.start]
        return not opens or (following is not None and following.is_word and following.is_capitalised)
    if before is None:
        return False
    if before.end == token.start:
        if before.is_word or before.is_number:
            return True
        if before.text in _NO_NEIGHBOUR:
            return True
    if not bare or not before.is_word or token.is_word:
        return token.is_word and before.lower in _LABELS and bare
    if "\n" in text[before.end : token.start]:
        return False
    if before.lower in _YEAR_OPENERS and len(token.text) == 4 and token.text[:2] in ("19", "20"):
        return True  # "in 2022 people …": a year or a count, and nobody can tell
    return before.lower in _LABELS or (
        before.is_capitalised and before.lower not in FUNCTION_WORDS and not _is_day(before)
    )


def is_part_of_more(words: Sequence[Lexeme], at: int, number: Number, end: int) -> bool:
    """Whether what stands around a number makes it something else: `5G`, `two thirds`, `one in five`, `1 000 000`.

    Args:
        end: The token after the number and its unit.
    """
    if at and words[at - 1].is_number and words[at - 1].end < words[at].start and not words[at].is_word:
        return True
    if _is_ratio_end(words, at) or _is_score(words, at, end) or _is_list_number(words, at, end):
        return True
    if at > 1 and words[at].lower in ("a", "an") and words[at - 1].lower == "of" and words[at - 2].lower in _FRACTIONS:
        return True  # "a third of a million"
    if end >= len(words):
        return False
    following, touches = words[end], words[end].start == words[end - 1].end
    if touches and (following.is_word or following.is_number or following.text in _NO_FOLLOWER):
        return True
    if following.is_number or (following.is_word and is_number_word(following) and not number.ordinal):
        return True
    step = end + 1 if following.text == "-" else end
    if following.text in ("×", "x") or (step < len(words) and words[step].lower in _TIMES):
        return True
    if step < len(words) and (words[step].lower in _PARTS or (number.in_words and _is_part(words, step))):
        return True
    if touches and following.text == "-":  # "747-MAX", "50-50", and "first-class"
        return number.ordinal or step >= len(words) or not words[step].is_word or words[step].is_capitalised
    return _is_ratio(words, end)


def _is_score(words: Sequence[Lexeme], at: int, end: int) -> bool:
    """Either side of `3 – 0`, with space around its dash."""
    first, second = words[at], words[end] if end < len(words) else None
    if not first.is_number or len(first.text) > _LONGEST_SCORE:
        return False
    if second is not None and second.text in "-–—" and end == at + 1 and end + 1 < len(words):
        return words[end + 1].is_number and len(words[end + 1].text) <= _LONGEST_SCORE
    before = words[at - 2 : at] if at > 1 else []
    return (
        len(before) == 2 and before[1].text in "-–—" and before[0].is_number and len(before[0].text) <= _LONGEST_SCORE
    )


def _is_list_number(words: Sequence[Lexeme], at: int, end: int) -> bool:
    """`1) this, 2) that`: a bracket behind a bare number that none opens before it."""
    if not words[at].is_number or end != at + 1 or end >= len(words) or words[end].text != ")":
        return False
    return all(each.text != "(" for each in words[max(0, at - _LONGEST_BRACKET) : at])


def _is_ratio(words: Sequence[Lexeme], end: int) -> bool:
    """`one in five`, `nine out of ten`, `3 to 1`."""
    if words[end].lower == "out" and end + 1 < len(words) and words[end + 1].lower == "of":
        end += 1
    elif words[end].lower not in ("in", "per"):
        return False
    other = read_number(words, end + 1) if end + 1 < len(words) else None
    return other is not None and not other.ordinal and other.value < 1000


def _is_ratio_end(words: Sequence[Lexeme], at: int) -> bool:
    """The other side of it: `five` in `one in five`."""
    if at < 2 or words[at - 1].lower not in ("in", "of", "per"):
        return False
    before = words[at - 2]
    if before.lower == "out" and at > 2:
        before = words[at - 3]
    elif words[at - 1].lower == "of":
        return False
    return before.is_number or is_number_word(before)


def _is_part(words: Sequence[Lexeme], at: int) -> bool:
    """`third` in `one third`; not `first`, which names no part, and not what a hyphen makes a word of another."""
    if not words[at].is_word or words[at].lower in ("first", "second"):
        return False
    other = read_number(words, at)
    return other is not None and other.ordinal


def _is_day(token: Lexeme) -> bool:
    return token.lower.endswith("day")
