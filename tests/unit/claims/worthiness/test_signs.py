"""What stands in the words of a claim, with what only looks like it."""

from __future__ import annotations

import pytest

from factcheck.claims.worthiness.signs import is_hedged, names_date, names_number, names_someone, quotes_words


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
        ("Rain fell, and I’ve left.", False),
        ("A river rose.", False),
        ("Rain fell.", False),
        ("", False),
    ],
)
def test_names_are_capitals_inside_a_sentence(text: str, expected: bool) -> None:
    assert names_someone(text) is expected


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
