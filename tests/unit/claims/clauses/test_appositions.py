"""Nouns, names and ages beside a noun, and what a noun calls an event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Apart = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, the mayor of Leeds, later opened the bridge.",
         ["Ann Lee later opened the bridge.", "Ann Lee is the mayor of Leeds."]),
        ("Their solicitor, Hannah Obi, wrote to the court.",
         ["Hannah Obi wrote to the court.", "Hannah Obi is their solicitor."]),
        ("His wife, Karin, a teacher in Bergen, was acquitted.",
         ["Karin was acquitted.", "Karin is his wife.", "Karin is a teacher in Bergen."]),
        ("Ruth Okafor, 45, won the race.", ["Ruth Okafor won the race.", "Ruth Okafor is 45."]),
        ("Ann Lee, an engineer at work at the Mill Company, left the town.",
         ["Ann Lee left the town.", "Ann Lee is an engineer at work at the Mill Company."]),
        ("Prices rose by 3 per cent, the largest rise since May 2021.",
         ["Prices rose by 3 per cent.", "This was the largest rise since May 2021."]),
        ("Turnout was 38 percent, the highest since 1989.",
         ["Turnout was 38 percent.", "This was the highest since 1989."]),
        ("The workers, members of a large union, were paid.",
         ["The workers were paid.", "The workers are members of a large union."]),
    ],
)  # fmt: skip
def test_what_stands_beside_a_noun_is_told_of_it(apart: Apart, text: str, expected: list[str]) -> None:
    assert sorted(apart(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "The team moved to Leeds, Yorkshire.",
        "Ann Lee, MP, opened the bridge.",
        "He met the cast, the director, and the author of the play.",
        "The vote is on Tuesday, 5 May.",
        "Ann Lee and Tom Ray, 300, met in the hall.",
        "Critics, among them the mayor, left the hall.",
    ],
)
def test_lists_places_and_letters_are_no_descriptions(apart: Apart, text: str) -> None:
    assert apart(text) == [text]
