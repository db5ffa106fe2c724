"""`factcheck review`: the terminal UI."""

from __future__ import annotations

import sys

import click

from factcheck.cli.options import everywhere, settings_of, signed, with_encoder, with_parser, with_stance_model


@click.command("review")
@click.option("--article", metavar="ARTICLE", help="Only the claims of this article.")
@signed
@with_parser
@with_encoder
@with_stance_model
@everywhere
@click.pass_context
def command(context: click.Context, article: str | None) -> None:
    """Open the reviewer: the queue of claims, each in its article with its evidence beside it. ? shows the keys.

    \b
    Example:
      factcheck review --by Ana
    """
    import factcheck
    from factcheck.errors import UsageError

    settings = settings_of(context)
    # Opened here once, so that a database that can't be used is said before the screen changes.
    with factcheck.open(settings=settings) as bench:
        article_id = bench.article(article).id if article is not None else None
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "The reviewer needs a terminal.", hint="In a script use: factcheck claims, show, evidence attach, decide."
        )
    from factcheck.tui.app import ReviewApp

    code = ReviewApp(settings, reviewer=settings.reviewer, article_id=article_id).run()
    if isinstance(code, int) and code:
        context.exit(code)
