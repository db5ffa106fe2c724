"""Lines of a text, with their offsets."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something visible on it.

    Attributes:
        start: Where its first visible character stands in the text.
        end: Behind its last visible character.
        indent: White space before `start`, in characters.
        after_gap: True where blank lines, or the beginning of the text, stand before it.
    """

    start: int
    end: int
    indent: int
    after_gap: bool

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        return text[self.start : self.end]


def lines_of(text: str, *, begin: int = 0) -> list[Line]:
    """The lines from `begin` on that hold something visible, in linear time.

    A line ends where `str.splitlines` ends one: CR LF, LF, CR, form feed, U+2028 and their like.
    """
    lines: list[Line] = []
    start, after_gap = begin, True
    for raw in text[begin:].splitlines(keepends=True):
        body = raw.strip()
        if body:
            indent = len(raw) - len(raw.lstrip())
            lines.append(Line(start + indent, start + indent + len(body), indent, after_gap))
        after_gap = not body
        start += len(raw)
    return lines
