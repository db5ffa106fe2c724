"""Puts the large first letter of a PDF's paragraph, which reaches over several lines, before the first of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from factcheck.ingest.pdf.lines import PdfLine
from factcheck.ingest.structure.drop_caps import is_initial, with_initial

_LARGE: Final = 1.8
_MOST: Final = 12
"""Letters that stand alone on a page; more are a table's, or a puzzle's."""

_NEAR: Final = 2.0
"""Letter sizes between the large letter and the lines beside it, at most."""


def with_initials(page: Sequence[PdfLine]) -> list[PdfLine]:
    """The lines of a page; a letter that belongs to no line beside it stays a line."""
    lines = list(page)
    letters = [line for line in page if is_initial(line.words)]
    for letter in letters if len(letters) <= _MOST else ():
        beside = [line for line in lines if line is not letter and _is_beside(letter, line)]
        first = max(beside, key=lambda line: line.bottom, default=None)
        words = None if first is None else with_initial(letter.words, first.words)
        if first is not None and words is not None:
            lines[lines.index(first)] = replace(first, words=words, left=letter.left, head=None)
            lines.remove(letter)
    return lines


def _is_beside(letter: PdfLine, line: PdfLine) -> bool:
    near = letter.right - line.size <= line.left <= letter.right + _NEAR * line.size
    at_height = letter.bottom - 0.5 * line.size <= line.bottom <= letter.bottom + letter.height
    return letter.size >= _LARGE * line.size and near and at_height
