"""Stretches that an extractor passes over."""

from __future__ import annotations

from factcheck.domain.spans import Span
from factcheck.language.numbers.stretches import Stretches


def test_a_place_is_held_from_the_start_of_a_stretch_to_before_its_end() -> None:
    stretches = Stretches([Span(8, 10), Span(2, 4)])
    assert [place for place in range(12) if stretches.holds(place)] == [2, 3, 8, 9]


def test_stretches_that_overlap_are_one() -> None:
    stretches = Stretches([Span(2, 5), Span(4, 8), Span(3, 4)])
    assert [place for place in range(12) if stretches.holds(place)] == [2, 3, 4, 5, 6, 7]


def test_a_span_touches_a_stretch_that_it_runs_into() -> None:
    stretches = Stretches([Span(5, 8)])
    assert not stretches.holds(2)
    assert stretches.touches(Span(3, 6))
    assert not stretches.touches(Span(3, 5))
    assert not Stretches([]).touches(Span(0, 1))
