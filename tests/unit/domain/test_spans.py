"""Places in a text."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.spans import Span, trimmed


@st.composite
def texts_and_spans(draw: st.DrawFn) -> tuple[str, Span]:
    text = draw(st.text(alphabet=st.one_of(st.characters(exclude_categories=[]), st.sampled_from(" \n\t\u2028\x1c🛳a"))))
    start = draw(st.integers(0, len(text)))
    return text, Span(start, draw(st.integers(start, len(text))))


def test_a_span_is_half_open_and_counts_code_points() -> None:
    text = "🛳é ferry"
    assert Span(0, 1).of(text) == "🛳"
    assert Span(3, 8).of(text) == "ferry"
    assert len(Span(3, 8)) == 5
    assert not Span(4, 4)
    assert Span(4, 4).of(text) == ""


@pytest.mark.parametrize(("start", "end"), [(3, 2), (-1, 2), (-2, -1), (1, 0)])
def test_a_reversed_or_negative_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=rf"\[{start}, {end}\)"):
        Span(start, end)


def test_a_span_never_changes() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Span(0, 1).start = 2  # type: ignore[misc]


def test_spans_are_ordered_by_their_beginning() -> None:
    assert sorted([Span(5, 6), Span(1, 9), Span(1, 2)]) == [Span(1, 2), Span(1, 9), Span(5, 6)]


def test_shifted_spans_go_from_a_part_to_the_whole() -> None:
    whole = "The ferry carried people."
    part = Span(4, 25)
    assert Span(6, 13).shifted(part.start).of(whole) == Span(6, 13).of(part.of(whole)) == "carried"
    with pytest.raises(ValueError, match="0 <= start"):
        Span(1, 2).shifted(-2)


@pytest.mark.parametrize(
    ("one", "other", "covers", "overlaps"),
    [
        (Span(2, 8), Span(2, 8), True, True),
        (Span(2, 8), Span(3, 7), True, True),
        (Span(3, 7), Span(2, 8), False, True),
        (Span(2, 5), Span(5, 8), False, False),
        (Span(2, 5), Span(4, 8), False, True),
        (Span(2, 5), Span(6, 8), False, False),
        (Span(2, 5), Span(5, 5), True, False),
        (Span(3, 3), Span(3, 3), True, False),
    ],
)
def test_covering_and_overlapping(one: Span, other: Span, covers: bool, overlaps: bool) -> None:
    assert one.covers(other) is covers
    assert one.overlaps(other) is overlaps
    assert other.overlaps(one) is overlaps


@given(texts_and_spans())
def test_trimming_takes_white_space_from_both_ends_and_nothing_else(given_text: tuple[str, Span]) -> None:
    text, span = given_text
    found = trimmed(text, span)
    assert found.of(text) == span.of(text).strip()
    assert span.covers(found)


@pytest.mark.parametrize("text", ["   ", "\n\u2028\t", ""])
def test_a_span_of_white_space_is_empty_at_its_start(text: str) -> None:
    assert trimmed(f"ab{text}cd", Span(2, 2 + len(text))) == Span(2, 2)
