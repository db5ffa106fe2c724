"""The report for programs: one JSON document with everything that the others show, in its exact words.

Text is escaped as JSON and not changed otherwise. Characters that a terminal would obey, that reorder text, or that
UTF-8 can't hold are written as `\\uXXXX`, which reads back as the same character.
"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import IO, TYPE_CHECKING

from factcheck.language.display import escaped_json
from factcheck.report.words import shown_status, stamp

if TYPE_CHECKING:
    from datetime import date

    from factcheck.domain.articles import Article
    from factcheck.domain.citations import Citation
    from factcheck.domain.claims import Ambiguity, Substitution
    from factcheck.domain.lineage import ClaimStep, Wording
    from factcheck.domain.reasons import Reason
    from factcheck.domain.reviews import Quote, ReviewEvent
    from factcheck.domain.suggestions import Leaning, Suggestion
    from factcheck.domain.views import ClaimView, EvidenceView, ReportRows


def write(rows: ReportRows, out: IO[str]) -> None:
    """Write the report as JSON, its keys always in the same order. Times are ISO 8601 in UTC with Z.

    Offsets count code points. Two lone surrogates side by side read back as one character: JSON can't tell them apart.
    """
    document = {
        "factcheck": rows.version,
        "generated_at": stamp(rows.generated_at),
        "articles": [_article(article) for article in rows.articles],
        "claims": [_claim(view) for view in rows.claims],
    }
    # allow_nan: NaN is no JSON, and a fault here is better than a file that no program reads.
    for chunk in json.JSONEncoder(ensure_ascii=False, allow_nan=False, indent=2).iterencode(document):
        out.write(escaped_json(chunk))
    out.write("\n")


def _day(when: date | None) -> str | None:
    return when.isoformat() if when else None


def _article(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "address": article.source.address,
        "author": article.author,
        "published_on": _day(article.published_on),
        "published_on_inferred": article.published_on_inferred,
        "retrieved_at": stamp(article.source.retrieved_at),
        "sha256": article.source.sha256,
        "reader": article.source.reader,
    }


def _claim(view: ClaimView) -> dict[str, object]:
    claim, status = view.claim, shown_status(view.state)
    decision = view.state.decision if status.is_decision else None
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "start": claim.span.start,
        "end": claim.span.end,
        "spans": [[part.start, part.end] for part in claim.spans],
        "said": claim.said,
        "checked": claim.checked,
        "kind": claim.kind.value,
        "check_worthiness": claim.check_worthiness,
        "speaker": claim.speaker,
        "said_on": _day(claim.said_on),
        "parent_ids": list(claim.parent_ids),
        "standing": claim.standing.value,
        "detector": claim.detector,
        "worthiness_by": claim.worthiness_by,
        "reasons": list(claim.reasons),
        "substitutions": [_substitution(each) for each in claim.substitutions],
        "ambiguities": [_ambiguity(each) for each in claim.ambiguities],
        "status": status.value,
        "reviewed": decision is not None,
        "decision": _decision(decision) if decision else None,
        "evidence": [_evidence(each) for each in view.evidence],
        "suggestion": _suggestion(view.suggestion) if view.suggestion else None,
        "history": [_event(event) for event in view.history],
        "lineage": [_step(step) for step in view.lineage],
    }


def _substitution(made: Substitution) -> dict[str, object]:
    return {
        "start": made.span.start,
        "end": made.span.end,
        "said": made.said,
        "written": made.written,
        "why": made.why,
        "source": [made.source.start, made.source.end] if made.source else None,
    }


def _ambiguity(unclear: Ambiguity) -> dict[str, object]:
    return {
        "start": unclear.span.start,
        "end": unclear.span.end,
        "said": unclear.said,
        "why": unclear.why,
        "candidates": list(unclear.candidates),
    }


def _step(step: ClaimStep) -> dict[str, object]:
    return {
        "number": step.number,
        "claim_id": step.claim_id,
        "act": step.act.value,
        "by": step.by,
        "at": stamp(step.at),
        "revision": step.revision,
        "reason": step.reason,
        "before": _wording(step.before),
        "after": _wording(step.after),
        "related_ids": list(step.related_ids),
        "takes_back": step.takes_back,
    }


def _wording(wording: Wording | None) -> dict[str, object] | None:
    if wording is None:
        return None
    return {
        "checked": wording.checked,
        "kind": wording.kind.value,
        "speaker": wording.speaker,
        "substitutions": [_substitution(each) for each in wording.substitutions],
    }


def _decision(decision: ReviewEvent) -> dict[str, object]:
    return {
        "status": decision.status.value if decision.status else None,
        "rationale": decision.rationale,
        "without_evidence": decision.without_evidence,
        "by": decision.by,
        "at": stamp(decision.at),
        "evidence": [quote.passage_id for quote in decision.quotes],
        "reuses": decision.reuses,
        "rating": asdict(decision.rating) if decision.rating else None,
        "media": asdict(decision.media) if decision.media else None,
    }


def _evidence(view: EvidenceView) -> dict[str, object]:
    by_person = view.quote.stance if view.quote else None
    by_machine = view.stance.label if view.stance else None
    stance = by_person or by_machine
    return {
        "passage_id": view.passage.id,
        "text": view.passage.text,
        "start": view.passage.span.start,
        "end": view.passage.span.end,
        "attached": view.quote is not None,
        "stance": stance.value if stance else None,
        "by_person": by_person is not None,
        "document": _document(view.citation),
    }


def _document(citation: Citation) -> dict[str, object]:
    return {
        "id": citation.document_id,
        "kind": citation.kind.value,
        "title": citation.title,
        "publisher": citation.publisher,
        "owner": citation.owner,
        "author": citation.author,
        "address": citation.address,
        "published_on": _day(citation.published_on),
        "published_on_inferred": citation.published_on_inferred,
        "retrieved_at": stamp(citation.retrieved_at),
        "sha256": citation.sha256,
        "citation": citation.line,
    }


def _suggestion(suggestion: Suggestion) -> dict[str, object]:
    return {
        "status": suggestion.status.value,
        "confidence": suggestion.confidence,
        "model": suggestion.model,
        "version": suggestion.version,
        "suggested_at": stamp(suggestion.suggested_at),
        "leans": _leaning(suggestion.leans),
        "reasons": [_reason(each) for each in suggestion.reasons],
        "gaps": [
            {"start": gap.span.start, "end": gap.span.end, "code": gap.code.value, "note": gap.note}
            for gap in suggestion.gaps
        ],
        "passages": [weighed.stance.passage_id for weighed in suggestion.passages],
        "deciding_passage": suggestion.deciding_passage_id,
        "counter_passage": suggestion.counter_passage_id,
        "remarks": {name: _reason(each) for name, each in suggestion.remarks.items()},
        "thresholds": dict(suggestion.thresholds),
        "index": suggestion.index,
        "basis": suggestion.basis,
    }


def _leaning(leans: Leaning | None) -> dict[str, object] | None:
    return {"status": leans.status.value, "score": leans.score} if leans else None


def _reason(reason: Reason) -> dict[str, object]:
    return {"code": reason.code.value, "words": reason.words}


def _quote(quote: Quote) -> dict[str, object]:
    return {
        "passage_id": quote.passage_id,
        "text": quote.text,
        "stance": quote.stance.value if quote.stance else None,
    }


def _event(event: ReviewEvent) -> dict[str, object]:
    return {
        "number": event.number,
        "act": event.act.value,
        "by": event.by,
        "at": stamp(event.at),
        "revision": event.revision,
        "status": event.status.value if event.status else None,
        "rationale": event.rationale,
        "without_evidence": event.without_evidence,
        "quotes": [_quote(quote) for quote in event.quotes],
        "withdraws": event.withdraws,
        "reuses": event.reuses,
        "rating": asdict(event.rating) if event.rating else None,
        "media": asdict(event.media) if event.media else None,
    }
