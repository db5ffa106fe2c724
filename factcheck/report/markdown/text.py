"""Text from outside as CommonMark that means exactly that text.

CommonMark 0.31 (sections 2.4 and 6) lets a backslash stand before any ASCII punctuation. What can open markup anywhere
gets one always, what opens it at the start of a line only there. What GitHub's flavour of Markdown makes a link of
without any markup stays text too.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from factcheck.report.words import folded, is_web_address, shown

# `$`, `~`, `|` and the `:` of an address are nothing in CommonMark, but mathematics, strike-through, tables and links
# in widespread extensions; `{` opens the templates of site generators.
_ANYWHERE: Final = re.compile(r"[\\`*_\[\]<>&$~|{}]|:(?=//)|(?<=www)\.", re.IGNORECASE)

# GitHub makes links of e-mail addresses, @names and #numbers where no escape is seen any more: in the finished page. In
# a code span they are text, there and everywhere.
_TOKEN: Final = re.compile(r"[\w.+@/#-]*[\w@#]")
_SPANS_MEET: Final = re.compile(r"(?<=[\w@#])``(?=[\w.+@/#-])")
_LINKED_LATER: Final = re.compile(r"(?<!\w)@\w|@[^@]*\.\w|#[0-9]|\bGH-[0-9]", re.IGNORECASE)

# Headings, lists, rules and underlined headings. `>`, `*` and fences are escaped anywhere.
_AT_START: Final = re.compile(r"^(?:[0-9]{0,9}(?=[.)])|(?=[#+\-=]))")


def escaped(text: str) -> str:
    """`text` made visible, on one line, escaped wherever it may stand; empty for white space."""
    return at_start(_escaped(folded(text)))


def _escaped(line: str) -> str:
    pieces, end = [], 0
    for token in _TOKEN.finditer(line):
        if _LINKED_LATER.search(token[0]):
            pieces += [_ANYWHERE.sub(r"\\\g<0>", line[end : token.start()]), f"`{token[0]}`"]
            end = token.end()
    return "".join(pieces) + _ANYWHERE.sub(r"\\\g<0>", line[end:])


def at_start(line: str) -> str:
    """An escaped `line` that can begin a block and stay a paragraph."""
    return _AT_START.sub(r"\g<0>\\", line)


def piece(text: str) -> str:
    """Like `escaped` for text within a line: one space stays where white space was at its ends."""
    if not text.strip():
        return " " if text else ""
    before, after = " " * text[0].isspace(), " " * text[-1].isspace()
    return before + _escaped(folded(text)) + after


def joined(pieces: Iterable[str]) -> str:
    """Pieces put together: where two code spans meet, they become one, for two backticks side by side mean another."""
    return _SPANS_MEET.sub("", "".join(pieces))


def lines_of(text: str) -> list[str]:
    """The lines of `text` that hold something."""
    return [line for line in shown(text).split("\n") if line.strip()]


def address_link(address: str) -> str:
    """A link to `address` if a report may link there, else its text."""
    return f"<{address}>" if is_web_address(address) else escaped(address)
