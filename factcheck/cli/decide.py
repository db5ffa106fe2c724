"""`factcheck decide`: sign a decision."""

from __future__ import annotations

import click

from factcheck.cli.options import everywhere, json_option, settings_of, signed
from factcheck.domain.statuses import Status

_DECISIONS = [status.value for status in Status if status.is_decision]


@click.command("decide")
@click.argument("claim")
@click.argument("status", type=click.Choice(_DECISIONS), metavar="STATUS")
@click.option("--because", "rationale", metavar="TEXT", default="", help="Why.")
@click.option(
    "--evidence", "passages", metavar="PASSAGE", multiple=True, help="A passage that it rests on; repeatable."
)
@click.option("--without-evidence", metavar="REASON", default="", help="Why there is no passage.")
@click.option("--supersede", is_flag=True, help="Put this in the place of another person's decision; both are kept.")
@json_option
@signed
@everywhere
@click.pass_context
def command(  # noqa: PLR0913  # one parameter an option
    context: click.Context,
    claim: str,
    status: str,
    rationale: str,
    passages: tuple[str, ...],
    without_evidence: str,
    supersede: bool,
    as_json: bool,
) -> None:
    """Sign a decision on a claim: supported, refuted, conflicting, not_enough_evidence or not_checkable.

    The first three need --because and at least one passage, attached before or named here (or --without-evidence).

    \b
    Example:
      factcheck decide c-7k2m9q refuted --because "He took office in January 2025." --evidence p-4x1ztb --by Ana
    """
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.cli.as_json import event_json
    from factcheck.domain.reviews import NewDecision
    from factcheck.store.lookup import resolve
    from factcheck.workbench import deciding
    from factcheck.workbench.reading import claim_view

    settings = settings_of(context)
    bench = wiring.open_workbench(settings)
    with bench.database:
        claim_id = resolve(bench.database, "c", claim)
        wanted = NewDecision(
            status=Status(status),
            rationale=rationale,
            passages=tuple(resolve(bench.database, "p", passage) for passage in passages),
            without_evidence=without_evidence,
        )
        based_on = claim_view(bench, claim_id).state.revision if supersede else None
        event = deciding.decide(bench, claim_id, wanted, by=settings.reviewer, based_on=based_on)
    if as_json:
        output.print_json({"event": event_json(event)})
    else:
        click.echo(f"Saved {event.at:%H:%M:%S} UTC  #{event.number}  {claim_id}  {wanted.status.words}, by {event.by}")
        output.say(context, "To take it back: factcheck undo")
