"""A place in a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range `[start, end)`, in code points of one stored text.

    Raises:
        ValueError: If the range is reversed or begins before 0.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"a span needs 0 <= start <= end, got [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """What stands here in `text`."""
        return text[self.start : self.end]

    def shifted(self, by: int) -> Span:
        """The same range, `by` code points later: from a part's offsets to the whole's."""
        return Span(self.start + by, self.end + by)

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


def trimmed(text: str, span: Span) -> Span:
    """`span` without the white space at its two ends; empty, at its start, where it holds nothing else."""
    inside = span.of(text)
    kept = inside.strip()
    start = span.start + (len(inside) - len(inside.lstrip()) if kept else 0)
    return Span(start, start + len(kept))
