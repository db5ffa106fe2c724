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
    import factcheck
    from factcheck.cli import output, progress
    from factcheck.cli.tables import paragraph, plain, scores

    with (
        factcheck.open(settings=settings_of(context), mode="write") as bench,
        progress.working(context, "Loading the model and searching"),
    ):
        found = bench.search(text, top_k=top)
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
