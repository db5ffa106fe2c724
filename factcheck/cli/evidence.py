"""`factcheck evidence`: documents → passages; attach and detach."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.options import (
    everywhere,
    fact,
    facts_of,
    json_option,
    settings_of,
    signed,
    source_facts,
    sources_argument,
    takes_whole,
    with_encoder,
    with_reader,
)
from factcheck.domain.documents import DocumentKind
from factcheck.domain.stances import StanceLabel

if TYPE_CHECKING:
    from factcheck.workbench.adding import AddedDocument


@click.group("evidence")
@everywhere
def command() -> None:
    """Add evidence; attach passages to claims or detach them.

    \b
    Example:
      factcheck evidence add ministry.html --publisher "Ministry of Health" --kind official
      factcheck evidence attach c-7k2m9q p-4x1ztb --by Ana
    """


@command.command("add")
@sources_argument
@with_reader
@source_facts
@fact("--publisher", metavar="NAME", help="Who published it.")
@fact("--owner", metavar="NAME", help="Who owns the publisher.")
@fact("--kind", type=click.Choice([kind.value for kind in DocumentKind]), help="What it is.  [default: document]")
@json_option
@with_encoder
@everywhere
@click.pass_context
def add(context: click.Context, sources: tuple[str, ...], as_json: bool) -> None:
    """Take in documents, cut them into passages and index them.

    SOURCE is a file (text, Markdown, HTML, PDF, DOCX, ODT, EPUB), an RSS or Atom feed, JSON Lines (.jsonl, .jsonl.gz),
    a folder of such files, a web address (only with --fetch), or - for standard input.

    A note (--kind note) is your own words about a source; it is never shown as the publisher's.

    \b
    Example:
      factcheck evidence add notes/*.md --kind note --publisher "Channel NewsAsia" --url https://example.org/x
    """
    import factcheck
    from factcheck.cli import output, progress
    from factcheck.cli.add import Told, sum_up, tell_of_reading

    told = Told(context)
    added: list[AddedDocument] = []

    def show(result: AddedDocument) -> None:
        added.append(result)
        told.come()
        if not as_json:
            words = output.counted(result.passages, "passage") + ("" if result.is_new else ", already in the workbench")
            click.echo(f"{result.document.id}  {output.shortened(result.document.title, 70)}  ({words})")
            tell_of_reading(context, result, reader=result.document.source.reader)

    with (
        factcheck.open(settings=settings_of(context)) as bench,
        progress.followed(context) as follow,
    ):
        bench.add_evidence(
            *sources,
            whole=takes_whole(context),
            on_added=show,
            on_failure=told.failed,
            on_progress=told.before(follow),
            **facts_of(context),
        )
    if as_json:
        output.print_json(
            {"documents": [_json(result) for result in added], "failures": output.failure_rows(told.failures)}
        )
    if len(added) + len(told.failures) > 1:
        passages = output.counted(sum(result.passages for result in added), "passage")
        sum_up(context, "document", added, f"{passages} in all", len(told.failures))
    if added:
        output.next_step(context, "factcheck match")
    output.finish([error for _, error in told.failures], len(added))


@command.command("attach")
@click.argument("claim")
@click.argument("passage")
@click.option(
    "--stance", type=click.Choice([stance.value for stance in StanceLabel]), help="What it says of the claim."
)
@json_option
@signed
@everywhere
@click.pass_context
def attach(context: click.Context, claim: str, passage: str, stance: str | None, as_json: bool) -> None:
    """Attach a passage to a claim; the claim is in review from then on.

    \b
    Example:
      factcheck evidence attach c-7k2m9q p-4x1ztb --stance refutes --by Ana
    """
    import factcheck
    from factcheck.cli import output
    from factcheck.report.records.forms import form

    with factcheck.open(settings=settings_of(context), mode="write") as bench:
        event = bench.attach(claim, passage, stance=stance)
    if as_json:
        output.print_json({"event": form(event) if event else None})
    elif event is None:
        click.echo(f"{passage} was attached already.")
    else:
        click.echo(f"Attached {event.quotes[0].passage_id} to {event.claim_id}.")


@command.command("detach")
@click.argument("claim")
@click.argument("passage")
@json_option
@signed
@everywhere
@click.pass_context
def detach(context: click.Context, claim: str, passage: str, as_json: bool) -> None:
    """Detach a passage from a claim. A decision that was signed with it keeps it.

    \b
    Example:
      factcheck evidence detach c-7k2m9q p-4x1ztb --by Ana
    """
    import factcheck
    from factcheck.cli import output
    from factcheck.report.records.forms import form

    with factcheck.open(settings=settings_of(context), mode="write") as bench:
        event = bench.detach(claim, passage)
    if as_json:
        output.print_json({"event": form(event)})
    else:
        click.echo(f"Detached {event.quotes[0].passage_id} from {event.claim_id}.")


def _json(result: AddedDocument) -> dict[str, object]:
    return {
        "id": result.document.id,
        "title": result.document.title,
        "address": result.document.source.address,
        "is_new": result.is_new,
        "passages": result.passages,
        "kept_of": list(result.kept_of) if result.kept_of else None,
        "warnings": list(result.warnings),
    }
