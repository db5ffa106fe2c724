"""`factcheck decide`: sign a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.options import everywhere, json_option, settings_of, signed
from factcheck.domain.media import Authenticity, Media, MediaKind, kind_of
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.language.display import one_line

if TYPE_CHECKING:
    from factcheck.domain.reviews import ReviewEvent
    from factcheck.workbench.bench import Bench

_DECISIONS = [status.value for status in Status if status.is_decision]
_STANCES = [stance.value for stance in StanceLabel]


@click.command("decide")
@click.argument(
    "arguments",
    nargs=-1,
    required=True,
    metavar="CLAIM STATUS | CLAIM --rating NAME | CLAIM... --same-as OTHER",
    shell_complete=lambda _context, _parameter, begun: [each for each in _DECISIONS if each.startswith(begun)],
)
@click.option("--because", "rationale", metavar="TEXT", default="", help="Why.")
@click.option(
    "--evidence",
    "passages",
    metavar="PASSAGE[:STANCE]",
    multiple=True,
    help=f"A passage that it is based on, and what you read in it: {', '.join(_STANCES)}; repeatable.",
)
@click.option("--without-evidence", metavar="REASON", default="", help="Why there is no passage.")
@click.option("--rating", metavar="NAME", default="", help="The house's own word for it; it implies the status.")
@click.option("--media", metavar="ADDRESS", default="", help="The picture, video or recording that the claim is about.")
@click.option(
    "--media-kind",
    type=click.Choice([kind.value for kind in MediaKind]),
    help="What that is.  [default: by the ending of ADDRESS]",
)
@click.option(
    "--media-category",
    type=click.Choice([each.value for each in Authenticity]),
    help="What was done to it; needed with --media.",
)
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
    rating: str,
    media: str,
    media_kind: str | None,
    media_category: str | None,
    same_as: str | None,
    supersede: bool,
    as_json: bool,
) -> None:
    """Sign a decision on a claim: supported, refuted, conflicting, not_enough_evidence or not_checkable.

    The first three need --because and at least one passage, attached before or named here (or else --without-evidence).
    Conflicting needs passages on both sides, each with what you read in it: p-4x1ztb:supports p-9m2k7q:refutes.
    With --same-as you sign the decision on another claim again, for each of the claims named.

    \b
    Example:
      factcheck decide c-7k2m9q refuted --because "He took office in January 2025." --evidence p-4x1ztb --by Ana
      factcheck decide c-7k2m9q --rating "Mostly false" --because "…" --evidence p-4x1ztb:refutes --by Ana
      factcheck decide c-4x1ztb c-9m2k7q --same-as c-7k2m9q --by Ana
    """
    if same_as is not None:
        if rationale or passages or without_evidence or rating or media:
            raise click.UsageError("--same-as copies all of a decision; give none of it with it.")
        _repeat(context, arguments, same_as, supersede=supersede, as_json=as_json)
        return
    if len(arguments) != 2 and not (len(arguments) == 1 and rating):
        raise click.UsageError("Name one claim and one status or --rating NAME, or several claims and --same-as OTHER.")
    claim, status = arguments[0], arguments[1] if len(arguments) == 2 else ""
    if status not in ("", *_DECISIONS):
        raise click.UsageError(f"{status!r} is not one of {', '.join(_DECISIONS)}.")
    about = _media(media, media_kind, media_category)
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.cli.claims_steps import revision_seen
    from factcheck.domain.reviews import NewDecision
    from factcheck.report.records.forms import form
    from factcheck.review.rules import rating_named
    from factcheck.store.lookup import resolve
    from factcheck.workbench import deciding

    settings = settings_of(context)
    given = rating_named(settings.organisation, rating) if rating else None
    bench = wiring.open_workbench(settings)
    with bench.database:
        claim_id = resolve(bench.database, "c", claim)
        stances = _stances(bench, passages)
        wanted = NewDecision(
            status=given.status if given and not status else Status(status),
            rationale=rationale,
            passages=tuple(stances),
            stances={passage: stance for passage, stance in stances.items() if stance is not None},
            without_evidence=without_evidence,
            rating=given,
            media=about,
        )
        based_on = revision_seen(bench, claim_id, supersede)
        event = deciding.decide(bench, claim_id, wanted, by=settings.reviewer, based_on=based_on)
    if as_json:
        output.print_json({"event": form(event)})
    else:
        _tell(event)
        output.say(context, "To take it back: factcheck undo")


def _media(address: str, kind: str | None, category: str | None) -> Media | None:
    """What the three options say.

    Raises:
        click.UsageError: If one of them is missing.
    """
    if not address:
        if kind or category:
            raise click.UsageError("--media-kind and --media-category say what --media ADDRESS is; give that too.")
        return None
    if category is None:
        raise click.UsageError(f"--media needs --media-category: one of {', '.join(Authenticity)}.")
    sort = MediaKind(kind) if kind else kind_of(address)
    if sort is None:
        raise click.UsageError(f"The address doesn't say what it is; add --media-kind: one of {', '.join(MediaKind)}.")
    return Media(address=address, kind=sort, category=Authenticity(category))


def _stances(bench: Bench, passages: tuple[str, ...]) -> dict[str, StanceLabel | None]:
    """The passages that were named, by id, with what the person reads in each where that was said.

    Raises:
        click.UsageError: If a stance is none, or two are given for one passage.
    """
    from factcheck.store.lookup import resolve

    found: dict[str, StanceLabel | None] = {}
    for named in passages:
        passage, colon, stance = named.partition(":")
        if colon and stance not in _STANCES:
            raise click.UsageError(f"{one_line(stance)!r} is not one of {', '.join(_STANCES)}.")
        passage_id = resolve(bench.database, "p", passage)
        read = StanceLabel(stance) if colon else None
        if read and found.get(passage_id, read) not in (read, None):
            raise click.UsageError(f"{passage_id} can't say two things of one claim.")
        found[passage_id] = read or found.get(passage_id)
    return found


def _repeat(context: click.Context, claims: tuple[str, ...], same_as: str, *, supersede: bool, as_json: bool) -> None:
    import factcheck
    from factcheck.cli import output
    from factcheck.report.records.forms import form

    with factcheck.open(settings=settings_of(context), mode="write") as bench:
        other = bench.claim(same_as).claim.id
        events = bench.decide_same_as(other, claims, supersede=supersede)
    if as_json:
        output.print_json({"events": form(events)})
        return
    for event in events:
        _tell(event, f", the same as {other}")
    output.say(context, "To take the last one back: factcheck undo")


def _tell(event: ReviewEvent, same: str = "") -> None:
    signed_by = f"{event.verdict}, by {one_line(event.by)}{same}"
    click.echo(f"Saved {event.at:%H:%M:%S} UTC  #{event.number}  {event.claim_id}  {signed_by}")
