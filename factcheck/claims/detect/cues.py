"""Signs in a sentence by which its kind and its worth are judged. Each is precise before it is complete."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.claims.words import PAST, SUBORDINATORS, Word, is_past, listed
from factcheck.language.quantities.quantities import quantities
from factcheck.language.times.dates import dates

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
_SMALL_IN_TITLES: Final = listed("with from into over upon than")

_COMPARISON: Final = re.compile(
    r"\b(?:more|less|fewer|higher|lower|larger|smaller|greater|bigger|longer|shorter|faster|slower|older|younger|better"
    r"|worse|earlier|later|cheaper|stronger|weaker|rather|\w{3,}er)\s+than\b"
    r"|\bcompared\s+(?:with|to)\b|\bas\s+\w+\s+as\b|\b(?:twice|double|triple|half)\s+(?:as|the|that)\b"
    r"|\bthe\s+(?:world['’]s\s+|country['’]s\s+)?(?:\w{3,}est|best|worst|most|least|only)\b",
    re.IGNORECASE,
)
_HEDGE: Final = re.compile(
    r"\b(?:reportedly|allegedly|apparently|perhaps|maybe|possibly|seemingly|supposedly|presumably|seems?|appears?\s+to)\b",
    re.IGNORECASE,
)

_MODALS: Final = listed("will won't shall could may might 'll")
_ENDS_IN_WILL: Final = listed("i'll he'll she'll it'll we'll they'll you'll there'll")
_BE: Final = listed("is are am it's he's she's they're we're")
_EXPECTED: Final = listed("expected likely unlikely set bound predicted projected forecast poised going")
_ASSERTED: Final = listed("is are am was were has have had does did do isn't aren't wasn't weren't") | PAST
_NOUN_BEFORE: Final = listed("the a an his her their its our my your free good ill political last of own")
_CONDITIONAL: Final = _MODALS | listed("would can")

_OPINION: Final = re.compile(
    r"\bshould(?:n['’]t)?\b(?!\s+(?:be\s+noted|have\s+been))|\bought\s+to\b"
    r"|\b(?:we|you|i|one|everyone|society)\s+(?:all\s+|really\s+)?must\b"
    r"|\bin\s+(?:my|our)\s+(?:opinion|view)\b|^\W*hopefully\b"
    r"|\b(?:is|are|was|were|it['’]s)\s+(?:\w+ly\s+|so\s+|very\s+|quite\s+|truly\s+|a\s+|an\s+)?"
    r"(?:absurd|appalling|awful|beautiful|brilliant|deplorable|despicable|disgraceful|disgusting|fantastic|foolish|great"
    r"|horrible|laughable|lovely|magnificent|marvellous|marvelous|outrageous|pathetic|ridiculous|shameful|silly|stupid"
    r"|superb|terrible|unacceptable|unforgivable|wonderful|disgrace|shame|joke)\b(?!\s+\w)",
    re.IGNORECASE,
)
_BELIEF: Final = re.compile(r"\b(?:i|we)\s+(?:\w+ly\s+)?(?:think|believe|feel|reckon|suspect|guess)\b", re.IGNORECASE)
_VALUE: Final = re.compile(
    r"\b(?:is|are|was|were|remains?)\s+(?:\w+ly\s+|by\s+far\s+)?(?:the|a|one\s+of\s+the)\s+"
    r"(?:best|worst|greatest|finest|loveliest|ugliest|most\s+(?:beautiful|exciting|boring|interesting|impressive))\b"
    r"(?!-|\s+(?:known|selling|paid|since|in\s+\d))",
    re.IGNORECASE,
)


def names_number(text: str) -> bool:
    """Whether something is counted or measured, or a score or ratio is given. Dates and ordinals count nothing."""
    if any(not quantity.ordinal for quantity in quantities(text)):
        return True
    return _SCORE.search(text) is not None or _RATIO.search(text) is not None


def names_date(text: str) -> bool:
    return bool(dates(text))


def names_someone(read: Sequence[Word]) -> bool:
    """Whether a capital inside the sentence, or two at its beginning, look like the name of a person, body or place."""
    plain = [word for word in read if not word.is_sign]
    capital = [word.is_capitalised and word.lower not in {"i", "i'm", "i've", "i'd", "i'll"} for word in plain]
    inside = [word for word, is_capital in zip(plain[1:], capital[1:], strict=True) if is_capital]
    acronym = bool(plain) and len(plain[0].text) > 1 and plain[0].text.isupper()
    return acronym or any(word.lower not in _CALENDAR for word in inside)


def reports_past(read: Sequence[Word]) -> bool:
    return any(is_past(read[place - 1] if place else None, word) for place, word in enumerate(read))


def compares(text: str) -> bool:
    return _COMPARISON.search(text) is not None


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


def is_opinion(text: str, *, particular: bool) -> bool:
    """Whether `text` values or demands. A belief or superlative beside a number or date (`particular`) is checkable."""
    if _OPINION.search(text):
        return True
    return not particular and (_BELIEF.search(text) is not None or _VALUE.search(text) is not None)


def is_forecast(read: Sequence[Word]) -> bool:
    """Whether the main clause is about the future or about what might be.

    A future inside a subordinate clause (`whether it will`, `which will`) doesn't make the sentence one, and neither
    does one after a verb that asserts (`the club sold him and will buy another`): what is asserted can be checked.
    """
    starts_with_if = bool(read) and read[0].lower == "if"
    subordinate = False
    for place, word in enumerate(read):
        if _is_future(read, place, conditional=starts_with_if) and not subordinate:
            return starts_with_if or not _asserts_before(read, place)
        # A comma ends what a subordinator began: roughly, and in doubt the sentence stays checkable.
        subordinate = word.text not in {",", ";", "–", "—"} and (subordinate or word.lower in SUBORDINATORS)
    return False


def _is_future(read: Sequence[Word], place: int, *, conditional: bool) -> bool:
    word = read[place]
    after = [each.lower for each in read[place + 1 : place + 4]]
    if word.lower in _ENDS_IN_WILL:
        return True
    if word.lower in (_CONDITIONAL if conditional else _MODALS) and not word.is_capitalised:
        # `could have left` and `could not reach him` are about the past, `his will` is a paper.
        past = bool(after) and (after[0] == "have" or (word.lower == "could" and after[0] == "not"))
        return not past and bool(place) and read[place - 1].lower not in _NOUN_BEFORE
    if word.lower not in _BE:
        return False
    for at, follower in enumerate(after[:2]):
        if follower in _EXPECTED:
            return after[at + 1 : at + 2] == ["to"] or (
                follower in {"likely", "unlikely"} and place + at + 3 <= len(read)
            )
    return False


def _asserts_before(read: Sequence[Word], place: int) -> bool:
    return any(
        word.lower in _ASSERTED or is_past(read[at - 1] if at else None, word) for at, word in enumerate(read[:place])
    )


_CALENDAR: Final = listed("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
""")
