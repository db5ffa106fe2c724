"""Which words of a claim its passages have."""

from __future__ import annotations

import pytest

from factcheck.domain.spans import Span
from factcheck.verdict.suggestion.coverage import (
    covered_words,
    share_covered,
    share_held,
)
from tests.parsing import details

CLAIM = "The ferry carried 4,100 passengers in Lindal."


def covered(claim: str, *passages: str) -> list[str]:
    return [span.of(claim) for span in sorted(covered_words(details(claim), [details(each) for each in passages]))]


def test_the_words_of_a_claim_are_those_that_carry_meaning_and_its_numbers() -> None:
    words = details(CLAIM).content_words
    assert [each.span.of(CLAIM) for each in words] == ["ferry", "carried", "4,100", "passengers", "Lindal"]
    assert [each.is_capitalised for each in words] == [False, False, False, False, True]
    assert words[2].stem == "4100"


def test_a_passage_covers_its_words_in_whatever_form() -> None:
    assert covered(CLAIM, "In Lindal the ferries carried a passenger.") == ["ferry", "carried", "passengers", "Lindal"]
    assert covered(CLAIM, "Nobody spoke.") == []
    assert covered(CLAIM) == []


def test_words_of_far_apart_places_of_a_passage_are_not_added_up() -> None:
    apart = "The ferry sank. " + "It rained all night over the old hills. " * 5 + "Lindal grew."
    assert covered(CLAIM, apart) == ["ferry"]


def test_another_place_adds_its_words_where_it_is_on_the_same_matter() -> None:
    first = "The ferry carried 4,100 people."
    assert covered(CLAIM, first, "Passengers slept in Lindal.") == ["ferry", "carried", "4,100"]
    same = "The ferry carried passengers in Lindal."
    assert covered(CLAIM, first, same) == ["ferry", "carried", "4,100", "passengers", "Lindal"]


def test_the_share_held_counts_the_words_of_one_neighbourhood() -> None:
    assert share_held(details(CLAIM), details("The ferry carried people.")) == pytest.approx(2 / 5)
    assert share_held(details(CLAIM), details(CLAIM)) == 1.0
    assert share_held(details(CLAIM), details("")) == 0.0


def test_the_share_covered_leaves_out_the_words_that_a_gap_touches() -> None:
    gap = Span(CLAIM.index("4,100"), CLAIM.index("4,100") + 2)
    assert share_covered(details(CLAIM), [gap]) == pytest.approx(4 / 5)
    assert share_covered(details(CLAIM), []) == 1.0
    assert share_covered(details(CLAIM), [Span(0, len(CLAIM))]) == 0.0


@pytest.mark.parametrize("claim", ["", "It was so.", "…"])
def test_a_claim_without_words_lacks_none(claim: str) -> None:
    assert details(claim).content_words == ()
    assert share_held(details(claim), details("The ferry sank.")) == 1.0
    assert share_covered(details(claim), [Span(0, 1)]) == 1.0
