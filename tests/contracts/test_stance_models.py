"""Every stance model keeps the contract."""

from __future__ import annotations

from functools import cache

import pytest

from factcheck.interfaces import StanceModel
from factcheck.settings import Settings
from factcheck.verdict.cross_encoder import CrossEncoderStance
from factcheck.wiring import parts
from tests.contracts.stance_model_contract import StanceModelContract
from tests.contracts.word_reader import word_stances


class TestCrossEncoder(StanceModelContract):
    """Windows and sentences, with a reader that can't see more than a window."""

    def make(self) -> CrossEncoderStance:
        return word_stances()


@cache
def _shipped() -> StanceModel:
    made = parts(Settings())
    return made.make_stance_model(made.make_splitter())


@pytest.mark.model
class TestShipped(StanceModelContract):
    def make(self) -> StanceModel:
        return _shipped()
