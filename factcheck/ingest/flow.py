"""Collects the paragraphs of a document while its tree is walked: nested ones, tables, and notes in mid-sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

_CELLS: Final = " | "
_ENDS: Final = frozenset(".!?…:;,")
_CLOSING: Final = frozenset(".!?…:;,)]”’»")


@dataclass(slots=True)
class _Frame:
    """Something that was begun.

    `items`: the pieces in it; for a row, one list for each cell. `initial`: the large letter before a paragraph, or
    whether this paragraph is one. `dropped`: what was left out since the last words, None for nothing.
    """

    sort: str
    kind: str = "paragraph"
    words: list[str] = field(default_factory=list)
    items: list[tuple[str, str]] = field(default_factory=list)
    cells: list[list[tuple[str, str]]] = field(default_factory=list)
    initial: str = ""
    is_initial: bool = False
    dropped: str | None = None


class Flow:
    """Begun with `begin_*`, ended with `end`, in the order of a tree.

    What stands inside a paragraph as a paragraph of its own, such as a note or a text box, comes behind it. The cells
    of a table's row come as one line where each of them holds one line at most, and one after the other where not.
    A paragraph that is but the large first letter of the next one is put before it.
    """

    def __init__(self) -> None:
        self._frames = [_Frame("root")]
        self._initial = ""

    @property
    def pieces(self) -> list[tuple[str, str]]:
        """All that was ended so far: (kind, words), nothing empty."""
        return self._frames[0].items

    @property
    def in_paragraph(self) -> bool:
        return self._frames[-1].sort == "paragraph"

    def begin_paragraph(self, kind: str = "paragraph", *, is_initial: bool = False) -> None:
        self._frames.append(_Frame("paragraph", kind, initial=self._initial, is_initial=is_initial))
        self._initial = ""

    def begin_row(self) -> None:
        self._frames.append(_Frame("row"))

    def begin_cell(self) -> None:
        self._frames.append(_Frame("cell"))

    def add(self, words: str | None) -> None:
        """Add to the paragraph that is open; what stands between paragraphs is not a part of the text."""
        if words and self.in_paragraph:
            frame = self._frames[-1]
            if frame.dropped is not None and frame.words:
                words = _after_a_gap(frame.words, words, frame.dropped)
            frame.dropped = None
            frame.words.append(words)

    def drop(self, words: str) -> None:
        """Leave `words` out of the paragraph that is open, so that what stands around them is not glued together."""
        if self.in_paragraph:
            self._frames[-1].dropped = (self._frames[-1].dropped or "") + words

    def end(self) -> None:
        frame = self._frames.pop()
        parent = self._frames[-1]
        if frame.sort == "cell" and parent.sort == "row":
            parent.cells.append(frame.items)
            return
        whole = "".join(frame.words)
        words = (frame.initial + whole if whole.strip() else whole).strip()
        if frame.is_initial or not words:
            self._initial = words or frame.initial
        if words and not frame.is_initial:
            parent.items.append((frame.kind, words))
        if frame.cells:
            parent.items.extend(_row(frame.cells))
        parent.items.extend(frame.items)


def _after_a_gap(before: list[str], words: str, dropped: str) -> str:
    """`words` as they go on behind `before`, with one space where there were some, and none before a comma.

    Changes the last of `before`, which ends in the space that a comma behind the gap would have before it.
    """
    last, first = before[-1][-1:], words[:1]
    if last.isspace():
        if first in _CLOSING:
            before[-1] = before[-1].rstrip(" ")
        return words.lstrip(" ")
    apart = dropped[:1].isspace() or dropped[-1:].isspace() or (last in _ENDS and not first.islower())
    return f" {words}" if apart and not first.isspace() and first not in _CLOSING else words


def _row(cells: list[list[tuple[str, str]]]) -> list[tuple[str, str]]:
    held = [cell for cell in cells if cell]
    if len(held) > 1 and all(len(cell) == 1 and "\n" not in cell[0][1] for cell in held):
        return [("paragraph", _CELLS.join(cell[0][1] for cell in held))]
    return [piece for cell in held for piece in cell]
