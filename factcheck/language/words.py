"""A coarse cut of a text into sentences, for what doesn't read a parse."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from factcheck.domain.spans import Span


def sentence_bounds(text: str) -> list[Span]:
    """A coarse cut of `text` after `.`, `!` or `?` and white space, and at empty lines; holds every character.

    Details that stand in one sentence belong together more than those of two. For that a cut too many only costs
    a comparison that isn't made. What people read as sentences comes from a `SentenceSplitter`.
    """
    cuts = [0, *(match.end() for match in _CUT.finditer(text)), len(text)]
    return [Span(start, end) for start, end in pairwise(cuts) if start < end]


_CUT: Final = re.compile(r"(?<=[a-z0-9\])”\"’'%][.!?])[”\"’')\]]?\s(?=[\"“‘'(\[]?[A-Z0-9])|\n\s*\n")
