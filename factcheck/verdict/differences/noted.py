"""A compared detail with a note in one line, and which of several comparisons is told."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, TypeVar

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference

_TOLD_FIRST: Final = (Comparison.AGREES, Comparison.DIFFERS, Comparison.NOT_COMPARABLE)
_Place = TypeVar("_Place")


def noted(aspect: str, comparison: Comparison, ours: Span, theirs: Span | None, note: str) -> Difference:
    """The difference; `ours` is into the claim, `theirs` into the passage."""
    return Difference(
        aspect=aspect, comparison=comparison, claim_span=ours, passage_span=theirs, note=" ".join(note.split())
    )


def told_first(compared: Iterable[tuple[Comparison, _Place]]) -> tuple[Comparison, _Place] | None:
    """Of several counterparts of one detail the first that agrees, else that differs, else that can't be compared."""
    known = list(compared)
    return next((each for wanted in _TOLD_FIRST for each in known if each[0] is wanted), None)
