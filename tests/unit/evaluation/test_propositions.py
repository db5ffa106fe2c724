"""Matching propositions one to one, against brute force."""

from __future__ import annotations

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.evaluation.propositions import ENOUGH, jaccard, matched, tokens

# Few words, so that many pairs are near each other and the greedy way is often not the best.
TEXTS = st.lists(st.lists(st.sampled_from("abcdef"), min_size=4, max_size=6).map(" ".join), max_size=5)


def most_pairs(found: list[str], gold: list[str]) -> int:
    """The size of the largest matching, by trying all."""
    if len(found) > len(gold):
        found, gold = gold, found
    return max(
        sum(jaccard(tokens(mine), tokens(other)) >= ENOUGH for mine, other in zip(found, order, strict=False))
        for order in permutations(gold)
    )


@given(TEXTS, TEXTS)
def test_as_many_pairs_as_there_can_be_each_place_once(found: list[str], gold: list[str]) -> None:
    pairs = matched(found, gold)
    assert len(pairs) == most_pairs(found, gold)
    assert len({mine for mine, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
    assert all(jaccard(tokens(found[mine]), tokens(gold[other])) >= ENOUGH for mine, other in pairs)


def test_a_near_text_gives_way_to_one_that_has_no_other_match() -> None:
    """`a b c d` is nearest to itself; only if it moves on can `a b c d f` be matched."""
    found = ["a b c d", "a b c d f"]
    gold = ["a b c d e", "a b c d"]
    assert matched(found, gold) == [(0, 0), (1, 1)]
    assert matched(found[::-1], gold) == [(0, 1), (1, 0)]


@given(TEXTS)
def test_every_text_matches_itself(texts: list[str]) -> None:
    assert len(matched(texts, texts)) == len(texts)


def test_of_equal_matchings_the_nearest_pairs_are_taken() -> None:
    assert matched(["a b c d e", "a b c d e f"], ["a b c d e f", "a b c d e"]) == [(0, 1), (1, 0)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The U.S. rose 3.1%", {"the", "u", "s", "rose", "3", "1"}),
        ("snake_case", {"snake", "case"}),
        ("Über 2½ — ÉTÉ", {"über", "2½", "été"}),
        ("… — !", set()),
    ],
)
def test_a_token_is_a_run_of_letters_and_digits_in_lower_case(text: str, found: set[str]) -> None:
    assert tokens(text) == found


def test_the_threshold_itself_is_enough() -> None:
    assert jaccard(tokens("a b c d"), tokens("a b c d e")) == 0.8
    assert matched(["a b c d"], ["a b c d e"]) == [(0, 0)]
    assert matched(["a b c"], ["a b c d"]) == []


def test_texts_without_any_token_are_alike() -> None:
    assert matched(["…", "a"], ["!"]) == [(0, 0)]


def test_a_long_chain_is_followed_without_recursion() -> None:
    """Each text takes its left neighbour first; the last one has only that, so all the others have to move."""
    words = [f"w{number}" for number in range(1_200)]
    gold = [" ".join(words[number : number + 10]) for number in range(1_100)]
    found = [" ".join(words[number : number + 9]) for number in range(1_100)]
    assert len(matched(found[::-1], gold)) == len(gold)
