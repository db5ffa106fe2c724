"""`factcheck undo`: take back what one did last."""

from __future__ import annotations

import click

from factcheck.cli.options import everywhere, json_option, settings_of, signed


@click.command("undo")
@json_option
@signed
@everywhere
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """Take back your last decision, or your last edit of a claim if that came later. Nothing is erased.

    The withdrawal is added to the history. Called again, it takes back what came before.

    \b
    Example:
      factcheck undo --by Ana
    """
    import factcheck
    from factcheck.cli import output
    from factcheck.domain.lineage import ClaimStep
    from factcheck.report.records.forms import form

    with factcheck.open(settings=settings_of(context), mode="write") as bench:
        event = bench.undo()
        status = bench.claim(event.claim_id).state.status
    if isinstance(event, ClaimStep):
        if as_json:
            output.print_json({"step": form(event), "status": status.value})
        else:
            click.echo(f"Took step {event.takes_back} on {event.claim_id} back; it is {status.words} now.")
    elif as_json:
        output.print_json({"event": form(event), "status": status.value})
    else:
        click.echo(f"Withdrew decision #{event.withdraws} on {event.claim_id}, which is {status.words} now.")
