"""Notes on one line, and which of several counterparts is told."""

from __future__ import annotations

from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison
from factcheck.verdict.differences.noted import noted, told_first

AGREES, DIFFERS, OPEN = Comparison.AGREES, Comparison.DIFFERS, Comparison.NOT_COMPARABLE


def test_a_note_stands_on_one_line() -> None:
    made = noted("date", DIFFERS, Span(0, 3), None, "3\n May  2011")
    assert (made.note, made.claim_span, made.passage_span) == ("3 May 2011", Span(0, 3), None)


def test_what_agrees_is_told_before_what_differs_and_that_before_what_cannot_be_compared() -> None:
    assert told_first([(OPEN, 1), (DIFFERS, 2), (AGREES, 3), (AGREES, 4)]) == (AGREES, 3)
    assert told_first([(OPEN, 1), (DIFFERS, 2)]) == (DIFFERS, 2)
    assert told_first([(OPEN, 1)]) == (OPEN, 1)
    assert told_first([]) is None
