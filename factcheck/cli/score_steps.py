"""The steps of `factcheck score`: what would be done, evidence, rows, and what is stored where that was asked for."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from factcheck import wiring
from factcheck.cli import output, progress
from factcheck.cli.add import read_all
from factcheck.cli.options import settings_of, takes_whole
from factcheck.domain.sources import ReadFailure
from factcheck.errors import FactcheckError, UsageError
from factcheck.ingest.opening import shown
from factcheck.language.display import visible
from factcheck.report.records.score_rows import csv_head
from factcheck.workbench.adding import AddedArticle, AddedDocument, add_articles, add_evidence
from factcheck.workbench.bench import Workbench
from factcheck.workbench.checking import package_versions
from factcheck.workbench.indexing import update_index
from factcheck.workbench.matching import match, open_claims
from factcheck.workbench.part_file import PartFile, begun_progress
from factcheck.workbench.ranking import rank
from factcheck.workbench.score_inputs import Sources
from factcheck.workbench.score_run import Counts, Job, csv_of, index_evidence, models_of, run, to_csv
from factcheck.workbench.scoring import Evidence, Scorer
from factcheck.workbench.workers import Pool, Workers

if TYPE_CHECKING:
    from factcheck.cli.score_ending import Ending
    from factcheck.settings import Settings

LOADING: Final = 20.0
SECONDS_OF_ARTICLE: Final = 2.0
SECONDS_OF_CLAIM: Final = 0.15
"""Of one process on one core: to load the models, for an article of ten sentences, for a ready claim; printed by
`benchmarks.score_speed`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where the rows go: to a file, or to standard output where `out` is None.

    Attributes:
        kept: What no file may be written over.
    """

    out: Path | None
    format: str
    kept: tuple[Path, ...]


def say_plan(context: click.Context, job: Job, target: Target, *, workers: int, saves: bool) -> None:
    """Print what would be done and about how long it takes."""
    files, articles, claims = _sources(context, job).count()
    counted = output.counted
    against = f"{counted(len(job.evidence), 'source')} of evidence" if job.evidence else f"the evidence of {job.db}"
    work = articles * SECONDS_OF_ARTICLE + claims * SECONDS_OF_CLAIM
    lines = [
        f"Would score {counted(articles, 'article')} and {counted(claims, 'ready claim')} of {counted(files, 'file')}",
        f"against {against}, with {counted(job.top_k, 'passage')} for each claim, on {counted(workers, 'core')},",
        f"into {target.out or 'standard output'} as {target.format}{f', and store them in {job.db}' if saves else ''}.",
        f"That takes about {_duration(LOADING + work / workers)}: {LOADING:g} s to load the models, and on each core",
        f"{SECONDS_OF_ARTICLE:g} s for an article of ten sentences and {SECONDS_OF_CLAIM:g} s for a ready claim, as",
        "docs/measurements.md has it. Longer articles take longer; embedding the evidence comes on top.",
    ]
    begun = Counts(**progress_of["counts"]).inputs if target.out and (progress_of := begun_progress(target.out)) else 0
    if begun:
        lines.append(f"It goes on with an earlier run, which scored {counted(begun, 'input')}.")
    for line in lines:
        click.echo(visible(line))


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of this call, in the file where they are kept, and printed where no file was named."""

    part: PartFile
    target: Target

    @property
    def begun(self) -> Counts:
        """What an earlier run did of it."""
        return Counts(**self.part.state.progress["counts"]) if self.part.is_begun else Counts()

    def head(self) -> None:
        if self.target.out is None and self.target.format == "csv":
            output.print_bytes(lambda stream: stream.write(csv_head()))

    def show(self, lines: bytes) -> None:
        if self.target.out is None:
            made = csv_of(lines) if self.target.format == "csv" else lines
            output.print_bytes(lambda stream: stream.write(made))


def score_all(context: click.Context, job: Job, target: Target, ending: Ending, *, workers: int) -> Counts:
    """Score all sources and write the rows; the workbench stays as it is."""
    began = wiring.utc_now()
    with ExitStack() as stack:
        scratch = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="factcheck-score-")))
        settings = settings_of(context)
        if job.evidence:
            settings = replace(settings, db=str(scratch / "evidence.db"))
        bench = _evidence_bench(context, job, settings)
        stack.enter_context(bench.database)
        # Before the evidence is read: a file that belongs to another run is refused at once.
        part = stack.enter_context(PartFile(target.out or scratch / "rows.jsonl", job.identity, kept=target.kept))
        failures, warnings = _add_evidence(context, job, bench)
        rows = _Rows(part, target)
        begun = rows.begun.inputs
        if begun:
            output.say(context, f"Going on behind {output.counted(begun, 'input')} that an earlier run scored.")
        pool = stack.enter_context(Workers(partial(wiring.open_scorer, settings, job.wanted), workers))
        loaded = time.monotonic()
        with progress.working(context, "Loading the models"):
            (_,) = pool.answers([models_of])
        loaded = time.monotonic() - loaded
        evidence = _index(context, bench, pool, scratch)
        if evidence.path is None:
            output.say(context, "There is no evidence: nothing can be supported or refuted.")
        rows.head()
        counts = _write(context, job, pool, evidence, rows)
        counts.fail(failures)
        counts.warn(warnings)
        ending.take(part.rows)
        ended = wiring.utc_now()
        told = {
            "began_at": began.isoformat(timespec="seconds"),
            "ended_at": ended.isoformat(timespec="seconds"),
            "seconds": round((ended - began).total_seconds(), 1),
            "loading_seconds": round(loaded, 1),
            "workers": workers,
            "format": target.format,
            "inputs_of_an_earlier_run": begun,
            **counts.as_dict(),
            "statuses": dict(sorted(ending.tally.statuses.items())),
            "versions": package_versions(),
        }
        part.finish(told, to_csv if target.format == "csv" else None)
    made = f"{output.counted(counts.rows, 'row')} of {output.counted(counts.inputs, 'input')}"
    output.say(context, f"{made} in {target.out}." if target.out else f"{made}.")
    return counts


