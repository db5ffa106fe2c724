"""Details side by side. The pairs are about people, wars, firms and games that no sample of the project names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.stances import Comparison, Difference
from tests.parsing import compared

AGREES, DIFFERS = Comparison.AGREES, Comparison.DIFFERS
OPEN, ALONE = Comparison.NOT_COMPARABLE, Comparison.ONLY_IN_CLAIM


def outcomes(claim: str, passage: str, aspect: str) -> list[Comparison]:
    return [each.comparison for each in compared(claim, passage) if each.aspect == aspect]


def only(claim: str, passage: str, aspect: str) -> Difference:
    [found] = [each for each in compared(claim, passage) if each.aspect == aspect]
    return found


def test_notes_read_as_phrases() -> None:
    assert only("It sold 40 looms.", "It sold 40 looms.", "quantity").note == "40 looms agree"
    assert only("It lasted 3 days.", "It rained.", "quantity").note == "3 days is not in the passage"
    assert only("In 1912 it burned.", "In 1912 it burned.", "date").note == "1912 agrees"


def test_differences_stand_in_the_order_of_the_claim() -> None:
    claim = "In 1912 the mill, which had 40 looms, did not burn."
    found = compared(claim, "In 1912 the mill with its 40 looms was spared.")
    assert [each.aspect for each in found] == ["date", "quantity", "negation"]


@pytest.mark.parametrize(
    "text",
    [
        "In 1912 the mill sold 40 looms, more than 30% of its stock, for $3.5 million.",
        "Between 3 and 4 ships sank on 3 May 1808, and at least 12 sailors died.",
        "It was the third year of the siege and tens of thousands of people starved.",
    ],
)
def test_nothing_differs_between_a_text_and_itself(text: str) -> None:
    assert {each.comparison for each in compared(text, text)} == {AGREES}


TEXTS = st.text(alphabet=st.characters(exclude_categories=[])) | st.lists(
    st.sampled_from(["270", "men", "not", "1912", "in", "the", "third", "year", "May", "$", "million", ".", ",", "was"])
).map(" ".join)


@given(TEXTS, TEXTS)
def test_any_two_texts_are_compared_with_spans_inside_them(claim: str, passage: str) -> None:
    for each in compared(claim, passage):
        assert each.claim_span.end <= len(claim)
        assert each.passage_span is None or each.passage_span.end <= len(passage)
        assert each.note
        assert each.comparison is not ALONE or each.passage_span is None
