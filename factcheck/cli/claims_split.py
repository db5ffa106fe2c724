"""`factcheck claims split`: several claims in the place of one."""

from __future__ import annotations

import click

from factcheck.cli.claims_steps import revision_seen, step_options, tell_step
from factcheck.cli.options import settings_of


@click.command("split")
@click.argument("claim")
@click.option("--at", metavar="TEXT|OFFSET", multiple=True, help="Where a part begins: its first words; repeatable.")
@click.option(
    "--part", "parts", metavar="TEXT", multiple=True, help="The words of a part, with … for words left out; repeatable."
)
@step_options
@click.pass_context
def split(  # noqa: PLR0913  # one parameter an option
    context: click.Context,
    claim: str,
    at: tuple[str, ...],
    parts: tuple[str, ...],
    reason: str,
    supersede: bool,
    as_json: bool,
) -> None:
    """Replace a claim by several, each with the exact words of the article that it consists of.

    Say where the second part (and each one after it) begins, or give the words of every part. Parts may share words.
    OFFSET counts characters of the article, as `start` and `end` of a claim do.

    \b
    Example:
      factcheck claims split c-7k2m9q --at "and lost" --by Ana
      factcheck claims split c-7k2m9q --part "The ferry struck a pier" --part "The ferry … sank" --by Ana
    """
    from factcheck import wiring
    from factcheck.store.lookup import resolve
    from factcheck.workbench import splitting

    settings = settings_of(context)
    bench = wiring.open_workbench(settings)
    with bench.database:
        claim_id = resolve(bench.database, "c", claim)
        based_on = revision_seen(bench, claim_id, supersede)
        made = splitting.split(
            bench, claim_id, at=at, parts=parts, by=settings.reviewer, reason=reason, based_on=based_on
        )
        step = bench.steps.of_claim(claim_id)[-1]
        ids = [each.id for each in made]
        tell_step(context, bench, step, ids, as_json=as_json, after=f"factcheck match {' '.join(ids)}")
