"""Claims ranked by how much they are worth checking, from the vectors that the search for evidence needs anyway."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.claims.worthiness.reasons import reasons_of
from factcheck.domain.claims import Claim
from factcheck.domain.progress import Progress, Stage, measured

if TYPE_CHECKING:
    from factcheck.interfaces import CheckWorthiness, Vectors
    from factcheck.workbench.bench import Bench

_BATCH = 1024


def ranked_by_rules(bench: Bench, claims: Sequence[Claim]) -> list[Claim]:
    """`claims` with a first, rough rank: at once, without a model, in any language."""
    return ranked_by(bench.rules, claims)


def ranked_by(rules: CheckWorthiness, claims: Sequence[Claim]) -> list[Claim]:
    """The same by a scorer that looks at no vectors."""
    import numpy as np

    return _scored(rules, claims, np.zeros((len(claims), 0), dtype=np.float32))


def unranked(bench: Bench) -> int:
    """How many claims wait for their rank: those of an interrupted command, and those that somebody reworded.

    Loads no model, so that it can be asked of every command. Where another encoder than the default is set, the rules'
    rank is all there is, and only claims that nobody ranked are counted.
    """
    rough = ("",) if bench.settings.encoder != "default" else ("", bench.rules.name)
    return len(bench.claims.scored_by(rough))


def embed_and_rank(bench: Bench) -> Iterator[Progress]:
    """Bring the index of claims and the ranks up to date; tells how far it is."""
    from factcheck.workbench.indexing import update_index

    yield Progress(stage=Stage.LOADING)
    _ = bench.encoder
    yield from measured(Stage.EMBEDDING_CLAIMS, update_index(bench, "claim"))
    yield from measured(Stage.RANKING, rank(bench))


def rank(bench: Bench) -> Iterator[tuple[int, int]]:
    """Score every claim that today's scorer hasn't scored; yields done and total. Each batch is stored by itself.

    The trained scorer knows English only: claims of articles in other languages keep the rank that the rules gave. And
    where the rules are all that today's encoder has, they rank what nobody did, and no trained rank gives way to them.

    Raises:
        ModelError: If the scorer was trained on another encoder.
    """
    scorer = bench.worthiness.name
    todo = bench.claims.scored_by([""]) if scorer == bench.rules.name else bench.claims.not_scored_by(scorer)
    for begin in range(0, len(todo), _BATCH):
        batch = bench.claims.by_ids(todo[begin : begin + _BATCH])
        there = set(bench.vectors.having("claim", bench.encoder.name, [claim.id for claim in batch]))
        found = [claim for claim in batch if claim.id in there]
        vectors = bench.vectors.get("claim", bench.encoder.name, [claim.id for claim in found])
        scored = ranked(bench, found, vectors)
        with bench.database.transaction():
            bench.claims.update_ranking(scored)
        yield min(begin + _BATCH, len(todo)), len(todo)


def ranked(bench: Bench, claims: Sequence[Claim], vectors: Vectors) -> list[Claim]:
    """`claims` with the rank that the trained scorer gives them.

    Args:
        vectors: Those of the claims' words, shape (len(claims), dimension), float32, rows of length 1.
    """
    return _scored(bench.worthiness, claims, vectors)


def _scored(scorer: CheckWorthiness, claims: Sequence[Claim], vectors: Vectors) -> list[Claim]:
    scores = scorer.score(claims, vectors)
    return [
        replace(
            claim,
            check_worthiness=float(score),
            worthiness_by=scorer.name,
            reasons=reasons_of(claim),
        )
        for claim, score in zip(claims, scores, strict=True)
    ]
