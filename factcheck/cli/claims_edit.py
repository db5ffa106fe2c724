"""`factcheck claims edit`: reword a claim."""

from __future__ import annotations

import click

from factcheck.cli.claims_steps import revision_seen, step_options, tell_step
from factcheck.cli.options import settings_of
from factcheck.domain.claims import ClaimKind

_KINDS = [kind.value for kind in ClaimKind if kind.is_claim]


@click.command("edit")
@click.argument("claim")
@click.option("--checked", metavar="TEXT", help="The new wording, in full.")
@click.option(
    "--without",
    metavar="WORDS",
    multiple=True,
    help="Words to put back as they were said, in place of the substitution.",
)
@click.option("--kind", type=click.Choice(_KINDS), help="What kind of claim it is.")
@click.option("--speaker", metavar="NAME", help='Who said it; "" for the article itself.')
@step_options
@click.pass_context
def edit(  # noqa: PLR0913  # one parameter an option
    context: click.Context,
    claim: str,
    checked: str | None,
    without: tuple[str, ...],
    kind: str | None,
    speaker: str | None,
    reason: str,
    supersede: bool,
    as_json: bool,
) -> None:
    """Reword a claim. Only what is verified changes, never what the article said; the old wording is kept.

    A decision on the old wording stays in the history and doesn't count for the new one.

    \b
    Example:
      factcheck claims edit c-7k2m9q --checked "Ann Lee left the ministry on 23 May 2025." --by Ana
      factcheck claims edit c-7k2m9q --without "he" --by Ana
    """
    from factcheck import wiring
    from factcheck.store.lookup import resolve
    from factcheck.workbench import editing

    settings = settings_of(context)
    change = editing.Change(checked=checked, without=without, kind=ClaimKind(kind) if kind else None, speaker=speaker)
    bench = wiring.open_workbench(settings)
    with bench.database:
        claim_id = resolve(bench.database, "c", claim)
        based_on = revision_seen(bench, claim_id, supersede)
        step = editing.edit(bench, claim_id, change, by=settings.reviewer, reason=reason, based_on=based_on)
        tell_step(context, bench, step, [claim_id], as_json=as_json, after=f"factcheck match {claim_id}")
