"""Claims that were seen before: nearly the same words, in another article or elsewhere in this one, with what was
decided on them and with what differs."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from factcheck.domain.claims import Claim, Standing
from factcheck.domain.matches import Hit
from factcheck.domain.reviews import ReviewState
from factcheck.domain.views import Occurrence
from factcheck.language.parsing.parses import Parses
from factcheck.review.state import state_of
from factcheck.workbench.bench import Bench
from factcheck.workbench.differing import text_differences
from factcheck.workbench.indexing import open_index
from factcheck.workbench.matching import stored_encoder

LEAST: Final = 0.8
"""Least cosine similarity, measured with the shipped encoder (benchmarks/seen_before.py): at 0.8 and above 114 of 133
pairs of a sentence of a debate and a claim checked by PolitiFact, and 107 of 107 of a tweet and a claim checked by
Snopes, were marked as the same. Higher limits cost half of what is found for little precision."""

MOST: Final = 5
_DEPTH: Final = 50
_MOST_ASKED: Final = 2_000
"""Claims that are looked for at a time: each is compared with every claim there is."""


def seen_before(
    bench: Bench, claim_ids: Sequence[str], *, at_least: float = LEAST, most: int = MOST
) -> dict[str, list[Occurrence]]:
    """Where each of these claims was seen before, nearest first, by claim id; [] for one that never was.

    Uses the stored vectors and the index over them, and loads no model: a claim without a vector yet has no answer.
    Claims that share words of the same article with the one asked about (parts of one sentence) don't count.

    Args:
        at_least: Least cosine similarity, in [-1, 1].
        most: Most occurrences of one claim.
    """
    found: dict[str, list[Occurrence]] = {claim_id: [] for claim_id in claim_ids}
    encoder = stored_encoder(bench)
    asked = bench.vectors.having("claim", encoder, list(found)) if encoder else []
    index = open_index(bench, "claim", encoder) if encoder and asked else None
    if encoder is None or index is None:
        return found
    vectors = bench.vectors.get("claim", encoder, asked)
    hits = dict(zip(asked, index.search(vectors, top_k=_DEPTH), strict=True))
    near = {claim_id: [hit for hit in each if hit.score >= at_least] for claim_id, each in hits.items()}
    with bench.database.snapshot():
        claims = {claim.id: claim for claim in bench.claims.by_ids({*asked, *_ids(near.values())})}
        kept = {
            claim_id: [hit for hit in each if _is_other(claims[claim_id], claims.get(hit.id))][:most]
            for claim_id, each in near.items()
            if claim_id in claims
        }
        states = _states(bench, _ids(kept.values()))
    for claim_id, each in kept.items():
        if each:  # nothing is parsed, nor the parser loaded, before there is something to compare
            found[claim_id] = [
                _occurrence(bench.parses, claims[claim_id], claims[hit.id], hit.score, states[hit.id]) for hit in each
            ]
    return found


def seen_before_in(bench: Bench, article_ids: Sequence[str], *, most: int = MOST) -> dict[str, list[Occurrence]]:
    """The same for the claims of these articles: at most `_MOST_ASKED`, those that are most worth checking."""
    return seen_before(bench, bench.claims.most_worth(article_ids, _MOST_ASKED), most=most)


def _ids(hits: Iterable[Sequence[Hit]]) -> list[str]:
    return list(dict.fromkeys(hit.id for each in hits for hit in each))


def _is_other(claim: Claim, other: Claim | None) -> bool:
    if other is None or other.id == claim.id or other.standing is not Standing.LISTED:
        return False
    return other.article_id != claim.article_id or not other.span.overlaps(claim.span)


def _states(bench: Bench, ids: Sequence[str]) -> dict[str, ReviewState]:
    histories, steps, drafts = bench.reviews.histories(ids), bench.steps.of_claims(ids), bench.reviews.drafts()
    return {each: state_of(histories.get(each, ()), steps.get(each, ()), drafted=each in drafts) for each in ids}


def _occurrence(parses: Parses, claim: Claim, other: Claim, similarity: float, state: ReviewState) -> Occurrence:
    differences = text_differences(claim.checked, other.checked, parses)
    return Occurrence(
        claim=other,
        similarity=similarity,
        status=state.status,
        by=state.decision.by if state.decision else None,
        at=state.decision.at if state.decision else None,
        differs=tuple(each.note for each in differences),
        is_contrary=any(each.is_contrary for each in differences),
    )
