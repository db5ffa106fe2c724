"""Rows of a scoring as JSON Lines, and as CSV made of those lines.

`schemas/score-row-2.json` describes a line. Numbers have four decimals and no key tells the time, so that equal inputs
give equal bytes. In CSV a text that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from factcheck.domain.articles import Article
from factcheck.domain.citations import Citation
from factcheck.domain.reasons import Reason
from factcheck.domain.scores import SCORE_SCHEMA, GivenClaim, ScoreRow
from factcheck.domain.spans import Span
from factcheck.domain.views import EvidenceView
from factcheck.language.display import escaped_json
from factcheck.report.cells import cell

SCHEMA_FILE: Final = Path(__file__).parent / "schemas" / f"score-row-{SCORE_SCHEMA}.json"
"""A JSON Schema of a row, as JSON Schema 2020-12 has it."""

_DECIMALS: Final = 4

COLUMNS: Final = (
    "id", "given_id", "source", "article_id", "article_title", "article_address", "published_on", "start", "end",
    "said", "checked", "kind", "check_worthiness", "speaker", "said_on", "status", "confidence", "leans",
    "leans_score", "codes", "reasons", "deciding_passage_id", "deciding_quote", "deciding_source",
    "counter_passage_id", "counter_quote", "counter_source", "passage_ids", "encoder", "stance_model",
    "stance_version",
)  # fmt: skip
"""Of the CSV form, which leaves out what has no place in a cell."""


def json_line(row: ScoreRow) -> bytes:
    """One row as a line of JSON in UTF-8, its keys always in the same order."""
    # allow_nan: NaN is no JSON, and a fault here is better than a file that no program reads.
    text = json.dumps(_row(row), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return escaped_json(text).encode() + b"\n"


def csv_head() -> bytes:
    """The names of the columns."""
    return _csv([COLUMNS])


def csv_lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows, as their JSON lines hold them, in CSV: UTF-8, RFC 4180, each reason on a line of its cell."""
    return _csv([cell(value) for value in _columns(row)] for row in rows)


def _row(row: ScoreRow) -> dict[str, object]:
    claim, made = row.claim, row.suggestion
    placed = row.given is None
    return {
        "schema": SCORE_SCHEMA,
        "id": claim.id,
        "given_id": row.given.key if row.given else None,
        "source": _source(row.article, row.given),
        "article": _article(row.article) if row.article else None,
        "start": claim.span.start if placed else None,
        "end": claim.span.end if placed else None,
        "spans": [_pair(span) for span in claim.spans] if placed else [],
        "said": claim.said,
        "checked": claim.checked,
        "kind": claim.kind.value,
        "check_worthiness": _rounded(claim.check_worthiness),
        "speaker": claim.speaker,
        "said_on": _day(claim.said_on),
        "status": made.status.value,
        "confidence": None if made.confidence is None else _rounded(made.confidence),
        "leans": {"status": made.leans.status.value, "score": _rounded(made.leans.score)} if made.leans else None,
        "reasons": [_reason(each) for each in made.reasons],
        "gaps": [
            {"start": gap.span.start, "end": gap.span.end, "code": gap.code.value, "note": gap.note}
            for gap in made.gaps
        ],
        "deciding_passage_id": made.deciding_passage_id,
        "counter_passage_id": made.counter_passage_id,
        "passages": [_passage(view, made.remarks) for view in row.evidence],
        "models": {
            "encoder": row.encoder,
            "stance": made.model,
            "stance_version": made.version,
            "check_worthiness": claim.worthiness_by,
            "detector": claim.detector,
        },
        "thresholds": dict(made.thresholds),
        "index": made.index,
        "basis": made.basis,
    }


def _source(article: Article | None, given: GivenClaim | None) -> str:
    return given.address if given else article.source.address if article else ""


def _article(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "address": article.source.address,
        "published_on": _day(article.published_on),
        "sha256": article.source.sha256,
        "text_sha256": _text_sha256(article.text),
    }


@lru_cache(maxsize=8)
def _text_sha256(text: str) -> str:
    # A long article has many claims, one after another.
    return sha256(text.encode()).hexdigest()


def _reason(reason: Reason) -> dict[str, object]:
    return {"code": reason.code.value, "words": reason.words}


def _passage(view: EvidenceView, remarks: Mapping[str, Reason]) -> dict[str, object]:
    stance, match = view.stance, view.match
    assert stance is not None
    assert match is not None
    return {
        "id": view.passage.id,
        "text": view.passage.text,
        "start": view.passage.span.start,
        "end": view.passage.span.end,
        "document": _document(view.citation),
        "stance": stance.label.value,
        "scores": [_rounded(each) for each in stance.scores],
        "deciding_sentence": _pair(stance.span) if stance.span else None,
        "differences": [
            {
                "code": each.code.value,
                "aspect": each.aspect,
                "comparison": each.comparison.value,
                "claim": _pair(each.claim_span),
                "passage": _pair(each.passage_span) if each.passage_span else None,
                "note": each.note,
            }
            for each in stance.differences
        ],
        "remark": _reason(remark) if (remark := remarks.get(view.passage.id)) else None,
        "lexical_score": None if match.lexical_score is None else _rounded(match.lexical_score),
        "vector_score": None if match.vector_score is None else _rounded(match.vector_score),
    }


def _document(citation: Citation) -> dict[str, object]:
    return {
        "id": citation.document_id,
        "kind": citation.kind.value,
        "title": citation.title,
        "publisher": citation.publisher,
        "owner": citation.owner,
        "address": citation.address,
        "published_on": _day(citation.published_on),
        "sha256": citation.sha256,
    }


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _rounded(value: float) -> float:
    # Adding nothing turns -0.0 into 0.0.
    return round(value, _DECIMALS) + 0.0


def _day(when: date | None) -> str | None:
    return when.isoformat() if when else None


def _columns(row: Mapping[str, Any]) -> list[object]:
    article = row["article"] or {}
    by_id = {each["id"]: each for each in row["passages"]}
    deciding = by_id.get(row["deciding_passage_id"])
    counter = by_id.get(row["counter_passage_id"])
    leans = row["leans"]
    told = {
        **{name: row.get(name) for name in COLUMNS},
        "article_id": article.get("id"),
        "article_title": article.get("title"),
        "article_address": article.get("address"),
        "published_on": article.get("published_on"),
        "leans": leans["status"] if leans else None,
        "leans_score": leans["score"] if leans else None,
        "codes": " ".join(dict.fromkeys(each["code"] for each in (*row["reasons"], *row["gaps"]))),
        "reasons": "\n".join(each["words"] for each in row["reasons"]),
        "deciding_quote": deciding and deciding["text"],
        "deciding_source": deciding and _cited(deciding["document"]),
        "counter_quote": counter and counter["text"],
        "counter_source": counter and _cited(counter["document"]),
        "passage_ids": " ".join(by_id),
        "encoder": row["models"]["encoder"],
        "stance_model": row["models"]["stance"],
        "stance_version": row["models"]["stance_version"],
    }
    return [told[name] for name in COLUMNS]


def _cited(document: Mapping[str, Any]) -> str:
    return ", ".join(
        filter(None, (document["publisher"] or document["title"], document["published_on"], document["address"]))
    )


def _csv(rows: Iterable[Iterable[object]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode()
