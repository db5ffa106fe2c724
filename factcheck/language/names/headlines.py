"""Lines whose capitals tell nothing: headlines in title case or in capitals."""

from __future__ import annotations

import re
from typing import Final

_LEAST_HEADLINE: Final = 4
_HEADLINE_SHARE: Final = 0.7
_LINE_ENDS: Final = (".", "!", "?", "”", '"', ":", ",", ";", "’", ")")
_LINE: Final = re.compile(r"[^\n]+")


def headlines(text: str) -> list[tuple[int, int]]:
    """Where the headlines of `text` stand, as pairs of start and end, in order."""
    found: list[tuple[int, int]] = []
    alone = "\n" not in text.strip()
    for match in _LINE.finditer(text):
        line = match.group().strip()
        words = [each for each in line.split() if each[0].isalpha() and len(each) > 3]
        if len(words) < _LEAST_HEADLINE or ". " in line or line.endswith(_LINE_ENDS):
            continue
        capitals = sum(each[0].isupper() for each in words)
        # A line alone may be a sentence full of names that lacks its full stop.
        if line.isupper() if alone else capitals >= _HEADLINE_SHARE * len(words):
            found.append(match.span())
    return found
