"""`factcheck eval`: how well the product does on labelled rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import eval_output, eval_stance
from factcheck.cli.eval_output import measuring
from factcheck.cli.options import everywhere, settings_of, with_encoder, with_parser

if TYPE_CHECKING:
    from factcheck.workbench.evaluating import Measured


@click.group("eval")
@everywhere
def command() -> None:
    """Measure factcheck on files of labelled rows: JSON Lines, plain or gzipped. Needs no workbench.

    Each figure comes with its n and a 95 % interval: a bootstrap over documents, 1,000 resamples, fixed seed.

    \b
    Example:
      factcheck eval segment gum_dev.jsonl.gz ewt_dev.jsonl.gz
      factcheck eval checkworthy debates.jsonl --json | jq '.results[].metrics.f1'
    """


@command.command("segment")
@measuring
@click.pass_context
def segment(context: click.Context, /, **given: Any) -> None:  # noqa: ANN401  # the options of `measuring`
    """Sentence boundaries: the exact ends of sentences.

    Rows have `sentences` and `par_start` (which of them begin a paragraph), or `sentences` and their `text`.

    \b
    Example:
      factcheck eval segment gum_dev.jsonl.gz
      factcheck eval segment gum_dev.jsonl.gz --limit 5 --errors
    """
    from factcheck.workbench.evaluating import Evaluator

    _run(context, "segment", Evaluator.segment, given)


@command.command("checkworthy")
@measuring
@with_parser
@with_encoder
@click.pass_context
def checkworthy(context: click.Context, /, **given: Any) -> None:  # noqa: ANN401  # the options of `measuring`
    """Which texts are worth checking: those at a probability of 0.5 or more, and their order.

    Rows have `text` and `label`, 0 or 1, and may name the `speech` they come from.

    \b
    Example:
      factcheck eval checkworthy checkthat24_en_dev.jsonl.gz
    """
    from factcheck.workbench.evaluating import Evaluator

    _run(context, "checkworthy", Evaluator.checkworthy, given)


@command.command("split")
@measuring
@with_parser
@click.pass_context
def split(context: click.Context, /, **given: Any) -> None:  # noqa: ANN401  # the options of `measuring`
    """The propositions of single sentences, matched one to one at a token Jaccard of at least 0.8.

    Rows have `complex` and `simple`, or `sentence` and `propositions`, and may name their document as `doc_id`.

    \b
    Example:
      factcheck eval split wiki_split_validation.jsonl.gz --limit 500
    """
    from factcheck.workbench.evaluating import Evaluator

    _run(context, "split", Evaluator.split, given)


@command.command("claims")
@measuring
@with_parser
@click.pass_context
def claims(context: click.Context, /, **given: Any) -> None:  # noqa: ANN401  # the options of `measuring`
    """Kinds, speakers, propositions and substitutions of labelled sentences, in their articles.

    FILE holds the labels; the articles are in the file beside it that has `articles` for `labels` in its name.

    \b
    Example:
      factcheck eval claims tests/data/news_claims/dev_labels.jsonl --errors
    """
    from factcheck.workbench.evaluating import Evaluator

    _run(context, "claims", Evaluator.claims, given)


def _run(context: click.Context, task: str, measured: Measured, given: Mapping[str, Any]) -> None:
    """Measure each file, and print what came out.

    Args:
        given: The values of the options of `measuring`, by name.
    """
    from functools import partial

    from factcheck import wiring
    from factcheck.cli import progress
    from factcheck.workbench.evaluating import Evaluator

    evaluator = Evaluator(wiring.parts(settings_of(context)), partial(progress.counted, context), limit=given["limit"])
    eval_output.show(task, [measured(evaluator, path) for path in given["files"]], given)


command.add_command(eval_stance.stance)
command.add_command(eval_stance.verdict)
