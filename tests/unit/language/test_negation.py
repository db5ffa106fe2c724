"""Denials: the cues, what looks like one, and what each reaches over."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.domain.parsed_text import ParsedText
from factcheck.language.negation import negations
from factcheck.language.parsing.parses import Parses
from tests.growth import grows_in_proportion


def cues(parses: Parses, text: str) -> list[str]:
    return [each.cue.of(text) for each in negations(parses.of(text))]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It did not happen.", "not"), ("It didn't happen.", "didn't"), ("It didn’t happen.", "didn’t"),
        ("They cannot go.", "cannot"), ("No statement was made.", "No"), ("He never went.", "never"),
        ("It went without trouble.", "without"), ("It has yet to begin.", "yet to"),
        ("The ferry is yet to leave.", "yet to"),
        ("He failed to come.", "failed to"), ("She denied it.", "denied"), ("They refused to go.", "refused to"),
        ("He was unable to go.", "unable to"), ("It is no longer open.", "no longer"), ("Nobody came.", "Nobody"),
        ("No one came.", "No one"), ("It is hardly new.", "hardly"), ("His failure to act hurt us.", "failure to"),
        ("They ruled out a deal.", "ruled out"), ("They lack proof.", "lack"),
        ("They noted the absence of rain.", "absence of"), ("Neither of them came.", "Neither"),
    ],
)  # fmt: skip
def test_a_cue_is_found_where_it_stands(parses: Parses, text: str, cue: str) -> None:
    assert cues(parses, text) == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "Not only he came.", "No fewer than 40 came.", "No. 10 is a house.", "It ends no later than May.",
        "There is no doubt that he came.", "He met many people, not least the mayor.", "The notary noted it.",
        "He went yet today.", "The Noah film opened.", "The film I'm Not There opened.", "It was nothing but a joke.",
        "He failed twice.", "They ruled the land.", "He knows without doubt that it works.",
        "The rule of the house is old.", "The lack hurt.",
    ],
)  # fmt: skip
def test_what_denies_nothing_is_no_cue(parses: Parses, text: str) -> None:
    assert cues(parses, text) == []


def test_both_halves_of_a_double_denial_are_found(parses: Parses) -> None:
    assert cues(parses, "Neither side spoke, nor did they meet.") == ["Neither", "nor"]


@pytest.mark.parametrize(
    ("text", "kind", "scope"),
    [
        ("He did not come, but she did.", "not", "He did not come"),
        ("She did not call or write.", "not", "She did not call or write"),
        ("She did not call and left.", "not", "She did not call"),
        ("It didn't open because it rained.", "not", "It didn't open"),
        ("The man who did not pay was fined.", "not", "who did not pay"),
        ("Not all voters agreed.", "not", "Not all voters agreed"),
        ("It is not the mayor but the chief.", "not", "It is not the mayor"),
        ("The mayor, not the council, decided.", "not", "the council"),
        ("She never paid.", "never", "She never paid"), ("It rarely snowed there.", "hardly", "It rarely snowed there"),
        ("Nobody came.", "no", "Nobody came"), ("No one came.", "no", "No one came"),
        ("Neither party has promised it.", "no", "Neither party has promised it"),
        ("She said that nobody had warned her.", "no", "nobody had warned her"),
        ("He has no plans to leave.", "no", "He has no plans to leave"),
        ("They met with no result.", "no", "no result"), ("She spoke to nobody.", "no", "She spoke to nobody"),
        ("It is no longer open.", "no", "It is no longer open"), ("Nor did they pay.", "no", "did they pay"),
        ("It went without a hitch; good.", "without", "a hitch"), ("They lacked proof.", "without", "proof"),
        ("The lack of proof hurt them.", "without", "proof"), ("He failed to win.", "unable", "win"),
        ("The refusal to pay hurt them.", "unable", "pay"), ("It has yet to start.", "not", "It has yet to start"),
        ("They denied that it was so.", "denied", "that it was so"), ("She denied the charge.", "denied", "the charge"),
        ("They ruled out 3.5 million euros.", "ruled_out", "3.5 million euros"), ("She denied.", "denied", None),
    ],
)  # fmt: skip
def test_a_denial_has_its_kind_and_reaches_over_what_depends_on_what_it_denies(
    parses: Parses, text: str, kind: str, scope: str | None
) -> None:
    (found,) = negations(parses.of(text))
    assert (found.kind, found.scope.of(text) if found.scope else None) == (kind, scope)


def test_what_nor_joins_is_denied_by_itself(parses: Parses) -> None:
    text = "Neither side spoke, nor did they meet."
    assert [each.scope and each.scope.of(text) for each in negations(parses.of(text))] == [
        "Neither side spoke",
        "did they meet",
    ]


def test_a_sentence_that_was_not_parsed_denies_nothing() -> None:
    assert negations(ParsedText(text="It did not happen.", sentences=())) == []


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(["no", "not", ",", "but", "\n", ".", "n't", "lack of", "is", "denied", "yet to", "nor", "we"])
    ).map(" ".join)
)
def test_any_text_gives_cues_in_order_and_scopes_inside_it(parses: Parses, text: str) -> None:
    found = negations(parses.of(text))
    assert [each.cue for each in found] == sorted(each.cue for each in found)
    for each in found:
        assert each.cue.end <= len(text)
        assert each.scope is None or each.scope.start < each.scope.end <= len(text)


def test_the_time_grows_with_the_number_of_sentences_alone(parses: Parses) -> None:
    (sentence,) = parses.of("Nobody knew, and he did not ask or fail to see.").sentences
    assert grows_in_proportion(lambda count: negations(ParsedText(text="", sentences=(sentence,) * count)))
