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
    return fuse_all([(lexical, vector)], top_k=top_k)


def fuse_all(answers: Sequence[tuple[Sequence[Hit], Sequence[Hit]]], *, top_k: int) -> list[Match]:
    """Fuse the answers to several texts, each with its lexical and vector hits, best first.

    A passage keeps the scores that it has for the first text that found it; the first text is the one asked about.
    """
    fused: dict[str, float] = {}
    lexical_scores: dict[str, float] = {}
    vector_scores: dict[str, float] = {}
    for lexical, vector in answers:
        for hits, scores in ((lexical, lexical_scores), (vector, vector_scores)):
            for rank, hit in enumerate(hits, 1):
                fused[hit.id] = fused.get(hit.id, 0.0) + 1 / (RANK_CONSTANT + rank)
                scores.setdefault(hit.id, hit.score)
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
