"""What stands for last names, short names of bodies, and acronyms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.unit.claims.context.conftest import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["Ann Lee runs the shop.", "Lee left on foot."], {"Lee": "Ann Lee"}),
        (["Mayor Ann Lee runs the shop.", "Ms Lee left on foot."], {"Ms Lee": "Ann Lee"}),
        (
            ["Saudi Arabia's Civil Defence Authority met.", "The Civil Defence Authority sent a note."],
            {"Civil Defence Authority": "Saudi Arabia's Civil Defence Authority"},
        ),
        (
            ["The Port Ellis Harbour Trust (PEHT) met at noon.", "Lawyers wrote to PEHT."],
            {"PEHT": "the Port Ellis Harbour Trust"},
        ),
        (["The Harbour Trust, or HT, met.", "Lawyers wrote to the HT."], {"HT": "Harbour Trust"}),
    ],
)
def test_a_short_name_is_explained_by_the_full_one(told: Tell, sentences: list[str], expected: dict[str, str]) -> None:
    assert told(*sentences).put == expected


def test_several_of_one_name_are_told_and_not_chosen_from(told: Tell) -> None:
    found = told("Ann Lee met Bob Lee.", "Lee left on foot.")
    assert found.put == {}
    assert found.unclear == {"Lee": ("Ann Lee", "Bob Lee")}


@pytest.mark.parametrize(
    "sentences",
    [
        ["Prices rose in Spain.", "The Bank of Spain met.", "Spain is large."],
        ["Ann Lee runs the shop.", "Ann Lee left on foot."],
        ["Leeds United won.", "Prices rose in Leeds."],
        ["Mr Peter Lee runs the shop.", "Mrs Lee left on foot."],
        ["Margie Kim was passing by.", "Defence Minister Kim left on foot."],
        ["Ann Lee runs the shop.", "Ann Lee Brown left on foot."],
    ],
)
def test_other_names_are_left(told: Tell, sentences: list[str]) -> None:
    assert told(*sentences).put == {}


def test_a_name_is_not_explained_where_its_own_sentence_tells_it_in_full(told: Tell) -> None:
    assert told("Ann Lee runs the shop.", "Ann Lee said that Lee was a common name.").put == {}


def test_letters_that_spell_other_words_are_no_acronym(told: Tell) -> None:
    assert told("The World Health Organization (UNO) met.", "UNO sent a note.").put == {}


def test_the_title_that_is_left_out_of_the_full_name_is_a_style_and_no_office(told: Tell) -> None:
    assert told("Ann Lee is a minister.", "Minister Lee left on foot.").put == {"Lee": "Ann Lee"}
