"""`factcheck add`: articles → claims."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from factcheck.cli.options import everywhere, facts_of, json_option, settings_of, source_facts, with_encoder

if TYPE_CHECKING:
    from factcheck.workbench.adding import AddedArticle


@click.command("add")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@source_facts
@json_option
@with_encoder
@everywhere
@click.pass_context
def command(context: click.Context, sources: tuple[str, ...], as_json: bool) -> None:
    """Take in articles (text, Markdown or HTML files; - for standard input) and find their claims.

    A text or Markdown file may begin with a block of facts between two lines of ---, such as `title: …` and
    `published-on: 2025-05-23`. Adding the same article again changes nothing.

    \b
    Example:
      factcheck add story.html --url https://example.org/story --published-on 2025-05-23
    """
    from factcheck import wiring
    from factcheck.cli import output, progress
    from factcheck.domain.sources import ReadFailure
    from factcheck.workbench.adding import add_articles
    from factcheck.workbench.indexing import update_index

    known = facts_of(context)
    added: list[AddedArticle] = []
    failures = []
    bench = wiring.open_workbench(settings_of(context), mode="create")
    with bench.database:
        for result in progress.counted(
            context, add_articles(bench, sources, known), total=len(sources), label="Reading"
        ):
            if isinstance(result, ReadFailure):
                failures.append((result.address, result.error))
                output.say(context, f"{result.address}: {result.error.message} {result.error.hint}")
            else:
                added.append(result)
                if not as_json:
                    _print(context, result)
        if any(result.found for result in added):
            with progress.working(context, "Loading the model"):
                _ = bench.encoder
            progress.measured(context, update_index(bench, "claim"), label="Embedding claims")
    if as_json:
        output.print_json({"articles": [_json(result) for result in added], "failures": output.failure_rows(failures)})
    if added:
        output.next_step(context, "factcheck evidence add SOURCE..., then factcheck match")
    output.finish([error for _, error in failures], len(added))


def _print(context: click.Context, result: AddedArticle) -> None:
    from factcheck.cli import output

    words = output.counted(result.claims, "claim")
    if not result.is_new:
        words += ", was here already" if not (result.found or result.withdrawn) else f", {result.found} of them new"
    if result.withdrawn:
        words += f", {result.withdrawn} withdrawn"
    click.echo(f"{result.article.id}  {output.shortened(result.article.title, 70)}  ({words})")
    warn_of_loss(context, result.kept_of)


def warn_of_loss(context: click.Context, kept_of: tuple[int, int] | None) -> None:
    """Say how much of a page was kept: extraction is the step where text is lost in silence."""
    from factcheck.cli import output

    if kept_of is not None:
        kept, visible = kept_of
        output.say(context, f"  kept {kept} of {visible} characters of the page")


def _json(result: AddedArticle) -> dict[str, object]:
    return {
        "id": result.article.id,
        "title": result.article.title,
        "address": result.article.source.address,
        "is_new": result.is_new,
        "claims": result.claims,
        "found": result.found,
        "withdrawn": result.withdrawn,
        "kept_of": list(result.kept_of) if result.kept_of else None,
    }
