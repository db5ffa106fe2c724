"""What asserts and what doesn't: in doubt it does."""

from __future__ import annotations

import pytest

from factcheck.claims.kinds.assertions import asserts
from factcheck.language.parsing.parses import Parses

STATEMENTS = [
    "The dam broke on Tuesday.",
    "Smith resigned.",
    "Engineers disagree.",
    "Officials expect more rain.",
    "12 dead, four missing",
    "Population: 40,000",
    "Founded in 1990 by two brothers",
    "Roads: the A7 and B12 are closed",
    "“The water came in ten minutes.”",
    "Prices rose!",
    "It may rain.",
    "I think this is wrong.",
    "Call centres closed in May.",
    "Follow-up talks began on Monday.",
    "Thanks to the rain, the fire went out.",
    "Hi-tech firms grew by 4%.",
    "Shares in the bank fell.",
    "Read the room, he told them.",
    "Please note that 40 people died.",
    "Did you know that 40% of the valley lies below the river?",
    "Do you know that 40% of the valley lies below the river?",
    "They won the vote, didn't they?",
    "Ann Lee asked: “Who will pay?”",
    "What a judge decided in May is law.",
    "Prices dropped by a lot in the shops of the county.",
    "The man who had lived there for years has retired.",
    "Let them eat cake, she said.",
    "Here the river is 40 metres wide.",
    "See Leeds and die, an old saying goes.",
]
OTHERS = [
    "Was the warning ignored?",
    "Who will pay for the dam?",
    "“Who will pay?”",
    "They did what?!",
    "Thanks for reading!",
    "Thank you.",
    "Welcome to our live page.",
    "Good morning, Leeds!",
    "Dear readers, here we are.",
    "Happy New Year to all of you.",
    "Click here to donate.",
    "Please share this story.",
    "Read more: floods in Europe.",
    "Read more",
    "See also: the dam.",
    "Subscribe to our newsletter for free.",
    "Follow us on all channels.",
    "Email us at news@example.org or call 0113 496 0000.",
    "Sign up here for updates.",
    "(See page 4.)",
    "Let's look at the facts.",
    "Imagine a city without cars.",
    "Here is what we know.",
    "Do you know more about the fire in Mill Bank?",
    "Don't miss our next story.",
    "What a goal!",
    "A rare moment of peace.",
    "A resident of the old town of Mill Bank on the roof of a neighbour's house",
    "The woman who found them.",
    "Monday, May 18, 2015",
    "The harbour at dusk in 2008.",
    "Don't be late.",
    "More on this",
    "https://example.org/a/b",
    "Photo: Reuters",
    "Photo supplied.",
    "***",
    "",
    "\u200b",
]


@pytest.mark.parametrize("text", STATEMENTS)
def test_what_says_something_is_so_asserts(text: str, parses: Parses) -> None:
    assert asserts(text, parses.of(text).sentences[0].tokens)


@pytest.mark.parametrize("text", OTHERS)
def test_what_asks_greets_instructs_or_breaks_off_does_not(text: str, parses: Parses) -> None:
    found = parses.of(text).sentences
    assert not asserts(text, found[0].tokens if found else ())


@pytest.mark.parametrize(
    "text",
    [
        "Der Mann lebt.",
        "Мост открыли третьего мая.",
        "这座桥耗资六千二百万英镑。",
        "สะพานเปิดแล้ว",
        "Il a menti.",
        "تكلفة الجسر 62 مليون",
    ],
)
@pytest.mark.parametrize("english", [True, False])
def test_other_languages_assert_too(text: str, english: bool) -> None:
    assert asserts(text, english=english)


def test_english_rules_are_not_held_against_other_languages() -> None:
    assert not asserts("Welcome to the house of a man.")
    assert asserts("Welcome to the house of a man.", english=False)
    assert not asserts("Ist das so?", english=False)


@pytest.mark.parametrize("text", ["Read the full report here.", "A rare moment of peace."])
def test_without_a_parse_only_the_wording_tells(text: str, parses: Parses) -> None:
    assert asserts(text)
    assert not asserts(text, parses.of(text).sentences[0].tokens)
    assert not asserts("Who will pay?")
    assert not asserts("Thank you.")
