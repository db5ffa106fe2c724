"""`factcheck history`: what was decided, by whom, when."""

from __future__ import annotations

from collections.abc import Mapping

import click

from factcheck.cli.options import everywhere, json_option, settings_of
from factcheck.domain.lineage import ClaimStep
from factcheck.domain.reviews import Act, ReviewEvent


@click.command("history")
@click.argument("claim")
@json_option
@everywhere
@click.pass_context
def command(context: click.Context, claim: str, as_json: bool) -> None:
    """Show everything that was done to one claim, oldest first: decisions, evidence, and the steps of its lineage.

    None of it is ever changed or removed.

    \b
    Example:
      factcheck history c-7k2m9q
    """
    import factcheck
    from factcheck.cli import output
    from factcheck.cli.tables import paragraph, plain

    with factcheck.open(settings=settings_of(context), mode="read") as bench:
        view = bench.claim(claim)
        claim_id = view.claim.id
        reused = bench.repeated(view)
    if as_json:
        from factcheck.report.records.forms import form

        output.print_json({"claim_id": claim_id, "history": form(view.history), "lineage": form(view.lineage)})
        return
    console = output.console()
    # Two logs, each in its own order; time puts one beside the other.
    acts: list[ClaimStep | ReviewEvent] = [*view.lineage, *view.history]
    for act in sorted(acts, key=lambda each: each.at):
        if isinstance(act, ClaimStep):
            console.print(plain(f"{act.at:%Y-%m-%d %H:%M:%S} UTC  step {act.number}  {act.by}  {act.words}"))
            lines = [act.reason, *act.changes]
        else:
            console.print(plain(f"{act.at:%Y-%m-%d %H:%M:%S} UTC  #{act.number}  {act.by}  {_words(act, reused)}"))
            lines = [act.rationale, act.without_evidence and f"without evidence: {act.without_evidence}"]
            lines.append(f"about the {act.media.words}" if act.media else "")
        for line in filter(None, lines):
            paragraph(console, line, indent=4)
    if not view.history and not view.lineage:
        output.say(context, f"Nothing was done to {claim_id} yet.")


def _words(event: ReviewEvent, reused: Mapping[int, str]) -> str:
    passages = ", ".join(
        f"{quote.passage_id} ({quote.stance.value})" if quote.stance else quote.passage_id for quote in event.quotes
    )
    if event.act is Act.DECIDE and event.status is not None:
        same = f", the same as {reused[event.reuses]} (#{event.reuses})" if event.reuses else ""
        return f"decided {event.verdict}" + (f" on {passages}" if passages else "") + same
    if event.act is Act.WITHDRAW:
        return f"withdrew decision #{event.withdraws}"
    return f"{event.act.value}ed {passages}"
