"""Collects the paragraphs of a document while its tree is walked: nested ones, tables, and notes in mid-sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

_CELLS: Final = " | "


@dataclass(slots=True)
class _Frame:
    """Something that was begun. `items`: the pieces in it; for a row, one list for each cell."""

    sort: str
    kind: str = "paragraph"
    words: list[str] = field(default_factory=list)
    items: list[tuple[str, str]] = field(default_factory=list)
    cells: list[list[tuple[str, str]]] = field(default_factory=list)


class Flow:
    """Begun with `begin_*`, ended with `end`, in the order of a tree.

    What stands inside a paragraph as a paragraph of its own, such as a note or a text box, comes behind it. The cells
    of a table's row come as one line where each of them holds one line at most, and one after the other where not.
    """

    def __init__(self) -> None:
        self._frames = [_Frame("root")]

    @property
    def pieces(self) -> list[tuple[str, str]]:
        """All that was ended so far: (kind, words), nothing empty."""
        return self._frames[0].items

    @property
    def in_paragraph(self) -> bool:
        return self._frames[-1].sort == "paragraph"

    def begin_paragraph(self, kind: str = "paragraph") -> None:
        self._frames.append(_Frame("paragraph", kind))

    def begin_row(self) -> None:
        self._frames.append(_Frame("row"))

    def begin_cell(self) -> None:
        self._frames.append(_Frame("cell"))

    def add(self, words: str | None) -> None:
        """Add to the paragraph that is open; what stands between paragraphs is not a part of the text."""
        if words and self.in_paragraph:
            self._frames[-1].words.append(words)

    def end(self) -> None:
        frame = self._frames.pop()
        parent = self._frames[-1]
        if frame.sort == "cell" and parent.sort == "row":
            parent.cells.append(frame.items)
            return
        words = "".join(frame.words).strip()
        if words:
            parent.items.append((frame.kind, words))
        if frame.cells:
            parent.items.extend(_row(frame.cells))
        parent.items.extend(frame.items)


def _row(cells: list[list[tuple[str, str]]]) -> list[tuple[str, str]]:
    held = [cell for cell in cells if cell]
    if len(held) > 1 and all(len(cell) == 1 and "\n" not in cell[0][1] for cell in held):
        return [("paragraph", _CELLS.join(cell[0][1] for cell in held))]
    return [piece for cell in held for piece in cell]
