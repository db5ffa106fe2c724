"""Each sign by which kind and worth are judged, with what only looks like it."""

from __future__ import annotations

import pytest

from factcheck.claims.detect.cues import (
    compares,
    is_forecast,
    is_hedged,
    is_opinion,
    names_date,
    names_number,
    names_someone,
    quotes_words,
    reports_past,
)
from factcheck.claims.words import words


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Twelve people died.", True),
        ("Prices rose 3.5%.", True),
        ("It cost £62 million.", True),
        ("They won 3-1.", True),
        ("One in five agreed.", True),
        ("Two thirds of women agreed.", True),
        ("A quarter of it burned.", True),
        ("Half the town fled.", True),
        ("It fell in the first half.", False),
        ("It opened in 2022.", False),
        ("They met on May 16.", False),
        ("It was their third win.", False),
        ("No. 10 denied it.", False),
        ("Rain fell.", False),
    ],
)
def test_a_number_counts_or_measures(text: str, expected: bool) -> None:
    assert names_number(text) is expected


@pytest.mark.parametrize(("text", "expected"), [("It opened in May 2022.", True), ("It opened late.", False)])
def test_dates_are_noticed(text: str, expected: bool) -> None:
    assert names_date(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The dam is in Wales.", True),
        ("Ann Lee left.", True),
        ("UNESCO paid for it.", True),
        ("Rain fell on Monday.", False),
        ("Rain fell, and I left.", False),
        ("Rain fell.", False),
        ("", False),
    ],
)
def test_names_are_capitals_inside_a_sentence(text: str, expected: bool) -> None:
    assert names_someone(words(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [("The dam broke.", True), ("Crews have left.", True), ("The dam leaks.", False), ("The dam will break.", False)],
)
def test_the_past_is_noticed(text: str, expected: bool) -> None:
    assert reports_past(words(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained more than in May.", True),
        ("It is the highest dam in Wales.", True),
        ("Prices rose, compared with 2020.", True),
        ("It is twice as high.", True),
        ("It rained.", False),
    ],
)
def test_comparisons_are_noticed(text: str, expected: bool) -> None:
    assert compares(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("He reportedly left.", True), ("He seems ill.", True), ("He left.", False)]
)
def test_hedges_are_noticed(text: str, expected: bool) -> None:
    assert is_hedged(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He called it “a very bad deal”.", True),
        ('He called it "a very bad deal".', True),
        ("He called it ‘a very bad deal’.", True),
        ("He called it 'a very bad deal'.", True),
        ("He called it «a very bad deal».", True),
        ("The so-called “bad deal” failed.", False),
        ("She wrote “Gone with the Wind”.", False),
        ("The players’ union and the fans’ group met.", False),
        ("The players' union and the fans' group met.", False),
        ("He is 5' 10\" tall.", False),
    ],
)
def test_three_words_in_quotation_marks_are_a_quotation_unless_a_title(text: str, expected: bool) -> None:
    assert quotes_words(text) is expected


@pytest.mark.parametrize(
    "text",
    [
        "The bank will cut rates.",
        "They won't return.",
        "It could rise by 40 cm before Friday.",
        "He may need a month.",
        "She is expected to win.",
        "Prices are likely to rise.",
        "It is widely expected to fail.",
        "If sustained, it could help.",
        "If the rain stops, residents will return.",
        "If elected, she would cut taxes.",
        "As prices rise, the bank will act.",
        "The talks, scheduled for May, will resume.",
        "We'll win.",
    ],
)
def test_a_main_clause_about_the_future_is_a_forecast(text: str) -> None:
    assert is_forecast(words(text))


@pytest.mark.parametrize(
    "text",
    [
        "The club sold him and will buy another.",
        "The company, which will close its mill, employs 500 people.",
        "While it may rain, the worst is over.",
        "It is unclear whether it will rain.",
        "He may have left.",
        "They could not reach him.",
        "The will of the people counts.",
        "His will names two heirs.",
        "It rained in May.",
        "Will Smith left.",
        "The agreement includes 1,000 cars and, if fulfilled, would be the largest.",
        "They are set in stone.",
        "If the vote had failed, he would have left.",
        "The talks were expected to fail.",
    ],
)
def test_what_is_asserted_beside_a_future_keeps_it_from_being_a_forecast(text: str) -> None:
    assert not is_forecast(words(text))


@pytest.mark.parametrize(
    ("text", "particular", "expected"),
    [
        ("The council should act.", False, True),
        ("The council should spend £4 million.", True, True),
        ("We must stop this.", False, True),
        ("Drivers must wear seat belts.", False, False),
        ("It should be noted that it leaked.", False, False),
        ("In my opinion it leaked.", False, True),
        ("This is a disgrace.", False, True),
        ("It was truly awful.", False, True),
        ("It was a terrible accident.", False, False),
        ("I think it leaked.", False, True),
        ("I think 40 people died.", True, False),
        ("He is the best player of all.", False, True),
        ("It was the worst flood since 1954.", True, False),
        ("He is best known for that.", False, False),
    ],
)
def test_opinions_value_or_demand(text: str, particular: bool, expected: bool) -> None:
    assert is_opinion(text, particular=particular) is expected
