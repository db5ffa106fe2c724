"""Values that are the same, that are not, and those that can't be told apart."""

from __future__ import annotations

import pytest

from factcheck.language.quantities.quantities import Quantity
from factcheck.verdict.details.quantity_values import apart, follows
from tests.parsing import details


def read(text: str) -> Quantity:
    [found] = details(f"It had {text} ships.").quantities
    return found


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("40", "40"), ("forty", "40"), ("3.5 million", "3,512,000"), ("about 40", "40"), ("more than 40", "41"),
        ("more than 40", "more than 41"), ("fewer than 40", "39"), ("30 to 40", "35"), ("30 to 40", "30 to 40"),
        ("tens of thousands of", "23,000"), ("at least 40", "at least 40"),
    ],
)  # fmt: skip
def test_a_value_follows_from_another(ours: str, theirs: str) -> None:
    assert follows(read(ours), read(theirs))
    assert not apart(read(ours), read(theirs))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("40", "41"), ("3.5 million", "3.6 million"), ("more than 40", "39"), ("up to 40", "300"), ("30 to 40", "45"),
        ("about 40", "90"), ("hundreds of", "12,000"),
    ],
)  # fmt: skip
def test_values_that_nothing_brings_together_are_apart(ours: str, theirs: str) -> None:
    assert apart(read(ours), read(theirs))
    assert not follows(read(ours), read(theirs))


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("3 million", "3.4 million"),
        ("about 40", "47"),
        ("40", "more than 35"),
        ("more than 40", "40"),
        ("35", "30 to 40"),
    ],
)  # fmt: skip
def test_between_the_two_nothing_is_said(ours: str, theirs: str) -> None:
    assert not follows(read(ours), read(theirs))
    assert not apart(read(ours), read(theirs))
