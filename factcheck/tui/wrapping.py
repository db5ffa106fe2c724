"""Wraps a text to a width, keeping the offset of every line, so that what is marked in it can be drawn later."""

from __future__ import annotations

from rich.cells import get_character_cell_size
from textual.content import Content

from factcheck.domain.spans import Span


def wrapped(text: str, width: int) -> list[Span]:
    """The lines of `text`, each at most `width` cells wide: broken at line feeds and spaces, within a word only where
    it is longer than a line. The space or line feed at which a line was broken belongs to none.

    Args:
        width: In terminal cells, at least 1. A character of two cells gets a line of its own where one doesn't do.
    """
    narrow = text.isascii()
    lines: list[Span] = []
    start = 0
    while start <= len(text):
        end = text.find("\n", start)
        end = len(text) if end < 0 else end
        _wrap_line(text, start, end, width, narrow=narrow, lines=lines)
        start = end + 1
    return lines


def first_lines(content: Content, width: int, most: int) -> list[Content]:
    """The first lines of a text on one line; where that isn't all of it, the last one says so."""
    lines = content.wrap(width)
    if len(lines) <= most:
        return lines
    last = lines[most - 1].rstrip().truncate(max(1, width - 1))
    return [*lines[: most - 1], Content.assemble(last, "…")]


def _wrap_line(text: str, start: int, end: int, width: int, *, narrow: bool, lines: list[Span]) -> None:
    while True:
        fits = min(end, start + width) if narrow else _fitting(text, start, end, width)
        if fits == end:
            lines.append(Span(start, end))
            return
        # A space right behind what fits may be where the line ends.
        cut = text.rfind(" ", start + 1, fits + 1)
        if cut < 0:
            lines.append(Span(start, fits))
            start = fits
        else:
            lines.append(Span(start, cut))
            start = cut + 1


def _fitting(text: str, start: int, end: int, width: int) -> int:
    """How far one line reaches from `start`: at least one character."""
    cells = 0
    for at in range(start, end):
        cells += get_character_cell_size(text[at])
        if cells > width:
            return max(at, start + 1)
    return end
