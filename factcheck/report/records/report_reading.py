"""Reads a report back: from the JSON document to the rows that it was made of.

What can be worked out (statuses, decisions in force, counts) is worked out anew and not read. So the document that is
made of the rows once more, beside the one that was read, shows what in that doesn't follow from the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from typing import Any, Final, TypeAlias, get_type_hints

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.documents import Document
from factcheck.domain.lineage import ClaimStep
from factcheck.domain.reviews import ReviewEvent, ReviewState
from factcheck.domain.spans import Span
from factcheck.domain.views import ClaimView, QuotedDocument, ReportRows
from factcheck.errors import InputError
from factcheck.report.records.forms import noun_of
from factcheck.report.records.json_report import APART_OF_ROWS, APART_OF_VIEW, ONLY_IN_PAGES, REPORT_SCHEMA
from factcheck.report.records.published import Form, evidence_of, part_of, parts_of, suggestion_of

StateOf: TypeAlias = Callable[[Sequence[ReviewEvent], Sequence[ClaimStep]], ReviewState]
"""Works the state of a claim out from its log."""

_NEVER: Final = datetime(1970, 1, 1, tzinfo=UTC)


def check_schema(found: object) -> Form:
    """The document, if it is a report that this version reads.

    Raises:
        InputError: If it is something else, or of another schema.
    """
    if not isinstance(found, dict) or not {"factcheck", "schema", "articles", "claims"} <= found.keys():
        raise InputError(
            "It is no report of factcheck.", hint="Name what `factcheck report --format json` or `--format html` wrote."
        )
    if found["schema"] != REPORT_SCHEMA:
        raise InputError(
            f"It is a report of schema {found['schema']!r}; this factcheck reads schema {REPORT_SCHEMA}.",
            hint="Use the version that wrote it, which it names as `factcheck`.",
        )
    return found


def rows_of(found: Form, state_of: StateOf) -> ReportRows:
    """The rows of a report whose schema was checked.

    Raises:
        DamageError: If something in it can't be what it should be; names the place.
    """
    as_of, of_page = found.get("as_of"), ONLY_IN_PAGES & found.keys()
    made = {"generated_at": _NEVER if as_of is None else noun_of(datetime, as_of, ".as_of")}
    return ReportRows(
        version=noun_of(str, found["factcheck"], ".factcheck"),
        articles=tuple(_noun(Article, each, f".articles[{n}]") for n, each in _listed(found, "articles")),
        claims=tuple(_view(each, f".claims[{n}]", state_of) for n, each in _listed(found, "claims")),
        unlisted=tuple(_view(each, f".unlisted[{n}]", state_of) for n, each in _listed(found, "unlisted")),
        documents=tuple(_document(each, f".documents[{n}]") for n, each in _listed(found, "documents")),
        snapshots=noun_of(dict[str, bytes], part_of(found, "snapshots", ""), ".snapshots"),
        **_rest(ReportRows, found, "", APART_OF_ROWS | ONLY_IN_PAGES),
        **(made | {name: noun_of(_HINTS[ReportRows][name], found[name], f".{name}") for name in of_page}),
    )


def _listed(found: Form, key: str) -> list[tuple[int, Form]]:
    return [*enumerate(parts_of(found, key, ""))]


def _document(found: Form, at: str) -> QuotedDocument:
    passages = noun_of(tuple[Span, ...], part_of(found, "passages", at), f"{at}.passages")
    return QuotedDocument(document=_noun(Document, found, at), passages=passages)


def _view(found: Form, at: str, state_of: StateOf) -> ClaimView:
    claim = _noun(Claim, found, at)
    rest = _rest(ClaimView, found, at, APART_OF_VIEW)
    evidence = [evidence_of(each, f"{at}.evidence[{n}]") for n, each in enumerate(parts_of(found, "evidence", at))]
    suggestion = part_of(found, "suggestion", at)
    return ClaimView(
        claim=claim,
        state=state_of(rest["history"], [step for step in rest["lineage"] if step.claim_id == claim.id]),
        suggestion=None if suggestion is None else suggestion_of(suggestion, evidence, f"{at}.suggestion"),
        evidence=tuple(view for view, _ in evidence),
        **rest,
    )


def _noun(kind: type[Any], found: Form, at: str) -> Any:  # noqa: ANN401  # a noun of this kind
    """The noun whose fields stand in `found`, among values that were worked out."""
    names = {each.name for each in fields(kind)} | {"start", "end"}
    return noun_of(kind, {key: each for key, each in found.items() if key in names}, at)


def _rest(kind: type[Any], found: Form, at: str, apart: frozenset[str]) -> Mapping[str, Any]:
    return {
        name: noun_of(hint, part_of(found, name, at), f"{at}.{name}")
        for name, hint in _HINTS[kind].items()
        if name not in apart
    }


_HINTS: Final = {kind: get_type_hints(kind) for kind in (ReportRows, ClaimView)}
