"""Claims ↔ evidence: what was found, what each passage says, and what that suggests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from factcheck.domain.claims import Claim
from factcheck.domain.ids import content_id
from factcheck.domain.matches import Match
from factcheck.domain.suggestions import Suggestion, WeighedPassage
from factcheck.domain.views import EvidenceView
from factcheck.evidence.fusion import fuse
from factcheck.interfaces import VectorIndex
from factcheck.review.state import decisions_in_force
from factcheck.verdict.stances import Pair, weigh
from factcheck.verdict.suggestion import suggest
from factcheck.workbench.bench import Workbench
from factcheck.workbench.indexing import embed_missing, open_index, update_index

if TYPE_CHECKING:
    from factcheck.interfaces import Vectors

_BATCH = 32
# Each index is asked for more than is kept, so that a passage that only one of them ranks high can still come first.
_DEPTH = 50


def match(bench: Workbench, claims: Sequence[Claim]) -> Iterator[Suggestion]:
    """Find evidence for claims and suggest a status; yields one suggestion per claim, in order.

    Batches are stored as they are done. A claim whose basis hasn't changed keeps the suggestion that it has.
    """
    _exhaust(update_index(bench, "claim"))
    _exhaust(embed_missing(bench, "passage"))
    index = open_index(bench, "passage", bench.encoder.name)
    for begin in range(0, len(claims), _BATCH):
        batch = claims[begin : begin + _BATCH]
        vectors = _vectors(bench, batch)
        suggestions = _suggestions(bench, batch, vectors, index)
        with bench.database.transaction():
            for claim, suggestion in zip(batch, suggestions, strict=True):
                bench.suggestions.add(suggestion, checked=claim.checked)
        yield from suggestions


def open_claims(bench: Workbench) -> list[Claim]:
    """The claims that nobody has decided."""
    with bench.database.snapshot():
        claims, histories, steps = bench.claims.all(), bench.reviews.histories(), bench.steps.of_claims()
    return [claim for claim in claims if not decisions_in_force(histories.get(claim.id, ()), steps.get(claim.id, ()))]


def search(bench: Workbench, text: str, *, top_k: int) -> list[EvidenceView]:
    """The passages that fit a text best, with both scores."""
    _exhaust(embed_missing(bench, "passage"))
    index = open_index(bench, "passage", bench.encoder.name)
    vectors = bench.encoder.encode([text])
    return evidence_views(bench, _find(bench, text, vectors, index, top_k=top_k))


def stored_encoder(bench: Workbench) -> str | None:
    """The encoder of the claim index as it stands; None before the first."""
    record = bench.vectors.index_record("claim")
    return record.encoder if record else None


def evidence_views(bench: Workbench, matches: Iterable[Match]) -> list[EvidenceView]:
    """Matches with their passages and how those are cited."""
    found = list(matches)
    passages = bench.documents.passages(match.passage_id for match in found)
    citations = bench.documents.citations(passage.document_id for passage in passages.values())
    return [
        EvidenceView(
            passage=passages[match.passage_id],
            citation=citations[passages[match.passage_id].document_id],
            match=match,
        )
        for match in found
    ]


def _vectors(bench: Workbench, claims: Sequence[Claim]) -> Vectors:
    """The claims' vectors. Where somebody rewords one meanwhile, those of the words that are being matched."""
    try:
        return bench.vectors.get("claim", bench.encoder.name, [claim.id for claim in claims])
    except KeyError:
        return bench.encoder.encode([claim.checked for claim in claims])


def _suggestions(
    bench: Workbench, claims: Sequence[Claim], vectors: Vectors, index: VectorIndex | None
) -> list[Suggestion]:
    found = [
        _find(bench, claim.checked, vectors[row : row + 1], index, top_k=bench.settings.top_k)
        for row, claim in enumerate(claims)
    ]
    passages = bench.documents.passages(match.passage_id for matches in found for match in matches)
    texts = {passage_id: passage.text for passage_id, passage in passages.items()}
    pairs = [
        Pair(claim.checked, match.passage_id, texts[match.passage_id])
        for claim, matches in zip(claims, found, strict=True)
        for match in matches
    ]
    model = bench.stance_model
    stances = iter(weigh(pairs, model))
    suggestions = []
    for claim, matches in zip(claims, found, strict=True):
        weighed = [WeighedPassage(match=each, stance=next(stances)) for each in matches]
        basis = content_id(
            "c", claim.checked, model.name, model.version, bench.encoder.name, *(each.passage_id for each in matches)
        )[2:]
        suggestions.append(suggest(claim, weighed, texts, model=model, basis=basis, at=bench.now()))
    return suggestions


def _find(bench: Workbench, text: str, vectors: Vectors, index: VectorIndex | None, *, top_k: int) -> list[Match]:
    lexical = bench.lexical.search(text, top_k=_DEPTH)
    vector = index.search(vectors, top_k=_DEPTH)[0] if index is not None else []
    return fuse(lexical, vector, top_k=top_k)


def _exhaust(steps: Iterable[object]) -> None:
    for _ in steps:
        pass
