"""`factcheck claims`: the list, and what a person does to the claims themselves."""

from __future__ import annotations

import click

from factcheck.cli import claims_drop, claims_edit, claims_merge, claims_split
from factcheck.cli.options import everywhere, json_option, settings_of
from factcheck.domain.statuses import Status


@click.group("claims", invoke_without_command=True)
@click.option("--status", type=click.Choice([status.value for status in Status]), help="Only those of this status.")
@click.option("--article", metavar="ARTICLE", help="Only those of this article.")
@click.option("--reason", metavar="CODE", help="Only those whose suggestion has this reason: FC111.")
@click.option("--ranked", is_flag=True, help="What is most worth checking first, by the desk's own priorities.")
@json_option
@everywhere
@click.pass_context
def command(
    context: click.Context, status: str | None, article: str | None, reason: str | None, ranked: bool, as_json: bool
) -> None:
    """List the claims in the order of their articles, or edit, split, merge, drop and restore them. Loads no model.

    \b
    Example:
      factcheck claims --status unreviewed
      factcheck claims --ranked | head -20
      factcheck claims --reason FC111
      factcheck claims --json | jq '.claims[].checked'
      factcheck claims edit c-7k2m9q --without "he" --by Ana
    """
    if context.invoked_subcommand is not None:
        if status or article is not None or reason or ranked or as_json:
            raise click.UsageError(
                f"Options of the list don't go with {context.invoked_subcommand}, which has its own."
            )
        return
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.domain.reasons import code_named
    from factcheck.store.lookup import resolve
    from factcheck.workbench.reading import by_priority, claim_rows

    code = code_named(reason) if reason else None
    bench = wiring.open_workbench(settings_of(context), mode="read")
    with bench.database:
        article_id = resolve(bench.database, "a", article) if article is not None else None
        rows = claim_rows(bench, status=Status(status) if status else None, article_id=article_id)
        if code is not None:
            rows = [row for row in rows if row.suggestion is not None and code in row.suggestion.codes]
        titles = bench.articles.titles()
        order = by_priority(bench, rows) if ranked else [(row, None) for row in rows]
        passages = bench.suggestions.passage_ids([row.claim.id for row in rows]) if as_json else {}
    if as_json:
        from factcheck.cli.as_json import row_json

        output.print_json({"claims": [row_json(row, passages.get(row.claim.id, ()), place) for row, place in order]})
        return
    from factcheck.cli.tables import claims_table, plain, ranked_table

    console = output.console()
    if ranked:
        ranked_table(console, order)
        rows = []
    for shown in dict.fromkeys(row.claim.article_id for row in rows):
        console.print(plain(f"{titles[shown]}  ({shown})"), style="bold")
        claims_table(console, [row for row in rows if row.claim.article_id == shown])
    if not order:
        output.say(
            context,
            "No such claims."
            if status or article is not None or reason
            else "There are no claims yet: factcheck add SOURCE...",
        )


for _each in (claims_edit.edit, claims_split.split, claims_merge.merge, claims_drop.drop, claims_drop.restore):
    command.add_command(_each)
