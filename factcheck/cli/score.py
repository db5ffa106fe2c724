"""`factcheck score`: many articles or ready claims → rows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from factcheck.cli.options import (
    all_named,
    everywhere,
    settings_of,
    sources_argument,
    takes_whole,
    with_encoder,
    with_parser,
    with_reader,
    with_stance_model,
    with_top_k,
)
from factcheck.domain.claims import ClaimKind
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.cli.score_steps import Target

FORMATS: Final = {"jsonl": (".jsonl", ".ndjson", ".json"), "csv": (".csv",), "parquet": (".parquet", ".pq")}
"""What `--format` takes, with the suffixes of `--out` that stand for it."""


class _Command(click.Command):
    """Takes what follows `--ray` for its address only where it is one: `--ray news/` means a source."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        from factcheck.workbench.ray_address import is_address

        end = args.index("--") if "--" in args else len(args)
        for place in range(end):
            following = args[place + 1] if place + 1 < end else ""
            if args[place] == "--ray" and not is_address(following):
                args[place] = "--ray="
        return super().parse_args(ctx, args)


@click.command("score", cls=_Command)
@sources_argument
@click.option(
    "--evidence",
    multiple=True,
    metavar="SOURCE",
    callback=all_named,
    help="Score against this instead of --db; repeatable.",
)
@click.option("--out", metavar="FILE", help="Where the rows go; a run that was ended goes on.  [default: stdout]")
@click.option("--format", "name", type=click.Choice([*FORMATS]), help="[default: by --out, else jsonl]")
@with_top_k
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in ClaimKind if kind.is_claim]),
    help="Only claims of this kind; repeatable.",
)
@click.option(
    "--min-check-worthiness", "least", type=click.FloatRange(0, 1), default=0.0, metavar="P", help="From 0 to 1."
)
@click.option("--workers", type=click.IntRange(1, 256), metavar="N", help="Processes.  [default: the cores, at most 4]")
@click.option(
    "--ray", metavar="[ADDRESS]", help="Score on a Ray cluster: that of RAY_ADDRESS, or begun here, or a new one."
)
@click.option("--save", is_flag=True, help="Then store articles, claims and suggestions in --db too.")
@click.option("--fail-on", multiple=True, metavar="STATUS[:P]", help="Exit with 1 where this is suggested; repeatable.")
@click.option("--baseline", metavar="FILE", help="Rows of an earlier run: what fails there doesn't fail again.")
@click.option("--summary", is_flag=True, help="Print a table of what came out.")
@click.option("--junit", metavar="FILE", help="Write what passed and failed as JUnit XML.")
@click.option("--dry-run", is_flag=True, help="Say what would be done and about how long it takes; load no model.")
@with_reader
@with_parser
@with_encoder
@with_stance_model
@everywhere
@click.pass_context
def command(  # noqa: PLR0913  # click gives each option by its name
    context: click.Context,
    sources: tuple[str, ...],
    evidence: tuple[str, ...],
    out: str | None,
    name: str | None,
    kinds: tuple[str, ...],
    least: float,
    workers: int | None,
    ray: str | None,
    save: bool,
    fail_on: tuple[str, ...],
    baseline: str | None,
    summary: bool,
    junit: str | None,
    dry_run: bool,
) -> None:
    """Score articles, or ready claims, against evidence: one row for each claim, in the order of the input.

    SOURCE is what `factcheck add` takes, or a file of claims: JSON Lines with "claim" (such as FEVER's) or AVeriTeC's
    JSON list. The evidence is that of the workbench, or what --evidence names. The workbench stays as it is, but for
    --save. A row is what the machine suggests and no decision.

    \b
    Example:
      factcheck score news/ --evidence sources/ --out rows.jsonl --summary
      factcheck score draft.html --fail-on refuted:0.9 --baseline known.jsonl
    """
    from factcheck.cli.score_ending import Ending
    from factcheck.cli.score_steps import Target, refuse_parquet, refuse_to_save, save_all, score_all
    from factcheck.workbench.bench import index_folder_of
    from factcheck.workbench.gates import gate_of
    from factcheck.workbench.score_run import Job
    from factcheck.workbench.scoring import Wanted
    from factcheck.workbench.workers import default_workers

    settings = settings_of(context)
    target = Target(
        out=None if out in (None, "-") else Path(str(out)),
        format=_format(name, out),
        kept=(settings.db_path, index_folder_of(settings.db_path)),
        rows_only=not (save or fail_on or junit or summary),
    )
    _check_targets(target, junit)
    job = Job(
        sources=sources,
        evidence=evidence,
        db=settings.db,
        wanted=Wanted(kinds=frozenset(map(ClaimKind, kinds)), least=least),
        top_k=settings.top_k,
        max_bytes=int(settings.max_input_mb * 1_000_000),
        max_blocks=settings.max_blocks,
        max_sentences=settings.max_sentences,
        whole=takes_whole(context),
    )
    if save:
        refuse_to_save(context, job)
    if target.format == "parquet":
        refuse_parquet(target)
    ending = Ending(
        [gate_of(each) for each in fail_on], out=target.out, baseline=baseline, junit=junit, summary=summary
    )
    if dry_run:
        from factcheck.cli.score_plan import say_plan

        cores = workers or default_workers()
        say_plan(context, job, target, workers=cores, saves=save, on_cluster=ray is not None)
        return
    counts = score_all(context, job, target, ending, workers=workers, ray=ray)
    if save and counts.inputs:
        save_all(context, job)
    ending.finish(context, counts, on_stdout=target.out is not None)


def _check_targets(target: Target, junit: str | None) -> None:
    """Refuse to write where something would be taken away, the workbench first of all."""
    from factcheck.workbench.part_file import check_out
    from factcheck.workbench.targets import check_target

    if target.out is not None:
        check_out(target.out, target.kept)
    if junit is not None:
        check_target(Path(junit), option="--junit", kept=target.kept)


def _format(name: str | None, out: str | None) -> str:
    suffix = Path(out).suffix.lower() if out and out != "-" else ""
    by_suffix = next((each for each, suffixes in FORMATS.items() if suffix in suffixes), None)
    if name is None and by_suffix is None and suffix:
        raise UsageError(
            f"{out} doesn't say in which format the rows are wanted.",
            hint=f"Name one with --format: {', '.join(FORMATS)}.",
        )
    return name or by_suffix or "jsonl"
