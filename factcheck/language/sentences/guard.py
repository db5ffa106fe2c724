"""What every sentence splitter shares: the guard around a library that may fail, hang or lose text.

A library sees at most `WINDOW` characters at once, because some need quadratic time (sentencex on unclosed quotation
marks, syntok on brackets): so the whole takes time in proportion to its length. Each answer is checked before it is
believed, and the next finder is asked where it fails; one trimmed span is the last resort.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeAlias

from factcheck.domain.spans import Span, trimmed

Finder: TypeAlias = Callable[[str], Iterable[tuple[int, int]]]
"""Finds sentences of a short text as (start, end); may raise anything, may be wrong."""

WINDOW: Final = 4096
"""Most characters that a finder is given at once."""

NEVER_CUT: Final = 1800
"""Sentences up to this long are never cut by a window's end, wherever they stand."""

_MARGIN: Final = 96
"""Where the text goes on, an end nearer to the window's end than this waits for the next window: whether `5 p.m.`
ends a sentence depends on what follows."""

_LONGEST_WORD: Final = 256
"""A window ends at white space unless there is none over this length."""

# Two libraries disagree on these, or fail: white space that is not plain, and halves of surrogate pairs.
_ODD_SPACE: Final = re.compile(r"[^\S \n\r\t]")
_SURROGATE: Final = re.compile("[\ud800-\udfff]")


def plain_spaced(text: str) -> str:
    """`text` with every white space but space, tab and line ends as a space, and surrogates as U+FFFD: same length."""
    return _SURROGATE.sub("\ufffd", _ODD_SPACE.sub(" ", text))


def split_guarded(text: str, finders: Sequence[Finder]) -> list[Span]:
    """Sentences of `text`, of any length and content, by the first of `finders` that gives a sound answer.

    Returns:
        Spans in order, trimmed, not overlapping, holding every visible character; none for a text without any. A
        sentence longer than `NEVER_CUT` may come in pieces, cut at white space where there is some.

    Raises:
        KeyboardInterrupt, SystemExit, GeneratorExit: Passed on, never taken for a fault of a finder.
    """
    spans: list[Span] = []
    start = 0
    while start < len(text):
        end = _window_end(text, start)
        window = text[start:end]
        found = repaired(window, _first_sound(window, finders))
        if end < len(text):
            found, end = _finished(found, start, end)
        spans += [span.shifted(start) for span in found]
        start = end
    return spans


def is_sound(text: str, spans: Sequence[Span]) -> bool:
    """Whether `spans` are in order, inside `text`, not overlapping, and leave out nothing but white space."""
    place = 0
    for span in spans:
        if span.start < place or span.end > len(text) or text[place : span.start].strip():
            return False
        place = span.end
    return not text[place:].strip()


def repaired(text: str, spans: Sequence[Span]) -> list[Span]:
    """Sound, trimmed `spans` of `text`, with the mistakes mended that the libraries are known to make."""
    mended: list[Span] = []
    for span in spans:
        last = mended[-1] if mended else None
        if last is not None and _belong_together(text, last, span):
            mended[-1] = Span(last.start, span.end)
            continue
        if last is not None and last.end == span.start and (marks := _CLOSING_MARKS.match(text, span.start, span.end)):
            # `**Bold.** Next` comes apart before the closing marks: they belong to what they close.
            mended[-1] = Span(last.start, marks.end())
            span = trimmed(text, Span(marks.end(), span.end))
        mended += _parted(text, span)
    return mended


_CLOSING_MARKS: Final = re.compile(r"[*_~`”’»\"')\]]{1,8}(?=\s|$)")

_NUMBERED: Final = frozenset(
    {"approx", "est", "ca", "c", "circa", "para", "paras", "ch", "chap", "fig", "vol", "vols", "nos", "p", "pp"}
    | {"Approx", "Est", "Ca", "Para", "Paras", "Ch", "Chap", "Fig", "Figs", "Vol", "Vols", "Nos", "Sec", "Art", "Arts"}
)
"""Abbreviations that a number completes: `approx. 300`. In lower case `no`, `sec`, `art` and `figs` are words too."""

