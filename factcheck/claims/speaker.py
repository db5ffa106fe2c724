"""Who is said to have said it: a name before or after a reporting verb, or after "according to".

Precision first. A subject is taken only where it begins with its clause and is made of names, titles and plain nouns;
where it holds anything else, or is a pronoun, there is an attribution without a speaker.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from factcheck.claims.words import AUXILIARIES, PAST, SUBORDINATORS, Word, listed, words

SAYING: Final = listed("said says say told tells")
"""Verbs whose object is always what was said."""

REPORTING: Final = listed("""
    acknowledged acknowledges added adds admitted admits alleged alleges announced announces argued argues
    asserted believes commented complained concluded confirmed confirms conceded declared declares denied denies
    disclosed emphasised emphasized estimated explained explains indicated insisted insists maintained
    noted pledged posted promised recalled replied reported revealed stated stressed testified
    tweeted vowed warned warns writes wrote
""")
"""Verbs that report speech before `that`, a colon or a quotation, and an act otherwise: `announced cuts`."""

AMBIGUOUS: Final = listed("""
    claim claims estimates notes reports states believe argue warn insist suggested note report estimate state deny
    acknowledge admit
""")
"""Nouns too, so they need `that` or a quotation: `insurance claims rose`."""

_PRONOUNS: Final = listed(
    "he she they it we i you him her them us me who everyone somebody someone nobody many some others both"
)
_LINKS: Final = listed("of for the and at in from a an de la le du di da von van der den bin ibn al el &")
_OWNERS: Final = listed("its their his her our my your")
_BREAKS: Final = (
    listed("""
        to by with on after before about during under over into out up than this these those there here not no or
        but if then all what how why now so yet just only even still also later
        earlier today yesterday tomorrow ago it
    """)
    | SUBORDINATORS
    | AUXILIARIES
    | PAST
    | _PRONOUNS
)
_CONJUNCTIONS: Final = listed("and but while as that because whereas although though when if")
_TIMES: Final = listed("""
    on in at by during monday tuesday wednesday thursday friday saturday sunday january february march april may
    june july august september october november december last this the early late morning afternoon evening night
    week month year today yesterday earlier later meanwhile however
""")
_NAMES_TOO: Final = frozenset({"will", "may", "march"} | PAST)
"""Words that are names when they begin with a capital: Theresa May, Rose, the Met."""

_BETWEEN: Final = listed("also has have had later")
"""Words that may stand between subject and verb, beside adverbs in -ly."""

_LONGEST: Final = 12


class Attribution(NamedTuple):
    """That something is attributed to someone.

    Attributes:
        speaker: The words that name who, as they stand; None for a pronoun or what is no plain name.
        of_speech: Whether words are reported, and not only an act (`confirmed the swap`).
    """

    speaker: str | None
    of_speech: bool


def speaker_of(text: str) -> str | None:
    """Who said or did what one sentence reports, as the words stand there; None where that isn't plain."""
    found = attribution(text)
    return found.speaker if found else None


def attribution(text: str) -> Attribution | None:
    """The first attribution of the sentence `text` that names someone, else the first, else None."""
    read = words(text)
    found = [each for place in range(len(read)) if (each := _attribution_at(text, read, place)) is not None]
    return next((each for each in found if each.speaker), found[0] if found else None)


def _attribution_at(text: str, read: Sequence[Word], place: int) -> Attribution | None:
    low = read[place].lower
    if low == "according" and place + 1 < len(read) and read[place + 1].lower == "to":
        return Attribution(_named(text, _name_after(read, place + 2)), of_speech=True)
    if read[place].is_capitalised or low not in SAYING | REPORTING | AMBIGUOUS:
        return None
    of_speech = low in SAYING or _reports_words(read, place)
    if low in AMBIGUOUS and not of_speech:
        return None
    subject, is_subject = _subject_before(read, place)
    if not is_subject and place and read[place - 1].text in {",", "”", '"', "’", "'"} and low not in {"told", "tells"}:
        # `…,” said Ann Lee`
        subject = _name_after_with_apposition(read, place + 1)
        is_subject, of_speech = bool(subject), True
    return Attribution(_named(text, subject), of_speech=of_speech) if is_subject else None


def _reports_words(read: Sequence[Word], place: int) -> bool:
    """Whether `that`, a colon or a quotation follows soon, or a quotation has just ended."""
    after = [word.lower for word in read[place + 1 : place + 6]]
    clause = after[: after.index(",")] if "," in after[1:] else after
    if "that" in clause or any(sign in after[:3] for sign in (":", "“", '"', "‘")):
        return True
    before = [word.text for word in read[max(0, place - 6) : place]]
    return "”" in before or '"' in before


