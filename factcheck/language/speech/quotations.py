"""Where quotation marks open and close in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.domain.parsed_text import Token

_CLOSED_BY: Final = {
    "“": "”",
    "«": "»",
    "»": "«",
    "„": "“”",
    "‘": "’",
    '"': '"',
    "'": "'",
}
"""By what each mark is closed that may open a quotation; a single one only where the parser takes it for a mark."""
MARKS: Final = frozenset("".join(_CLOSED_BY) + "".join(_CLOSED_BY.values()))

_ENDS: Final = frozenset({".", ",", ";", ":", "!", "?", ")"})


@dataclass(frozen=True, slots=True)
class Quotations:
    """The quotations of one sentence.

    Attributes:
        stretches: The places of the first and the last token inside each of them, without the marks; a quotation that
            goes on from the sentence before begins at 0, and one that goes on after it ends at its last token.
        open_mark: The mark that opened the one which is still open at the end; empty where none is.
    """

    stretches: tuple[tuple[int, int], ...]
    open_mark: str

    @property
    def begins(self) -> bool:
        """Whether the first token is a mark that opens."""
        return bool(self.stretches) and self.stretches[0][0] == 1

    def holds(self, token: Token) -> bool:
        return any(first <= token.place <= last for first, last in self.stretches)


def quotations(tokens: Sequence[Token], *, open_mark: str = "") -> Quotations:
    """The quotations in the tokens of a sentence.

    Args:
        open_mark: The mark that is still open from the sentence before.
    """
    found = []
    first = 0
    for token in tokens:
        if open_mark:
            if token.text in _CLOSED_BY[open_mark] and is_mark(token):
                found.append((first, token.place - 1))
                open_mark = ""
        elif token.text in _CLOSED_BY and is_mark(token) and _opens(token, tokens):
            open_mark, first = token.text, token.place + 1
    if open_mark:
        found.append((first, len(tokens) - 1))
    return Quotations(tuple(each for each in found if each[0] <= each[1]), open_mark)


def is_mark(token: Token) -> bool:
    """Whether it is a quotation mark, and no apostrophe."""
    return token.text in MARKS and not _is_apostrophe(token)


def closing(open_mark: str) -> str:
    """The marks that close what `open_mark` opened; none for an empty one."""
    return _CLOSED_BY.get(open_mark, "")


def _is_apostrophe(token: Token) -> bool:
    """Of a single mark: whether it marks the owner, or what is left out, as in `the players' shirts`."""
    return token.text in {"'", "’", "‘"} and token.tag not in {"``", "''"}


def _opens(token: Token, tokens: Sequence[Token]) -> bool:
    """Whether a mark may open a quotation: a word follows it closely, and none stands closely before it."""
    before, after = tokens[: token.place][-1:], tokens[token.place + 1 : token.place + 2]
    return (
        bool(after)
        and after[0].start == token.end
        and after[0].text not in _ENDS
        and not (before and before[0].end == token.start and before[0].text[-1].isalnum())
    )
