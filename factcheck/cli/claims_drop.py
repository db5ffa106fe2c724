"""`factcheck claims drop` and `restore`: off the list, and back."""

from __future__ import annotations

import click

from factcheck.cli.claims_steps import step_options, tell_step
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
    import factcheck

    with factcheck.open(settings=settings_of(context), mode="write") as bench:
        step = bench.drop(claim, reason=reason, supersede=supersede)
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
    import factcheck

    with factcheck.open(settings=settings_of(context), mode="write") as bench:
        step = bench.restore(claim, reason=reason, supersede=supersede)
        # Taking a merge back brings all of its claims back.
        made = [bench.claim(each).claim for each in step.related_ids]
        back = dict.fromkeys([step.claim_id, *(parent for each in made for parent in each.parent_ids)])
        tell_step(context, bench, step, [*back], as_json=as_json, after=f"factcheck show {step.claim_id}")
