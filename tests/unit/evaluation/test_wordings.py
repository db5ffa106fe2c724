"""When two wordings name the same thing."""

from __future__ import annotations

import pytest

from factcheck.evaluation.wordings import same_thing

SAME = [
    ("I [Ann Lee]", "Ann Lee"),
    ("my [Ann Lee's]", "Ann Lee's"),
    ("the council", "The Council"),
    ("Mr Hale", "Peter Hale"),
    ("Prof. Peter Hale", "Peter Hale"),
    ("Peter Hale's", "Hale"),
    ("Friday 15 May 2015", "15 May 2015"),
    ("May 15, 2015", "on Friday 15 May 2015"),
    ("in 2024", "2024"),
    ("the Lindal city council", "the council"),
    ("the Ministry of Health", "the ministry"),
    ("on the working party", "the working party"),
    ("President Ana Silva", "Silva"),
]
OTHER = [
    ("I [Ann Lee]", "Bob Lee"),
    ("North Lindal", "South Lindal"),
    ("North Lindal or South Lindal", "South Lindal"),
    ("15 May 2015", "2015"),
    ("15 May 2015", "16 May 2015"),
    ("New Lindal government", "New Lindal"),
    ("the Ministry of Health", "Health"),
    ("Ana Silva", "Peter Hale"),
    ("the president", "Ana Silva"),
    ("the", "a"),
    ("", "Ana"),
    ("…", "!"),
]


@pytest.mark.parametrize(("first", "second"), SAME)
def test_the_same_thing_by_another_name(first: str, second: str) -> None:
    assert same_thing(first, second)
    assert same_thing(second, first)


@pytest.mark.parametrize(("first", "second"), OTHER)
def test_another_thing_by_a_like_name(first: str, second: str) -> None:
    assert not same_thing(first, second)
    assert not same_thing(second, first)
