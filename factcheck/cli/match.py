"""`factcheck match`: claims ↔ evidence."""

from __future__ import annotations

import click

from factcheck.cli.options import everywhere, json_option, settings_of, with_encoder, with_stance_model


@click.command("match")
@click.argument("claims", nargs=-1, metavar="[CLAIM...]")
@json_option
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
    from factcheck import wiring
    from factcheck.cli import output, progress
    from factcheck.cli.tables import claims_table
    from factcheck.store.lookup import resolve
    from factcheck.workbench.indexing import update_index
    from factcheck.workbench.matching import match, open_claims
    from factcheck.workbench.ranking import rank, unranked
    from factcheck.workbench.reading import claim_rows

    bench = wiring.open_workbench(settings_of(context))
    with bench.database:
        wanted = list(dict.fromkeys(resolve(bench.database, "c", claim) for claim in claims))
        chosen = bench.claims.by_ids(wanted) if wanted else open_claims(bench)
        if chosen or unranked(bench):
            with progress.working(context, "Loading the model"):
                _ = bench.encoder
            progress.measured(context, update_index(bench, "claim"), label="Embedding claims")
            progress.measured(context, rank(bench), label="Ranking claims")
            progress.measured(context, update_index(bench, "passage"), label="Embedding passages")
            for _ in progress.counted(context, match(bench, chosen), total=len(chosen), label="Matching"):
                pass
        ids = {claim.id for claim in chosen}
        rows = [row for row in claim_rows(bench) if row.claim.id in ids]
        passages = bench.suggestions.passage_ids(sorted(ids))
        documents = bench.documents.count()
    if as_json:
        from factcheck.report.records.published import row_form

        output.print_json({"claims": [row_form(row, passages) for row in rows]})
    elif rows:
        claims_table(output.console(), rows)
    if not chosen:
        output.say(context, "There are no open claims to match.")
    elif not documents:
        output.say(context, "There is no evidence yet. Add some with: factcheck evidence add SOURCE...")
    else:
        output.next_step(context, "factcheck review")
