"""The title of a PDF document: what its properties call it, where that is a title, else its largest words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from factcheck.ingest.line_kinds import ends_a_sentence
from factcheck.ingest.pdf_lines import PdfLine

_MADE_UP: Final = re.compile(
    r"\W*(?:microsoft (?:word|powerpoint|excel)\b.*|power ?point presentation|untitled.*|no title|title|unspecified"
    r"|(?:slide|document|page|layout|scan|print|blank|template|book|presentation|brochure|doc)[\W_]?\d*"
    r"|[\w().~ -]*\.(?:docx?|pdf|odt|rtf|txt|indd|qxd|qxp|p65|pmd|pub|tex|dvi|ps|eps|ai|cdr|pptx?|xlsx?|html?|wpd|fm"
    r"|sgm|xml|tiff?|jpe?g)"
    r"|[A-Za-z]:\\.*|/.*|file:.*|https?:.*|[\w.~-]*[\d_][\w.~-]*|[\W\d]*|[0-9a-f-]{16,})\W*",
    re.IGNORECASE,
)
"""Titles that programs put in: the name of a file, or of the program itself. A name in one word with figures is one."""

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
    if _is_made_up(said):
        return largest
    words = _words(said)
    shown = words & _words(" ".join(line.words for line in text))
    # A title that the page doesn't show may be that of another document, which this one was made from.
    return said if largest is None or not words or 2 * len(shown) >= len(words) else largest


def _is_made_up(said: str) -> bool:
    return len(said) > _LONGEST or _MADE_UP.fullmatch(said) is not None


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
