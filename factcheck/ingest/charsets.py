"""Guesses the charset of bytes that are not UTF-8, and says whether the guess is sure.

charset-normalizer tells scripts apart well (Cyrillic, Greek, Japanese ...), but the Latin code pages badly: it
reads French in cp1252 as cp1257, which changes letters. So Latin text is taken as cp1252 by a test of our own, that
every accented letter belongs to one western language and every sign stands where it can stand; and another script is
taken only where no other reading comes near.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_SAMPLE: Final = 200_000
"""Bytes that are looked at: enough for letter counts, and it bounds the time for a large file."""

_LEAST_LETTERS: Final = 20
_LEAST_MARGIN: Final = 0.05
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")

# The accented letters of the languages that cp1252 was made for.
_ALPHABETS: Final = tuple(
    frozenset(letters + letters.upper())
    for letters in (
        "àâçèéêëîïôœùûüÿ",  # French, and English loanwords
        "äöüßéàèç",  # German
        "áéíñóúüçàèòï",  # Spanish, Catalan
        "áâãàçéêíóôõúü",  # Portuguese
        "àèéìíòóùú",  # Italian
        "éëïóöüèêáâî",  # Dutch
        "åäöéüà",  # Swedish, Finnish
        "æøåéäöü",  # Danish, Norwegian
        "áðéíóúýþæö",  # Icelandic
    )
)
_SIGNS: Final = frozenset("“”‘’„‚«»‹›–—…•·€£¥¢§©®™°±×½¼¾¿¡ºª²³†‡%\u00a0\u00ad")
# Another code page, read as cp1252, shows signs inside words, capitals after small letters or full stops, and
# single capitals for dashes.
_IMPOSSIBLE: Final = re.compile(
    r"[^\W\d_][“”„‚«»‹›¿¡²³ºª†‡€£][^\W\d_]|[^\W\d_][„‚¿¡]|[a-zà-öø-ÿ.,;!?][À-ÖØ-ÞŒŠŽŸ]|\s[ÐÑÒÓÔÕ]\s"
)
_MOST_ACCENTED: Final = 0.25
"""Largest share of accented letters in a western text; French has about 0.05."""


class Guess(NamedTuple):
    """The likeliest charset, in Python's spelling ("" for none), and whether it may be used without asking."""

    charset: str
    sure: bool


def guess_charset(raw: bytes) -> Guess:
    """Guess how `raw`, which is not UTF-8, is encoded. Takes a bounded time for any size."""
    sample = _sample(raw)
    if _is_western(sample):
        return Guess("cp1252", sure=True)
    # 20 ms, and only bytes that aren't UTF-8 pay for it.
    from charset_normalizer import from_bytes

    readings = [reading for reading in from_bytes(sample) if reading.encoding != "ascii"]
    if not readings:
        return Guess("", sure=False)
    best = readings[0]
    text = str(best)
    foreign = [letter for letter in text if letter.isalpha() and not letter.isascii()]
    other_script = len(foreign) >= _LEAST_LETTERS and not any(map(_LATIN.match, foreign))
    alone = all(
        str(other) == text
        or other.chaos >= best.chaos + _LEAST_MARGIN
        or other.coherence <= best.coherence - _LEAST_MARGIN
        for other in readings[1:]
    )
    return Guess(best.encoding.replace("_", "-"), sure=other_script and alone and best.chaos < _LEAST_MARGIN)


def _sample(raw: bytes) -> bytes:
    """A stretch of `raw` that begins at its first byte beyond ASCII, cut where no charset has half a character."""
    if len(raw) <= _SAMPLE:
        return raw
    first = next(re.finditer(rb"[\x80-\xff]", raw), None)
    begin = max(0, first.start() - 1000) if first else 0
    begin = raw.rfind(b"\n", 0, begin) + 1 or begin
    end = raw.rfind(b" ", begin, begin + _SAMPLE)
    return raw[begin : end if end > begin else begin + _SAMPLE]


def _is_western(sample: bytes) -> bool:
    try:
        text = sample.decode("cp1252")
    except UnicodeDecodeError:
        return False
    beyond = {character for character in text if not character.isascii()}
    letters = {character for character in beyond if character.isalpha()} - _SIGNS
    if beyond - letters - _SIGNS or _IMPOSSIBLE.search(text):
        return False
    if letters & set("æÆ") and not letters & set("øåðþØÅÐÞ"):
        return False  # no western text has that one alone; it is what the Croatian ć of cp1250 becomes
    every = [character for character in text if character.isalpha()]
    accented = sum(not character.isascii() for character in every)
    return accented <= _MOST_ACCENTED * len(every) and any(letters <= alphabet for alphabet in _ALPHABETS)
