"""`factcheck claims merge`: one claim in the place of several."""

from __future__ import annotations

import click

from factcheck.cli.claims_steps import step_options, tell_step
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
    import factcheck

    with factcheck.open(settings=settings_of(context), mode="write") as bench:
        step = bench.merge(claims, checked=checked, reason=reason, supersede=supersede)
        (made,) = step.related_ids
        tell_step(context, bench, step, [made], as_json=as_json, after=f"factcheck match {made}")
