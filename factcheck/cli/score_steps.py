"""The steps of `factcheck score`: what would be done, evidence, rows, and what is stored where that was asked for."""

from __future__ import annotations

import errno
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, nullcontext
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck import wiring
from factcheck.cli import output, progress
from factcheck.cli.add import read_all
from factcheck.cli.ending import UNHEARD
from factcheck.cli.options import settings_of, takes_whole
from factcheck.cli.streams import refused
from factcheck.domain.sources import ReadFailure
from factcheck.errors import FactcheckError, UsageError
from factcheck.ingest.opening import shown
from factcheck.report.records.score_rows import csv_head
from factcheck.report.scores.parquet import refuse_without_pyarrow
from factcheck.workbench.adding import AddedArticle, AddedDocument, add_articles, add_evidence
from factcheck.workbench.bench import Bench
from factcheck.workbench.checking import package_versions
from factcheck.workbench.indexing import update_index
from factcheck.workbench.matching import match, open_claims
from factcheck.workbench.part_file import PartFile
from factcheck.workbench.ranking import rank
from factcheck.workbench.score_inputs import ARTICLE, BATCH, Sources
from factcheck.workbench.score_run import (
    Counts,
    Job,
    begun_at,
    csv_of,
    index_evidence,
    models_of,
    run,
    signature_of,
    to_csv,
    to_parquet,
)
from factcheck.workbench.score_speed import Speed, keep, speed_of
from factcheck.workbench.scoring import Evidence, Scorer
from factcheck.workbench.scratch import scratch_folder
from factcheck.workbench.workers import Machines, Pool

if TYPE_CHECKING:
    from factcheck.cli.score_ending import Ending
    from factcheck.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where the rows go: to a file, or to standard output where `out` is None.

    Attributes:
        kept: What no file may be written over.
        rows_only: Whether nothing but rows was asked for.
    """

    out: Path | None
    format: str
    kept: tuple[Path, ...]
    rows_only: bool = True


def state_folder() -> Path:
    """Where what is remembered of runs is kept."""
    import platformdirs

    return platformdirs.user_state_path("factcheck")


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of this call, in the file where they are kept, and printed where no file was named."""

    context: click.Context
    part: PartFile
    target: Target

    @property
    def begun(self) -> Counts:
        """What an earlier run did of it."""
        return begun_at(self.part.state.progress, self.part.about)[0]

    def head(self) -> None:
        if self.target.out is None and self.target.format == "csv":
            output.print_bytes(lambda stream: stream.write(csv_head()))

    def show(self, lines: bytes, before: int) -> None:
        """Print the rows of a batch, behind so many rows; ends the command where nobody takes them any more."""
        if self.target.out is not None:
            return
        made = csv_of(lines) if self.target.format == "csv" else lines
        output.print_bytes(lambda stream: stream.write(made))
        if (error := refused()) is None:
            return
        if error.errno != errno.EPIPE:
            words = f"Error: Standard output can't be written to: {error.strerror}."
            click.echo(f"{words} It took {output.counted(before, 'row')} and a part of the next batch.", err=True)
            click.echo(
                "  → With --out FILE what is scored is kept, and the same command goes on where it was.", err=True
            )
            self.context.exit(UNHEARD)
        # The reader has seen enough; what else was asked for needs all rows.
        if self.target.rows_only:
            self.context.exit(0)


def score_all(
    context: click.Context, job: Job, target: Target, ending: Ending, *, workers: int | None, ray: str | None
) -> Counts:
    """Score all sources and write the rows; the workbench stays as it is.

    Args:
        workers: How many processes; None for as many as the machines have cores.
        ray: Where a cluster is; see `factcheck.wiring.open_machines`.
    """
    began = wiring.utc_now()
    with ExitStack() as stack:
        scratch = stack.enter_context(scratch_folder())
        settings = settings_of(context)
        output.warn_of_parser(settings)
        if job.evidence:
            settings = replace(settings, db=str(scratch / "evidence.db"))
        bench = _evidence_bench(context, job, settings)
        stack.enter_context(bench.database)
        machines = _machines(context, stack, ray, cores=workers)
        workers = workers or machines.cores
        # Before the evidence is read: a file that belongs to another run is refused at once.
        part = stack.enter_context(PartFile(target.out or scratch / "rows.jsonl", job.identity, kept=target.kept))
        failures, warnings = _add_evidence(context, job, bench)
        rows = _Rows(context, part, target)
        begun = rows.begun.inputs
        if begun:
            output.say(context, f"Going on behind {output.counted(begun, 'input')} that an earlier run scored.")
        make = partial(wiring.open_scorer, settings, job.wanted, machines.share_database(bench.database))
        pool = stack.enter_context(machines.workers(make, workers, alike=signature_of))
        loaded = time.monotonic()
        with progress.working(context, "Loading the models"):
            (_,) = pool.answers([models_of])
        loaded = time.monotonic() - loaded
        evidence = _index(context, bench, pool, scratch)
        if evidence.path is None:
            output.say(context, "There is no evidence: nothing can be supported or refuted.")
        else:
            evidence = replace(evidence, path=machines.share(Path(evidence.path)))
        rows.head()
        counts, speed = _write(context, job, pool, evidence, rows, workers=workers)
        if speed is not None and ray is None:
            keep(replace(speed, loading=loaded), settings_of(context), state_folder())
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
            "machines": machines.words or "this machine",
            "format": target.format,
            "inputs_of_an_earlier_run": begun,
            **counts.as_dict(),
            "statuses": dict(sorted(ending.tally.statuses.items())),
            "versions": package_versions(),
        }
        part.finish(told, {"csv": to_csv, "parquet": to_parquet}.get(target.format))
    made = f"{output.counted(counts.rows, 'row')} of {output.counted(counts.inputs, 'input')}"
    output.say(context, f"{made} in {target.out}." if target.out else f"{made}.")
    return counts


