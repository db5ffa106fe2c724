"""What every `CheckWorthiness` promises. A backend subclasses this with one method."""

from __future__ import annotations

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.interfaces import CheckWorthiness

any_text = settings(suppress_health_check=[HealthCheck.differing_executors], deadline=None, max_examples=150)
TEXTS = (
    "The dam broke on 4 May 2021 and 31 people died, the water board said.",
    "I hope you enjoy your day.",
    "The mayor resigned.",
)


class CheckWorthinessContract:
    def make(self) -> CheckWorthiness:
        """The backend, ready to use."""
        raise NotImplementedError

    def test_it_has_a_name(self) -> None:
        assert self.make().name

    def test_no_texts_give_no_scores(self) -> None:
        scores = self.make().score([])
        assert scores.shape == (0,)
        assert scores.dtype == np.float32

    def test_scores_are_one_per_text_in_their_order(self) -> None:
        forward, backward = self.make().score(TEXTS), self.make().score(TEXTS[::-1])
        assert forward.shape == (3,)
        assert forward.dtype == np.float32
        assert forward.tolist() == backward[::-1].tolist()
        assert len(set(forward.tolist())) > 1

    def test_a_text_scores_the_same_alone_and_in_company(self) -> None:
        scorer = self.make()
        assert [float(scorer.score([text])[0]) for text in TEXTS] == scorer.score(TEXTS).tolist()

    def test_a_precise_statement_is_worth_more_than_a_wish(self) -> None:
        precise, wish, _ = self.make().score(TEXTS)
        assert precise > wish

    def test_it_gives_its_reasons_as_phrases(self) -> None:
        reasons = self.make().reasons(TEXTS[0])
        assert reasons
        assert all(reason.strip() == reason and reason for reason in reasons)

    @any_text
    @given(texts=st.lists(st.text(alphabet=st.characters(exclude_categories=[])), max_size=4))
    def test_any_texts_score_between_0_and_1(self, texts: list[str]) -> None:
        scores = self.make().score(texts)
        assert scores.shape == (len(texts),)
        assert bool(np.all((scores >= 0) & (scores <= 1)))
