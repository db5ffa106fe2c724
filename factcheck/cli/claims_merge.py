"""`factcheck claims merge`: one claim in the place of several."""

from __future__ import annotations

import click

from factcheck.cli.claims_steps import revision_seen, step_options, tell_step
from factcheck.cli.options import settings_of


@click.command("merge")
@click.argument("claims", nargs=-1, required=True, metavar="CLAIM CLAIM...")
@click.option("--checked", metavar="TEXT", help="The wording of the new claim.  [default: theirs, one after the other]")
@step_options
@click.pass_context
def merge(  # one parameter an option
    context: click.Context,
    claims: tuple[str, ...],
    checked: str | None,
    reason: str,
    supersede: bool,
    as_json: bool,
) -> None:
    """Replace several claims of one article by a single one. Its exact words are theirs, in the order of the text.

    \b
    Example:
      factcheck claims merge c-7k2m9q c-4x1ztb --checked "The ferry struck a pier and sank." --by Ana
    """
    from factcheck import wiring
    from factcheck.store.lookup import resolve
    from factcheck.workbench import splitting

    settings = settings_of(context)
    bench = wiring.open_workbench(settings)
    with bench.database:
        ids = list(dict.fromkeys(resolve(bench.database, "c", claim) for claim in claims))
        seen = {each: revision for each in ids if (revision := revision_seen(bench, each, supersede)) is not None}
        made = splitting.merge(bench, ids, checked=checked, by=settings.reviewer, reason=reason, based_on=seen)
        step = bench.steps.of_claim(made.parent_ids[0])[-1]
        tell_step(context, bench, step, [made.id], as_json=as_json, after=f"factcheck match {made.id}")