def _subject_before(read: Sequence[Word], place: int) -> tuple[list[Word], bool]:
    """The subject of the verb at `place`, and whether there is one; a pronoun is one without words."""
    end = place
    while end and (read[end - 1].lower in _BETWEEN or read[end - 1].lower.endswith("ly")):
        end -= 1
    if end and read[end - 1].text == ",":
        subject = _subject_with_apposition(read, end - 1)
        return subject, bool(subject)
    if end and read[end - 1].lower in _PRONOUNS - {"it", "who"}:
        return [], True
    subject = _name_before(read, end)
    return subject, bool(subject)


def _subject_with_apposition(read: Sequence[Word], end: int) -> list[Word]:
    """`Ann Lee, the mayor, said`, `the mayor, Ann Lee, said`, `Ann Lee, who left, said`: who is named."""
    comma = next((at for at in range(end - 1, max(-1, end - 1 - _LONGEST), -1) if read[at].text == ","), None)
    if comma is None:
        return []
    first, second = _name_before(read, comma), _name_before(read, end)
    if read[comma + 1].lower in {"who", "which"}:
        return first
    names = [part for part in (first, second) if _has_capital(part)]
    return names[0] if names and first and second else []


def _name_before(read: Sequence[Word], end: int) -> list[Word]:
    """The words of a name that ends before `end` and begins with its clause; none where they aren't such a name."""
    start = end
    while start and end - start < _LONGEST and not _breaks(read[start - 1]):
        start -= 1
    while start and read[start - 1].lower in _TIMES:
        start -= 1
    name = _without_time(read[start:end])
    if start and not read[start - 1].is_sign and read[start - 1].lower not in _CONJUNCTIONS:
        return []
    return name if _is_name(name) else []


def _without_time(name: Sequence[Word]) -> list[Word]:
    """`name` without the time that a sentence may begin with: `On Friday`, `In the morning`."""
    rest = list(name)
    while rest and (rest[0].lower in _TIMES or rest[0].text[0].isdigit()):
        first, ahead = rest[0].lower, rest[1].lower if len(rest) > 1 else ""
        before_time = ahead in _TIMES or ahead.isdigit()
        if not before_time and (first == "the" or first in _NAMES_TOO):
            break
        if first == "the" and len(rest) == len(name):
            break
        if first in _LINKS - {"the"} and not before_time:
            return []
        rest.pop(0)
    return rest


def _name_after(read: Sequence[Word], start: int) -> list[Word]:
    end = start
    while end < len(read) and end - start < _LONGEST and (not _breaks(read[end]) or _by_name(read, end)):
        if end > start and not read[end].is_capitalised and read[end].lower.endswith("ed"):
            break
        end += 1
    name = list(read[start:end])
    while name and name[-1].lower in (_LINKS | _TIMES) - _NAMES_TOO:
        name.pop()
    return name if _is_name(name) else []


def _name_after_with_apposition(read: Sequence[Word], start: int) -> list[Word]:
    """`said its author, Ann Lee`: the part that names someone."""
    name = _name_after(read, start)
    comma = start + len(name)
    if name and not _has_capital(name) and comma < len(read) and read[comma].text == ",":
        second = _name_after(read, comma + 1)
        return second if _has_capital(second) else name
    return name


def _has_capital(name: Sequence[Word]) -> bool:
    """Whether `name` holds a name proper; the article at the beginning of a sentence is none."""
    return any(word.is_capitalised and word.lower not in _LINKS for word in name)


def _breaks(word: Word) -> bool:
    """Whether no plain name goes on over `word`."""
    return word.is_sign or (word.lower in _BREAKS and not (word.is_capitalised and word.lower in _NAMES_TOO))


def _by_name(read: Sequence[Word], place: int) -> bool:
    """Whether `by` and a name stand at `place`: `a report by the Water Board`."""
    ahead = read[place + 1 : place + 2]
    return read[place].lower == "by" and any(word.is_capitalised or word.lower == "the" for word in ahead)


def _is_name(name: Sequence[Word]) -> bool:
    """Names, titles and nouns, joined by `of` and the like; `reports said` is one, `the and said` is not."""
    if not name or name[-1].lower in _LINKS | _OWNERS:
        return False
    # `Their chairman` is a name, `the his chairman` is none.
    if any(word.lower in _OWNERS for word in name[1:]):
        return False
    if name[0].lower in _LINKS - {"the", "a", "an", "de", "van", "von", "al", "el", "la", "le"}:
        return False
    # A past form or a present in -ed among lower-case words means that another clause is in the way.
    return not any(not word.is_capitalised and word.lower.endswith(("ed", "ing")) for word in name)


def _named(text: str, name: Sequence[Word]) -> str | None:
    return text[name[0].start : name[-1].end] if name else None
