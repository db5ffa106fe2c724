"""Nouns as `--json` prints them. The keys are a contract: scripts are written against them."""

from __future__ import annotations

from typing import Any

from factcheck.domain.citations import Citation
from factcheck.domain.claims import Claim
from factcheck.domain.reviews import ReviewEvent
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion
from factcheck.domain.views import ClaimRow, EvidenceView


def claim_json(claim: Claim, status: Status, suggestion: Suggestion | None) -> dict[str, Any]:
    """A claim, its status, and what the machine suggests (null where it hasn't)."""
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "start": claim.span.start,
        "end": claim.span.end,
        "spans": [[span.start, span.end] for span in claim.spans],
        "said": claim.said,
        "checked": claim.checked,
        "kind": claim.kind.value,
        "check_worthiness": round(claim.check_worthiness, 4),
        "status": status.value,
        "suggestion": suggestion_json(suggestion) if suggestion else None,
    }


def row_json(row: ClaimRow) -> dict[str, Any]:
    return claim_json(row.claim, row.status, row.suggestion)


def suggestion_json(suggestion: Suggestion) -> dict[str, Any]:
    """The suggestion in short: passages best first."""
    return {
        "status": suggestion.status.value,
        "confidence": suggestion.confidence,
        "model": suggestion.model,
        "passages": [each.match.passage_id for each in suggestion.passages],
    }


def citation_json(citation: Citation) -> dict[str, Any]:
    return {
        "id": citation.document_id,
        "kind": citation.kind.value,
        "title": citation.title,
        "publisher": citation.publisher,
        "owner": citation.owner,
        "author": citation.author,
        "address": citation.address,
        "published_on": citation.published_on.isoformat() if citation.published_on else None,
        "published_on_inferred": citation.published_on_inferred,
        "retrieved_at": citation.retrieved_at.isoformat(),
        "sha256": citation.sha256,
        "citation": citation.line,
    }


def evidence_json(view: EvidenceView) -> dict[str, Any]:
    """A passage with its document, how it was found, what the machine reads in it, and what a person said of it."""
    return {
        "passage_id": view.passage.id,
        "start": view.passage.span.start,
        "end": view.passage.span.end,
        "text": view.passage.text,
        "document": citation_json(view.citation),
        "attached": view.quote is not None,
        "attached_stance": view.quote.stance.value if view.quote and view.quote.stance else None,
        "stance": view.stance.label.value if view.stance else None,
        "differences": [
            {"aspect": each.aspect, "comparison": each.comparison.value, "note": each.note}
            for each in (view.stance.differences if view.stance else ())
        ],
        "lexical_score": view.match.lexical_score if view.match else None,
        "vector_score": view.match.vector_score if view.match else None,
    }


def event_json(event: ReviewEvent) -> dict[str, Any]:
    return {
        "number": event.number,
        "claim_id": event.claim_id,
        "act": event.act.value,
        "by": event.by,
        "at": event.at.isoformat(),
        "revision": event.revision,
        "status": event.status.value if event.status else None,
        "rationale": event.rationale,
        "without_evidence": event.without_evidence,
        "passages": [
            {"passage_id": quote.passage_id, "text": quote.text, "stance": quote.stance.value if quote.stance else None}
            for quote in event.quotes
        ],
        "withdraws": event.withdraws,
    }
