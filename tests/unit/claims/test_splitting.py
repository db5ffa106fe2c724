"""One sentence, and the clauses it is taken apart into; and the sentences that stay whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.claims.clause_rules import is_clause, worded
from factcheck.claims.detect.propositions import propositions
from factcheck.claims.splitting import split
from factcheck.language.tagging import tagged


def parts(text: str) -> list[str]:
    return [worded(part, text) for part in split(tuple(tagged(text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The council closed the pool, but the library stayed open.",
            ["The council closed the pool.", "The library stayed open."],
        ),
        ("The dam broke; two villages were flooded.", ["The dam broke.", "Two villages were flooded."]),
        ("Rovers sold Okoro and bought two players.", ["Rovers sold Okoro.", "Rovers bought two players."]),
        ("Rovers sold Okoro and then bought two players.", ["Rovers sold Okoro.", "Rovers then bought two players."]),
        ("Ann Lee, who also runs the shop, left the town.", ["Ann Lee left the town.", "Ann Lee also runs the shop."]),
        (
            "Ann Lee, the mayor of Leeds, later opened the bridge.",
            ["Ann Lee later opened the bridge.", "Ann Lee is the mayor of Leeds."],
        ),
        ("The bag was found and taken to the police.", ["The bag was found.", "The bag was taken to the police."]),
        (
            "Ann Lee, who runs the shop, left the town.",
            ["Ann Lee left the town.", "Ann Lee runs the shop."],
        ),
        (
            "The bank cut its rate, which had stood at 4 per cent.",
            ["The bank cut its rate.", "Its rate had stood at 4 per cent."],
        ),
        (
            "Ann Lee, the mayor of Leeds, opened the bridge.",
            ["Ann Lee opened the bridge.", "Ann Lee is the mayor of Leeds."],
        ),
        (
            "Their solicitor, Hannah Obi, wrote to the court.",
            ["Hannah Obi is their solicitor.", "Hannah Obi wrote to the court."],
        ),
        ("Ruth Okafor, 45, won the race.", ["Ruth Okafor won the race.", "Ruth Okafor is 45."]),
        ("Ruth Okafor, born in Accra, won the race.", ["Ruth Okafor won the race.", "Ruth Okafor was born in Accra."]),
        (
            "Aldous Brandt is a surgeon who runs a clinic.",
            ["Aldous Brandt is a surgeon.", "Aldous Brandt runs a clinic."],
        ),
        (
            "While exports rose again, imports fell in May.",
            ["Exports rose again.", "Imports fell in May."],
        ),
        (
            "The bridge collapsed on Monday, killing nine people.",
            ["The bridge collapsed on Monday.", "This killed nine people."],
        ),
        (
            "The rule applies to all, leaving no room for doubt.",
            ["The rule applies to all.", "This leaves no room for doubt."],
        ),
        (
            "She left the party, becoming an independent.",
            ["She left the party.", "She became an independent."],
        ),
        (
            "Prices rose by 3 per cent, the largest rise since May 2021.",
            ["Prices rose by 3 per cent.", "This was the largest rise since May 2021."],
        ),
        (
            "The storm injured 60 people, of whom 12 died.",
            ["The storm injured 60 people.", "Of 60 people, 12 died."],
        ),
        (
            "The navy freed 27 sailors and 12 divers.",
            ["The navy freed 27 sailors.", "The navy freed 12 divers."],
        ),
        (
            "Inspectors found that the valve had failed and that nobody had checked it.",
            ["Inspectors found that the valve had failed.", "Inspectors found that nobody had checked it."],
        ),
    ],
)
def test_a_compound_sentence_comes_apart(text: str, expected: list[str]) -> None:
    assert sorted(parts(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Ann and Bob met the head of the union.",
        "The pool that the council closed was popular.",
        "He won a medal in his television and film career.",
        "North and South Korea exchanged fire.",
        "Trains were late because a signal failed and a tree fell.",
        "She wants to sell the house and the car.",
        "Between 12 and 14 people were hurt.",
        "If it rains, the match is off.",
        "Copper conducts electricity.",
    ],
)
def test_what_belongs_together_stays_whole(text: str) -> None:
    assert parts(text) == [text]


@settings(max_examples=200)
@given(text=st.text())
def test_any_text_gives_parts_made_of_its_own_words(text: str) -> None:
    tokens = tuple(tagged(text))
    found = propositions(tokens)
    assert found
    for each in found:
        for token in each.clause:
            assert 0 <= token.start <= token.end <= len(text)
    if len(found) > 1:
        assert all(each.reports or is_clause(each.clause) for each in found)


WORDS = st.sampled_from(
    ["Ann", "Lee", ",", "who", "which", "and", "but", "that", "said", "the", "council", "voted", "left", "was", "found"]
)
SIGNS = st.sampled_from(["“", "”", ";", "marking", "27", "sailors", "while", "Leeds"])


@settings(max_examples=200)
@given(words=st.lists(WORDS | SIGNS, max_size=60))
def test_heaps_of_the_words_that_the_rules_look_for_do_no_harm(words: list[str]) -> None:
    text = " ".join(words)
    for each in propositions(tuple(tagged(text))):
        assert worded(each.clause, text).strip() or not text.strip()
