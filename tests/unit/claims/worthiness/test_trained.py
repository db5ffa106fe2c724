"""The trained scorer ranks real sentences by real vectors, and refuses vectors that it wasn't trained on."""

from __future__ import annotations

import numpy as np
import pytest

from factcheck.claims.worthiness.features import PLACES
from factcheck.claims.worthiness.head import HEAD_SHA256, Head, load_head
from factcheck.claims.worthiness.trained import TrainedWorthiness
from factcheck.errors import ModelError
from tests.contracts.check_worthiness_contract import claim_of

WORTH_CHECKING = (
    "Unemployment fell from 9 percent to 4 percent in the last three years.",
    "My opponent voted against the minimum wage 12 times.",
    "We spend $40 billion a year on interest alone.",
    "The state closed 31 hospitals between 2010 and 2018.",
)
NOT_WORTH_CHECKING = (
    "Thank you all for coming tonight.",
    "What would you do about it?",
    "I believe that we can do better than this.",
    "Let me answer that question first.",
)


def own_head(bias: float) -> Head:
    table = np.zeros(PLACES, dtype=np.float32)
    return Head(
        encoder="words/1", common=frozenset(), vector=np.ones(2, dtype=np.float32), words=table, build=table, bias=bias
    )


@pytest.mark.model
def test_figures_and_records_are_worth_checking_and_courtesies_are_not() -> None:
    from factcheck.evidence.transformer_encoder import TransformerEncoder
    from factcheck.models.weights import find_weights

    encoder = TransformerEncoder(find_weights())
    scorer = TrainedWorthiness(encoder.name)
    assert scorer.score([claim_of(text) for text in WORTH_CHECKING], encoder.encode(WORTH_CHECKING)).min() > 0.5
    assert (
        scorer.score([claim_of(text) for text in NOT_WORTH_CHECKING], encoder.encode(NOT_WORTH_CHECKING)).max() < 0.25
    )


def test_another_encoder_is_refused_with_both_names() -> None:
    with pytest.raises(ModelError) as caught:
        TrainedWorthiness("all-MiniLM-L6-v2@000000000000")
    assert "all-MiniLM-L6-v2@000000000000" in caught.value.message
    assert load_head().encoder in caught.value.message
    assert caught.value.hint


def test_its_name_says_which_weights() -> None:
    assert TrainedWorthiness(load_head().encoder).name == f"head/1@{HEAD_SHA256[:12]}"
    assert TrainedWorthiness("words/1", own_head(0)).name == "head/1@own"


@pytest.mark.parametrize(("bias", "expected"), [(0.0, 0.5), (np.log(3), 0.75), (-1e9, 0.0), (1e9, 1.0)])
def test_the_score_is_the_probability_of_the_log_odds(bias: float, expected: float) -> None:
    scores = TrainedWorthiness("words/1", own_head(bias)).score([claim_of("Yes.")], np.zeros((1, 2), dtype=np.float32))
    assert scores.tolist() == pytest.approx([expected])


def test_a_text_without_a_letter_or_digit_is_worth_nothing() -> None:
    vectors = np.ones((3, 2), dtype=np.float32)
    scores = TrainedWorthiness("words/1", own_head(5)).score([claim_of("…"), claim_of("Yes."), claim_of("")], vectors)
    assert scores[0] == scores[2] == 0
    assert scores[1] > 0.9
