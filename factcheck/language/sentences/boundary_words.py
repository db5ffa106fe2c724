"""What one word, with the marks around it, tells about where sentences end: numbers that a model looks up.

A word here is what stands between white space. The same word tells the same wherever it stands, so a text's words are
described once each. Strings become numbers by CRC-32, which is the same on every machine.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from functools import lru_cache
from typing import Final, NamedTuple

SIZES: Final = (8192, 1024, 1024, 256, 128, 12, 16)
"""How many values each number of `WordSigns.row` can take: word, last letters, shape, marks after, marks before,
length, kind of word."""

_LONGEST: Final = 200
"""Of a longer word only this much is looked at, so that a text without white space costs no more than another."""

_EDGES: Final = re.compile(r"([^\w]*)(.*?)([^\w]*)\Z", re.DOTALL)
_ENDERS: Final = re.compile(r"[.!?…。！？｡]")
_ADDRESS: Final = re.compile(r"(?:https?://|www\.)|\w\.(?:com|org|net|edu|gov|co|html?)\b", re.IGNORECASE)
_SMILEY: Final = re.compile(r"(?:[:;=8xX]-?[)(DPpOo/\\|*]{1,20}|<3|\(:)\Z")
_ENUMERATOR: Final = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})[.)]{1,2}\Z")
_RUN: Final = re.compile(r"(.)\1+", re.DOTALL)
_DOTS: Final = re.compile(r"\.{2,}")
_DIGIT: Final = re.compile(r"\d")
_ALIKE: Final = str.maketrans("“”«»’‘`—–[]{}…", '""""\'\'\'--()()~')

_TITLES: Final = frozenset({
    "dr", "mr", "mrs", "ms", "messrs", "prof", "hon", "gen", "lt", "col", "sgt", "capt", "cpl", "cmdr", "maj",
    "adm", "sen", "rep", "gov", "pres", "amb", "rev", "fr", "st", "mt", "sr", "jr", "supt", "det", "insp",
})  # fmt: skip
_NUMBERED: Final = frozenset({
    "no", "nos", "p", "pp", "vol", "vols", "fig", "figs", "ch", "chap", "sec", "art", "para", "est", "ca", "c",
    "approx", "ed", "eds", "n°",
})  # fmt: skip
_SHORTENED: Final = frozenset({
    "vs", "etc", "eg", "ie", "e.g", "i.e", "cf", "al", "inc", "ltd", "co", "corp", "bros", "assn", "dept", "univ",
    "ave", "blvd", "rd", "u.s", "u.k", "u.n", "e.u", "u.s.a", "d.c", "a.m", "p.m", "ph.d", "m.d", "b.a", "m.a",
    "esp", "incl", "min", "max", "tel", "ext", "viz", "llc",
})  # fmt: skip
_MONTHS: Final = frozenset({
    "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "january", "february",
    "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
})  # fmt: skip
_DAYS: Final = frozenset({
    "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "monday", "tuesday", "wednesday",
    "thursday", "friday", "saturday", "sunday",
})  # fmt: skip
_LONGEST_KEPT: Final = 40
"""Characters of a word whose signs are kept for the next text."""
_LISTS: Final = ((7, _TITLES), (8, _NUMBERED), (9, _SHORTENED), (10, _MONTHS), (11, _DAYS))


class WordSigns(NamedTuple):
    """What one word tells.

    Attributes:
        row: One number for each of `SIZES`, below it.
        key: CRC-32 of the word in lower case without marks, for looking up its vector.
        core: The word without the marks around it; empty where it is marks only.
        ends: Whether a mark that may end a sentence stands after the core.
        quotes: How many straight double quotation marks it holds.
        curly: Opening minus closing curly quotation marks.
        brackets: Opening minus closing round and square brackets.
    """

    row: tuple[int, int, int, int, int, int, int]
    key: int
    core: str
    ends: bool
    quotes: int
    curly: int
    brackets: int


def word_signs(word: str) -> WordSigns:
    """What `word`, which holds no white space and is not empty, tells. Of a very long one, its two ends count."""
    return _kept_signs(word) if len(word) <= _LONGEST_KEPT else _signs(word)


@lru_cache(maxsize=8192)
def _kept_signs(word: str) -> WordSigns:
    # The texts of one folder have most of their words in common.
    return _signs(word)


def _signs(word: str) -> WordSigns:
    seen = word if len(word) <= _LONGEST else word[: _LONGEST // 2] + word[-_LONGEST // 2 :]
    match = _EDGES.match(seen)
    lead, core, tail = match.groups() if match else (seen, "", "")
    low = core.lower()
    marks = tail if core else seen
    spelled = _DIGIT.sub("0", low) or seen
    row = (
        _number(spelled, SIZES[0]),
        _number("s" + spelled[-3:], SIZES[1]),
        _number(_shape(seen), SIZES[2]),
        _number(_plain(marks), SIZES[3]),
        _number(_plain(lead) if core else "P", SIZES[4]),
        _length(len(word)),
        _kind(seen, core, low),
    )
    return WordSigns(
        row=row,
        key=zlib.crc32(_without_genitive(low).encode("utf-8", "replace")),
        core=core,
        ends=_ENDERS.search(marks) is not None,
        quotes=word.count('"'),
        curly=word.count("“") - word.count("”"),
        brackets=word.count("(") + word.count("[") - word.count(")") - word.count("]"),
    )


def _number(text: str, size: int) -> int:
    return zlib.crc32(text.encode("utf-8", "replace")) % size


def _without_genitive(low: str) -> str:
    return low[:-2] if low.endswith(("'s", "’s")) else low


def _plain(marks: str) -> str:
    """Marks with their typographic variants as one, two dots or more as one sign, other runs cut to two."""
    return _RUN.sub(r"\1\1", _DOTS.sub("~", marks.translate(_ALIKE)))


class _Shapes(dict[int, str]):
    """The sign of a character's class, by code point; itself for a mark."""

    def __missing__(self, code: int) -> str:
        category = unicodedata.category(chr(code))
        sign = {"Lu": "A", "Lt": "A"}.get(category) or ("0" if category == "Nd" else "a" if category[0] == "L" else "")
        return self.setdefault(code, sign or chr(code))


_SHAPES: Final = _Shapes()


def _shape(word: str) -> str:
    return _RUN.sub(r"\1\1", word[:40].translate(_SHAPES))[:14]


def _length(length: int) -> int:
    if length < 8:
        return length
    return 8 + (length >= 11) + (length >= 15) + (length >= 30)


def _kind(word: str, core: str, low: str) -> int:
    """0 for an ordinary word, else what makes it special; marks alone are 1."""
    if _SMILEY.match(word):
        return 4
    if not core:
        return 1
    if _ADDRESS.search(word):
        return 2
    if "@" in core:
        return 3
    if _ENUMERATOR.match(word):
        return 5 if core.isdigit() else 6
    for number, words in _LISTS:
        if low in words:
            return number
    if len(core) == 1 and core.isupper():
        return 12
    return 13 if core.isdigit() else 0
