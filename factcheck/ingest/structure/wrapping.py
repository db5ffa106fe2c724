"""Decides which line breaks are breaks of a paragraph and which were only put in to keep lines short.

A line that was filled by a program is full: the first word of the next line wouldn't have fitted on it. That, and
breaks in mid-sentence, tell hard-wrapped text from a text with one paragraph per line.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from factcheck.ingest.structure.line_kinds import ends_a_sentence
from factcheck.ingest.structure.lines import Line

WIDEST: Final = 110
"""Characters. Nobody wraps text wider than this."""

_NARROWEST: Final = 35
_WIDTH_RANK: Final = 0.8
_LEAST_FULL: Final = 0.6
_LEAST_MID_SENTENCE: Final = 0.5
_LEAST_CONTINUED: Final = 0.3
_NEVER_LAST: Final = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|be|but|by|for|from|had|has|have|in|is|of|on|or|that|the|to|was|were|which|with))$"
)


def wrapped_width(text: str, lines: list[Line]) -> int:
    """The width that `text` was wrapped to, or 0 where each line is a paragraph of its own.

    Only breaks between lines that touch each other, both within `WIDEST`, are looked at.
    """
    breaks = [
        (above, below)
        for above, below in pairwise(lines)
        if not below.after_gap and len(above) <= WIDEST and len(below) <= WIDEST
    ]
    if not breaks:
        return 0
    # Not the widest: one long title or address would make all other lines look short.
    width = sorted(len(above) for above, _ in breaks)[int(_WIDTH_RANK * (len(breaks) - 1))]
    if width < _NARROWEST:
        return 0
    full = sum(_is_full(text, above, below, width) for above, below in breaks)
    mid_sentence = sum(not ends_a_sentence(above.of(text)) for above, _ in breaks)
    continued = sum(_continues(text, below) for _, below in breaks)
    wrapped = (
        full >= _LEAST_FULL * len(breaks)
        and mid_sentence >= _LEAST_MID_SENTENCE * len(breaks)
        and continued >= _LEAST_CONTINUED * len(breaks)
    )
    return width if wrapped else 0


def is_joined(text: str, above: Line, below: Line, width: int) -> bool:
    """True where `below` goes on with the paragraph of `above`.

    Args:
        width: As `wrapped_width` gives it for the whole text.
    """
    if below.after_gap or len(above) > WIDEST or len(below) > WIDEST:
        return False
    return goes_on(above.of(text), below.of(text)) or (
        width > 0 and _is_full(text, above, below, width) and below.indent <= above.indent
    )


def goes_on(above: str, below: str) -> bool:
    """True where a sentence of the line `above` goes on in the line `below`, by their words alone."""
    return not ends_a_sentence(above) and (below[:1].islower() or _NEVER_LAST.search(above) is not None)


def _is_full(text: str, above: Line, below: Line, width: int) -> bool:
    first_word = below.of(text).split(maxsplit=1)[0]
    return len(above) + 1 + len(first_word) > width


def _continues(text: str, line: Line) -> bool:
    """True where the line doesn't begin with a capital; scripts without capitals always continue."""
    first = next(filter(str.isalnum, line.of(text)), "")
    return first != "" and not first.isupper()
