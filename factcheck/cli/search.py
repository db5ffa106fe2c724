"""`factcheck search`: evidence for a text."""

from __future__ import annotations

import click

from factcheck.cli.options import everywhere, json_option, settings_of, with_encoder


@click.command("search")
@click.argument("text")
@click.option("--top", type=click.IntRange(1, 100), help="How many passages.  [default: top_k of the settings]")
@json_option
@with_encoder
@everywhere
@click.pass_context
def command(context: click.Context, text: str, top: int | None, as_json: bool) -> None:
    """Find evidence for a text, by its words and by its meaning. No claim is needed.

    \b
    Example:
      factcheck search "prisoners were exchanged in May" --top 3
    """
    from factcheck import wiring
    from factcheck.cli import output, progress
    from factcheck.cli.tables import paragraph, plain, scores
    from factcheck.errors import UsageError
    from factcheck.workbench.matching import search

    if not text.strip():
        raise UsageError("There is nothing to search for.", hint='Give some words: factcheck search "…".')
    settings = settings_of(context)
    bench = wiring.open_workbench(settings)
    with bench.database:
        if not bench.documents.count():
            found = []
        else:
            with progress.working(context, "Loading the model and searching"):
                found = search(bench, text, top_k=top or settings.top_k)
    if as_json:
        from factcheck.report.records.published import evidence_form

        output.print_json({"passages": [evidence_form(view) for view in found]})
        return
    console = output.console()
    for view in found:
        console.print(plain(f"{view.passage.id}  {view.citation.line}  ({scores(view)})"), style="bold")
        paragraph(console, f"“{view.passage.text}”", indent=4)
    if not found:
        output.say(context, "No evidence was found. Add some with: factcheck evidence add SOURCE...")
