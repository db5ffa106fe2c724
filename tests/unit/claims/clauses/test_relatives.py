"""Relative clauses between commas: what they speak of, and where they end."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Apart = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lee, who runs the shop, left the town.", ["Ann Lee left the town.", "Ann Lee runs the shop."]),
        ("Police charged Tom Ray, who is 44, with fraud.", ["Police charged Tom Ray with fraud.", "Tom Ray is 44."]),
        ("The court found Ida Falk, who was mayor until 2019, guilty of theft.",
         ["The court found Ida Falk guilty of theft.", "Ida Falk was mayor until 2019."]),
        ("The bank cut its rate, which had stood at 4 per cent.",
         ["The bank cut its rate.", "Its rate had stood at 4 per cent."]),
        ("The hall, whose roof leaked, was closed.", ["The hall was closed.", "The hall’s roof leaked."]),
        ("The storm hurt 60 people, of whom 12 died.", ["The storm hurt 60 people.", "Of 60 people, 12 died."]),
        ("More than 600 people answered the letter, of whom 90 opposed the plan.",
         ["More than 600 people answered the letter.", "Of more than 600 people, 90 opposed the plan."]),
        ("The mill, which the mayor opened in 1990, burned down.",
         ["The mill burned down.", "The mayor opened the mill in 1990."]),
        ("The bridge, which Ann Lee said would cost 3 million, was never built.",
         ["The bridge was never built.", "Ann Lee said the bridge would cost 3 million."]),
        ("She moved to Spain, where she founded a school.", ["She moved to Spain.", "In Spain, she founded a school."]),
        ("He worked in Leeds, where he met Ann Lee.", ["He worked in Leeds.", "In Leeds, he met Ann Lee."]),
        ("He met Ann Lee in 2019, when she ran a mill.", ["He met Ann Lee in 2019.", "In 2019, she ran a mill."]),
        ("The debt, which stood at 98 per cent in May, fell again.",
         ["The debt fell again.", "The debt stood at 98 per cent in May."]),
        ("He must bring down the debt, which stood at 98 per cent in May, down from 134 per cent in March.",
         ["He must bring down the debt.",
          "The debt stood at 98 per cent in May, down from 134 per cent in March."]),
        ("In Leeds, which is a large city, he ran a mill.", ["In Leeds, he ran a mill.", "Leeds is a large city."]),
    ],
)  # fmt: skip
def test_a_relative_clause_is_told_of_its_noun(apart: Apart, text: str, expected: list[str]) -> None:
    assert set(expected) <= set(apart(text)) <= {*expected, "The bridge would cost 3 million."}


@pytest.mark.parametrize(
    "text",
    [
        "The pool that the council closed was popular.",
        "The men who left early were paid.",
        "He told them what he wanted.",
    ],
)
def test_what_says_which_is_meant_stays(apart: Apart, text: str) -> None:
    assert apart(text) == [text]


def test_a_film_is_made_and_not_its_year(apart: Apart) -> None:
    found = apart("It is a film from 2014, which was made in Leeds.")
    assert "It was made in Leeds." in found
