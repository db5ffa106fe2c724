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
_LEAST_COHERENCE: Final = 0.2
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")

# The accented letters of languages that cp1252 was made for; those that have to be there before the others count, since
# the others are what letters of another code page look like; and how many of them.
_ALPHABETS: Final = tuple(
    (frozenset(letters + letters.upper()), frozenset(anchors + anchors.upper()), count)
    for letters, anchors, count in (
        ("àâçèéêëîïôœùûüÿ", "é", 1),  # French, and English with its loanwords
        ("äöüßéàèç", "äöüß", 1),  # German
        ("áéíñóúüçàèòï", "áéíóú", 1),  # Spanish, Catalan
        ("áâãàçéêíóôõúü", "áçéíóú", 1),  # Portuguese
        ("àèéìíòóùú", "àé", 1),  # Italian
        ("éëïóöüèêáâî", "é", 1),  # Dutch
        ("åäöéüà", "äö", 1),  # Swedish, Finnish
        ("æøåéäöü", "æøå", 2),  # Danish, Norwegian
    )
)
_SIGNS: Final = frozenset("“”‘’„‚«»‹›–—…•·€£¥¢§©®™°±×½¼¾¿¡ºª²³†‡%\u00a0\u00ad")
_IMPOSSIBLE: Final = re.compile(
    r"""
      [^\W\d_] [“”„‚«»‹›²³ºª†‡€£] [^\W\d_]    # another code page read as cp1252 shows signs inside words,
    | [^\W\d_] [„‚¿¡¢] | ¢ [^\W\d_]           # opening signs behind them,
    | [¡¿] (?! [^\W\d_“«"'¡¿] )               # or before nothing,
    | [a-zà-öø-ÿ.,;!?] [À-ÖØ-ÞŒŠŽŸ]           # capitals behind small letters and full stops,
    | \s [ÐÑÒÓÔÕ] \s                          # and single capitals for dashes
    """,
    re.VERBOSE,
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
    alone = all(
        str(other) == str(best)
        or other.chaos >= best.chaos + _LEAST_MARGIN
        or other.coherence <= best.coherence - _LEAST_MARGIN
        for other in readings[1:]
    )
    sure = alone and best.chaos < _LEAST_MARGIN and _is_another_script(str(best), best.coherence)
    return Guess(best.encoding.replace("_", "-"), sure=sure)


def _is_another_script(text: str, coherence: float) -> bool:
    """True where the letters beyond ASCII are of no Latin script, and as frequent as in a language written in theirs.

    Args:
        coherence: charset-normalizer's figure for that, in [0, 1]; it has none for Japanese and Korean.
    """
    foreign = [letter for letter in text if letter.isalpha() and not letter.isascii()]
    if len(foreign) < _LEAST_LETTERS or any(map(_LATIN.match, foreign)):
        return False
    hiragana = sum("\u3041" <= letter <= "\u309f" for letter in foreign)
    hangul = sum("\uac00" <= letter <= "\ud7a3" for letter in foreign)
    return coherence >= _LEAST_COHERENCE or hiragana >= 0.2 * len(foreign) or hangul >= 0.95 * len(foreign)


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
    if ("¡" in beyond and "!" not in text) or ("¿" in beyond and "?" not in text):
        return False
    every = [character for character in text if character.isalpha()]
    accented = sum(not character.isascii() for character in every)
    fits = not letters or any(
        letters <= alphabet and len(letters & anchors) >= count for alphabet, anchors, count in _ALPHABETS
    )
    return fits and accented <= _MOST_ACCENTED * len(every)
