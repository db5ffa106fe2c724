"""What every `StanceModel` promises. A backend subclasses this with one method."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.interfaces import StanceModel

any_text = settings(suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow], max_examples=40)
TEXT = st.text(alphabet=st.characters(exclude_categories=[]), max_size=60)

STATED = "The ferry Aurora carried 412 passengers to Bergen on 3 May 2021."
OTHER_NUMBER = "The ferry Aurora carried 655 passengers to Bergen on 3 May 2021."
ELSEWHERE = "The museum of clocks opens its doors at noon in summer."
PAIRS = [(STATED, STATED), (STATED, OTHER_NUMBER), (STATED, ELSEWHERE), (ELSEWHERE, STATED)]
FILLER = "The harbour has a long quay. Fishing boats land their catch there. Gulls are fed by visitors. "


class StanceModelContract:
    def make(self) -> StanceModel:
        """The backend, ready to use."""
        raise NotImplementedError

    def test_it_has_a_name_and_a_version(self) -> None:
        model = self.make()
        assert model.name
        assert model.version
        assert isinstance(model.calibrated, bool)

    def test_no_pairs_give_no_rows(self) -> None:
        scores = self.make().score([])
        assert scores.shape == (0, 3)
        assert scores.dtype == np.float32

    def test_each_pair_gives_three_scores_that_sum_to_one(self) -> None:
        scores = self.make().score(PAIRS)
        assert scores.shape == (len(PAIRS), 3)
        assert scores.dtype == np.float32
        assert (scores >= 0).all()
        assert scores.sum(axis=1) == pytest.approx(np.ones(len(PAIRS)), abs=1e-5)

    def test_the_columns_are_supports_refutes_neutral(self) -> None:
        same, changed, foreign = self.make().score(PAIRS[:3]).argmax(axis=1)
        assert (same, changed, foreign) == (0, 1, 2)

    def test_rows_keep_the_order_of_the_pairs(self) -> None:
        model = self.make()
        scores = model.score(PAIRS)
        assert model.score(PAIRS[::-1])[::-1] == pytest.approx(scores, abs=1e-4)

    def test_a_pair_is_judged_alike_alone_and_among_others(self) -> None:
        model = self.make()
        scores = model.score([*PAIRS, PAIRS[0]])
        assert scores[-1] == pytest.approx(scores[0], abs=1e-4)
        assert model.score(PAIRS[:1])[0] == pytest.approx(scores[0], abs=1e-4)

    def test_claim_and_passage_are_not_the_same_thing(self) -> None:
        short, long = "The ferry carried 412 passengers.", f"The ferry carried 412 passengers. {STATED}"
        one, other = self.make().score([(short, long), (long, short)]).argmax(axis=1)
        assert (one, other) == (0, 2)

    @pytest.mark.parametrize("before", [0, 15, 30])
    def test_a_long_passage_is_read_whole(self, before: int) -> None:
        passage = FILLER * before + STATED + " " + FILLER * (30 - before)
        [scores] = self.make().score([(STATED, passage)])
        assert scores.argmax() == 0

    def test_a_long_passage_without_any_full_stop_is_read_whole(self) -> None:
        passage = FILLER.replace(".", " and") * 30 + STATED
        [scores] = self.make().score([(OTHER_NUMBER, passage)])
        assert scores.argmax() != 0

    @pytest.mark.parametrize("text", ["", " ", "\n", "\x00", "?", "7"])
    def test_texts_that_say_nothing_are_neutral(self, text: str) -> None:
        for pair in ((text, STATED), (STATED, text)):
            assert self.make().score([pair])[0].argmax() == 2

    @any_text
    @given(st.lists(st.tuples(TEXT, TEXT), max_size=4))
    def test_any_texts_are_judged(self, pairs: list[tuple[str, str]]) -> None:
        scores = self.make().score(pairs)
        assert scores.shape == (len(pairs), 3)
        assert np.isfinite(scores).all()
        assert scores.sum(axis=1) == pytest.approx(np.ones(len(pairs)), abs=1e-5)
