"""Where two pages differ: in a word, a figure, a link or a style, each with the heading above it.

A page is taken as the row of its tags and texts, whatever its layout; white space is not told apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Final

from factcheck.workbench.alignment import Stretch, replaced

_AROUND: Final = 4
"""Words that are told before and behind those that were changed."""

_LONGEST: Final = 300
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_UNSEEN: Final = frozenset({"style", "script"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A tag as it is written, or a text; `is_seen` where people read it."""

    text: str
    is_seen: bool
    is_tag: bool = False


@dataclass(frozen=True, slots=True)
class Edit:
    """What stands in a page in another's place.

    Attributes:
        heading: The nearest one above, as the page has it; empty where there is none.
        is_seen: Whether it is read, and not only the page's making.
    """

    heading: str
    was: str
    now: str
    is_seen: bool


def edits(was: str, now: str) -> Iterator[Edit]:
    """What was changed between two pages, in the order of the second."""
    before, after = _Pieces(was), _Pieces(now)
    for a, b, c, d in replaced(before.pieces, after.pieces):
        yield from _told(before.pieces[a:b], after.pieces[c:d], after.heading_above(c))


def visible_text(page: str) -> str:
    """What people read of a page, its white space single."""
    return " ".join(piece.text for piece in _Pieces(page).pieces if piece.is_seen and not piece.is_tag)


class _Pieces(HTMLParser):
    """The tags and texts of a page, in order."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[Piece] = []
        self._headings: list[tuple[int, str]] = []
        self._open = ""
        self._heading = ""
        self.feed(page)
        self.close()

    def heading_above(self, place: int) -> str:
        return next((words for at, words in reversed(self._headings) if at <= place), "")

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.pieces.append(Piece(_written(tag, attrs), is_seen=_is_read(attrs), is_tag=True))
        self._open = tag
        if tag in _HEADINGS:
            self._heading = tag
            self._headings.append((len(self.pieces) - 1, ""))

    def handle_endtag(self, tag: str) -> None:
        self.pieces.append(Piece(f"</{tag}>", is_seen=False, is_tag=True))
        self._open = ""
        if tag == self._heading:
            self._heading = ""

    def handle_data(self, data: str) -> None:
        if words := " ".join(data.split()):
            self.pieces.append(Piece(words, is_seen=self._open not in _UNSEEN))
            if self._heading:
                place, so_far = self._headings[-1]
                self._headings[-1] = (place, f"{so_far} {words}".strip())

    def handle_comment(self, data: str) -> None:
        self.pieces.append(Piece(f"<!--{data}-->", is_seen=False, is_tag=True))

    def handle_decl(self, decl: str) -> None:
        self.pieces.append(Piece(f"<!{decl}>", is_seen=False, is_tag=True))


def _written(tag: str, attrs: Sequence[tuple[str, str | None]]) -> str:
    return " ".join([f"<{tag}", *(name if value is None else f'{name}="{value}"' for name, value in attrs)]) + ">"


def _is_read(attrs: Sequence[tuple[str, str | None]]) -> bool:
    return any(name in ("alt", "title", "aria-label", "href", "datetime", "content") for name, _ in attrs)


def _told(was: Sequence[Piece], now: Sequence[Piece], heading: str) -> Iterator[Edit]:
    """The words of a stretch that were changed, each with a few around them."""
    is_seen = any(piece.is_seen for piece in (*was, *now))
    old, new = (" ".join(piece.text for piece in pieces).split() for pieces in (was, now))
    groups: list[list[Stretch]] = []
    for each in replaced(old, new):
        # Changes that share words around them are told as one.
        if groups and each[0] - groups[-1][-1][1] <= 2 * _AROUND:
            groups[-1].append(each)
        else:
            groups.append([each])
    # A text that looks like a tag has the tag's letters.
    for group in groups or [[(0, len(old), 0, len(new))]]:
        (a, _, c, _), (_, b, _, d) = group[0], group[-1]
        before, behind = old[max(0, a - _AROUND) : b + _AROUND], new[max(0, c - _AROUND) : d + _AROUND]
        yield Edit(heading, _short(before), _short(behind), is_seen)


def _short(words: Sequence[str]) -> str:
    text = " ".join(words)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
