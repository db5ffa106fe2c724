"""Reciprocal rank fusion, against figures worked out by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.domain.matches import Hit
from factcheck.evidence.fusion import RANK_CONSTANT, fuse


def test_the_constant_is_that_of_the_paper() -> None:
    assert RANK_CONSTANT == 60


def test_it_gives_what_a_hand_computes() -> None:
    """b is second and first: 1/62 + 1/61; a is first and third; d second of one only; c third of one only."""
    lexical = [Hit("a", 9.5), Hit("b", 4.0), Hit("c", 0.5)]
    vector = [Hit("b", 0.9), Hit("d", 0.8), Hit("a", -0.1)]
    found = fuse(lexical, vector, top_k=10)
    assert [match.passage_id for match in found] == ["b", "a", "d", "c"]
    assert [match.fused for match in found] == pytest.approx(
        [0.032522474881, 0.032266458496, 0.016129032258, 0.015873015873]
    )
    assert [(match.lexical_score, match.vector_score) for match in found] == [
        (4.0, 0.9),
        (9.5, -0.1),
        (None, 0.8),
        (0.5, None),
    ]


def test_scores_do_not_count_only_ranks_do() -> None:
    small = fuse([Hit("a", 0.001), Hit("b", 0.0)], [Hit("c", -1.0)], top_k=3)
    large = fuse([Hit("a", 1e9), Hit("b", 1e8)], [Hit("c", 1.0)], top_k=3)
    assert [match.fused for match in small] == [match.fused for match in large]


def test_ties_go_by_id() -> None:
    assert [match.passage_id for match in fuse([Hit("z", 1)], [Hit("a", 1)], top_k=2)] == ["a", "z"]
    # Ranks 1 and 2 here, 2 and 1 there: the sums are equal though they are added in another order.
    crossed = fuse([Hit("z", 2), Hit("a", 1)], [Hit("a", 2), Hit("z", 1)], top_k=2)
    assert [match.passage_id for match in crossed] == ["a", "z"]
    assert crossed[0].fused == crossed[1].fused


@pytest.mark.parametrize("top_k", [1, 2, 3, 99])
def test_at_most_as_many_as_asked_for(top_k: int) -> None:
    found = fuse([Hit("a", 1), Hit("b", 1)], [Hit("c", 1)], top_k=top_k)
    assert [match.passage_id for match in found] == ["a", "c", "b"][:top_k]


def test_nothing_gives_nothing() -> None:
    assert fuse([], [], top_k=5) == []
    assert [match.passage_id for match in fuse([], [Hit("a", 0.5)], top_k=5)] == ["a"]
    assert [match.passage_id for match in fuse([Hit("a", 0.5)], [], top_k=5)] == ["a"]


RANKING = st.lists(st.sampled_from("abcdefgh"), unique=True)


@given(lexical=RANKING, vector=RANKING, top_k=st.integers(1, 10))
def test_any_two_rankings_give_the_sum_of_reciprocal_ranks(lexical: list[str], vector: list[str], top_k: int) -> None:
    exact = {
        item: sum(Fraction(1, 60 + ranking.index(item) + 1) for ranking in (lexical, vector) if item in ranking)
        for item in {*lexical, *vector}
    }
    found = fuse([Hit(item, 1.0) for item in lexical], [Hit(item, 0.5) for item in vector], top_k=top_k)
    assert [match.passage_id for match in found] == sorted(exact, key=lambda item: (-exact[item], item))[:top_k]
    for match in found:
        assert match.fused == pytest.approx(float(exact[match.passage_id]))
        assert (match.lexical_score is not None) == (match.passage_id in lexical)
        assert (match.vector_score is not None) == (match.passage_id in vector)
