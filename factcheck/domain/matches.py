"""Evidence found for a text, with the scores that explain why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Hit:
    """One answer of one index: the id of what was found, and the index's own score (higher is nearer)."""

    id: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One passage found for a text, after fusion.

    Attributes:
        fused: Reciprocal-rank-fusion score; orders matches of one search, and means nothing across searches.
        lexical_score: The text search's score (BM25, higher is better); None where it didn't find the passage.
        vector_score: Cosine similarity in [-1, 1]; None where the vector search didn't find the passage.
    """

    passage_id: str
    fused: float
    lexical_score: float | None
    vector_score: float | None
