"""The title of a PDF document: what its properties call it, where that is a title, else its largest words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.ingest.made_up_titles import is_made_up
from factcheck.ingest.pdf.lines import PdfLine
from factcheck.ingest.structure.line_kinds import ends_a_sentence

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_LARGER: Final = 1.05
_LEADING: Final = 1.6
_LONGEST: Final = 200


def pdf_title(said: str, page: Sequence[PdfLine], own: frozenset[int], usual_size: float) -> str | None:
    """What `said`, of the properties, or the first page says; None where neither does.

    Args:
        page: The lines of the first page that has some.
        own: The numbers of those that are no part of the text.
    """
    text = [line for place, line in enumerate(page) if place not in own]
    largest = _largest(text, usual_size)
    if is_made_up(said):
        return largest
    words = _words(said)
    shown = words & _words(" ".join(line.words for line in text))
    # A title that the page doesn't show may be that of another document, which this one was made from.
    return said if largest is None or not words or 2 * len(shown) >= len(words) else largest


def _words(text: str) -> set[str]:
    return {each.casefold() for each in _WORD.findall(text)}


def _largest(text: Sequence[PdfLine], usual_size: float) -> str | None:
    """The lines in the largest letters, from the first of them on as long as they follow each other."""
    lines = [line for line in text if _WORD.search(line.words) and line.size >= _LARGER * usual_size]
    if not lines:
        return None
    size = max(line.size for line in lines)
    title: list[PdfLine] = []
    for line in lines:
        if line.size < 0.95 * size:
            if title:
                break
            continue
        if title and not 0 <= title[-1].bottom - line.bottom <= _LEADING * size:
            break
        title.append(line)
    words = " ".join(line.words for line in title)
    is_sentence = ends_a_sentence(words) and words.endswith(".") and len(words.split()) > 12
    return None if is_sentence or len(words) > _LONGEST else words
