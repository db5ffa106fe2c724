"""Rows of a scoring as JSON Lines, and as CSV made of those lines.

`report/schemas/score-row-2.json` describes a line. Numbers have four decimals and no key tells the time, so that equal
inputs give equal bytes. In CSV a text that a spreadsheet would take for a formula has an apostrophe before it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

from factcheck.domain.articles import Article
from factcheck.domain.reasons import Reason
from factcheck.domain.scores import SCORE_SCHEMA, ScoreRow
from factcheck.domain.views import EvidenceView
from factcheck.report.cells import cell
from factcheck.report.records.forms import form, rounded, text_of
from factcheck.report.records.json_report import text_sha256
from factcheck.report.records.published import Form, evidence_form, suggestion_form

SCHEMA_FILE: Final = Path(__file__).parent.parent / "schemas" / f"score-row-{SCORE_SCHEMA}.json"
"""A JSON Schema of a row, as JSON Schema 2020-12 has it."""

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
    return text_of(rounded(_row(row))).encode() + b"\n"


def csv_head() -> bytes:
    """The names of the columns."""
    return _csv([COLUMNS])


def csv_lines(rows: Iterable[Mapping[str, Any]]) -> bytes:
    """Rows, as their JSON lines hold them, in CSV: UTF-8, RFC 4180, each reason on a line of its cell."""
    return _csv([cell(value) for value in _columns(row)] for row in rows)


def _row(row: ScoreRow) -> Form:
    claim, made = row.claim, row.suggestion
    found: Form = form(claim)
    suggested = suggestion_form(made)
    if row.given is not None:
        # It stands in no article.
        found |= {"start": None, "end": None, "spans": []}
    return {
        "schema": SCORE_SCHEMA,
        "id": claim.id,
        "given_id": row.given.key if row.given else None,
        "source": row.given.address if row.given else row.article.source.address if row.article else "",
        "article": _article(row.article) if row.article else None,
        **_some(found, _OF_CLAIM),
        **_some(suggested, _OF_SUGGESTION),
        "passages": [_passage(view, made.remarks.get(view.passage.id)) for view in row.evidence],
        "models": {
            "encoder": row.encoder,
            "stance": made.model,
            "stance_version": made.version,
            "check_worthiness": claim.worthiness_by,
            "detector": claim.detector,
        },
        **_some(suggested, _MADE_WITH),
    }


_OF_CLAIM: Final = (
    "start", "end", "spans", "said", "checked", "kind", "check_worthiness", "speaker", "said_on",
)  # fmt: skip
_OF_SUGGESTION: Final = (
    "status", "confidence", "leans", "reasons", "gaps", "deciding_passage_id", "counter_passage_id",
)  # fmt: skip
_MADE_WITH: Final = ("thresholds", "index", "basis")
_OF_PASSAGE: Final = (
    "id", "text", "start", "end", "document", "stance", "scores", "deciding_sentence", "differences", "remark",
    "lexical_score", "vector_score",
)  # fmt: skip
_OF_DOCUMENT: Final = ("id", "kind", "title", "publisher", "owner", "address", "published_on", "sha256")
"""What of each form a row has; when a source was read is not in it, for rows don't tell the time."""


def _some(found: Form, keys: Sequence[str]) -> Form:
    return {key: found[key] for key in keys}


def _article(article: Article) -> Form:
    return {
        "id": article.id,
        "title": article.title,
        "address": article.source.address,
        "published_on": form(article.published_on),
        "sha256": article.source.sha256,
        "text_sha256": text_sha256(article.text),
    }


def _passage(view: EvidenceView, remark: Reason | None) -> Form:
    found = _some(evidence_form(view, remark), _OF_PASSAGE)
    return {**found, "document": _some(found["document"], _OF_DOCUMENT)}


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