_TITLES: Final = frozenset(
    {"dr", "mr", "mrs", "ms", "messrs", "prof", "hon", "gen", "lt", "col", "sgt", "capt", "cpl", "cmdr", "maj", "adm"}
    | {"sen", "rep", "gov", "pres", "amb", "ald", "cllr", "supt", "det", "insp"}
)
"""Titles end no sentence where a capital follows. `St.` is not one of them: streets do."""

_LAST_WORD: Final = re.compile(r"(?<![\w.])([A-Za-z]{1,8})\.$")
_ENUMERATOR: Final = re.compile(r"\(?\d{1,3}[.)]$")
_CLOCK: Final = re.compile(r"\b[ap]\.m\.$")
_ZONE: Final = re.compile(
    r"(?:Eastern|Central|Mountain|Pacific|Atlantic|Greenwich)(?: (?:Standard|Daylight|Summer|Mean))?"
    r"(?: [Tt]ime\b|[.,;:)]|$| (?:on|and|to|until|or|in|for|when|as|at)\b| \d)"
)
_PARENTHESIS: Final = re.compile(
    r"\([A-Z][^()]*[.!?][”\"’']?\)(?=\s+[“\"‘(]?[A-Z])"  # (It was.) Then
    r"|[^()]*\([^()]*\)[.!?](?=\s+\([A-Z])"  # rose (to 4.1). (It was
)


def _belong_together(text: str, left: Span, right: Span) -> bool:
    """Whether a library cut one sentence in two."""
    if text.count("\n", left.end, right.start) > 1:
        return False
    end = text[max(left.start, left.end - 12) : left.end]
    if len(left) <= len("(999)") and _ENUMERATOR.match(end):
        return True
    if _CLOCK.search(end):
        return _ZONE.match(text, right.start, right.end) is not None
    word = _LAST_WORD.search(end)
    if word is None:
        return False
    if word[1] in _NUMBERED:
        return text[right.start].isdigit()
    return word[1][0].isupper() and word[1].lower() in _TITLES and text[right.start].isupper()


def _parted(text: str, span: Span) -> list[Span]:
    """`span` in the parts that a library took for one: a parenthesis that is a sentence, and what stands after it."""
    parts = []
    while match := _PARENTHESIS.match(text, span.start, span.end):
        parts.append(Span(span.start, match.end()))
        span = trimmed(text, Span(match.end(), span.end))
    return [*parts, span] if span.start < span.end else parts


def _window_end(text: str, start: int) -> int:
    end = start + WINDOW
    if end >= len(text):
        return len(text)
    space = next((place for place in range(end, end - _LONGEST_WORD, -1) if text[place].isspace()), None)
    return end if space is None else space


def _first_sound(window: str, finders: Sequence[Finder]) -> list[Span]:
    if not window.strip():
        return []
    plain = plain_spaced(window)
    for find in finders:
        try:
            spans = [trimmed(plain, Span(start, end)) for start, end in find(plain)]
        except (KeyboardInterrupt, SystemExit, GeneratorExit):
            raise
        except BaseException:  # noqa: BLE001  # a panic of a Rust library is no Exception
            continue
        spans = [span for span in spans if len(span)]
        if is_sound(plain, spans):
            return spans
    return [trimmed(plain, Span(0, len(plain)))]


def _finished(found: list[Span], start: int, end: int) -> tuple[list[Span], int]:
    """The sentences of the window [start, end) that what follows can't change, and where the next window begins."""
    kept = [span for span in found[:-1] if span.end <= end - start - _MARGIN]
    # Stepping on by half a window at least, no character is read more than twice on average.
    if kept and found[len(kept)].start >= (end - start) // 2:
        return kept, start + found[len(kept)].start
    return found, end
