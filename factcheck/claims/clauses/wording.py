"""The words of a clause as a sentence of its own, and where they stand in the text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.claims.clauses.grammar import DASHES
from factcheck.domain.parsed_text import Token
from factcheck.domain.spans import Span

_EDGES: Final = frozenset({",", ";", ":", "…"}) | DASHES
_OPENING: Final = frozenset({"“", "«", "„", "``"})
_CLOSING: Final = frozenset({"”", "»", "''"})
_QUOTES: Final = _OPENING | _CLOSING | {'"'}
_STOPS: Final = frozenset({".", "!", "?"})
_NO_SPACE_BEFORE: Final = frozenset(
    {",", ";", ":", ".", "!", "?", ")", "]", "”", "’", "%", "…", "’s", "'s", "n't", "n’t"}
)
_NO_SPACE_AFTER: Final = frozenset({"(", "[", "“", "‘", "$", "£", "€"})


def tidy(words: Sequence[Token]) -> tuple[Token, ...]:
    """`words` without the signs and conjunctions at the ends, and without a sign that now follows another."""
    kept: list[Token] = []
    for token in words:
        if token.text in _EDGES and (not kept or kept[-1].text in _EDGES):
            continue
        kept.append(token)
    start, end = 0, len(kept)
    while start < end and (kept[start].text in _EDGES | _STOPS or kept[start].relation == "cc"):
        start += 1
    while end > start and (kept[end - 1].text in _EDGES | _STOPS or kept[end - 1].relation == "cc"):
        end -= 1
    return tuple(kept[start:end])


def unquoted(words: Sequence[Token]) -> tuple[Token, ...]:
    """`words` without quotation marks around all of them, and without one that only opens or only closes."""
    marks = [at for at, token in enumerate(words) if token.text in _QUOTES]
    around = len(marks) == 2 and marks == [0, len(words) - 1]
    gone = set(marks) if around or len(marks) == 1 else set()
    return tuple(token for at, token in enumerate(words) if at not in gone)


def worded(words: Sequence[Token], text: str) -> str:
    """The sentence that `words` make: with the spaces of the text, a capital and a full stop."""
    pieces: list[str] = []
    for place, token in enumerate(words):
        if place and _is_spaced(words[place - 1], token, text):
            pieces.append(" ")
        pieces.append(_inside(token, text) if place else token.text)
    made = " ".join("".join(pieces).split())
    if made and made[0].islower():
        made = made[0].upper() + made[1:]
    return made if made.endswith((".", "!", "?", ".”", '."', "!”", "?”")) else f"{made}."


def _is_spaced(left: Token, right: Token, text: str) -> bool:
    if (
        left.end <= right.start
        and not text[left.end : right.start].strip()
        and left.start < left.end
        and right.start < right.end
    ):
        return left.end < right.start
    return right.text not in _NO_SPACE_BEFORE and left.text not in _NO_SPACE_AFTER


def _inside(token: Token, text: str) -> str:
    """The word as it is written inside a sentence, which may have begun with it."""
    if token.place or token.word_class == "PROPN" or token.text != text[token.start : token.end] or token.text == "I":
        return token.text
    return token.text[:1].lower() + token.text[1:] if token.text[1:].islower() or len(token.text) == 1 else token.text


def spans_of(words: Sequence[Token], text: str) -> tuple[Span, ...]:
    """Where `words` stand, in order; those with only white space between them as one."""
    spans: list[Span] = []
    for start, end in sorted({(token.start, token.end) for token in words if token.end > token.start}):
        if spans and not text[spans[-1].end : start].strip():
            spans[-1] = Span(spans[-1].start, end)
        else:
            spans.append(Span(start, end))
    return tuple(spans)


def quoted_spans(tokens: Sequence[Token]) -> tuple[Span, ...]:
    """What stands between quotation marks, of which some may be open at the end or at the beginning."""
    found = []
    marks = [token for token in tokens if token.text in _QUOTES]
    closes_first = bool(marks) and marks[0].text in _CLOSING
    start = tokens[0].start if closes_first else None
    for mark in marks:
        if start is None and mark.text not in _CLOSING:
            start = mark.start
        elif start is not None and mark.text not in _OPENING:
            found.append(Span(start, mark.end))
            start = None
    if start is not None:
        found.append(Span(start, tokens[-1].end))
    return tuple(found)
