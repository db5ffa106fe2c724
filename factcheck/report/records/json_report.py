"""The report for programs: one JSON document with everything, exactly, from which a workbench can be made again.

It doesn't tell when it was made but of which moment it tells: equal workbenches give equal bytes. A page carries the
same document as its data. Text is escaped as JSON and not changed otherwise. Characters that a terminal would obey,
that reorder text, or that UTF-8 can't hold are written as `\\uXXXX`, which reads back as the same character.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from typing import IO, Final

from factcheck.domain.articles import Article
from factcheck.domain.views import ClaimView, QuotedDocument, ReportRows
from factcheck.report.records.forms import form, text_of
from factcheck.report.records.published import Form, placed_form, suggestion_form
from factcheck.report.words import STATUS_SIGNS, in_utc, shown_status

REPORT_SCHEMA: Final = 1
"""Version of the document's keys; a change of their names or meanings is another one."""

DATA_ID: Final = "factcheck-report"
"""Of the element of a page that holds its data."""

APART_OF_ROWS: Final = frozenset({"version", "articles", "claims", "documents", "unlisted", "snapshots"})
"""Fields of `ReportRows` that have a form or a place of their own; any other stands under its name."""

ONLY_IN_PAGES: Final = frozenset({"generated_at", "zone"})
"""Those that tell of the making of a page and not of the case, so that equal workbenches give equal reports in JSON."""

APART_OF_VIEW: Final = frozenset({"claim", "state", "suggestion", "evidence", "draft"})
"""Those of `ClaimView`. A draft is its writer's own and in no report."""


def write(rows: ReportRows, out: IO[str]) -> None:
    """Write the report as JSON, its keys always in the same order. Times are ISO 8601 in UTC with Z.

    Offsets count code points. Two lone surrogates side by side read back as one character: JSON can't tell them apart.
    """
    out.write(text_of(document(rows), indent=2) + "\n")


def embedded(rows: ReportRows, *, template: str = "") -> str:
    """The data of a page, as an element that no browser runs or shows; `factcheck verify` reads it.

    Args:
        template: Names the templates where they are not those that ship: a page of those can't be made anew.
    """
    # Only a `<` could end the element or begin another one.
    text = text_of(page_document(rows, template=template)).replace("<", "\\u003c")
    return f'<script type="application/json" id="{DATA_ID}">{text}</script>'


def page_document(rows: ReportRows, *, template: str = "") -> Form:
    """The document of a report as a page carries it: with when the page was made, and without what it doesn't show.

    Of its sources it has no more than the passages with the words around them: a page is published, and they are not.
    """
    found = _content(replace(rows, documents=(), unlisted=(), snapshots={}))
    head = {key: found.pop(key) for key in ("factcheck", "schema", "as_of")}
    made = replace(rows, generated_at=in_utc(rows.generated_at))
    of_page = {name: form(getattr(made, name)) for name in sorted(ONLY_IN_PAGES)}
    return _sealed({**head, **of_page, "template": template, **found})


def document(rows: ReportRows) -> Form:
    """The whole report as one form, its own digest last."""
    return _sealed(_content(rows))


def _sealed(found: Form) -> Form:
    # Whoever changes a score or a title, which stand in one place only, leaves a digest behind that isn't theirs.
    return {**found, "sha256": text_sha256(text_of(found))}


def _content(rows: ReportRows) -> Form:
    statuses = Counter(shown_status(view.state) for view in rows.claims)
    names = [each.name for each in fields(rows)]
    return {
        "factcheck": rows.version,
        "schema": REPORT_SCHEMA,
        "as_of": form(max(map(in_utc, _times(rows)), default=None)),
        "counts": {"claims": len(rows.claims), **{each.value: statuses[each] for each in STATUS_SIGNS}},
        **{name: form(getattr(rows, name)) for name in names if name not in APART_OF_ROWS | ONLY_IN_PAGES},
        "articles": [_article(each) for each in rows.articles],
        "claims": [_view(each) for each in rows.claims],
        "unlisted": [_view(each) for each in rows.unlisted],
        "documents": [_document(each) for each in rows.documents],
        "snapshots": form(rows.snapshots),
    }


def _times(rows: ReportRows) -> Iterator[datetime]:
    """When each thing in the report came to be: the newest is the moment of which it tells."""
    yield from (each.source.retrieved_at for each in rows.articles)
    yield from (each.document.source.retrieved_at for each in rows.documents)
    for view in (*rows.claims, *rows.unlisted):
        yield from (event.at for event in view.history)
        yield from (step.at for step in view.lineage)
        if view.suggestion:
            yield view.suggestion.suggested_at


def _article(article: Article) -> Form:
    return {**form(article), "text_sha256": text_sha256(article.text)}


def _document(quoted: QuotedDocument) -> Form:
    found: Form = form(quoted.document)
    return {**found, "text_sha256": text_sha256(quoted.document.text), "passages": form(quoted.passages)}


def _view(view: ClaimView) -> Form:
    status = shown_status(view.state)
    decision = view.state.decision if status.is_decision else None
    remarks = view.suggestion.remarks if view.suggestion else {}
    return {
        **form(view.claim),
        "status": status.value,
        "reviewed": decision is not None,
        "decision": form(decision),
        "evidence": [placed_form(each, remarks.get(each.passage.id)) for each in view.evidence],
        "suggestion": suggestion_form(view.suggestion) if view.suggestion else None,
        **{each.name: form(getattr(view, each.name)) for each in fields(view) if each.name not in APART_OF_VIEW},
    }


@lru_cache(maxsize=8)
def text_sha256(text: str) -> str:
    """The digest of a text, whose code points the offsets count."""
    # An article has many claims, one after another.
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
