"""Claims, passages and models for the tests of the verdict."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.matches import Match
from factcheck.domain.spans import Span
from factcheck.domain.stances import Difference, Stance, StanceLabel
from factcheck.domain.suggestions import WeighedPassage
from tests.contracts.word_encoder import WordEncoder
from tests.parsing import compared


def scores_of(label: StanceLabel, score: float) -> tuple[float, float, float]:
    if label is StanceLabel.NEUTRAL:
        return (0.0, 0.0, 1.0)
    return (score, 0.0, 1 - score) if label is StanceLabel.SUPPORTS else (0.0, score, 1 - score)


class Made:
    """Makes what the tests are about, with all that they are not about filled in."""

    at = datetime(2025, 5, 23, 12, 0, tzinfo=UTC)

    def claim(self, text: str, kind: ClaimKind = ClaimKind.STATEMENT) -> Claim:
        return Claim(
            id="c-000000000001",
            article_id="a-000000000001",
            span=Span(0, len(text)),
            spans=(Span(0, len(text)),),
            said=text,
            checked=text,
            kind=kind,
            check_worthiness=0.5,
            detector="test",
        )

    def weighed(
        self, passage_id: str, label: StanceLabel, score: float = 0.9, texts: tuple[str, str] | None = None
    ) -> WeighedPassage:
        """A passage with a stance; `texts` are the claim and the passage whose details stand beside it."""
        found: tuple[Difference, ...] = compared(*texts) if texts else ()
        stance = Stance(passage_id=passage_id, label=label, scores=scores_of(label, score), differences=found)
        match = Match(passage_id=passage_id, fused=0.03, lexical_score=1.0, vector_score=0.5)
        return WeighedPassage(match=match, stance=stance)


@pytest.fixture
def made() -> Made:
    return Made()


@pytest.fixture
def encoder() -> WordEncoder:
    return WordEncoder()
