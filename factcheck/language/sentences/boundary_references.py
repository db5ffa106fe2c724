"""Stops that end no sentence because what they shorten goes on: a source and its year, a case and its number, an office
and who holds it.

`et al. [2004]`, `Docket No. FAA-2020-12`, `Pub. L. No. 116-136`, `the director of the F.B.I. James Merton`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import numpy as np

from factcheck.language.lexicon import lexicon
from factcheck.language.names.titles import OFFICES, WEAK_OFFICES
from factcheck.language.sentences.boundary_features import PARAGRAPH, SPACE, Words
from factcheck.language.word_lists import word_list

_AND_OTHERS: Final = re.compile(r"[\"'“‘(\[]*al\.(?:['’]s)?[,;:]?\Z")
_YEAR_OR_NUMBER: Final = re.compile(r"[(\[]|(?:1[5-9]|20)\d\d[a-z]?\b")
_CITATION: Final = re.compile(r"[(\[]\w[\w.,;:/–-]*[)\]]\Z")
_NUMBER: Final = re.compile(r"[(\[]?[Nn](?:o|os|r|rs)\.\Z")
_NAMED_NUMBER: Final = re.compile(r"[(\[]?#?(?=[\w./:–-]*\d)(?=\w*[A-Z])\w[\w./:–-]*[)\],;.:?!]*\Z")
"""A number with letters, as dockets, cases and regulations have it."""
_PLAIN_NUMBER: Final = re.compile(r"[(\[]?\d")
_LETTERS: Final = re.compile(r"[A-Z]{1,4}\Z")
_STOPPED: Final = re.compile(r"[.!?…:;][\"'”’»)\]*_]*\Z")
_BEFORE_NO: Final = frozenset(
    word_list(
        """Pub. L. Ref. Reg. Lic. Ser. Cat. Stat. Doc. Pat. Appl. Res. Ord. Exec. Fed. Inv. Art. Rev. Proc. Adm. Admin.
        Civ. Crim. Dkt. App. Rel."""
    )
)
_LAW: Final = frozenset(
    word_list(
        """U.S.C. U.S.C.A. C.F.R. F.R. H.R. H.J. S.J. H.Con. S.Con. Res. Stat. Reg. Supp. App. Pub. L. F. Fed. Cal. Cir.
        Const. Rev. Dist. Ann. Civ. Crim. Proc. Ct. Ed. R. P. Gen. Admin. Tit. Cl. Pt. Sched. Exec. Dkt."""
    )
)
"""What laws, reports of courts and official papers are shortened to."""
_BEFORE_A_NUMBER: Final = _LAW | frozenset(
    word_list("Eq. Eqs. Tab. Tabs. Fig. Figs. Ref. Refs. Sec. Secs. Sect. Art. Arts. Vol. Vols. Ch. Chap. Chaps. App.")
) - frozenset({"P.", "R.", "L.", "F.", "Cal.", "Ed.", "Gen."})
_SHORTENED: Final = re.compile(rf"(?:{'|'.join(map(re.escape, sorted(_LAW | _BEFORE_A_NUMBER | _BEFORE_NO)))})\Z")
_SECTION: Final = re.compile(r"[(\[]?(?:\d|§|[IVXL]+[,.;:)]*\Z)")
_ACRONYM: Final = re.compile(r"[\"'“‘(\[]*(?:[A-Z]\.){3,}\Z")
_BEGINS_A_NAME: Final = re.compile(r"[A-Z][\w'’-]*[,;:.?!)\]\"'”’]*\Z")
_MARKS: Final = "\"'“‘”’()[],.;:?!"
_VERBS: Final = frozenset({"VBD", "VBZ", "VBP", "VBN", "MD"})
_NO_NAME: Final = frozenset({"DT", "PRP", "PRP$", "IN", "CC", "WRB", "WP", "WDT", "WP$", "EX", "RB", "MD", "TO", "VBD"})
_FAR: Final = 40
"""Words on either side that are looked at."""


def references(text: str, words: Words) -> Iterator[tuple[int, bool]]:
    """Stops before the year, the number or the section that they introduce, and citations in brackets."""
    for place in _inside(words, _AND_OTHERS):
        is_et_al = place > 0 and words.word(text, place - 1).lower().endswith("et")
        if is_et_al and _YEAR_OR_NUMBER.match(words.word(text, place + 1)):
            yield place, False
    for place in _inside(words, _CITATION):
        if words.after[place] == SPACE and words.word(text, place + 1)[0].islower():
            yield place, False
    for place in _inside(words, _NUMBER):
        if not _begins(text, words, place) and _is_named(text, words, place + 1, words.word(text, place)):
            yield place, False
    for place in _inside(words, _SHORTENED):
        word, following = words.word(text, place), words.word(text, place + 1)
        if (
            (word in _BEFORE_NO and _NUMBER.match(following))
            or (word in _BEFORE_A_NUMBER and _SECTION.match(following))
            or (word in _LAW and following.rstrip(",;") in _LAW)
        ):
            yield place, False


def acronyms_before_names(text: str, words: Words) -> Iterator[tuple[int, bool]]:
    """`F.B.I. James Merton` goes on where the words before it or behind it are no sentence of their own.

    A sentence has a verb; and the holder of an office is named right behind it.
    """
    places = _inside(words, _ACRONYM)
    if not places:
        return
    verbs = np.cumsum(np.array([_is_verb(each) for each in words.different])[words.which])
    stopped = np.array([_stops(each) for each in words.different])[words.which] | (words.after == PARAGRAPH)
    stops = np.flatnonzero(stopped)
    for place in places:
        if not _BEGINS_A_NAME.match(words.word(text, place + 1)) or _tag(words.word(text, place + 1)) in _NO_NAME:
            continue
        at = int(np.searchsorted(stops, place))
        first = max(int(stops[at - 1]) + 1 if at else 0, place - _FAR)
        last = min(int(stops[np.searchsorted(stops, place + 1)]), place + _FAR)
        has_verb_before = verbs[place] > (verbs[first - 1] if first else 0)
        if not has_verb_before or verbs[last] == verbs[place] or _is_office(text, words, place, first, last):
            yield place, False


def _inside(words: Words, pattern: re.Pattern[str]) -> list[int]:
    """Where words that `pattern` matches stand before another one of their paragraph."""
    found = words.matching(pattern)
    inside: list[int] = found[words.after[found] != PARAGRAPH].tolist()
    return inside


def _begins(text: str, words: Words, place: int) -> bool:
    """True for the first word of a sentence: there `No.` is an answer."""
    if place == 0 or words.after[place - 1] == PARAGRAPH:
        return True
    before = words.word(text, place - 1)
    return _STOPPED.search(before) is not None and before.capitalize() not in _BEFORE_NO


def _is_named(text: str, words: Words, place: int, sign: str) -> bool:
    """True where the word at `place` is what `No.` counts; after a small `no.` a plain number may be anything."""
    word = words.word(text, place)
    if _NAMED_NUMBER.match(word) or (_PLAIN_NUMBER.match(word) and "N" in sign):
        return True
    two_words = _LETTERS.match(word) and words.after[place] == SPACE and place + 1 < len(words)
    return bool(two_words and _PLAIN_NUMBER.match(words.word(text, place + 1)))


def _stops(word: str) -> bool:
    """True for a word with a stop that is neither an initial nor an acronym."""
    core = word.rstrip(_MARKS)
    return _STOPPED.search(word) is not None and len(core) > 1 and "." not in core


def _is_verb(word: str) -> bool:
    return word[:1].islower() and _tag(word) in _VERBS


def _is_office(text: str, words: Words, place: int, first: int, last: int) -> bool:
    """`the director of the` before the acronym at `place`, and two names behind it."""
    said = [words.word(text, at).lower().strip(_MARKS) for at in range(place - 1, max(first, place - 4) - 1, -1)]
    name = words.word(text, place + 1)
    named = last > place + 2 and name[-1].isalpha() and words.word(text, place + 2)[0].isupper()
    return named and any(word in OFFICES | WEAK_OFFICES and "of" in said[:at] for at, word in enumerate(said))


def _tag(word: str) -> str:
    bare = word.strip(_MARKS)
    return lexicon().get(bare) or lexicon().get(bare.lower(), "")
