"""`factcheck check --json`: one document, with the first look and the rows of `factcheck score`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.cli.as_json import citation_json
from factcheck.cli.output import failure_rows
from factcheck.domain.first_looks import FirstLook, FirstLooks, LookOutcome
from factcheck.domain.sources import ReadFailure
from factcheck.workbench.gates import Row


def check_json(
    looks: FirstLooks,
    rows: Sequence[Row] | None,
    failures: Iterable[ReadFailure],
    warnings: Iterable[tuple[str, str]],
) -> dict[str, Any]:
    """What was found.

    Args:
        rows: Those of `factcheck score`; None where nothing was read.
    """
    counts = Counter(each.outcome for each in looks.looks)
    article = looks.article
    return {
        "article": {"id": article.id, "title": article.title, "address": article.source.address},
        "evidence": {"documents": looks.documents, "passages": looks.passages},
        "first_look": [_look(each) for each in looks.looks],
        "outcomes": {each.value: counts[each] for each in LookOutcome},
        "rows": None if rows is None else list(rows),
        "failures": failure_rows([(each.address, each.error) for each in failures]),
        "warnings": [{"address": address, "words": words} for address, words in warnings],
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
                "code": each.code.value,
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
            # When it was read changes with each call.
            "document": {key: each for key, each in citation_json(view.citation).items() if key != "retrieved_at"},
        },
        "missing": [[each.start, each.end] for each in look.missing],
    }
