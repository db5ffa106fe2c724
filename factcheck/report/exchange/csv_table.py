"""The claims as a table for spreadsheets: a row for each claim, decided or not, in CSV as RFC 4180 has it.

The file begins with a byte order mark, without which Excel takes UTF-8 for the charset of the machine. All is quoted,
and what a spreadsheet would compute has an apostrophe before it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, Final

from factcheck.domain.documents import DocumentKind
from factcheck.report.cells import cell
from factcheck.report.words import STANCE_WORDS, shown, shown_status, stamp, status_words

if TYPE_CHECKING:
    from datetime import date

    from factcheck.domain.articles import Article
    from factcheck.domain.reviews import Quote, ReviewEvent
    from factcheck.domain.views import ClaimView, EvidenceView, ReportRows

COLUMNS: Final = (
    "claim_id", "article_id", "article_title", "article_address", "article_published_on", "start", "end", "said",
    "checked", "kind", "speaker", "said_on", "status", "rating", "rating_value", "decided_by", "decided_at",
    "rationale", "without_evidence", "media_address", "media_kind", "media_category", "evidence", "sources",
    "machine_status", "machine_confidence", "machine_leans", "machine_reasons", "machine",
)  # fmt: skip


def write(rows: ReportRows, out: IO[str]) -> None:
    """Write the table. Without claims it has its head alone."""
    out.write("\ufeff")
    table = csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    table.writerow(COLUMNS)
    articles = {article.id: article for article in rows.articles}
    table.writerows(_row(view, articles[view.claim.article_id]) for view in rows.claims)


def _row(view: ClaimView, article: Article) -> Iterable[object]:
    claim, status = view.claim, shown_status(view.state)
    decision = view.state.decision if status.is_decision else None
    suggestion = view.suggestion
    told = {
        "claim_id": claim.id,
        "article_id": article.id,
        "article_title": article.title,
        "article_address": article.source.address,
        "article_published_on": _day(article.published_on),
        "start": claim.span.start,
        "end": claim.span.end,
        "said": claim.said,
        "checked": claim.checked,
        "kind": claim.kind.value,
        "speaker": claim.speaker,
        "said_on": _day(claim.said_on),
        "status": status_words(status),
        **(_decision(decision, view) if decision else {}),
        "machine_status": suggestion.status.words if suggestion else None,
        "machine_confidence": suggestion.confidence if suggestion else None,
        "machine_leans": suggestion.leans.words if suggestion and suggestion.leans else None,
        "machine_reasons": "\n".join(f"{each.code.value} {each.words}" for each in suggestion.reasons)
        if suggestion
        else None,
        "machine": f"{suggestion.model}, {suggestion.version}" if suggestion else None,
    }
    return [_cell(told.get(name)) for name in COLUMNS]


def _decision(decision: ReviewEvent, view: ClaimView) -> dict[str, object]:
    seen = {each.passage.id: each for each in view.evidence}
    cited = [seen[quote.passage_id].citation.line for quote in decision.quotes if quote.passage_id in seen]
    return {
        "rating": decision.rating.name if decision.rating else None,
        "rating_value": decision.rating.value if decision.rating else None,
        "decided_by": decision.by,
        "decided_at": stamp(decision.at),
        "rationale": decision.rationale,
        "without_evidence": decision.without_evidence,
        "media_address": decision.media.address if decision.media else None,
        "media_kind": decision.media.kind.value if decision.media else None,
        "media_category": decision.media.category.words if decision.media else None,
        "evidence": "\n".join(_quoted(quote, seen.get(quote.passage_id)) for quote in decision.quotes),
        "sources": "\n".join(dict.fromkeys(cited)),
    }


def _quoted(quote: Quote, seen: EvidenceView | None) -> str:
    """`“…” — Coast Guard, 2024-03-05, https://… (refutes the claim)`; a note is never shown as a quotation."""
    is_note = seen is not None and seen.citation.kind is DocumentKind.NOTE
    words = f"Our note: {quote.text}" if is_note else f"“{quote.text}”"
    source = f" — {seen.citation.line}" if seen else ""
    return f"{words}{source}" + (f" ({STANCE_WORDS[quote.stance]})" if quote.stance else "")


def _cell(value: object) -> object:
    return cell(shown(value)) if isinstance(value, str) else value


def _day(when: date | None) -> str | None:
    return when.isoformat() if when else None
