"""`factcheck demo`: the sample, from nothing to suggestions."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import (
    everywhere,
    is_verbose,
    json_option,
    settings_of,
    with_encoder,
    with_parser,
    with_stance_model,
)

if TYPE_CHECKING:
    from rich.console import Console
    from rich.text import Text

    from factcheck.api.sample import Sample
    from factcheck.api.workbench import Workbench
    from factcheck.domain.progress import Progress
    from factcheck.domain.views import ClaimView, EvidenceView

DEFAULT_DB = "demo.db"


@click.command("demo")
@click.option("--no-review", is_flag=True, help="Don't offer the reviewer at the end.")
@json_option
@with_parser
@with_encoder
@with_stance_model
@everywhere
@click.pass_context
def command(context: click.Context, no_review: bool, as_json: bool) -> None:
    """Build a workbench from the sample article, show its claims with their best evidence, and offer the reviewer.

    It is built in demo.db in the current folder, unless --db names another file. What you decide there is kept when
    you run it again.

    \b
    Example:
      factcheck demo
    """
    import factcheck
    from factcheck.api.sample import read_sample, seeds_folder
    from factcheck.cli import output

    settings = settings_of(context, db=DEFAULT_DB)
    output.warn_of_parser(settings)
    sample = read_sample(seeds_folder())
    began = time.perf_counter()
    # The sample's rows carry a fixed time, so that every build of it is equal; what a person does then, the real one.
    with factcheck.open(settings=settings, clock=lambda: sample.recorded_at) as bench:
        shares = _built(context, bench, sample)
        article_id = next(iter(bench.titles()))
        views = [bench.claim(row.claim.id) for row in bench.claims(suggested=False)]
    if as_json:
        from factcheck.report.records.published import claim_form

        output.print_json(
            {
                "db": settings.db,
                "article_id": article_id,
                "seconds": {stage: round(seconds, 3) for stage, seconds in shares.items()},
                "claims": [claim_form(view.claim, view.state.status, view.suggestion) for view in views],
            }
        )
        return
    _print_claims(output.console(), views)
    output.say(
        context,
        f"Built {settings.db} in {time.perf_counter() - began:.1f} s: {output.counted(len(views), 'claim')}.",
    )
    if is_verbose(context):
        output.say(context, ", ".join(f"{stage} {seconds:.1f} s" for stage, seconds in shares.items()))
    interactive = sys.stdin.isatty() and sys.stdout.isatty() and not no_review
    if interactive and click.confirm("Open the reviewer?", default=True, err=True):
        from factcheck.tui.app import ReviewApp

        ReviewApp(settings, reviewer=settings.reviewer).run()
    elif not interactive:
        output.next_step(context, f"factcheck review --db {settings.db}")


def _built(context: click.Context, bench: Workbench, sample: Sample) -> dict[str, float]:
    """Fill the workbench with the sample; seconds of each stage by its name."""
    from factcheck.api.sample import build_sample
    from factcheck.cli import progress

    shares: dict[str, float] = {}
    stage, began = "", time.perf_counter()

    def end_stage(following: str) -> None:
        nonlocal stage, began
        now = time.perf_counter()
        shares[stage] = shares.get(stage, 0.0) + now - began
        stage, began = following, now

    with progress.followed(context) as follow:

        def told(step: Progress) -> None:
            end_stage(step.stage.value)
            follow(step)

        build_sample(bench, sample, on_progress=told)
    end_stage("")
    del shares[""]
    return shares


def _print_claims(console: Console, claims: Sequence[ClaimView]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from factcheck.cli.output import shortened
    from factcheck.cli.tables import coloured, plain

    table = Table(box=SIMPLE_HEAD, pad_edge=False, show_lines=True)
    table.add_column("claim", ratio=4, overflow="fold")
    table.add_column("best evidence", ratio=5, overflow="fold")
    table.add_column("stance and suggestion (the machine's)", ratio=3, overflow="fold")
    table.add_column("decision", min_width=12)
    for view in claims:
        best = _best(view)
        table.add_row(
            plain(shortened(view.claim.checked, 200)),
            plain(f"“{shortened(best.passage.text, 200)}” — {best.citation.line}" if best else "none found"),
            _machine(view, best),
            coloured(view.state.status),
        )
    console.print(table)


def _machine(view: ClaimView, best: EvidenceView | None) -> Text:
    """What the machine reads and suggests, the details it compared, and by which model."""
    from rich.text import Text

    from factcheck.cli.output import COLOURS
    from factcheck.cli.tables import plain

    suggestion = view.suggestion
    if suggestion is None:
        return Text("not matched")
    stance = best.stance if best else None
    lines = [Text(f"{stance.label.value}, suggests", style="dim")] if stance else []
    lines.append(Text(suggestion.status.words, style=f"bold {COLOURS[suggestion.status]}"))
    lines.extend(
        plain(each.note) for each in (stance.differences if stance else ()) if each.is_telling and each.passage_span
    )
    lines.append(Text(f"({suggestion.model})", style="dim"))
    return Text("\n").join(lines)


def _best(view: ClaimView) -> EvidenceView | None:
    """The passage that decided, or the nearest one."""
    deciding = view.suggestion.deciding_passage_id if view.suggestion else None
    chosen = [each for each in view.evidence if each.passage.id == deciding]
    return next(iter(chosen or view.evidence), None)
