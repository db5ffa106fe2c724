"""What a detail depends on, and how much of the claim stands around another one."""

from __future__ import annotations

import pytest

from factcheck.domain.spans import Span
from factcheck.verdict.details.alignment import coverage, denied, governor, same_governor, same_time_governor
from factcheck.verdict.details.details import Details
from tests.parsing import details


def at(text: str, words: str) -> tuple[Details, Span]:
    start = text.index(words)
    return details(text), Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "words", "stem", "role"),
    [
        ("The film was directed by Ann Lee.", "Ann Lee", "direct", "agent"),
        ("Ann Lee directed the film.", "Ann Lee", "direct", "agent"),
        ("Ann Lee directed the film.", "the film", "direct", "patient"),
        ("The film was directed by Ann Lee.", "The film", "direct", "patient"),
        ("The prize was won by Omar Reyes and Ann Lee.", "Ann Lee", "win", "agent"),
        ("The mayor, Ann Lee, resigned.", "Ann Lee", "resign", "agent"),
        ("She moved out of Leeds.", "Leeds", "mov", "out of"),
        ("She was the mayor of Leeds.", "Leeds", "mayor", "of"),
    ],
)
def test_a_detail_depends_on_a_word_in_a_role(text: str, words: str, stem: str, role: str) -> None:
    found = governor(*at(text, words))
    assert (found.stem, found.role) == (stem, role)


def test_only_a_verb_is_told_to_be_one() -> None:
    assert governor(*at("Ann Lee directed the film.", "Ann Lee")).is_verb
    assert not governor(*at("She was the mayor of Leeds.", "Leeds")).is_verb


def test_of_a_text_that_was_not_parsed_nothing_is_known_and_nothing_is_the_same() -> None:
    text = "Lee " * 400
    assert governor(*at(text, "Lee")).stem == ""
    assert not same_governor(*at(text, "Lee"), *at(text, "Lee"))
    assert not same_time_governor(*at(text, "Lee"), *at(text, "Lee"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Vesta was founded in 1998.", "Vesta was founded on 3 May 1987.", True),
        ("Vesta was founded in 1998.", "In 1987 Vesta was founded.", True),
        ("Vesta has grown since 1998.", "Vesta has grown since 1987.", True),
        ("Vesta has grown since 1998.", "Vesta has grown in 1987.", False),
        ("Vesta was founded in 1998.", "Vesta was sold in 1987.", False),
    ],
)
def test_two_dates_are_said_of_the_same_word_whatever_small_word_leads_to_them(
    one: str, other: str, same: bool
) -> None:
    ours, theirs = details(one), details(other)
    assert same_time_governor(ours, ours.dates[0].span, theirs, theirs.dates[0].span) is same


def test_the_share_of_the_claims_words_leaves_the_detail_out() -> None:
    ours, theirs = details("The mill of Orlo sold 40 looms."), details("In Orlo a mill sold 90 looms. It burned.")
    share, words = coverage(ours, ours.quantities[0].span, theirs, theirs.quantities[0].span)
    assert (share, words) == (1.0, 3)


def test_a_word_counts_only_in_the_sentence_of_the_other_detail_unless_it_is_a_name() -> None:
    ours = details("The mill of Orlo sold 40 looms.")
    theirs = details("The mill of Orlo burned. Then it sold 90 looms.")
    share, words = coverage(ours, ours.quantities[0].span, theirs, theirs.quantities[0].span)
    assert share == pytest.approx(2 / 3)  # sold, and Orlo by its capital
    assert words == 3


def test_a_word_behind_a_hyphen_is_another_word() -> None:
    ours, theirs = details("The final was won by Lee."), details("The semi-final was won by Lee.")
    name = ours.names[0].span
    assert coverage(ours, name, theirs, theirs.names[0].span)[0] < 1.0


def test_a_detail_is_denied_where_a_denial_of_either_text_reaches_over_it() -> None:
    said, denies = "Vesta cut 900 jobs in Cork.", "Vesta did not cut 900 jobs in Cork."
    assert not denied(*at(said, "900"), *at(said, "900"))
    assert denied(*at(denies, "900"), *at(said, "900"))
    assert denied(*at(said, "900"), *at(denies, "900"))
