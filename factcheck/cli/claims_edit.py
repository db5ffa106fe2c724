"""`factcheck claims edit`: reword a claim."""

from __future__ import annotations

import click

from factcheck.cli.claims_steps import step_options, tell_step
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
    import factcheck

    with factcheck.open(settings=settings_of(context), mode="write") as bench:
        step = bench.edit(
            claim, checked=checked, without=without, kind=kind, speaker=speaker, reason=reason, supersede=supersede
        )
        tell_step(context, bench, step, [step.claim_id], as_json=as_json, after=f"factcheck match {step.claim_id}")
