"""Every stance model keeps the contract, in each precision that it has."""

from __future__ import annotations

from functools import cache

import numpy as np
import pytest

from factcheck.domain.precision import Precision
from factcheck.interfaces import StanceModel
from factcheck.settings import Settings
from factcheck.verdict.stance.cross_encoder import CrossEncoderStance
from factcheck.wiring import parts
from tests.contracts.stance_model_contract import PAIRS, StanceModelContract
from tests.contracts.word_reader import word_stances


class TestCrossEncoder(StanceModelContract):
    """Windows and sentences, with a reader that can't see more than a window."""

    def make(self) -> CrossEncoderStance:
        return word_stances()


@cache
def _shipped(precision: Precision) -> StanceModel:
    made = parts(Settings(precision=precision))
    return made.make_stance_model(made.make_splitter())


@pytest.mark.model
class TestShipped(StanceModelContract):
    def make(self) -> StanceModel:
        return _shipped(Precision.FLOAT32)

    def test_what_is_asked_for_exactly_is_in_float32(self) -> None:
        found = self.make().judge(PAIRS, exact=True)
        assert not found.rivals
        assert found.scores == pytest.approx(_shipped(Precision.FLOAT32).score(PAIRS), abs=1e-6)

    def test_no_log_odds_are_off_by_more_than_the_margin(self) -> None:
        fast, exact = (np.log(self.make().judge(PAIRS, exact=each).scores) for each in (False, True))
        for one, other in ((0, 1), (0, 2), (1, 2)):
            off = (fast[:, one] - fast[:, other]) - (exact[:, one] - exact[:, other])
            assert np.abs(off).max() <= self.make().margin


@pytest.mark.model
class TestShippedInBfloat16(TestShipped):
    def make(self) -> StanceModel:
        return _shipped(Precision.BFLOAT16)


@pytest.mark.model
class TestShippedInInt8(TestShipped):
    def make(self) -> StanceModel:
        return _shipped(Precision.INT8)
