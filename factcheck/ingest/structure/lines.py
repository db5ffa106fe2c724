"""Lines of a text, with their offsets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from factcheck.errors import InputError


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


MOST_LINES: Final = 1_000_000
"""Lines of one text that hold something. 25 MB of wrapped prose have a third of that."""

# As `str.splitlines` divides, but one after the other: all at once would take twenty times the memory of the text.
_RAW: Final = re.compile("[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]*+(?:\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]|$)")


def lines_of(text: str, *, begin: int = 0) -> list[Line]:
    """The lines from `begin` on that hold something visible, in linear time.

    A line ends where `str.splitlines` ends one: CR LF, LF, CR, form feed, U+2028 and their like.

    Raises:
        InputError: If there are more than `MOST_LINES`.
    """
    lines: list[Line] = []
    after_gap = True
    for found in _RAW.finditer(text, begin):
        raw = found.group()
        body = raw.strip()
        if body:
            refuse_lines(len(lines) + 1)
            start = found.start() + len(raw) - len(raw.lstrip())
            lines.append(Line(start, start + len(body), start - found.start(), after_gap))
        after_gap = not body
    return lines


def refuse_lines(count: int) -> None:
    """Raises:
    InputError: If a text has that many lines and shouldn't.
    """
    if count > MOST_LINES:
        raise InputError(f"It has more than {MOST_LINES} lines.", hint="Divide it.")
