"""Denials: the cues, and what looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.language.negation import denials, negations
from tests.growth import growing_faster


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("It did not happen.", "not"), ("It didn't happen.", "didn't"), ("It didn’t happen.", "didn’t"),
        ("They cannot go.", "cannot"), ("No statement was made.", "No"), ("He never went.", "never"),
        ("It went without trouble.", "without"), ("It has yet to begin.", "has yet to"),
        ("He failed to come.", "failed to"),
        ("She denied it.", "denied"), ("They refused to go.", "refused to"), ("He was unable to go.", "unable to"),
        ("No longer open.", "No longer"), ("Nobody came.", "Nobody"), ("It is hardly new.", "hardly"),
    ],
)  # fmt: skip
def test_a_cue_is_found_where_it_stands(text: str, cue: str) -> None:
    assert [span.of(text) for span in negations(text)] == [cue]


@pytest.mark.parametrize(
    "text",
    [
        "Not only he came.", "No fewer than 40 came.", "No. 10 is a house.", "no later than May", "no doubt he came",
        "not least the mayor", "The notary noted it.", "He went yet today.", "The Noah film", "Cannot" + "ed",
    ],
)  # fmt: skip
def test_what_denies_nothing_is_no_cue(text: str) -> None:
    assert negations(text) == []


def test_both_halves_of_a_double_denial_are_found() -> None:
    text = "Neither side spoke, nor did they meet."
    assert [span.of(text) for span in negations(text)] == ["Neither", "nor"]


@pytest.mark.parametrize(
    ("text", "kind", "scope"),
    [
        ("He did not come, but she did.", "not", "come"), ("They denied that it was so.", "denied", "that it was so"),
        ("It went without a hitch; good.", "without", "a hitch"), ("It hasn't begun", "not", "begun"),
        ("He failed to win because of rain", "unable", "win"), ("It has yet to start.", "not", "start"),
        ("No one came.", "no", "came"), ("They ruled out 3.5 million euros.", "ruled_out", "3.5 million euros"),
        ("She never", "never", None), ("It rarely rains", "hardly", "rains"), ("They lacked proof", "without", "proof"),
    ],
)  # fmt: skip
def test_a_denial_has_its_kind_and_reaches_to_the_end_of_its_clause(text: str, kind: str, scope: str | None) -> None:
    (found,) = denials(text)
    assert (found.kind, found.scope.of(text) if found.scope else None) == (kind, scope)


@given(
    st.text(alphabet=st.characters(exclude_categories=[]))
    | st.lists(st.sampled_from(["no ", "not", " ", ",", "but", "\n", ".", "n't", "lack of", "is", "denied"])).map(
        "".join
    )
)
def test_any_text_gives_scopes_behind_their_cues(text: str) -> None:
    for each in denials(text):
        assert each.scope is None or each.cue.end <= each.scope.start < each.scope.end <= len(text)


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_any_text_gives_cues_in_order_inside_it(text: str) -> None:
    found = negations(text)
    assert found == sorted(found)
    assert all(span.end <= len(text) for span in found)


def test_a_long_text_of_one_piece_takes_time_by_its_length_alone() -> None:
    pieces = ["n't", "no ", "failed ", "yet ", "a"]
    assert growing_faster(negations, pieces) == []
    assert growing_faster(denials, pieces) == []
