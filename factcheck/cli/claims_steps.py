"""What the commands that change claims share: their options, and how a step is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.options import everywhere, json_option, signed
from factcheck.domain.lineage import ClaimStep, StepAct
from factcheck.language.display import one_line

if TYPE_CHECKING:
    from factcheck.api.workbench import Workbench
    from factcheck.workbench.bench import Bench

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def step_options(command: Decorated) -> Decorated:
    """The options of every command that changes claims."""
    for option in (
        everywhere,
        signed,
        json_option,
        click.option("--supersede", is_flag=True, help="Go ahead even though another person decided the claim."),
        click.option("--because", "reason", metavar="TEXT", default="", help="Why."),
    ):
        command = option(command)
    return command


def revision_seen(bench: Bench, claim_id: str, supersede: bool) -> int | None:
    """What `--supersede` stands for: that the claim was looked at as it is now."""
    from factcheck.workbench.stepping import state_now

    return state_now(bench, claim_id).revision if supersede else None


def tell_step(
    context: click.Context, bench: Workbench, step: ClaimStep, shown: Sequence[str], *, as_json: bool, after: str
) -> None:
    """Print what was done and the claims it left, and name the next command. While the workbench is open.

    Args:
        shown: Ids of the claims to print.
        after: The next command.
    """
    from factcheck.cli import output

    views = [bench.claim(claim_id) for claim_id in shown]
    if as_json:
        from factcheck.report.records.forms import form
        from factcheck.report.records.published import claim_form

        claims = [claim_form(view.claim, view.state.status, view.suggestion) for view in views]
        output.print_json({"step": form(step), "claims": claims})
        return
    click.echo(f"Saved {step.at:%H:%M:%S} UTC  step {step.number}  {one_line(step.words)}, by {one_line(step.by)}")
    for view in views:
        words = output.shortened(view.claim.checked, 300)
        click.echo(f"  {view.claim.id}  {output.status_words(view.state.status)}  “{words}”")
        outdated = view.state.outdated
        if outdated is not None and outdated.status is not None:
            words = f"{outdated.by} decided {outdated.status.words} on an earlier wording of {view.claim.id}"
            output.say(context, f"{words}; that stays in its history and doesn't count for this wording.")
    output.next_step(context, after)
    if step.act is not StepAct.RESTORE:
        output.say(context, f"To take it back: factcheck claims restore {step.claim_id}")
