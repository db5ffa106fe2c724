"""A text cut wherever a mark begins or ends, so that marks that overlap can be shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from factcheck.domain.spans import Span


@dataclass(frozen=True, slots=True)
class Cut:
    """A stretch in which no mark begins or ends.

    Attributes:
        marks: Numbers of the marks that cover it, rising.
        ends: Those of them that cover nothing after it.
    """

    span: Span
    marks: tuple[int, ...]
    ends: tuple[int, ...]


def cuts(length: int, marks: Sequence[tuple[Span, int]], *, at: Iterable[int] = ()) -> list[Cut]:
    """Cut `[0, length)` into stretches that together are all of it, in order.

    Args:
        marks: Each with its number; several may have one number, and what lies outside the text is passed over.
        at: Further places to cut at.
    """
    within = [(Span(each.start, min(each.end, length)), number) for each, number in marks if each.start < length]
    within = sorted((each, number) for each, number in within if len(each))
    places = {0, length, *(place for place in at if 0 < place < length)}
    places.update(place for each, _ in within for place in (each.start, each.end))
    last: dict[int, int] = {}
    for each, number in within:
        last[number] = max(each.end, last.get(number, 0))
    waiting, running, found = within[::-1], list[tuple[Span, int]](), []
    for start, end in pairwise(sorted(places)):
        while waiting and waiting[-1][0].start <= start:
            running.append(waiting.pop())
        running = [each for each in running if each[0].end > start]
        numbers = tuple(sorted({number for _, number in running}))
        found.append(Cut(Span(start, end), numbers, tuple(each for each in numbers if last[each] == end)))
    return found
