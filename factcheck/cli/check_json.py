"""`factcheck check --json`: one document, with the first look and the rows of `factcheck score`."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from factcheck.cli.output import failure_rows
from factcheck.domain.first_looks import FirstLook, FirstLooks, LookOutcome
from factcheck.domain.sources import ReadFailure
from factcheck.report.records.forms import form, rounded
from factcheck.report.records.published import citation_form, difference_form
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
        "check_worthiness": rounded(claim.check_worthiness),
        "outcome": look.outcome.value,
        "differences": [difference_form(each) for each in look.differences],
        "passage": None
        if view is None
        else {
            "id": view.passage.id,
            "text": view.passage.text,
            "sentence": form(look.sentence),
            # When it was read changes with each call.
            "document": {key: each for key, each in citation_form(view.citation).items() if key != "retrieved_at"},
        },
        "missing": form(look.missing),
    }
