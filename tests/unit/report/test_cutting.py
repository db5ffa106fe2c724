from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.spans import Span
from factcheck.report.cutting import cuts


def test_overlapping_marks_share_a_stretch_and_each_ends_once() -> None:
    found = cuts(10, [(Span(0, 6), 1), (Span(4, 8), 2), (Span(9, 10), 1)])
    assert [(cut.span.start, cut.span.end, cut.marks, cut.ends) for cut in found] == [
        (0, 4, (1,), ()),
        (4, 6, (1, 2), ()),
        (6, 8, (2,), (2,)),
        (8, 9, (), ()),
        (9, 10, (1,), (1,)),
    ]


def test_what_lies_outside_the_text_is_passed_over_and_what_reaches_out_is_cut() -> None:
    assert [(cut.span, cut.ends) for cut in cuts(3, [(Span(2, 9), 1), (Span(5, 6), 2), (Span(1, 1), 3)])] == [
        (Span(0, 2), ()),
        (Span(2, 3), (1,)),
    ]
    assert cuts(0, [(Span(0, 4), 1)]) == []


@given(
    st.integers(0, 20),
    st.lists(st.tuples(st.integers(0, 25), st.integers(0, 25), st.integers(1, 4)), max_size=8),
    st.lists(st.integers(0, 25), max_size=4),
)
def test_the_stretches_are_all_of_the_text_and_carry_exactly_the_marks_that_cover_them(
    length: int, marks: list[tuple[int, int, int]], at: list[int]
) -> None:
    spans = [(Span(min(a, b), max(a, b)), number) for a, b, number in marks]
    found = cuts(length, spans, at=at)
    assert [place for cut in found for place in range(cut.span.start, cut.span.end)] == list(range(length))
    for cut in found:
        for place in range(cut.span.start, cut.span.end):
            assert cut.marks == tuple(sorted({n for span, n in spans if span.start <= place < span.end}))
    ends = [number for cut in found for number in cut.ends]
    assert sorted(ends) == sorted({n for span, n in spans if span.start < min(span.end, length)})
