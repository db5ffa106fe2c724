"""How passages are found by their words: SQLite's FTS5, its tokens, and how a text becomes a query."""

from __future__ import annotations

import re
from typing import Final

TOKENIZER: Final = "porter unicode61 remove_diacritics 2"
"""As the first migration made the table with. Another one would find other passages."""

# FTS5's own tokens are runs of letters and digits (unicode61); anything else is syntax to it, and is left out.
_WORD: Final = re.compile(r"[^\W_]+")
# A claim is a sentence. A pasted page as a query would only make every passage a hit, slowly.
_MOST_WORDS: Final = 64


def query_of(text: str) -> str:
    """A query that finds what has one of the words of `text`; "" where it has none. Nothing of it is syntax."""
    words = dict.fromkeys(word.lower() for word in _WORD.findall(text))
    return " OR ".join(f'"{word}"' for word in list(words)[:_MOST_WORDS])
