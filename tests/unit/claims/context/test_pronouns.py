"""Whom and what the pronouns of the third person mean."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from factcheck.claims.context.pronouns import possessive
from tests.unit.claims.context.conftest import Told

Tell = Callable[..., Told]


@pytest.mark.parametrize(
    ("sentences", "expected"),
    [
        (["Mary Lee runs the shop.", "She left on foot."], {"She": "Mary Lee"}),
        (["Peter Lee runs the shop.", "The guests liked his cakes."], {"his": "Peter Lee's"}),
        (["Peter Lee runs the shop.", "The guests thanked him."], {"him": "Peter Lee"}),
        (["Mary Lee met Peter Brandt.", "She left on foot."], {"She": "Mary Lee"}),
        (["Coach Uma Holt trains the team.", "He lives in Leeds."], {"He": "Uma Holt"}),
        (["Han Dong-jin, the leader of the party, spoke.", "He left on foot."], {"He": "Han Dong-jin"}),
    ],
)
def test_the_only_person_who_fits_is_meant(told: Tell, sentences: list[str], expected: dict[str, str]) -> None:
    assert told(*sentences).put == expected


def test_of_two_who_fit_alike_none_is_meant(told: Tell) -> None:
    found = told("Mary Lee and Jane Brandt met in Leeds.", "She left on foot.")
    assert found.put == {}
    assert set(found.unclear["She"]) == {"Mary Lee", "Jane Brandt"}


def test_whom_a_text_is_about_outweighs_who_was_named_in_passing(told: Tell) -> None:
    sentences = ["Mary Lee runs the shop.", "She bought it in May from the sister of Jane Brandt.", "She paid in cash."]
    assert told(*sentences).put["She"] == "Mary Lee"


def test_a_pronoun_is_not_its_verbs_other_argument(told: Tell) -> None:
    found = told("Peter Lee runs the shop.", "Paul Brandt fired him.")
    assert found.put == {"him": "Peter Lee"}
    assert told("Peter Lee runs the shop.", "Lee shouted at him.").put == {"Lee": "Peter Lee"}


def test_an_owner_is_not_what_the_owner_has(told: Tell) -> None:
    assert told("Peter Lee runs the shop.", "His brother left.").put == {"His": "Peter Lee's"}


def test_the_same_pronoun_means_the_same_again_in_its_sentence(told: Tell) -> None:
    found = told("Mary Lee runs the shop.", "She said that Jane Brandt had seen her car when she was away.")
    assert found.put["She"] == found.put["she"] == "Mary Lee"


def test_a_pronoun_before_the_subject_may_mean_it_and_is_left(told: Tell) -> None:
    assert told("Paul Brandt was away.", "Leaving his office, Peter Lee smiled.").put == {}


def test_after_an_unexplained_pronoun_the_next_one_means_the_same_unknown(told: Tell) -> None:
    sentences = ["Mary Lee and Jane Brandt met in Leeds.", "She gave a talk.", "She left on foot."]
    assert told(*sentences).put == {}


def test_whoever_speaks_does_not_speak_of_themselves_in_the_third_person(told: Tell) -> None:
    assert told("Peter Lee runs the shop.", "“He is mad,” Lee said.", speaker="Peter Lee").put.get("He") is None


def test_a_person_is_forgotten_after_some_sentences(told: Tell) -> None:
    others = ["The roof leaks.", "Rain fell all day.", "The road was closed."]
    assert told("Mary Lee runs the shop.", *others, "She left on foot.").put == {}


def test_what_owns_itself_by_a_pronoun_explains_nothing(told: Tell) -> None:
    assert "he" not in told("Mary Lee runs the shop.", "Her father said that he was ill.").put


def test_people_are_meant_by_they_and_things_are_not(told: Tell) -> None:
    assert told("The voters blamed the mayor.", "They stayed at home.").put == {"They": "The voters"}
    assert told("The dams cost a fortune.", "They leak.").put == {}


def test_a_named_body_that_the_text_is_about_is_meant_by_it(told: Tell) -> None:
    sentence = "The Leeds City Council said that it would appeal."
    assert told("The Leeds City Council met.", sentence).put["it"] == "the Leeds City Council"


def test_a_thing_without_a_name_is_not_meant_by_it(told: Tell) -> None:
    assert told("A storm hit the coast.", "It moved on.").put == {}


def test_a_name_that_ends_in_s_gets_the_mark_alone() -> None:
    assert (possessive("Ann Lee"), possessive("the voters")) == ("Ann Lee's", "the voters'")
