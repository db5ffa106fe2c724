"""Which tokens of a sentence stand between quotation marks."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from factcheck.domain.parsed_text import ParsedSentence, Token

_OPENING: Final = frozenset("“„«")
_CLOSING: Final = frozenset("”»")
_STRAIGHT: Final = frozenset('"')


@lru_cache(maxsize=64)
def quoted(sentence: ParsedSentence) -> frozenset[int]:
    """The places of the tokens that are quoted. A mark may be missing where the quotation goes beyond the sentence."""
    marks = [(token.place, opens) for token in sentence.tokens if (opens := _opens(sentence, token)) is not None]
    if not marks:
        return frozenset()
    found: set[int] = set()
    start: int | None = None if marks[0][1] else 0
    for place, opens in marks:
        if opens and start is None:
            start = place + 1
        elif not opens and start is not None:
            found.update(range(start, place))
            start = None
    if start is not None:
        found.update(range(start, len(sentence.tokens)))
    return frozenset(found)


def _opens(sentence: ParsedSentence, token: Token) -> bool | None:
    """Whether a quotation mark opens; None for what is none. A straight one opens where a space stands before it."""
    if token.text in _OPENING or token.text in _CLOSING:
        return token.text in _OPENING
    if token.text not in _STRAIGHT:
        return None
    before = sentence.tokens[token.place - 1] if token.place else None
    after = sentence.tokens[token.place + 1] if token.place + 1 < len(sentence.tokens) else None
    return (before is None or before.end < token.start) and after is not None and after.start == token.end
