"""What every `CheckWorthiness` promises. A backend subclasses this with one method."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from typing import Protocol

import numpy as np
import numpy.typing as npt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.spans import Span
from factcheck.interfaces import CheckWorthiness

any_text = settings(suppress_health_check=[HealthCheck.differing_executors, HealthCheck.too_slow], max_examples=150)
DIMENSION = 384


class MakeClaim(Protocol):
    def __call__(self, text: str, kind: ClaimKind = ..., speaker: str | None = ...) -> Claim: ...


def claim_of(text: str, kind: ClaimKind = ClaimKind.STATEMENT, speaker: str | None = None) -> Claim:
    """A claim of these words."""
    whole = Span(0, len(text))
    return Claim(
        id="c-000000000000",
        article_id="",
        span=whole,
        spans=(whole,),
        said=text,
        checked=text,
        kind=kind,
        check_worthiness=0.0,
        detector="ready",
        speaker=speaker,
    )


TEXTS = (
    "The dam broke on 4 May 2021 and 31 people died, the water board said.",
    "I hope you enjoy your day.",
    "The mayor resigned.",
)


def vectors(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """A row of length 1 for each text, of its own and always the same; of the default encoder's dimension."""
    rows = [
        np.random.default_rng(zlib.crc32(text.encode("utf-8", "replace"))).standard_normal(DIMENSION) for text in texts
    ]
    made = np.asarray(rows, dtype=np.float32).reshape(-1, DIMENSION)
    return np.asarray(made / np.linalg.norm(made, axis=1, keepdims=True), dtype=np.float32)


class CheckWorthinessContract:
    def make(self) -> CheckWorthiness:
        """The backend, ready to use."""
        raise NotImplementedError

    def score(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return self.make().score([claim_of(text) for text in texts], vectors(texts))

    def test_it_has_a_name(self) -> None:
        assert self.make().name

    def test_no_claims_give_no_scores(self) -> None:
        scores = self.score([])
        assert scores.shape == (0,)
        assert scores.dtype == np.float32

    def test_scores_are_one_per_claim_in_their_order(self) -> None:
        forward, backward = self.score(TEXTS), self.score(TEXTS[::-1])
        assert forward.shape == (3,)
        assert forward.dtype == np.float32
        assert forward.tolist() == backward[::-1].tolist()
        assert len(set(forward.tolist())) > 1

    def test_a_claim_scores_the_same_alone_and_in_company(self) -> None:
        assert [float(self.score([text])[0]) for text in TEXTS] == self.score(TEXTS).tolist()

    def test_a_precise_statement_is_worth_more_than_a_wish(self) -> None:
        precise, wish, _ = self.score(TEXTS)
        assert precise > wish

    @any_text
    @given(texts=st.lists(st.text(alphabet=st.characters(exclude_categories=[])), max_size=4))
    def test_any_texts_score_between_0_and_1(self, texts: list[str]) -> None:
        scores = self.score(texts)
        assert scores.shape == (len(texts),)
        assert bool(np.all((scores >= 0) & (scores <= 1)))