def refuse_to_save(context: click.Context, job: Job) -> None:
    """Raise where what is scored couldn't be stored.

    Raises:
        UsageError: For evidence that isn't in the workbench, ready claims, and what can be read only once.
    """
    if job.evidence:
        raise UsageError(
            "What --evidence names isn't in the workbench, so that no suggestion on it can be stored there.",
            hint="Add it with `factcheck evidence add SOURCE...` first, and leave --evidence out.",
        )
    if "-" in job.sources:
        raise UsageError("Standard input can't be scored and stored.", hint="Write it to a file, and name that.")
    if (name := _sources(context, job).ready_claims()) is not None:
        raise UsageError(
            f"{name} holds ready claims, which stand in no article that could be stored.",
            hint="Leave it out, or leave --save out.",
        )


def save_all(context: click.Context, job: Job) -> None:
    """Store articles, claims and suggestions, as `add` and `match` do; what is stored already stays as it is."""
    settings = settings_of(context)
    bench = wiring.open_workbench(settings)
    bench.reader = wiring.make_reader(settings, whole=takes_whole(context))
    added: list[AddedArticle] = []
    with bench.database:
        # What can't be read was said before.
        for source in job.sources:
            added += [each for each in add_articles(bench, [source]) if not isinstance(each, ReadFailure)]
        with progress.working(context, "Loading the model"):
            _ = bench.encoder
        progress.measured(context, update_index(bench, "claim"), label="Embedding claims")
        progress.measured(context, rank(bench), label="Ranking claims")
        ids = {claim.id for each in added for claim in bench.claims.of_article(each.article.id)}
        claims = [claim for claim in open_claims(bench) if claim.id in ids]
        for _ in progress.counted(context, match(bench, claims), total=len(claims), label="Storing suggestions"):
            pass
    articles = output.counted(len({each.article.id for each in added}), "article")
    output.say(context, f"Stored {articles} with {output.counted(len(claims), 'open claim')} in {job.db}.")


def _sources(context: click.Context, job: Job) -> Sources:
    reader = wiring.make_reader(settings_of(context), whole=takes_whole(context))
    return Sources(names=job.sources, reader=reader, max_bytes=job.max_bytes, files_in=wiring.files_in_folder)


def _evidence_bench(context: click.Context, job: Job, settings: Settings) -> Workbench:
    if not job.evidence and not settings.db_path.exists():
        raise UsageError(
            f"There is no evidence: {settings.db_path} doesn't exist.",
            hint="Name some with --evidence SOURCE, or a workbench with --db.",
        )
    bench = wiring.open_workbench(settings, mode="create" if job.evidence else "read")
    bench.reader = wiring.make_reader(settings, whole=takes_whole(context))
    return bench


def _add_evidence(
    context: click.Context, job: Job, bench: Workbench
) -> tuple[list[tuple[str, FactcheckError]], list[tuple[str, str]]]:
    """Take the evidence in that was given on the spot; gives what could not be read of it, and what is warned of."""
    if not job.evidence:
        return [], []
    added = 0
    warnings: list[tuple[str, str]] = []

    def show(result: AddedDocument) -> None:
        nonlocal added
        added += 1
        told = [(result.document.source.address, words) for words in result.warnings]
        _warn(told)
        warnings.extend(told)

    failures = read_all(context, job.evidence, lambda source: add_evidence(bench, [source]), show)
    if not added:
        output.finish([error for _, error in failures], 0)
    return failures, warnings


def _index(context: click.Context, bench: Workbench, pool: Pool[Scorer], folder: Path) -> Evidence:
    found: list[Evidence] = []

    def steps() -> Iterator[tuple[int, int]]:
        for step in index_evidence(bench, pool, folder):
            if isinstance(step, Evidence):
                found.append(step)
            else:
                yield step

    progress.measured(context, steps(), label="Indexing evidence")
    return found[-1]


def _write(context: click.Context, job: Job, pool: Pool[Scorer], evidence: Evidence, rows: _Rows) -> Counts:
    """Score and write, and show how far it is."""
    sources = _sources(context, job)
    _, articles, claims = sources.count()
    counts = rows.begun

    def steps() -> Iterator[tuple[int, int, str]]:
        nonlocal counts
        before, began = replace(counts), time.monotonic()
        for step in run(sources, pool, evidence, rows.part):
            counts = step.counts
            for failure in step.failures:
                output.say(context, f"{failure.error.message} {failure.error.hint}")
            _warn(step.warnings)
            rows.show(step.lines)
            seconds = time.monotonic() - began
            total = max(articles + claims, counts.inputs + counts.failed)
            done = counts.inputs + counts.failed
            left = seconds / (done - before.inputs - before.failed) * (total - done)
            rate = (counts.claims - before.claims) / seconds
            yield done, total, f"{rate:.1f} claims/s, {_duration(left)} left"

    progress.told(context, steps(), label="Scoring")
    return counts


def _warn(warnings: Iterable[tuple[str, str]]) -> None:
    for address, words in warnings:
        output.warn(f"{shown(address)}: {words}")


def _duration(seconds: float) -> str:
    whole = round(seconds)
    if whole < 100:
        return f"{whole} s"
    return f"{whole // 60} min" if whole < 6000 else f"{whole / 3600:.1f} h"
