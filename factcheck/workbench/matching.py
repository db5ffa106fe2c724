"""Claims ↔ evidence: what was found, what each passage says, and what that suggests."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from factcheck.domain.claims import Claim
from factcheck.domain.ids import content_id
from factcheck.domain.matches import Match
from factcheck.domain.suggestions import Suggestion, WeighedPassage
from factcheck.domain.views import EvidenceView
from factcheck.errors import UsageError
from factcheck.evidence.fusion import fuse, fuse_all
from factcheck.interfaces import VectorIndex
from factcheck.review.state import decisions_in_force
from factcheck.verdict.details.details import Details, details_of_each
from factcheck.verdict.stance.stances import Pair, weigh
from factcheck.verdict.suggestion.counter_queries import counter_queries
from factcheck.verdict.suggestion.suggestion import suggest
from factcheck.verdict.suggestion.thresholds import RULES, THRESHOLDS, Grounds, Source
from factcheck.workbench.bench import Bench
from factcheck.workbench.indexing import embed_missing, open_index
from factcheck.workbench.ranking import embed_and_rank

if TYPE_CHECKING:
    from factcheck.interfaces import Vectors

BATCH: Final = 32
"""Claims that go through the models together."""

# Each index is asked for more than is kept, so that a passage that only one of them ranks high can still come first.
_DEPTH = 50
_MORE = 4
"""Passages kept beside the best `top_k` because a search for what speaks against the claim found them."""


def match(bench: Bench, claims: Sequence[Claim]) -> Iterator[Suggestion]:
    """Find evidence for claims and suggest a status; yields one suggestion per claim, in order.

    Batches are stored as they are done. A claim whose basis hasn't changed keeps the suggestion that it has. Claims
    that an interrupted command left without a rank get theirs.
    """
    _exhaust(embed_and_rank(bench))
    _exhaust(embed_missing(bench, "passage"))
    index = open_index(bench, "passage", bench.encoder.name)
    for begin in range(0, len(claims), BATCH):
        batch = claims[begin : begin + BATCH]
        vectors = _vectors(bench, batch)
        searched = " ".join(map(str, (bench.encoder.name, *bench.vectors.state("passage", bench.encoder.name))))
        suggestions = suggestions_for(bench, batch, vectors, dates=_dates(bench, batch), index=index, searched=searched)
        with bench.database.transaction():
            for claim, suggestion in zip(batch, suggestions, strict=True):
                bench.suggestions.add(suggestion, checked=claim.checked)
        yield from suggestions


def open_claims(bench: Bench) -> list[Claim]:
    """The claims that nobody has decided."""
    with bench.database.snapshot():
        claims, histories, steps = bench.claims.all(), bench.reviews.histories(), bench.steps.of_claims()
    return [claim for claim in claims if not decisions_in_force(histories.get(claim.id, ()), steps.get(claim.id, ()))]


def search(bench: Bench, text: str, *, top_k: int) -> list[EvidenceView]:
    """The passages that fit a text best, with both scores; none, and no model is loaded, where there is no evidence.

    Raises:
        UsageError: If the text says nothing.
    """
    if not text.strip():
        raise UsageError("There is nothing to search for.", hint='Give some words: factcheck search "…".')
    if not bench.documents.count():
        return []
    _exhaust(embed_missing(bench, "passage"))
    index = open_index(bench, "passage", bench.encoder.name)
    vectors = bench.encoder.encode([text])
    return evidence_views(bench, _find(bench, text, vectors, index, top_k=top_k))


def stored_encoder(bench: Bench) -> str | None:
    """The encoder of the claim index as it stands; None before the first."""
    record = bench.vectors.index_record("claim")
    return record.encoder if record else None


def evidence_views(bench: Bench, matches: Iterable[Match]) -> list[EvidenceView]:
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


def _vectors(bench: Bench, claims: Sequence[Claim]) -> Vectors:
    """The claims' vectors. Where somebody rewords one meanwhile, those of the words that are being matched."""
    try:
        return bench.vectors.get("claim", bench.encoder.name, [claim.id for claim in claims])
    except KeyError:
        return bench.encoder.encode([claim.checked for claim in claims])


