"""Two texts may lie near to each other and not say the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.workbench.differing import TextDifference, text_differences
from tests.growth import growing_faster
from tests.parsing import shared_parses


def differences(here: str, there: str) -> tuple[TextDifference, ...]:
    return text_differences(here, there, shared_parses())


def notes(here: str, there: str) -> list[str]:
    return [each.note for each in differences(here, there)]


def contrary(here: str, there: str) -> bool:
    return any(each.is_contrary for each in differences(here, there))


@pytest.mark.parametrize(
    ("here", "there", "expected"),
    [
        ("Sales rose by 3 % in May.", "Sales rose by 5 % in May.", ["number: “3 %” here, “5 %” there"]),
        ("Sales rose by 3 percent.", "Sales rose by 3 percentage points.", None),
        ("It opened on 23 May 2025.", "It opened on 24 May 2025.", ["date: “23 May 2025” here, “24 May 2025” there"]),
        ("Flight 370 vanished.", "Flight 371 vanished.", ["number: “370” here, “371” there"]),
        ("They won 2-1.", "They won 1-2.", ["number: “2-1” here, “1-2” there"]),
        ("She has not resigned.", "She has resigned.", ["negation: only “not” here"]),
        ("More than 300 people came.", "Fewer than 300 people came.", None),
        ("It cost $40 million.", "It cost $40,000.", None),
    ],
)
def test_what_cannot_both_be_so_is_said_to_be_contrary(here: str, there: str, expected: list[str] | None) -> None:
    assert contrary(here, there)
    assert contrary(there, here)
    if expected is not None:
        assert notes(here, there) == expected


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("Ten percent of all cars are red.", "10% of all cars are red."),
        ("The ferry carried 4,100 people.", "the ferry carried 4100 people"),
        ("On 4 March 2024 it sank.", "It sank on March 4, 2024."),
        ("A pier fell.", "The pier fell."),
    ],
)
def test_the_same_in_another_spelling_does_not_differ(here: str, there: str) -> None:
    assert notes(here, there) == []


@pytest.mark.parametrize(
    ("here", "there", "note"),
    [
        ("The ferry sank.", "The ferry sank on 4 March 2024.", "date: only “4 March 2024” there"),
        ("In May 2025 it sank.", "In 2025 it sank.", "date: “May 2025” here, “2025” there"),
        ("It sank on Friday.", "It sank on 4 March 2024.", "date: “Friday” here, “4 March 2024” there"),
        ("The ferry lost 31 men.", "The ferry lost men.", "number: only “31 men” here"),
        ("31 soldiers left.", "31 prisoners left.", "words: “soldiers” here, “prisoners” there"),
        ("The shares rose.", "The shares fell.", "words: “rose” here, “fell” there"),
    ],
)
def test_what_one_says_besides_is_shown_and_not_called_contrary(here: str, there: str, note: str) -> None:
    assert note in notes(here, there)
    assert not contrary(here, there)


def test_many_words_are_cut_short() -> None:
    (note,) = notes("x", "one red fox jumps over some very lazy dogs")[-1:]
    assert note.endswith(", … there")


@given(here=st.text(max_size=80), there=st.text(max_size=80))
def test_any_two_texts_can_be_compared_and_none_differs_from_itself(here: str, there: str) -> None:
    assert differences(here, here) == ()
    one, other = differences(here, there), differences(there, here)
    assert [(each.aspect, each.is_contrary) for each in one] == [(each.aspect, each.is_contrary) for each in other]


def test_long_and_hostile_texts_are_compared_in_time_by_their_length_alone() -> None:
    pieces = ["1 ", "not ", "3 % ", "a", "("]
    assert [piece for piece in pieces if differences(piece * 500, piece * 500)] == []
    assert growing_faster(lambda text: differences(text, text), pieces) == []
    assert growing_faster(lambda text: differences(text, "x"), pieces) == []
