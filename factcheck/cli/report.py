"""`factcheck report`: what the readers get."""

from __future__ import annotations

from pathlib import Path

import click

from factcheck.cli.options import everywhere, settings_of
from factcheck.errors import UsageError


@click.command("report")
@click.option(
    "--format", "name", metavar="FORMAT", help="html, markdown, json, docx or pdf.  [default: by --out, else html]"
)
@click.option("--out", metavar="FILE", help="Where to write it.  [default: standard output]")
@click.option("--article", metavar="ARTICLE", help="Only this article.")
@click.option("--with-snapshots", "snapshots", is_flag=True, help="Put the sources' bytes into it; JSON only.")
@everywhere
@click.pass_context
def command(context: click.Context, name: str | None, out: str | None, article: str | None, snapshots: bool) -> None:
    """Write a report: every claim with its status, rationale and quoted evidence, who decided and when.

    A claim that nobody has decided is marked "not reviewed". The HTML report is one file and loads nothing. DOCX and
    PDF need an extra each: pip install 'factcheck[docx,pdf]'.

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
    if snapshots and chosen is not report_format("json"):
        raise UsageError("Only a JSON report can hold the sources' bytes.", hint="Add --format json.")
    bench = wiring.open_workbench(settings_of(context), mode="read")
    with bench.database:
        article_id = resolve(bench.database, "a", article) if article is not None else None
        rows = report_rows(bench, article_id=article_id, snapshots=snapshots)
    if out is None or out == "-":
        output.print_bytes(lambda stream: write_utf8(chosen, rows, stream))
        return
    write_report(chosen, rows, Path(out), kept=(bench.database.path, bench.index_folder))
    claims, articles = output.counted(len(rows.claims), "claim"), output.counted(len(rows.articles), "article")
    output.say(context, f"Wrote {out}: {claims} of {articles}.")
