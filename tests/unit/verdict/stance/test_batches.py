"""Rows put together by length."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.verdict.stance.batches import batches


def test_rows_stand_in_the_order_of_their_lengths_in_runs_of_bounded_size() -> None:
    assert batches([5, 1, 4, 1], most=8) == [[1, 3], [2], [0]]
    assert batches([2, 2, 2], most=6) == [[0, 1, 2]]
    assert batches([2, 2, 2], most=5) == [[0, 1], [2]]


def test_a_row_that_is_too_long_is_a_run_of_its_own() -> None:
    assert batches([9, 1], most=4) == [[1], [0]]
    assert batches([], most=4) == []


@given(st.lists(st.integers(1, 50)), st.integers(1, 60))
def test_each_row_is_in_one_run(lengths: list[int], most: int) -> None:
    found = batches(lengths, most=most)
    assert sorted(row for run in found for row in run) == list(range(len(lengths)))
    assert all(len(run) == 1 or len(run) * max(lengths[row] for row in run) <= most for run in found)
