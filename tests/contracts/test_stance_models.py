"""Every stance model keeps the contract."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.interfaces import StanceModel
from factcheck.language.words import sentence_bounds
from factcheck.models.stance_weights import are_there
from factcheck.settings import Settings
from factcheck.verdict.cross_encoder import CrossEncoderStance
from factcheck.verdict.similarity_stance import SimilarityStance
from factcheck.wiring import parts
from tests.contracts.stance_model_contract import StanceModelContract
from tests.contracts.word_encoder import WordEncoder
from tests.contracts.word_reader import WordReader


class TestSimilarity(StanceModelContract):
    def make(self) -> SimilarityStance:
        return SimilarityStance(WordEncoder())


class TestCrossEncoder(StanceModelContract):
    """Windows and sentences, with a reader that can't see more than a window."""

    def make(self) -> CrossEncoderStance:
        return CrossEncoderStance(WordReader(), sentence_bounds, name="words", version="1", calibrated=False)


@cache
def _shipped() -> StanceModel:
    made = parts(Settings())
    return made.make_stance_model(made.make_encoder(), made.make_splitter())


# Judgement can only be tested with weights that were trained.
if are_there():

    @pytest.mark.model
    class TestShipped(StanceModelContract):
        def make(self) -> StanceModel:
            return _shipped()
