"""Rows of a scoring one by one, in this process: for programs, which have files and processes of their own."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Generator, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import TypeVar

from factcheck.domain.progress import Progress, Stage
from factcheck.domain.scores import ScoreRow
from factcheck.domain.sources import ReadFailure
from factcheck.ingest.opening import shown
from factcheck.language.display import visible
from factcheck.workbench.bench import Bench
from factcheck.workbench.score_inputs import Place, Sources
from factcheck.workbench.score_run import index_evidence
from factcheck.workbench.scoring import Evidence, Scorer, Wanted
from factcheck.workbench.workers import InThisProcess

Step = TypeVar("Step")


def stream(
    bench: Bench, sources: Sources, wanted: Wanted, turn: AbstractContextManager[object]
) -> Generator[ScoreRow | ReadFailure | Progress, None, None]:
    """Score all sources against the evidence of `bench`, which stays as it is; in the order of the inputs.

    Batches are those of `score_run.run`, so that the rows are too. What readers warn of is logged.

    Args:
        turn: Held while models compute, and never while a row is out.
    """
    scorer = Scorer(bench, wanted)
    done = 0
    with tempfile.TemporaryDirectory(prefix="factcheck-score-") as folder:
        yield Progress(stage=Stage.LOADING)
        with turn:
            _ = scorer.models
        evidence = Evidence(path=None, sha256="")
        steps = index_evidence(bench, InThisProcess(scorer), Path(folder))
        while (step := _next(steps, turn)) is not None:
            if isinstance(step, Evidence):
                evidence = step
            else:
                yield Progress(stage=Stage.INDEXING, done=step[0], total=step[1])
        yield Progress(stage=Stage.SCORING)
        for batch in sources.batches(Place()):
            for address, words in batch.warnings:
                logging.getLogger(__name__).warning(visible(f"{shown(address)}: {words}"))
            yield from batch.failures
            with turn:
                made = list(scorer.rows(batch.inputs, evidence))
            yield from made
            done += len(batch.inputs)
            yield Progress(stage=Stage.SCORING, done=done, what=batch.words)


def _next(steps: Iterator[Step], turn: AbstractContextManager[object]) -> Step | None:
    with turn:
        return next(steps, None)
