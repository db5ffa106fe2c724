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
    import factcheck
    from factcheck.cli import output

    with factcheck.open(settings=settings_of(context), mode="read") as bench:
        rows = bench.claims(status=status, article=article, reason=reason)
        titles = bench.titles()
        order = bench.by_priority(rows) if ranked else [(row, None) for row in rows]
        passages = bench.passage_ids([row.claim.id for row in rows]) if as_json else {}
    if as_json:
        from factcheck.report.records.published import row_form

        output.print_json({"claims": [row_form(row, passages, place) for row, place in order]})
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
