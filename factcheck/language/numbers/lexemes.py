"""What the rules for numerals read: numbers, words and single signs, cut alike whatever a parser makes of them.

A parser keeps `$1.5bn` or `747-MAX` in one token or cuts it in many, as its own rules are; what a number is, with its
sign, scale and unit, must not hang on that.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

_LEXEME: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")


class Lexeme(NamedTuple):
    """One number, word or sign of a text."""

    start: int
    end: int
    text: str

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        return "0" <= self.text[0] <= "9"

    @property
    def is_capitalised(self) -> bool:
        return self.text[0].isupper()


def lexemes(text: str) -> list[Lexeme]:
    """Every visible character of `text` in numbers (`1,000.5`), words (`can't`) and single signs, in order."""
    return [Lexeme(match.start(), match.end(), match.group()) for match in _LEXEME.finditer(text)]
