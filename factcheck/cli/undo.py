"""`factcheck undo`: withdraw one's last decision."""

from __future__ import annotations

import click

from factcheck.cli.options import everywhere, json_option, settings_of, signed


@click.command("undo")
@json_option
@signed
@everywhere
@click.pass_context
def command(context: click.Context, as_json: bool) -> None:
    """Withdraw your last decision. The withdrawal is added to the history; nothing is erased.

    Called again, it withdraws the one before.

    \b
    Example:
      factcheck undo --by Ana
    """
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.cli.as_json import event_json
    from factcheck.workbench import deciding
    from factcheck.workbench.reading import claim_view

    settings = settings_of(context)
    bench = wiring.open_workbench(settings)
    with bench.database:
        event = deciding.undo(bench, by=settings.reviewer)
        status = claim_view(bench, event.claim_id).state.status
    if as_json:
        output.print_json({"event": event_json(event), "status": status.value})
    else:
        click.echo(f"Withdrew decision #{event.withdraws} on {event.claim_id}, which is {status.words} now.")