def suggestions_for(
    bench: Bench,
    claims: Sequence[Claim],
    vectors: Vectors,
    *,
    dates: Mapping[str, date | None],
    index: VectorIndex | None,
    searched: str,
) -> list[Suggestion]:
    """What the evidence of `bench` suggests for each claim, in their order; the claims need not be stored.

    Equal texts are parsed, encoded and judged once.

    Args:
        vectors: Those of the claims' words, shape (len(claims), dimension), float32, rows of length 1.
        dates: When each claim was said, by its id.
        index: Over the passages of the bench; None where there are none.
        searched: Which passages those are: part of what a suggestion is computed from.
    """
    checked = details_of_each((claim.checked for claim in claims), bench.parses)
    found = _found(bench, [checked[claim.checked] for claim in claims], vectors, index)
    sources = _sources(bench, (match.passage_id for matches in found for match in matches))
    pairs = [
        Pair(
            checked[claim.checked],
            match.passage_id,
            sources[match.passage_id].details,
            claim_on=dates[claim.id],
            passage_on=sources[match.passage_id].published_on,
        )
        for claim, matches in zip(claims, found, strict=True)
        for match in matches
    ]
    stances = iter(weigh(pairs, bench.stance_model))
    suggestions = []
    for claim, matches in zip(claims, found, strict=True):
        weighed = [WeighedPassage(match=each, stance=next(stances)) for each in matches]
        used = {each.passage_id: sources[each.passage_id] for each in matches}
        basis = _basis(bench, claim, dates[claim.id], used, searched)
        grounds = Grounds(basis=basis, at=bench.now(), index=searched, claim_on=dates[claim.id])
        suggestions.append(
            suggest(claim, checked[claim.checked], weighed, used, model=bench.stance_model, grounds=grounds)
        )
    return suggestions


def _found(bench: Bench, claims: Sequence[Details], vectors: Vectors, index: VectorIndex | None) -> list[list[Match]]:
    """For each claim what its own words find, and a few more that its counter-queries do; all are encoded at once."""
    against = [counter_queries(claim) for claim in claims]
    asked = list(dict.fromkeys(text for texts in against for text in texts))
    rows = {text: row for row, text in enumerate(asked)}
    encoded = bench.encoder.encode(asked) if index is not None else None
    found = []
    for place, (claim, texts) in enumerate(zip(claims, against, strict=True)):
        own = _find(bench, claim.text, vectors[place : place + 1], index, top_k=bench.settings.top_k)
        answers = []
        for text in texts:
            lexical = bench.lexical.search(text, top_k=_DEPTH)
            row = rows[text]
            near = index.search(encoded[row : row + 1], top_k=_DEPTH)[0] if index and encoded is not None else []
            answers.append((lexical, near))
        taken = {each.passage_id for each in own}
        more = [each for each in fuse_all(answers, top_k=_DEPTH) if each.passage_id not in taken]
        found.append([*own, *more[:_MORE]])
    return found


def _sources(bench: Bench, passage_ids: Iterable[str]) -> dict[str, Source]:
    passages = bench.documents.passages(passage_ids)
    citations = bench.documents.citations(each.document_id for each in passages.values())
    details = details_of_each((each.text for each in passages.values()), bench.parses)
    sources = {}
    for passage_id, passage in passages.items():
        cited = citations[passage.document_id]
        sources[passage_id] = Source(
            details=details[passage.text], origin=cited.origin, published_on=cited.published_on
        )
    return sources


def _dates(bench: Bench, claims: Sequence[Claim]) -> dict[str, date | None]:
    """When each claim was said: its own day, or else its article's."""
    articles = {each: bench.articles.get(each) for each in {claim.article_id for claim in claims}}
    published = {name: article.published_on if article else None for name, article in articles.items()}
    return {claim.id: claim.said_on or published[claim.article_id] for claim in claims}


def _basis(bench: Bench, claim: Claim, claim_on: date | None, used: Mapping[str, Source], searched: str) -> str:
    """Digest of all that a suggestion is computed from, in the order of the passages."""
    model = bench.stance_model
    limits = [f"{name}={value!r}" for name, value in sorted(THRESHOLDS.by_name().items())]
    read = [
        part for name, source in used.items() for part in (name, source.text, source.origin, str(source.published_on))
    ]
    said = (claim.checked, claim.kind.value, str(claim_on))
    return content_id("c", *said, model.name, model.version, RULES, searched, *limits, *read)[2:]


def _find(bench: Bench, text: str, vectors: Vectors, index: VectorIndex | None, *, top_k: int) -> list[Match]:
    lexical = bench.lexical.search(text, top_k=_DEPTH)
    vector = index.search(vectors, top_k=_DEPTH)[0] if index is not None else []
    return fuse(lexical, vector, top_k=top_k)


def _exhaust(steps: Iterable[object]) -> None:
    for _ in steps:
        pass