def _machines(context: click.Context, stack: ExitStack, ray: str | None, *, cores: int | None) -> Machines:
    def say(words: str) -> None:
        output.say(context, words)

    with progress.working(context, "Connecting to Ray") if ray is not None else nullcontext():
        machines = stack.enter_context(wiring.open_machines(ray, cores=cores, say=say))
    if machines.words:
        say(f"Scoring on {machines.words}.")
    return machines


def refuse_parquet(target: Target) -> None:
    """Raise where rows couldn't be written as Parquet.

    Raises:
        UsageError: If pyarrow is missing, or no file was named.
    """
    refuse_without_pyarrow()
    if target.out is None:
        raise UsageError("Parquet is a file and no stream of rows.", hint="Name one with --out FILE.parquet.")


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
    if (name := sources_of(context, job).ready_claims()) is not None:
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


def sources_of(context: click.Context, job: Job) -> Sources:
    """What is to be scored."""
    reader = wiring.make_reader(settings_of(context), whole=takes_whole(context))
    return Sources(names=job.sources, reader=reader, max_bytes=job.max_bytes, files_in=wiring.files_in_folder)


def _evidence_bench(context: click.Context, job: Job, settings: Settings) -> Bench:
    if not job.evidence and not settings.db_path.exists():
        raise UsageError(
            f"There is no evidence: {settings.db_path} doesn't exist.",
            hint="Name some with --evidence SOURCE, or a workbench with --db.",
        )
    bench = wiring.open_workbench(settings, mode="create" if job.evidence else "read")
    bench.reader = wiring.make_reader(settings, whole=takes_whole(context))
    return bench


def _add_evidence(
    context: click.Context, job: Job, bench: Bench
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


def _index(context: click.Context, bench: Bench, pool: Pool[Scorer], folder: Path) -> Evidence:
    found: list[Evidence] = []

    def steps() -> Iterator[tuple[int, int]]:
        for step in index_evidence(bench, pool, folder):
            if isinstance(step, Evidence):
                found.append(step)
            else:
                yield step

    progress.measured(context, steps(), label="Indexing evidence")
    return found[-1]


def _write(
    context: click.Context, job: Job, pool: Pool[Scorer], evidence: Evidence, rows: _Rows, *, workers: int
) -> tuple[Counts, Speed | None]:
    """Score and write, and show how far it is; gives besides how fast that was, where there was something to do."""
    sources = sources_of(context, job)
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
            rows.show(step.lines, counts.rows - step.lines.count(b"\n"))
            seconds = time.monotonic() - began
            total = max(articles + claims, counts.inputs + counts.failed)
            done = counts.inputs + counts.failed
            left = seconds / (done - before.inputs - before.failed) * (total - done)
            rate = (counts.claims - before.claims) / seconds
            yield done, total, f"{rate:.1f} claims/s, {duration(left)} left"

    began, before = time.monotonic(), replace(counts)
    progress.told(context, steps(), label="Scoring")
    inputs = counts.inputs - before.inputs
    return counts, speed_of(
        time.monotonic() - began,
        processes=min(workers, -(-inputs * ARTICLE // BATCH)) if not claims else workers,
        articles=0 if claims else inputs,
        claims=counts.claims - before.claims,
    )


def _warn(warnings: Iterable[tuple[str, str]]) -> None:
    for address, words in warnings:
        output.warn(f"{shown(address)}: {words}")


def duration(seconds: float) -> str:
    """So long, as people say it."""
    whole = round(seconds)
    if whole < 100:
        return f"{whole} s"
    return f"{whole // 60} min" if whole < 6000 else f"{whole / 3600:.1f} h"
