"""Whether two written names can be of one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.names.same_names import same_name


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ms Lee", "Ann Lee"), ("Lee", "Ann Lee"), ("President Lee", "Ann B. Lee"), ("J. Lee", "John Lee"),
        ("Lee's", "Ann Lee"),
        ("Ann Lee", "Ann Mary Lee"), ("WHO", "World Health Organization"), ("DH", "Department of Health"),
        ("Jan van der Berg", "Berg"), ("Tom Lee Jr.", "Tom Lee"), ("former mayor Ann Lee", "Ms Lee"),
        ("Dr. Lee", "Mr Lee"),
    ],
)  # fmt: skip
def test_a_shorter_form_can_be_the_same(one: str, other: str) -> None:
    assert same_name(one, other)
    assert same_name(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Mr Lee", "Ann Lee"), ("Ann Lee", "Tom Lee"), ("Lee", "Leeds"), ("Ann", "Ann Lee"), ("T. Lee", "Ann Lee"),
        ("Ann Lee", "Ann Berg"), ("", "Ann Lee"), ("WHA", "World Health Organization"), ("Mr Lee", "Ms Lee"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_not(one: str, other: str) -> None:
    assert not same_name(one, other)
    assert not same_name(other, one)


@given(st.text(), st.text())
def test_any_two_texts_have_an_answer_that_does_not_depend_on_their_order(one: str, other: str) -> None:
    assert same_name(one, other) is same_name(other, one)
