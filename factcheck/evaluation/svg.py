"""Drawings as SVG 1.1 text: one file that loads nothing, and can be read aloud by its title and description."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from factcheck.language.display import one_line

INK: Final = "#1a1a1a"
QUIET: Final = "#5f6672"
FAINT: Final = "#d5d9e0"
BLUE: Final = "#1f5fa8"
RED: Final = "#b3261e"
_FONT: Final = "system-ui, -apple-system, 'Segoe UI', Roboto, 'DejaVu Sans', sans-serif"

_FORBIDDEN: Final = {0xFFFE: 0xFFFD, 0xFFFF: 0xFFFD}
"""Characters that XML can't hold and that are no control characters."""


class Drawing:
    """Marks on a white sheet, drawn in the order in which they are added. Lengths are in pixels from the top left."""

    def __init__(self, *, title: str, description: str, width: int, height: int) -> None:
        self._title = title
        self._description = description
        self._width = width
        self._height = height
        self._marks: list[str] = []

    def rectangle(self, x: float, y: float, width: float, height: float, *, fill: str, opacity: float = 1.0) -> None:
        self._add("rect", x=x, y=y, width=max(0.0, width), height=max(0.0, height), fill=fill, fill_opacity=opacity)

    def line(
        self, points: Sequence[tuple[float, float]], *, stroke: str, width: float = 1, dashed: bool = False
    ) -> None:
        """One stroke through all points."""
        joined = " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
        dashes = {"stroke_dasharray": "5 4"} if dashed else {}
        self._add("polyline", points=joined, fill="none", stroke=stroke, stroke_width=width, **dashes)

    def circle(self, x: float, y: float, radius: float, *, fill: str) -> None:
        self._add("circle", cx=x, cy=y, r=radius, fill=fill)

    def text(  # noqa: PLR0913  # where it stands and how it looks
        self,
        x: float,
        y: float,
        words: str,
        *,
        anchor: str = "start",
        size: int = 12,
        fill: str = INK,
        bold: bool = False,
        upright: bool = False,
    ) -> None:
        """One line of text whose `anchor` (start, middle, end) stands at the point; `upright` reads from below."""
        attributes = {"transform": f"rotate(-90 {_number(x)} {_number(y)})"} if upright else {}
        if bold:
            attributes["font_weight"] = "bold"
        self._add("text", words, x=x, y=y, text_anchor=anchor, font_size=size, fill=fill, **attributes)

    def document(self) -> str:
        """The whole file."""
        title, description = (f"<{tag}>{_safe(words)}</{tag}>" for tag, words in self._told())
        return "\n".join(
            [
                f'<svg xmlns="http://www.w3.org/2000/svg" role="img" width="{self._width}" height="{self._height}" '
                f'viewBox="0 0 {self._width} {self._height}" font-family={quoteattr(_FONT)}>',
                title,
                description,
                f'<rect width="{self._width}" height="{self._height}" fill="#ffffff"/>',
                *self._marks,
                "</svg>",
                "",
            ]
        )

    def _told(self) -> tuple[tuple[str, str], tuple[str, str]]:
        return ("title", self._title), ("desc", self._description)

    def _add(self, tag: str, words: str | None = None, /, **attributes: str | float) -> None:
        given = " ".join(
            f"{name.replace('_', '-')}={quoteattr(value if isinstance(value, str) else _number(value))}"
            for name, value in attributes.items()
        )
        self._marks.append(f"<{tag} {given}/>" if words is None else f"<{tag} {given}>{_safe(words)}</{tag}>")


class Plot:
    """A frame with two axes that begin at 0, and the way from values to places in it.

    Args:
        left, top, width, height: The frame.
        x_to, y_to: The greatest value of each axis.
    """

    def __init__(  # noqa: PLR0913  # a frame and its two ends
        self, drawing: Drawing, *, left: float, top: float, width: float, height: float, x_to: float, y_to: float
    ) -> None:
        self._drawing = drawing
        self._left, self._top, self._width, self._height = left, top, width, height
        self._x_to, self._y_to = x_to, y_to

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Where a value stands; one that is greater than its axis, at the end of it."""
        across, up = min(1.0, x / self._x_to), min(1.0, y / self._y_to)
        return self._left + across * self._width, self._top + (1 - up) * self._height

    def axes(self, x_title: str, y_title: str, *, ticks: int = 5) -> None:
        """The grid with its numbers, and what the axes mean."""
        right, bottom = self._left + self._width, self._top + self._height
        for step in range(ticks + 1):
            value = step / ticks
            x, y = self.at(value * self._x_to, value * self._y_to)
            self._drawing.line([(x, self._top), (x, bottom)], stroke=FAINT)
            self._drawing.line([(self._left, y), (right, y)], stroke=FAINT)
            self._drawing.text(x, bottom + 16, f"{value * self._x_to:.3g}", anchor="middle", size=11, fill=QUIET)
            self._drawing.text(self._left - 6, y + 4, f"{value * self._y_to:.3g}", anchor="end", size=11, fill=QUIET)
        self._drawing.line([(self._left, self._top), (self._left, bottom), (right, bottom)], stroke=INK)
        self._drawing.text(self._left + self._width / 2, bottom + 34, x_title, anchor="middle")
        self._drawing.text(self._left - 42, self._top + self._height / 2, y_title, anchor="middle", upright=True)


def _number(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _safe(words: str) -> str:
    return escape(one_line(words).translate(_FORBIDDEN))
