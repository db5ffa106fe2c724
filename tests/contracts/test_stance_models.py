"""Every stance model keeps the contract."""

from __future__ import annotations

from factcheck.verdict.similarity_stance import SimilarityStance
from tests.contracts.stance_model_contract import StanceModelContract
from tests.contracts.word_encoder import WordEncoder


class TestSimilarity(StanceModelContract):
    def make(self) -> SimilarityStance:
        return SimilarityStance(WordEncoder())
