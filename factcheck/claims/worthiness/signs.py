"""What stands in the words of a claim: figures, dates, names, quoted words, hedges. Any text has an answer."""

from __future__ import annotations

import re
from typing import Final

from factcheck.domain.parsed_text import ParsedText
from factcheck.language.numbers.lexemes import lexemes
from factcheck.language.numbers.numbers import read_number
from factcheck.language.quantities.quantities import quantities
from factcheck.language.times.dates import dates
from factcheck.language.word_lists import word_list

_SCORE: Final = re.compile(r"(?<![\w.,/:-])\d{1,3}\s?[-–]\s?\d{1,3}(?![\w/:-]|[.,]\d)")
_RATIO: Final = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|\d+)\s+(?:in|out\s+of)\s+(?:every\s+)?"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|twenty|hundred|\d{1,3})\b(?![-–.:/]\w)"
    r"|\b(?:an?|one|two|three|four)[\s-](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?\s+of\b|\bhalf\s+(?:of\s+)?the\b",
    re.IGNORECASE,
)
_QUOTED: Final = re.compile(
    r"“([^“”]{3,})”|\"([^\"]{3,})\"|«([^«»]{3,})»|„([^„“”]{3,})[“”]|(?<!\w)‘([^‘]{3,}?)’(?!\w)|(?<!\w)'([^']{3,})'(?!\w)"
)
_LEAST_QUOTED: Final = 3
_SMALL_IN_TITLES: Final = frozenset(word_list("with from into over upon than"))
_HEDGE: Final = re.compile(
    r"\b(?:reportedly|allegedly|apparently|perhaps|maybe|possibly|seemingly|supposedly|presumably|seems?|appears?\s+to)\b",
    re.IGNORECASE,
)
_WORD: Final = re.compile(r"\w[\w'’-]*")
_NO_NAMES: Final = frozenset(
    word_list(
        """monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
        september october november december i i'm i've i'd i'll"""
    )
)


def names_number(text: str) -> bool:
    """Whether something is counted or measured, or a score or ratio is given. Dates and ordinals count nothing."""
    if any(not quantity.ordinal for quantity in quantities(ParsedText(text=text, sentences=()))):
        return True
    words = lexemes(text)
    read = (read_number(words, at) for at in range(len(words)))
    # `twelve people`: that people are counted shows in a parse only, but few words are numbers.
    if any(each is not None and each.in_words and not each.ordinal and each.value > 1 for each in read):
        return True
    return _SCORE.search(text) is not None or _RATIO.search(text) is not None


def names_date(text: str) -> bool:
    return bool(dates(text))


def names_someone(text: str) -> bool:
    """Whether a capital inside the sentence, or an acronym at its beginning, looks like the name of a person, body or
    place. Claims are ranked long after they were parsed, and their words may be a person's by then."""
    words = [word.group().replace("’", "'") for word in _WORD.finditer(text)]
    acronym = bool(words) and len(words[0]) > 1 and words[0].isupper()
    return acronym or any(word[0].isupper() and word.lower() not in _NO_NAMES for word in words[1:])


def is_hedged(text: str) -> bool:
    return _HEDGE.search(text) is not None


def quotes_words(text: str) -> bool:
    """Whether three words or more stand in quotation marks and aren't the title of something."""
    for match in _QUOTED.finditer(text):
        quoted = next(part for part in match.groups() if part is not None).split()
        long_words = [word for word in quoted if len(word) > 3 and word not in _SMALL_IN_TITLES]
        is_title = long_words and all(word[0].isupper() for word in long_words)
        if len(quoted) >= _LEAST_QUOTED and not is_title:
            return True
    return False
