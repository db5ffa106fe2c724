"""`factcheck claims split`: several claims in the place of one."""

from __future__ import annotations

import click

from factcheck.cli.claims_steps import step_options, tell_step
from factcheck.cli.options import settings_of


@click.command("split")
@click.argument("claim")
@click.option("--at", metavar="TEXT|OFFSET", multiple=True, help="Where a part begins: its first words; repeatable.")
@click.option(
    "--part", "parts", metavar="TEXT", multiple=True, help="The words of a part, with … for words left out; repeatable."
)
@step_options
@click.pass_context
def split(  # noqa: PLR0913  # one parameter an option
    context: click.Context,
    claim: str,
    at: tuple[str, ...],
    parts: tuple[str, ...],
    reason: str,
    supersede: bool,
    as_json: bool,
) -> None:
    """Replace a claim by several, each with the exact words of the article that it consists of.

    Say where the second part (and each one after it) begins, or give the words of every part. Parts may share words.
    OFFSET counts characters of the article, as `start` and `end` of a claim do.

    \b
    Example:
      factcheck claims split c-7k2m9q --at "and lost" --by Ana
      factcheck claims split c-7k2m9q --part "The ferry struck a pier" --part "The ferry … sank" --by Ana
    """
    import factcheck

    with factcheck.open(settings=settings_of(context), mode="write") as bench:
        step = bench.split(claim, at=at, parts=parts, reason=reason, supersede=supersede)
        made = step.related_ids
        tell_step(context, bench, step, made, as_json=as_json, after=f"factcheck match {' '.join(made)}")
