"""Puts the answers of several indexes into one order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from factcheck.domain.matches import Hit, Match

RANK_CONSTANT: Final = 60
"""Cormack, Clarke and Büttcher, "Reciprocal Rank Fusion outperforms Condorcet …", SIGIR 2009."""


def fuse(lexical: Sequence[Hit], vector: Sequence[Hit], *, top_k: int) -> list[Match]:
    """Reciprocal rank fusion: ranks are comparable across indexes where scores are not. Ties go by id.

    Args:
        lexical: Best first.
        vector: Best first.
        top_k: At least 1.
    """
    fused: dict[str, float] = {}
    for hits in (lexical, vector):
        for rank, hit in enumerate(hits, 1):
            fused[hit.id] = fused.get(hit.id, 0.0) + 1 / (RANK_CONSTANT + rank)
    lexical_scores = {hit.id: hit.score for hit in lexical}
    vector_scores = {hit.id: hit.score for hit in vector}
    best = sorted(fused, key=lambda passage: (-fused[passage], passage))[:top_k]
    return [
        Match(
            passage_id=passage,
            fused=fused[passage],
            lexical_score=lexical_scores.get(passage),
            vector_score=vector_scores.get(passage),
        )
        for passage in best
    ]
