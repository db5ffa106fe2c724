"""`factcheck check --json`: one document, with the rows of `factcheck score` or with the first look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.cli.as_json import citation_json
from factcheck.cli.output import failure_rows
from factcheck.domain.first_looks import FirstLook, FirstLooks, LookOutcome
from factcheck.domain.sources import ReadFailure
from factcheck.workbench.gates import Row


def rows_json(
    rows: Sequence[Row], failures: Iterable[ReadFailure], warnings: Iterable[tuple[str, str]]
) -> dict[str, Any]:
    """What the models made of it."""
    return {"read": True, "rows": list(rows), **_reading(failures, warnings)}


def looks_json(
    looks: FirstLooks, failures: Iterable[ReadFailure], warnings: Iterable[tuple[str, str]]
) -> dict[str, Any]:
    """What comparing found; `read` says that nothing was read."""
    counts = Counter(each.outcome for each in looks.looks)
    article = looks.article
    return {
        "read": False,
        "article": {"id": article.id, "title": article.title, "address": article.source.address},
        "evidence": {"documents": looks.documents, "passages": looks.passages},
        "claims": [_look(each) for each in looks.looks],
        "outcomes": {each.value: counts[each] for each in LookOutcome},
        **_reading(failures, warnings),
    }


def _look(look: FirstLook) -> dict[str, Any]:
    claim, view = look.claim, look.evidence
    return {
        "id": claim.id,
        "start": claim.span.start,
        "end": claim.span.end,
        "said": claim.said,
        "checked": claim.checked,
        "kind": claim.kind.value,
        "check_worthiness": round(claim.check_worthiness, 4),
        "outcome": look.outcome.value,
        "differences": [
            {
                "aspect": each.aspect,
                "claim": [each.claim_span.start, each.claim_span.end],
                "passage": [each.passage_span.start, each.passage_span.end] if each.passage_span else None,
                "note": each.note,
            }
            for each in look.differences
        ],
        "passage": None
        if view is None
        else {
            "id": view.passage.id,
            "text": view.passage.text,
            "sentence": [look.sentence.start, look.sentence.end] if look.sentence else None,
            "document": citation_json(view.citation),
        },
        "missing": [[each.start, each.end] for each in look.missing],
    }


def _reading(failures: Iterable[ReadFailure], warnings: Iterable[tuple[str, str]]) -> dict[str, Any]:
    return {
        "failures": failure_rows([(each.address, each.error) for each in failures]),
        "warnings": [{"address": address, "words": words} for address, words in warnings],
    }
