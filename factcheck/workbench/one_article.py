"""One article against evidence given on the spot: the rows that the models make of them, as `factcheck score` has them.

Nothing is kept. What a first look found is not part of the rows.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.domain.sources import SourceText
from factcheck.ingest.opening import shown
from factcheck.workbench.adding import CutDocument, store_document
from factcheck.workbench.score_run import Score, index_evidence
from factcheck.workbench.scoring import Evidence, Scorer
from factcheck.workbench.workers import Pool

if TYPE_CHECKING:
    from factcheck.workbench.bench import Bench
    from factcheck.workbench.gates import Row


def rows_of(
    bench: Bench, pool: Pool[Scorer], article: SourceText, evidence: Iterable[CutDocument], folder: Path
) -> Iterator[tuple[int, int] | list[Row]]:
    """Score an article against evidence, in an empty bench.

    Yields how many passages of how many were embedded, and at the end the rows.

    Args:
        folder: Where the index goes for as long as this takes.

    Raises:
        InputError: If the article is more than may be scored.
    """
    for each in evidence:
        store_document(bench, each)
    index = Evidence(path=None, sha256="")
    for step in index_evidence(bench, pool, folder):
        if isinstance(step, Evidence):
            index = step
        else:
            yield step
    (scored,) = pool.answers([Score((article,), index, shown(article.address))])
    if scored.failures:
        raise scored.failures[0].error
    yield [json.loads(line) for line in scored.lines.splitlines()]
