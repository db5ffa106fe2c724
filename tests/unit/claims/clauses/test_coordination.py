"""Joined clauses, predicates, infinitives and counts; and what only looks joined."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Apart = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council closed the pool, but the library stayed open.",
         ["The council closed the pool.", "The library stayed open."]),
        ("The dam broke; two villages were flooded.", ["The dam broke.", "Two villages were flooded."]),
        ("Rents are the reason for her worry: they rose by 9 per cent in May.",
         ["Rents are the reason for her worry.", "They rose by 9 per cent in May."]),
        ("Rovers sold Okoro in May and bought two players.",
         ["Rovers sold Okoro in May.", "Rovers bought two players."]),
        ("The council will raise rents in May and cut grants in June.",
         ["The council will raise rents in May.", "The council will cut grants in June."]),
        ("The bag was found in a tram and taken to the police.",
         ["The bag was found in a tram.", "The bag was taken to the police."]),
        ("Since 2012, Orvik has charged a fee, and will now raise it.",
         ["Since 2012, Orvik has charged a fee.", "Orvik will now raise it."]),
        ("The fee was small in 2012, and if asked, would rise by a third.",
         ["The fee was small in 2012.", "If asked, the fee would rise by a third."]),
        ("The fee was small in 2012 and, if asked, ministers will raise it.",
         ["The fee was small in 2012.", "If asked, ministers will raise it."]),
        ("If the dam breaks, the mill will be flooded and the road will be cut.",
         ["If the dam breaks, the mill will be flooded.", "If the dam breaks, the road will be cut."]),
        ("While exports rose again, imports fell in May.", ["Exports rose again.", "Imports fell in May."]),
        ("Exports rose by 3 per cent, while imports fell.", ["Exports rose by 3 per cent.", "Imports fell."]),
        ("The council voted to close the pool and to sell the hall.",
         ["The council voted to close the pool.", "The council voted to sell the hall."]),
        ("The navy freed 27 sailors and 12 divers in May.",
         ["The navy freed 27 sailors in May.", "The navy freed 12 divers in May."]),
        ("Police arrested nine men, seized 40 guns and closed a club.",
         ["Police arrested nine men.", "Police seized 40 guns.", "Police closed a club."]),
        ("It kills many people a year and is the main cause of death, depending on the region.",
         ["It kills many people a year.", "It is the main cause of death, depending on the region."]),
    ],
)  # fmt: skip
def test_each_joined_part_has_the_subject(apart: Apart, text: str, expected: list[str]) -> None:
    assert sorted(apart(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Ann and Bob met the head of the union.",
        "She wrote and published a book about the mill.",
        "Two players were shouted and cursed at as they left the field.",
        "The council will close the pool or sell the hall.",
        "The council is considering closing the pool, selling the hall and cutting 40 jobs.",
        "The plan involves building 400 homes, widening the road and felling 90 trees.",
        "He ruled out raising taxes, cutting pensions or selling the railway.",
        "Trains were late because a signal failed and a tree fell.",
        "The men arrived while she was sleeping.",
        "Between 12 and 14 people were hurt.",
        "The hall was built in 2016 and 2017.",
        "It is not the price that counts, it is the time.",
        "If it rains, the match is off.",
        "When the dam broke, the mill stood empty and dark.",
        "Copper conducts electricity.",
    ],
)
def test_what_belongs_together_stays_whole(apart: Apart, text: str) -> None:
    assert apart(text) == [text]
