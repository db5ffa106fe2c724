"""`factcheck report`: what the readers get."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.options import everywhere, settings_of


@click.command("report")
@click.option(
    "--format",
    "name",
    metavar="FORMAT",
    help="html, markdown, json, csv, claimreview, fever or averitec.  [default: by --out, else html]",
)
@click.option("--out", metavar="FILE", help="Where to write it.  [default: standard output]")
@click.option("--article", metavar="ARTICLE", help="Only this article.")
@everywhere
@click.pass_context
def command(context: click.Context, name: str | None, out: str | None, article: str | None) -> None:
    """Write a report: every claim with its status, rationale and quoted evidence, who decided and when.

    A claim that nobody has decided is marked "not reviewed". The HTML report is one file and loads nothing.

    \b
    Example:
      factcheck report --out report.html
      factcheck report --format json | jq '.claims[].status'
    """
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.report.formats import report_format
    from factcheck.store.lookup import resolve
    from factcheck.workbench.exporting import format_of, write_report, write_utf8
    from factcheck.workbench.reading import report_rows

    chosen = report_format(name or format_of(out) or "html")
    bench = wiring.open_workbench(settings_of(context), mode="read")
    with bench.database:
        rows = report_rows(bench, article_id=resolve(bench.database, "a", article) if article is not None else None)
    if out is None or out == "-":
        output.print_bytes(lambda stream: write_utf8(chosen, rows, stream))
    else:
        write_report(chosen, rows, Path(out), kept=(bench.database.path, bench.index_folder))
        claims, articles = output.counted(len(rows.claims), "claim"), output.counted(len(rows.articles), "article")
        output.say(context, f"Wrote {out}: {claims} of {articles}.")
    if chosen.labels:
        output.say(context, f"Labels: {', '.join(f'{status} → {label}' for status, label in chosen.labels.items())}.")
    for loss in chosen.losses(rows):
        output.warn(loss)
