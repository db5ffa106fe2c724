"""`factcheck claims`: the list."""

from __future__ import annotations

import click

from factcheck.cli.options import everywhere, json_option, settings_of
from factcheck.domain.statuses import Status


@click.command("claims")
@click.option("--status", type=click.Choice([status.value for status in Status]), help="Only those of this status.")
@click.option("--article", metavar="ARTICLE", help="Only those of this article.")
@json_option
@everywhere
@click.pass_context
def command(context: click.Context, status: str | None, article: str | None, as_json: bool) -> None:
    """List the claims, in the order of their articles. Loads no model.

    \b
    Example:
      factcheck claims --status unreviewed
      factcheck claims --json | jq '.claims[].checked'
    """
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.cli.as_json import row_json
    from factcheck.store.lookup import resolve
    from factcheck.workbench.reading import claim_rows

    bench = wiring.open_workbench(settings_of(context), mode="read")
    with bench.database:
        article_id = resolve(bench.database, "a", article) if article else None
        rows = claim_rows(bench, status=Status(status) if status else None, article_id=article_id)
        titles = bench.articles.titles()
    if as_json:
        output.print_json({"claims": [row_json(row) for row in rows]})
        return
    from factcheck.cli.tables import claims_table, plain

    console = output.console()
    for shown in dict.fromkeys(row.claim.article_id for row in rows):
        console.print(plain(f"{titles[shown]}  ({shown})"), style="bold")
        claims_table(console, [row for row in rows if row.claim.article_id == shown])
    if not rows:
        output.say(
            context, "No such claims." if status or article else "There are no claims yet: factcheck add SOURCE..."
        )
