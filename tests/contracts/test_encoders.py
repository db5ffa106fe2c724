"""Every encoder keeps the contract in each precision: the default model, and one that is named by its folder."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import Final

import pytest

from factcheck.domain.precision import Precision
from factcheck.evidence.transformer_encoder import TransformerEncoder
from factcheck.models.weights import find_weights
from tests.contracts.encoder_contract import EncoderContract
from tests.unit.models.tiny_model import save_tiny_model

HALF: Final = 2e-2
"""Of a component in bfloat16, whose last digit is worth a 256th: other batches are summed in another order."""


@cache
def default_encoder(precision: Precision = Precision.FLOAT32) -> TransformerEncoder:
    return TransformerEncoder(find_weights(), precision)


@cache
def tiny_encoder(precision: Precision = Precision.FLOAT32) -> TransformerEncoder:
    with tempfile.TemporaryDirectory() as folder:
        return TransformerEncoder(find_weights(str(save_tiny_model(Path(folder) / "tiny"))), precision)


@pytest.mark.model
class TestDefaultModel(EncoderContract):
    def make(self) -> TransformerEncoder:
        return default_encoder()

    def test_sentences_that_say_the_same_are_nearer_than_others(self) -> None:
        same, other, third = self.make().encode(
            [
                "The ferry carried 4,100 passengers last year.",
                "Last year 4,100 people travelled on the boat.",
                "The committee rejected the budget for schools.",
            ]
        )
        assert float(same @ other) > 0.6 > 0.3 > float(same @ third)


@pytest.mark.model
class TestDefaultModelInBfloat16(TestDefaultModel):
    within = HALF

    def make(self) -> TransformerEncoder:
        return default_encoder(Precision.BFLOAT16)


@pytest.mark.model
class TestModelFromAFolder(EncoderContract):
    def make(self) -> TransformerEncoder:
        return tiny_encoder()


@pytest.mark.model
class TestModelFromAFolderInBfloat16(EncoderContract):
    within = HALF

    def make(self) -> TransformerEncoder:
        return tiny_encoder(Precision.BFLOAT16)
