"""`factcheck decide`: sign a decision."""

from __future__ import annotations

import click

from factcheck.cli.options import everywhere, json_option, settings_of, signed
from factcheck.domain.reviews import ReviewEvent
from factcheck.domain.statuses import Status
from factcheck.language.display import one_line

_DECISIONS = [status.value for status in Status if status.is_decision]


@click.command("decide")
@click.argument(
    "arguments",
    nargs=-1,
    required=True,
    metavar="CLAIM STATUS | CLAIM... --same-as OTHER",
    shell_complete=lambda _context, _parameter, begun: [each for each in _DECISIONS if each.startswith(begun)],
)
@click.option("--because", "rationale", metavar="TEXT", default="", help="Why.")
@click.option(
    "--evidence", "passages", metavar="PASSAGE", multiple=True, help="A passage that it is based on; repeatable."
)
@click.option("--without-evidence", metavar="REASON", default="", help="Why there is no passage.")
@click.option("--same-as", metavar="CLAIM", help="Repeat the decision on this claim, with its rationale and evidence.")
@click.option("--supersede", is_flag=True, help="Put this in the place of another person's decision; both are kept.")
@json_option
@signed
@everywhere
@click.pass_context
def command(  # noqa: PLR0913  # one parameter an option
    context: click.Context,
    arguments: tuple[str, ...],
    rationale: str,
    passages: tuple[str, ...],
    without_evidence: str,
    same_as: str | None,
    supersede: bool,
    as_json: bool,
) -> None:
    """Sign a decision on a claim: supported, refuted, conflicting, not_enough_evidence or not_checkable.

    The first three need --because and at least one passage, attached before or named here (or else --without-evidence).
    With --same-as you sign the decision on another claim again, for each of the claims named.

    \b
    Example:
      factcheck decide c-7k2m9q refuted --because "He took office in January 2025." --evidence p-4x1ztb --by Ana
      factcheck decide c-4x1ztb c-9m2k7q --same-as c-7k2m9q --by Ana
    """
    if same_as is not None:
        if rationale or passages or without_evidence:
            raise click.UsageError("--same-as copies rationale and evidence; give neither with it.")
        _repeat(context, arguments, same_as, supersede=supersede, as_json=as_json)
        return
    if len(arguments) != 2:
        raise click.UsageError("Name one claim and one status, or several claims and --same-as OTHER.")
    claim, status = arguments
    if status not in _DECISIONS:
        raise click.UsageError(f"{status!r} is not one of {', '.join(_DECISIONS)}.")
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.cli.claims_steps import revision_seen
    from factcheck.domain.reviews import NewDecision
    from factcheck.report.records.forms import form
    from factcheck.store.lookup import resolve
    from factcheck.workbench import deciding

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
        based_on = revision_seen(bench, claim_id, supersede)
        event = deciding.decide(bench, claim_id, wanted, by=settings.reviewer, based_on=based_on)
    if as_json:
        output.print_json({"event": form(event)})
    else:
        _tell(event)
        output.say(context, "To take it back: factcheck undo")


def _repeat(context: click.Context, claims: tuple[str, ...], same_as: str, *, supersede: bool, as_json: bool) -> None:
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.cli.claims_steps import revision_seen
    from factcheck.report.records.forms import form
    from factcheck.store.lookup import resolve
    from factcheck.workbench.reusing import reuse

    settings = settings_of(context)
    bench = wiring.open_workbench(settings)
    with bench.database:
        other = resolve(bench.database, "c", same_as)
        ids = list(dict.fromkeys(resolve(bench.database, "c", claim) for claim in claims))
        seen = {each: revision for each in ids if (revision := revision_seen(bench, each, supersede)) is not None}
        events = reuse(bench, ids, other, by=settings.reviewer, based_on=seen)
    if as_json:
        output.print_json({"events": form(events)})
        return
    for event in events:
        _tell(event, f", the same as {other}")
    output.say(context, "To take the last one back: factcheck undo")


def _tell(event: ReviewEvent, same: str = "") -> None:
    status = event.status.words if event.status else ""
    click.echo(
        f"Saved {event.at:%H:%M:%S} UTC  #{event.number}  {event.claim_id}  {status}, by {one_line(event.by)}{same}"
    )
