"""How the names of a claim stand to those of a passage.

A passage names many that a claim doesn't. Another name contradicts the claim's only where it stands in its place: the
same words lead up to both, the rest of the claim is there too, and the claim's own name is nowhere in the passage.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference
from factcheck.language.function_words import FUNCTION_WORDS
from factcheck.language.names.names import Name
from factcheck.language.names.same_names import name_parts, same_name
from factcheck.language.offices.office_words import HEADS
from factcheck.language.speech.speech_verbs import SAYING, TELLING
from factcheck.language.stems import stem
from factcheck.language.word_lists import word_list
from factcheck.verdict.details.alignment import coverage, denied, governor, same_governor
from factcheck.verdict.details.details import Details
from factcheck.verdict.differences.noted import noted

ASPECT: Final = "name"
LEAST_COVERED: Final = 0.75
"""Share of the claim's other words that the passage's sentence must hold before two names are rivals."""
_LEAST_WORDS: Final = 2
_SAME_START: Final = 5
"""Letters that two forms of one name begin with: `Germany`, `German`. What may be the same is no difference."""
_PLACE_LINKS: Final = frozenset(word_list("in at from near to into around across through outside inside within"))
"""A town lies in a country and a street in a town: two places that are not the same may both be right."""
_OFFICES: Final = frozenset(map(stem, HEADS))
"""`the mayor of X`: one may be the mayor of two towns, one after the other; `office_differences` looks at them."""
_SAYING: Final = frozenset(map(stem, SAYING | TELLING))
"""Two may say the same; `speaker_differences` looks at them."""
_MODIFIES: Final = frozenset(word_list("compound amod nmod"))
"""`a Telugu film`: such a name only tells of what sort a thing is."""
_PEOPLE: Final = "NORP"
"""`American`, `Swedish`: a thing can be of two countries, and one country has several words."""
_WORD: Final = re.compile(r"[^\W\d_]+")

_same_name = lru_cache(maxsize=8192)(same_name)


def name_differences(claim: Details, passage: Details) -> list[Difference]:
    """One difference for each name of `claim`, in order."""
    return [_compared(claim, mine, passage) for mine in claim.names]


def _compared(claim: Details, mine: Name, passage: Details) -> Difference:
    said = mine.span.of(claim.text)
    found = _found(said, passage)
    if found is not None:
        other = found.of(passage.text)
        note = f"{said} is named" if other == said else f"{said} = {other}"
        return noted(ASPECT, Comparison.AGREES, mine.span, found, note)
    like = _like(said, passage.text)
    if like is not None:
        note = f"{said} and {like.of(passage.text)} may not be the same"
        return noted(ASPECT, Comparison.NOT_COMPARABLE, mine.span, like, note)
    own = {each.span.of(claim.text) for each in claim.names}
    free = [each for each in passage.names if not any(_meets(each.span.of(passage.text), name) for name in own)]
    for each in free:
        if _is_rival(claim, mine, passage, each):
            note = f"{said} in the claim, {each.span.of(passage.text)} in the passage"
            return noted(ASPECT, Comparison.DIFFERS, mine.span, each.span, note)
    return noted(ASPECT, Comparison.ONLY_IN_CLAIM, mine.span, None, f"{said} is not named in the passage")


def _found(said: str, passage: Details) -> Span | None:
    """Where a passage names what `said` names: in the same words, in a shorter or longer form, or by an acronym."""
    text = passage.text
    at = text.find(said)
    while at >= 0:
        end = at + len(said)
        if not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
            return Span(at, end)
        at = text.find(said, at + 1)
    for each in passage.names:
        if _same_name(said, each.span.of(text)):
            return each.span
    for one in passage.acronyms:
        if said in (one.long.of(text), one.short.of(text)):
            return one.long
    return None


def _like(said: str, text: str) -> Span | None:
    """A word of the passage that shares its beginning with a word of the name, as `Swede` and `Swedish` do."""
    starts = {_start(each) for each in name_parts(said) if each.lower() not in FUNCTION_WORDS}
    starts = {each for each in starts if len(each) > 2}
    for match in _WORD.finditer(text):
        if _start(match[0]) in starts:
            return Span(*match.span())
    return None


def _start(word: str) -> str:
    """In small letters and without accents, which one text may leave out."""
    plain = (each for each in unicodedata.normalize("NFD", word[:_SAME_START]) if not unicodedata.combining(each))
    return "".join(plain).lower()


def _meets(one: str, other: str) -> bool:
    mine, others = ({each.lower() for each in name_parts(name)} for name in (one, other))
    return bool(mine & others) or _same_name(one, other)


def _is_rival(claim: Details, mine: Name, passage: Details, theirs: Name) -> bool:
    if mine.kind != theirs.kind and "other" not in (mine.kind, theirs.kind):
        return False
    if not same_governor(claim, mine.span, passage, theirs.span) or denied(claim, mine.span, passage, theirs.span):
        return False
    of = governor(claim, mine.span)
    if of.role in _PLACE_LINKS | _MODIFIES or of.stem in _OFFICES | _SAYING or _PEOPLE in (mine.label, theirs.label):
        return False
    share, words = coverage(claim, mine.span, passage, theirs.span)
    return share >= LEAST_COVERED and words >= _LEAST_WORDS
