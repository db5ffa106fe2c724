"""Titles in a document's properties that a program put there: names of files, of templates, of the program itself."""

from __future__ import annotations

import re
from typing import Final

_MADE_UP: Final = re.compile(
    r"\W*(?:microsoft (?:word|powerpoint|excel)\b.*|power ?point presentation|untitled.*|no title|title|unspecified"
    r"|(?:slide|document|page|layout|scan|print|blank|template|book|presentation|brochure|doc)[\W_]?\d*"
    r"|[\w().~ -]*\.(?:docx?|pdf|odt|rtf|txt|indd|qxd|qxp|p65|pmd|pub|tex|dvi|ps|eps|ai|cdr|pptx?|xlsx?|html?|wpd|fm"
    r"|sgm|xml|tiff?|jpe?g)"
    r"|[A-Za-z]:\\.*|/.*|file:.*|https?:.*|[\w.~-]*[\d_][\w.~-]*|[\W\d]*|[0-9a-f-]{16,})\W*",
    re.IGNORECASE,
)
"""Titles that programs put in: the name of a file, or of the program itself. A name in one word with figures is one."""

_LONGEST: Final = 200


def is_made_up(title: str) -> bool:
    """True for what is no title that a person gave, and for an empty or an endless one."""
    return len(title) > _LONGEST or _MADE_UP.fullmatch(title) is not None
