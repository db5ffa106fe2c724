"""`factcheck history`: what was decided, by whom, when."""

from __future__ import annotations

import click

from factcheck.cli.options import everywhere, json_option, settings_of
from factcheck.domain.reviews import Act, ReviewEvent


@click.command("history")
@click.argument("claim")
@json_option
@everywhere
@click.pass_context
def command(context: click.Context, claim: str, as_json: bool) -> None:
    """Show all that was done to one claim, oldest first. Nothing of it is ever changed or removed.

    \b
    Example:
      factcheck history c-7k2m9q
    """
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.cli.as_json import event_json
    from factcheck.cli.tables import paragraph, plain
    from factcheck.store.lookup import resolve

    bench = wiring.open_workbench(settings_of(context), mode="read")
    with bench.database:
        claim_id = resolve(bench.database, "c", claim)
        history = bench.reviews.history(claim_id)
    if as_json:
        output.print_json({"claim_id": claim_id, "history": [event_json(event) for event in history]})
        return
    console = output.console()
    for event in history:
        console.print(plain(f"{event.at:%Y-%m-%d %H:%M:%S} UTC  #{event.number}  {event.by}  {_words(event)}"))
        for line in (event.rationale, event.without_evidence and f"without evidence: {event.without_evidence}"):
            if line:
                paragraph(console, line, indent=4)
    if not history:
        output.say(context, f"Nothing was done to {claim_id} yet.")


def _words(event: ReviewEvent) -> str:
    passages = ", ".join(quote.passage_id for quote in event.quotes)
    if event.act is Act.DECIDE and event.status is not None:
        return f"decided {event.status.words}" + (f" on {passages}" if passages else "")
    if event.act is Act.WITHDRAW:
        return f"withdrew decision #{event.withdraws}"
    return f"{event.act.value}ed {passages}"
