"""`factcheck match`: claims ↔ evidence."""

from __future__ import annotations

import click

from factcheck.cli.options import everywhere, json_option, settings_of, with_encoder, with_parser, with_stance_model


@click.command("match")
@click.argument("claims", nargs=-1, metavar="[CLAIM...]")
@json_option
@with_parser
@with_encoder
@with_stance_model
@everywhere
@click.pass_context
def command(context: click.Context, claims: tuple[str, ...], as_json: bool) -> None:
    """Find evidence for claims and suggest a status; all open claims, unless some are named.

    A suggestion is the machine's and never a decision; each says what it is based on.

    \b
    Example:
      factcheck match
      factcheck match c-7k2m9q --json
    """
    import factcheck
    from factcheck.cli import output, progress
    from factcheck.cli.tables import claims_table

    with (
        factcheck.open(settings=settings_of(context), mode="write") as bench,
        progress.followed(context) as follow,
    ):
        matched = bench.match(claims or None, on_progress=follow)
        ids = {suggestion.claim_id for suggestion in matched}
        rows = [row for row in bench.claims() if row.claim.id in ids]
        passages = bench.passage_ids(sorted(ids)) if as_json else {}
        documents = bench.count_documents()
    if as_json:
        from factcheck.report.records.published import row_form

        output.print_json({"claims": [row_form(row, passages) for row in rows]})
    elif rows:
        claims_table(output.console(), rows)
    if not matched:
        output.say(context, "There are no open claims to match.")
    elif not documents:
        output.say(context, "There is no evidence yet. Add some with: factcheck evidence add SOURCE...")
    else:
        output.next_step(context, "factcheck review")
