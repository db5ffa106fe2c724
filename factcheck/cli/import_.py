"""`factcheck import`: a report in JSON → a workbench."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from factcheck.cli.options import everywhere, json_option, settings_of
from factcheck.errors import UsageError


@click.command("import")
@click.argument("report", metavar="REPORT.json")
@json_option
@everywhere
@click.pass_context
def command(context: click.Context, report: str, as_json: bool) -> None:
    """Take in what a report in JSON holds: articles, evidence, claims, every decision, what the machine suggested.

    The workbench is made where it is missing. What it has already stays, and what doesn't go with it is refused:
    all of the report is taken in or nothing. It takes the report's word for who decided what.

    \b
    Example:
      factcheck report --format json --out desk.json
      factcheck import desk.json --db copy.db
    """
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.workbench.importing import checked_rows, import_report
    from factcheck.workbench.report_files import read_report

    found = read_report(Path(report))
    if found.page is not None:
        raise UsageError(
            f"{report} is a page; it holds what it shows and not all that a workbench needs.",
            hint="Import what `factcheck report --format json` wrote.",
        )
    rows = checked_rows(found)
    bench = wiring.open_workbench(settings_of(context), mode="create")
    with bench.database:
        done = import_report(bench, rows)
    if as_json:
        output.print_json(asdict(done))
        return
    new = (
        (done.articles, "article"), (done.documents, "document"), (done.claims, "claim"), (done.acts, "act"),
        (done.steps, "step"), (done.suggestions, "suggestion"),
    )  # fmt: skip
    told = ", ".join(output.counted(number, noun) for number, noun in new if number)
    click.echo(f"Took in {told}." if told else "All of it was there already.")
    if done.without_bytes:
        sources = output.counted(done.without_bytes, "source")
        output.say(context, f"Of {sources} the text and the digest came along, and the bytes didn't.")
    if told:
        output.next_step(context, "factcheck doctor --fix builds the indexes; factcheck review")
