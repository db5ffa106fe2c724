"""`factcheck claims drop` and `restore`: off the list, and back."""

from __future__ import annotations

import click

from factcheck.cli.claims_steps import revision_seen, step_options, tell_step
from factcheck.cli.options import settings_of


@click.command("drop")
@click.argument("claim")
@step_options
@click.pass_context
def drop(context: click.Context, claim: str, reason: str, supersede: bool, as_json: bool) -> None:
    """Take a claim off the list. It stays stored with its whole history, and no detector brings it back.

    \b
    Example:
      factcheck claims drop c-7k2m9q --because "A caption, not a claim." --by Ana
    """
    from factcheck import wiring
    from factcheck.store.lookup import resolve
    from factcheck.workbench import editing

    settings = settings_of(context)
    bench = wiring.open_workbench(settings)
    with bench.database:
        claim_id = resolve(bench.database, "c", claim)
        based_on = revision_seen(bench, claim_id, supersede)
        step = editing.drop(bench, claim_id, by=settings.reviewer, reason=reason, based_on=based_on)
        tell_step(context, bench, step, [], as_json=as_json, after="factcheck claims")


@click.command("restore")
@click.argument("claim")
@step_options
@click.pass_context
def restore(context: click.Context, claim: str, reason: str, supersede: bool, as_json: bool) -> None:
    """Take back the last step on a claim: put a dropped one back on the list, or undo a split, a merge or an edit.

    A split or a merge can be taken back as long as nobody has decided the claims that it made.

    \b
    Example:
      factcheck claims restore c-7k2m9q --by Ana
    """
    from factcheck import wiring
    from factcheck.store.lookup import resolve
    from factcheck.workbench import editing

    settings = settings_of(context)
    bench = wiring.open_workbench(settings)
    with bench.database:
        claim_id = resolve(bench.database, "c", claim)
        based_on = revision_seen(bench, claim_id, supersede)
        step = editing.restore(bench, claim_id, by=settings.reviewer, reason=reason, based_on=based_on)
        # Taking a merge back brings all of its claims back.
        made = bench.claims.by_ids(step.related_ids)
        back = dict.fromkeys([claim_id, *(parent for each in made for parent in each.parent_ids)])
        tell_step(context, bench, step, [*back], as_json=as_json, after=f"factcheck show {claim_id}")
