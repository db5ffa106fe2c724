"""Nouns as `--json` prints them. The keys are a contract: scripts are written against them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from factcheck.domain.citations import Citation
from factcheck.domain.claims import Ambiguity, Claim, Substitution
from factcheck.domain.lineage import ClaimStep, Wording
from factcheck.domain.priorities import Ranked
from factcheck.domain.reasons import Reason
from factcheck.domain.reviews import ReviewEvent
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Gap, Suggestion
from factcheck.domain.views import ClaimRow, EvidenceView, Occurrence


def claim_json(
    claim: Claim, status: Status, suggestion: Suggestion | None, passages: Sequence[str] | None = None
) -> dict[str, Any]:
    """A claim, its status, and what the machine suggests (null where it hasn't).

    Args:
        passages: Those of a suggestion in short, which doesn't hold them.
    """
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
        "suggestion": suggestion_json(suggestion, passages) if suggestion else None,
        "worthiness_by": claim.worthiness_by,
        "reasons": list(claim.reasons),
        "speaker": claim.speaker,
        "said_on": claim.said_on.isoformat() if claim.said_on else None,
        "substitutions": [substitution_json(each) for each in claim.substitutions],
        "ambiguities": [ambiguity_json(each) for each in claim.ambiguities],
        "parent_ids": list(claim.parent_ids),
        "standing": claim.standing.value,
    }


def row_json(row: ClaimRow, passages: Sequence[str], place: Ranked | None = None) -> dict[str, Any]:
    """A claim of the list; with its place in the desk's order where that was asked for."""
    found = claim_json(row.claim, row.status, row.suggestion, passages)
    if place is not None:
        found["priority"] = {"score": round(place.score, 4), "reasons": list(place.reasons)}
    return found


def substitution_json(substitution: Substitution) -> dict[str, Any]:
    """What stands for which words of the article, and why."""
    source = substitution.source
    return {
        "start": substitution.span.start,
        "end": substitution.span.end,
        "said": substitution.said,
        "written": substitution.written,
        "why": substitution.why,
        "source": [source.start, source.end] if source else None,
        "is_form": substitution.is_form,
    }


def ambiguity_json(ambiguity: Ambiguity) -> dict[str, Any]:
    return {
        "start": ambiguity.span.start,
        "end": ambiguity.span.end,
        "said": ambiguity.said,
        "why": ambiguity.why,
        "candidates": list(ambiguity.candidates),
    }


def step_json(step: ClaimStep) -> dict[str, Any]:
    """A step of a claim's lineage; `before` and `after` are null where it didn't change the wording."""
    return {
        "number": step.number,
        "claim_id": step.claim_id,
        "act": step.act.value,
        "by": step.by,
        "at": step.at.isoformat(),
        "revision": step.revision,
        "reason": step.reason,
        "before": _wording_json(step.before),
        "after": _wording_json(step.after),
        "related_ids": list(step.related_ids),
        "takes_back": step.takes_back,
    }


def _wording_json(wording: Wording | None) -> dict[str, Any] | None:
    if wording is None:
        return None
    return {
        "checked": wording.checked,
        "kind": wording.kind.value,
        "speaker": wording.speaker,
        "substitutions": [substitution_json(each) for each in wording.substitutions],
    }


def occurrence_json(occurrence: Occurrence) -> dict[str, Any]:
    """A claim that says nearly the same, what was decided on it, and what differs."""
    return {
        "id": occurrence.claim.id,
        "article_id": occurrence.claim.article_id,
        "checked": occurrence.claim.checked,
        "similarity": round(occurrence.similarity, 4),
        "status": occurrence.status.value,
        "by": occurrence.by,
        "at": occurrence.at.isoformat() if occurrence.at else None,
        "differs": list(occurrence.differs),
        "is_contrary": occurrence.is_contrary,
    }


def suggestion_json(suggestion: Suggestion, passages: Sequence[str] | None = None) -> dict[str, Any]:
    """The suggestion in short: passages best first."""
    held = [each.match.passage_id for each in suggestion.passages]
    return {
        "status": suggestion.status.value,
        "confidence": suggestion.confidence,
        "leans": {"status": suggestion.leans.status.value, "score": suggestion.leans.score}
        if suggestion.leans
        else None,
        "codes": [code.value for code in suggestion.codes],
        "model": suggestion.model,
        "passages": held if passages is None else list(passages),
    }


def verdict_json(suggestion: Suggestion) -> dict[str, Any]:
    """What a suggestion rests on: enough to compute it again, and to see that it is stale."""
    return {
        "version": suggestion.version,
        "basis": suggestion.basis,
        "deciding_passage_id": suggestion.deciding_passage_id,
        "counter_passage_id": suggestion.counter_passage_id,
        "thresholds": dict(suggestion.thresholds),
        "index": suggestion.index,
        "gaps": [gap_json(gap) for gap in suggestion.gaps],
        "remarks": {name: reason_json(each) for name, each in suggestion.remarks.items()},
        "suggested_at": suggestion.suggested_at.isoformat(),
    }


def reason_json(reason: Reason) -> dict[str, Any]:
    return {"code": reason.code.value, "words": reason.words}


def gap_json(gap: Gap) -> dict[str, Any]:
    return {"start": gap.span.start, "end": gap.span.end, "code": gap.code.value, "note": gap.note}


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
        "scores": list(view.stance.scores) if view.stance else None,
        "deciding_sentence": [view.stance.span.start, view.stance.span.end]
        if view.stance and view.stance.span
        else None,
        "differences": [
            {"code": each.code.value, "aspect": each.aspect, "comparison": each.comparison.value, "note": each.note}
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
        "reuses": event.reuses,
        "rating": asdict(event.rating) if event.rating else None,
        "media": asdict(event.media) if event.media else None,
    }
