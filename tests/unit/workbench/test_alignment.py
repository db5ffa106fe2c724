"""What differs between two rows is found, all of it and in time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from factcheck.workbench.alignment import replaced


@given(st.lists(st.sampled_from("abcdefg"), max_size=30), st.lists(st.sampled_from("abcdefg"), max_size=30))
def test_putting_the_new_stretches_in_makes_the_other_row(old: list[str], new: list[str]) -> None:
    made, at = [], 0
    for a, b, c, d in replaced(old, new):
        assert at <= a <= b
        made += old[at:a] + new[c:d]
        at = b
    assert made + old[at:] == new
    assert ([*replaced(old, new)] == []) is (old == new)


def test_two_changes_far_apart_are_two_whatever_stands_often_between_them() -> None:
    old = [*"ab", *(word for number in range(20_000) for word in ("<p>", str(number), "</p>")), *"yz"]
    new = [*"aB", *old[2:-2], *"yZ"]
    assert [*replaced(old, new)] == [(1, 2, 1, 2), (60_003, 60_004, 60_003, 60_004)]


def test_what_was_made_to_be_hard_to_compare_is_told_as_one() -> None:
    old, new = ["a", "b"] * 20_000, ["b", "c"] * 20_000
    assert [*replaced(old, new)] == [(0, 40_000, 0, 40_000)]
