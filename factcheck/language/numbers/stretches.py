"""Stretches of a text that an extractor passes over, and a walk along them from the front to the back."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.domain.spans import Span


class Stretches:
    """Stretches of one text, in any order and with any overlap, that are asked for from the front to the back."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self._spans: list[Span] = []
        for span in sorted(spans):
            if self._spans and span.start < self._spans[-1].end:
                last = self._spans.pop()
                span = Span(last.start, max(last.end, span.end))
            self._spans.append(span)
        self._next = 0

    def holds(self, place: int) -> bool:
        """Whether `place`, which is not before the last one asked for, lies inside a stretch."""
        while self._next < len(self._spans) and self._spans[self._next].end <= place:
            self._next += 1
        return self._next < len(self._spans) and self._spans[self._next].start <= place

    def touches(self, span: Span) -> bool:
        """Whether `span`, which ends after the last place asked for, runs into a stretch."""
        return self._next < len(self._spans) and self._spans[self._next].overlaps(span)
