"""The words of a stretch of text without its marks: list markers, quotation markers, Markdown, line ends."""

from __future__ import annotations

import re
from typing import Final

from factcheck.domain.articles import BlockKind

_QUOTATION_MARKER: Final = re.compile(r"^[ \t]*>(?:[ \t]*>)*", re.MULTILINE)
# A number or a letter marks an item at its very beginning only: a wrapped line may well begin with `12. `.
_ITEM_NUMBER: Final = re.compile(r"\s*(?:\(?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)])(?=\s)")
_ITEM_BULLET: Final = re.compile(r"^[ \t]*[-+*•◦▪‣·–—](?:[ \t]+\[[ xX]\])?(?=\s)", re.MULTILINE)

_LINE_MARKER: Final = re.compile(r"\n[ \t]*(?:>[ \t]*)+")
_LINK: Final = re.compile(
    r"!?\[([^\[\]]{1,500})\]\([^()\s]{0,2000}(?:\([^()\s]{0,200}\)[^()\s]{0,200})?(?: \"[^\"]{0,200}\")?\)"
)
_CODE: Final = re.compile(r"(`{1,2})(?!`)([^`]{1,500})\1(?!`)")
# An opening mark stands before a word and a closing one after it, so that `2 * 3` and `snake_case` stay as they are.
_EMPHASIS: Final = tuple(
    re.compile(
        rf"(?<![\w{sign}]){re.escape(mark)}(?=[^\s{sign}])([^\n]{{0,499}}?[^\s{sign}]){re.escape(mark)}(?![\w{sign}])"
    )
    for sign, mark in (("*", "***"), ("*", "**"), ("_", "__"), ("~", "~~"), ("*", "*"), ("_", "_"))
)


def blanked(text: str, kind: BlockKind) -> str:
    """`text` of a block of `kind` with its markers as spaces: same length, so that places in it still hold."""
    if kind is BlockKind.QUOTATION:
        return _QUOTATION_MARKER.sub(_spaces, text)
    if kind is BlockKind.LIST_ITEM:
        return _ITEM_BULLET.sub(_spaces, _spaced_start(text))
    return text


def plain_words(said: str) -> str:
    """The words of `said` on one line: Markdown links and images as their words, emphasis and code without marks."""
    words = " ".join(_LINE_MARKER.sub("\n", said).split())
    words = _CODE.sub(r"\2", _LINK.sub(r"\1", words))
    for emphasis in _EMPHASIS:
        words = emphasis.sub(r"\1", words)
    return words


def _spaces(match: re.Match[str]) -> str:
    return " " * len(match.group())


def _spaced_start(text: str) -> str:
    match = _ITEM_NUMBER.match(text)
    return _spaces(match) + text[match.end() :] if match else text
