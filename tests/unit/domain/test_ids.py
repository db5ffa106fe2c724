"""Ids: short, stable on every machine, and different for different things."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.ids import ID_KINDS, IdKind, content_id

PARTS = st.lists(st.one_of(st.text(alphabet=st.characters(exclude_categories=[])), st.integers()), max_size=4)


@pytest.mark.parametrize(
    ("kind", "parts", "found"),
    [
        ("a", (), "a-werc8gmrzge1"),
        ("c", ("a-1", 0, 12), "c-fyps1aadrsjt"),
        ("p", ("é🛳\ud800", -7), "p-tpvyh9v9xjyp"),
    ],
)
def test_ids_are_these_for_ever(kind: IdKind, parts: tuple[str | int, ...], found: str) -> None:
    """Worked out apart from the program: 60 bits of SHA-256, five to a letter. Stored ids must stay what they are."""
    assert content_id(kind, *parts) == found


@given(kind=st.sampled_from(sorted(ID_KINDS)), parts=PARTS)
def test_an_id_has_its_kind_and_twelve_letters_that_can_be_read_aloud(kind: IdKind, parts: list[str | int]) -> None:
    found = content_id(kind, *parts)
    assert re.fullmatch(rf"{kind}-[0-9abcdefghjkmnpqrstvwxyz]{{12}}", found)
    assert found == content_id(kind, *parts)


@given(one=PARTS, other=PARTS)
def test_different_parts_have_different_ids(one: list[str | int], other: list[str | int]) -> None:
    same = [str(part) for part in one] == [str(part) for part in other]
    assert (content_id("c", *one) == content_id("c", *other)) == same


def test_where_one_part_ends_and_the_next_begins_counts() -> None:
    ids = {
        content_id("c", *parts)
        for parts in (("ab", "c"), ("a", "bc"), ("abc",), ("abc", ""), ("", "abc"), ("2:ab1:c",))
    }
    assert len(ids) == 6


def test_ten_thousand_ids_are_all_different_in_every_letter_s_place() -> None:
    ids = [content_id("c", number) for number in range(10_000)]
    assert len(set(ids)) == 10_000
    for place in range(2, 14):
        assert len({each[place] for each in ids}) == 32
