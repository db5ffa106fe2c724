"""`factcheck check`: one article against evidence named on the spot, in one line."""

from __future__ import annotations

from collections.abc import Sequence

import click

from factcheck.cli.options import (
    all_named,
    everywhere,
    facts_of,
    json_option,
    source_facts,
    with_encoder,
    with_parser,
    with_reader,
    with_stance_model,
    with_top_k,
)
from factcheck.domain.claims import ClaimKind

_AGAINST = "--against"


class _TakesMany(click.Command):
    """Lets `--against` take all that follows it up to the next option, as a shell writes `notes/*.md`."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        return super().parse_args(ctx, list(_repeated(args)))


def _repeated(arguments: Sequence[str]) -> list[str]:
    made: list[str] = []
    takes = is_value = False
    for place, each in enumerate(arguments):
        if each == "--":
            return [*made, *arguments[place:]]
        if is_value:
            made.append(each)
            is_value = False
        elif each.startswith("-") and each != "-":
            takes = each == _AGAINST or each.startswith(f"{_AGAINST}=")
            is_value = each == _AGAINST
            made.append(each)
        else:
            made += [_AGAINST, each] if takes else [each]
    return made


@click.command("check", cls=_TakesMany)
@click.argument("article", metavar="ARTICLE", callback=lambda c, p, value: all_named(c, p, (value,))[0])
@click.option(
    _AGAINST,
    "against",
    multiple=True,
    required=True,
    metavar="SOURCE...",
    callback=all_named,
    help="The evidence: files, folders, addresses; repeatable.",
)
@click.option("--no-model", is_flag=True, help="Stop after the first look: words, numbers, dates and names compared.")
@with_top_k
@click.option(
    "--kind",
    "kinds",
    multiple=True,
    type=click.Choice([kind.value for kind in ClaimKind if kind.is_claim]),
    help="Only claims of this kind; repeatable.",
)
@click.option(
    "--min-check-worthiness", "least", type=click.FloatRange(0, 1), default=0.0, metavar="P", help="From 0 to 1."
)
@click.option("--fail-on", multiple=True, metavar="STATUS[:P]", help="Exit with 1 where this is found; repeatable.")
@click.option("--baseline", metavar="FILE", help="Rows of an earlier run: what fails there doesn't fail again.")
@json_option
@source_facts
@with_reader
@with_parser
@with_encoder
@with_stance_model
@everywhere
@click.pass_context
def command(  # noqa: PLR0913  # click gives each option by its name
    context: click.Context,
    article: str,
    against: tuple[str, ...],
    no_model: bool,
    kinds: tuple[str, ...],
    least: float,
    fail_on: tuple[str, ...],
    baseline: str | None,
    as_json: bool,
) -> None:
    """Check one article against evidence, without a workbench: what is refuted first, with the words that refute it.

    ARTICLE and SOURCE are what `factcheck add` takes; ARTICLE may be - for standard input. Nothing is stored, and what
    is printed is what the machine suggests and no decision.

    In a terminal a first look comes at once: claims, and passages that share their words and have other
    numbers, dates or names. What the models make of it follows when they have read.

    \b
    Example:
      factcheck check story.html --against sources/ --published-on 2025-05-23
      factcheck check - --against notes/*.md --no-model --fail-on differs < draft.md
    """
    from factcheck.cli.check_steps import Asked, check
    from factcheck.domain.sources import SourceFacts

    asked = Asked(
        article=article,
        evidence=against,
        facts=SourceFacts(**facts_of(context)),
        kinds=frozenset(map(ClaimKind, kinds)),
        least=least,
        fail_on=fail_on,
        baseline=baseline,
        no_model=no_model,
        as_json=as_json,
    )
    check(context, asked)
