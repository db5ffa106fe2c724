"""What is sure about sentence ends, whatever a model says: lines, lists, spaced ellipses, closing marks, times of day.

Each rule joins or parts at the gap after a word. Only gaps that a rule may concern are looked at one by one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from factcheck.language.sentences.boundary_features import CLOSE, LINE, PARAGRAPH, SPACE, Words
from factcheck.language.sentences.boundary_references import acronyms_before_names, references

Marks = npt.NDArray[np.bool_]

_BULLETS: Final = frozenset("•⁃‣◦▪●·")
_ENUMERATOR: Final = re.compile(r"([•⁃‣◦▪●]?)(\d{1,3}|[a-z])(\.\)|[.)])\Z")
_LINE_MARKER: Final = re.compile(r"(?:[•⁃‣◦▪●*+–-]|\(?(?:\d{1,3}|[a-zA-Z])(?:\.\)|[.)]))\Z|[•⁃‣◦▪●]")
_CLOSING: Final = re.compile(r"[)\]”»]+[.,;:!?]*\Z")
_STOPPED: Final = re.compile(r"[.!?…:。！？｡][\"'”’»)\]*_]*\Z")
_WIDE_STOP: Final = re.compile(r".*[。！？｡][\"'”’」』）》】)]*\Z", re.DOTALL)
_GOES_ON: Final = re.compile(r"[,;(\[–—-]\Z")
_OPENS: Final = frozenset({
    "a", "an", "and", "as", "at", "but", "by", "for", "from", "in", "into", "is", "of", "on", "or", "our", "than",
    "that", "the", "their", "to", "was", "were", "with",
})  # fmt: skip
"""No heading and no line of a list ends with one of these."""
_CLOCK: Final = re.compile(r"(?:\d{1,2}(?::\d\d)?)?[ap]\.m\.\Z", re.IGNORECASE)
_TIME_BEGINS: Final = frozenset(["at", "by", "around", "about", "before", "after", "until", "till", "from", "since"])
_SHORTENED: Final = re.compile(
    r"(?:(?:U\.S|U\.K|U\.N|E\.U|U\.S\.A|D\.C|[Ee]tc|Co|Inc|Ltd|Corp|Bros|Jr|Sr|Ph\.D|M\.[AD]|B\.A)\."
    r"|(?:\d{1,2}(?::\d\d)?)?[AaPp]\.[Mm]\.|[Cc]o\.|I\.|[A-Za-z]+(?:\.{3}|…)|(?:Yahoo|Jeopardy|Yum|Joomla|Oklahoma)!)\Z"
)
"""Words whose stop says little of whether a sentence ends."""
_WHOLE_DATE: Final = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\.[\"'”’)\]]*\Z"
)
"""Nothing is shortened here, though months and days mostly are where a stop follows them."""
_REPLY: Final = re.compile(
    r"(?:yeah|yes|yep|no|nope|nah|na|okay|ok|alright|right|sure|correct|exactly|oh|ah|aw|uh|um|hm+|mm+|mhm|huh|wow|hi"
    r"|hey|hello|cheers|thanks|goodbye|bye|please|sorry)[.!?]+\Z",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(r"[A-Z][a-z]+!\Z")
"""Of these, names that end with an exclamation mark."""
_BEGINNERS: Final = frozenset({
    "It", "He", "She", "They", "We", "You", "This", "That", "These", "Those", "There", "How", "What", "When",
    "Where", "Who", "Why", "Which", "Did", "Do", "Does", "Is", "Are", "Was", "Were", "Has", "Have", "Had", "But",
    "And", "So", "If", "Then", "However", "The", "A", "An",
})  # fmt: skip
"""Words that are written with a capital where a sentence begins and hardly elsewhere."""
_TITLED: Final = frozenset(["Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Sen.", "Rep.", "Gov.", "Gen.", "President"])
_CLOSED: Final = re.compile(r".*[.!?…][\"'”’»)\]]{1,4}\Z", re.DOTALL)
_ASKED: Final = re.compile(r"[!?…][\"'”’»]{1,2}\Z")
_SAYING: Final = frozenset({
    "said", "say", "says", "asked", "ask", "asks", "replied", "replies", "added", "adds", "wrote", "thought",
    "called", "cried", "shouted", "whispered", "answered", "exclaimed", "yelled", "muttered", "continued",
    "explained",
})  # fmt: skip
_MARKS: Final = '.,:;"”'
_NARROW: Final = 36
"""Lines that are all shorter than this are no wrapped prose but a list, an address, a poem."""


def apply(ends: Marks, text: str, words: Words) -> Marks:
    """`ends`, shape (n,), whether a sentence ends after each word, put right in place and given back."""
    ends[words.after == CLOSE] = True
    ends[words.matching(_WIDE_STOP)] = True
    ends[_before_closing_marks(words)] = False
    sure = (_replies, _whole_dates, references, acronyms_before_names, _abbreviations, _asides, _lines, _items)
    for place, is_end in [found for rule in sure for found in rule(text, words)]:
        ends[place] = is_end
    _spaced_dots(ends, text, words)
    ends[words.after == PARAGRAPH] = True
    return ends


def _before_closing_marks(words: Words) -> npt.NDArray[np.int64]:
    """A closing bracket or quotation mark on its own belongs to what it closes."""
    closing = words.matching(_CLOSING)
    return closing[closing > 0] - 1


def _opens_with_time(text: str, words: Words, place: int) -> bool:
    """`At 5 a.m. Mr. Smith left`: a time that opens a sentence is no sentence."""
    if not _CLOCK.match(words.word(text, place)):
        return False
    for opening in range(place - 1, max(place - 4, -1), -1):
        first = opening == 0 or words.after[opening - 1] == PARAGRAPH
        if first or _STOPPED.search(words.word(text, opening - 1)):
            return words.word(text, opening).lower() in _TIME_BEGINS
    return False


def _replies(text: str, words: Words) -> Iterator[tuple[int, bool]]:
    """`Yeah. That works`: one word can be a whole sentence, and these are."""
    for place in words.matching(_REPLY).tolist():
        if place + 1 < len(words) and words.word(text, place + 1).lstrip("\"'“‘(")[:1].isupper():
            yield place, True


def _whole_dates(text: str, words: Words) -> Iterator[tuple[int, bool]]:
    """`in May. Nobody` ends a sentence."""
    for place in words.matching(_WHOLE_DATE).tolist():
        if place + 1 < len(words) and words.word(text, place + 1).lstrip("\"'“‘([")[:1].isupper():
            yield place, True


def _abbreviations(text: str, words: Words) -> Iterator[tuple[int, bool]]:
    """`in the U.S. It`, `he left... It` and `at 6 p.m. Mr. Smith` end a sentence; `Yahoo! in` does not."""
    for place in words.matching(_SHORTENED).tolist():
        if place + 1 == len(words):
            continue
        word, following = words.word(text, place), words.word(text, place + 1)
        begins = following in _BEGINNERS
        if word == "I.":
            before = words.word(text, place - 1) if place else ""
            if before.isalpha() and before.islower() and following[0].isupper():
                yield place, True
        elif _NAMED.match(word):
            if following[0].islower():
                yield place, False
        elif begins or (_CLOCK.match(word) and following.title() in _TITLED):
            yield place, not _opens_with_time(text, words, place)


def _asides(text: str, words: Words) -> Iterator[tuple[int, bool]]:
    """Direct speech or a parenthesis with its own full stop goes on where a small letter or `she asked` follows."""
    for place in words.matching(_CLOSED).tolist():
        if place + 1 == len(words):
            continue
        word, following = words.word(text, place)[-20:], words.word(text, place + 1)[:40]
        if following[0].islower() and not following.startswith(("http", "www")):
            yield place, False
        elif _ASKED.search(word) and words.after[place] == SPACE and place + 2 < len(words):
            said = {following.rstrip(_MARKS).lower(), words.word(text, place + 2)[:40].rstrip(_MARKS).lower()}
            if not said.isdisjoint(_SAYING):
                yield place, False


def _lines(text: str, words: Words) -> Iterator[tuple[int, bool]]:
    """A line's end is a sentence's where a list item follows, or where the line was not wrapped but is short.

    A line was wrapped where the next word would not have fitted in the paragraph's widest line.
    """
    breaks = np.flatnonzero(words.after == LINE)
    if not len(breaks):
        return
    paragraph = np.searchsorted(np.flatnonzero(words.after == PARAGRAPH), np.arange(len(words)))
    line_ends = np.flatnonzero((words.after == LINE) | (words.after == PARAGRAPH))
    line_starts = np.concatenate([[0], line_ends[:-1] + 1])
    widths = words.ends[line_ends] - words.starts[line_starts]
    widest = np.zeros(paragraph[-1] + 1, dtype=np.int64)
    np.maximum.at(widest, paragraph[line_ends], widths)
    width_of = dict(zip(line_ends.tolist(), widths.tolist(), strict=True))
    for place in breaks.tolist():
        following = words.word(text, place + 1)[:80]
        if _LINE_MARKER.match(following):
            yield place, True
            continue
        last = words.word(text, place)[-80:]
        if _STOPPED.search(last):
            continue
        widest_here = int(widest[paragraph[place]])
        fits = widest_here <= _NARROW or width_of[place] + 1 + len(following) <= 0.8 * widest_here
        begins = following.lstrip("\"'“‘(*_[")[:1]
        apart = begins.isupper() or begins.isdigit()
        yield place, fits and apart and not _GOES_ON.search(last) and last.lower() not in _OPENS


def _items(_: str, words: Words) -> Iterator[tuple[int, bool]]:
    """In a paragraph that begins with a bullet or with `1.`, `1)` or `a.`, the next of that kind begins a sentence."""
    different = words.different
    may = np.array([each[0] in _BULLETS or _ENUMERATOR.match(each) is not None for each in different])
    first = np.concatenate([[0], np.flatnonzero(words.after == PARAGRAPH) + 1])
    starts = set(first.tolist())
    bullet, number, paragraph = "", ("", -1), -1
    for place in np.flatnonzero(may[words.which]).tolist():
        here = int(np.searchsorted(first, place, side="right"))
        if here != paragraph:
            paragraph, bullet, number = here, "", ("", -1)
        word = different[words.which[place]]
        marker, own = word[0] if word[0] in _BULLETS else "", _enumerator(word)
        if place in starts:
            bullet, number = marker, own
        elif bullet and different[words.which[place - 1]] == bullet and own[1] >= 0:
            number = own
        elif (marker and marker == bullet) or (own[1] >= 0 and (number[0], number[1] + 1) == own):
            yield place - 1, True
            number = own if own[1] >= 0 else number
        else:
            continue
        if word == marker or own[1] >= 0:
            yield place, False


def _enumerator(word: str) -> tuple[str, int]:
    """Its kind and its number; -1 where it is none."""
    match = _ENUMERATOR.match(word)
    if match is None:
        return "", -1
    sign = match[2]
    kind = ("1" if sign.isdigit() else "a") + match[3]
    return kind, int(sign) if sign.isdecimal() else ord(sign)


def _spaced_dots(ends: Marks, text: str, words: Words) -> None:
    """`. . .` is an ellipsis, `. . . .` also ends a sentence; three after a full stop belong to what follows."""
    dot = np.array([each == "." for each in words.different], dtype=bool)[words.which]
    edges = np.flatnonzero(np.diff(dot, prepend=False, append=False))
    for start, end in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        before = max(start - 1, 0)
        ends[before : end - 1] = False
        if end - start == 1:
            continue
        follows = words.word(text, end)[0] if end < len(words) and words.after[end - 1] != PARAGRAPH else ""
        if start and end - start == 3 and follows.isupper() and text[words.ends[before] - 1] in ".!?":
            ends[before], ends[end - 1] = True, False
        else:
            ends[end - 1] = end - start >= 4 and follows.isupper()
