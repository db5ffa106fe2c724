"""`he` or `she`, where a title, a role or a very common first name says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.names.people import FIRST_NAMES, pronoun_of


@pytest.mark.parametrize(
    ("words", "pronoun"),
    [
        ("Ms Lee", "she"), ("Mr. Lee", "he"), ("Ann Lee", "she"), ("Tom Berg", "he"), ("the actress", "she"),
        ("Queen Margrethe", "she"), ("the spokesman", "he"), ("Dr Lee", None), ("Odd Berg", None), ("Lee", None),
        ("Virginia", None), ("Andrea Berg", None), ("the mayor", None), ("King Street", "he"), ("", None),
        ("Mr Ann Lee", "he"), ("Ms King", "she"), ("the queen bee", None), ("Mr and Mrs Lee", None),
    ],
)  # fmt: skip
def test_a_pronoun_is_given_only_where_it_is_told(words: str, pronoun: str | None) -> None:
    assert pronoun_of(words) == pronoun


def test_no_first_name_is_in_lower_case() -> None:
    assert all(name[0].isupper() for name in FIRST_NAMES)


@given(st.text())
def test_any_words_have_an_answer(words: str) -> None:
    assert pronoun_of(words) in ("he", "she", None)
