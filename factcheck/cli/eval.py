"""`factcheck eval`: how well the product does on labelled rows."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli.options import everywhere, json_option, settings_of, with_encoder

if TYPE_CHECKING:
    from rich.console import Console

    from factcheck.evaluation.results import Confusion, Figures, Mistake, Result
    from factcheck.workbench.evaluating import Measured

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


@click.group("eval")
@everywhere
def command() -> None:
    """Measure factcheck on files of labelled rows, JSON lines, plain or gzipped. Needs no workbench.

    Each figure has its n and a 95 % interval: documents drawn again with replacement, 1,000 times, always the same way.

    \b
    Example:
      factcheck eval segment gum_dev.jsonl.gz ewt_dev.jsonl.gz
      factcheck eval checkworthy debates.jsonl --json | jq '.results[].metrics.f1'
    """


def _measuring(function: Decorated) -> Decorated:
    """The arguments and options of every task."""
    for option in (
        everywhere,
        json_option,
        click.option("--errors", "with_errors", is_flag=True, help="List what went wrong, each with its line."),
        click.option(
            "--limit", type=click.IntRange(min=1), metavar="N", help="Only the first N rows of each file, a quick look."
        ),
        click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)),
    ):
        function = option(function)
    return function


@command.command("segment")
@_measuring
@click.pass_context
def segment(context: click.Context, /, **given: Any) -> None:  # noqa: ANN401  # the options of `_measuring`
    """Sentence boundaries: a sentence's end, exact.

    Rows have `sentences` and `par_start` (which of them begin a paragraph), or `sentences` and their `text`.

    \b
    Example:
      factcheck eval segment gum_dev.jsonl.gz
      factcheck eval segment gum_dev.jsonl.gz --limit 5 --errors
    """
    from factcheck.workbench.evaluating import Evaluator

    _run(context, "segment", Evaluator.segment, given)


@command.command("checkworthy")
@_measuring
@with_encoder
@click.pass_context
def checkworthy(context: click.Context, /, **given: Any) -> None:  # noqa: ANN401  # the options of `_measuring`
    """Which texts are worth checking: from a probability of 0.5 on, and their order.

    Rows have `text` and `label`, 0 or 1, and may name the `speech` they are of.

    \b
    Example:
      factcheck eval checkworthy checkthat24_en_dev.jsonl.gz
    """
    from factcheck.workbench.evaluating import Evaluator

    _run(context, "checkworthy", Evaluator.checkworthy, given)


@command.command("split")
@_measuring
@click.pass_context
def split(context: click.Context, /, **given: Any) -> None:  # noqa: ANN401  # the options of `_measuring`
    """The propositions of single sentences, matched one to one at a token Jaccard of at least 0.8.

    Rows have `complex` and `simple`, or `sentence` and `propositions`, and may name their document as `doc_id`.

    \b
    Example:
      factcheck eval split wiki_split_validation.jsonl.gz --limit 500
    """
    from factcheck.workbench.evaluating import Evaluator

    _run(context, "split", Evaluator.split, given)


@command.command("claims")
@_measuring
@click.pass_context
def claims(context: click.Context, /, **given: Any) -> None:  # noqa: ANN401  # the options of `_measuring`
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
        given: The values of the options of `_measuring`, by name.
    """
    from functools import partial

    from factcheck import wiring
    from factcheck.cli import output, progress
    from factcheck.workbench.evaluating import Evaluator

    evaluator = Evaluator(wiring.parts(settings_of(context)), partial(progress.counted, context), limit=given["limit"])
    results = [measured(evaluator, path) for path in given["files"]]
    with_errors = given["with_errors"]
    if given["as_json"]:
        output.print_json({"task": task, "results": [_json(result, with_errors=with_errors) for result in results]})
        return
    console = output.console()
    for result in results:
        _show(console, result, with_errors=with_errors)


def _json(result: Result, *, with_errors: bool) -> dict[str, Any]:
    shown = asdict(result)
    mistakes = shown.pop("mistakes")
    return {**shown, "errors": mistakes} if with_errors else shown


def _show(console: Console, result: Result, *, with_errors: bool) -> None:
    from factcheck.cli.output import counted
    from factcheck.cli.tables import plain

    console.print(plain(result.file), style="bold")
    console.print(plain(f"n = {result.n} in {counted(result.documents, 'document')}, by {result.by}"), style="dim")
    _figures_table(console, {"": result.metrics, **result.baselines})
    for name, confusion in result.confusions.items():
        _confusion_table(console, name, confusion)
    if with_errors:
        _errors_table(console, result.mistakes)


def _figures_table(console: Console, groups: dict[str, Figures]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("metric", no_wrap=True)
    for name in ("value", "95 % interval", "n"):
        table.add_column(name, justify="right", no_wrap=True)
    for group, figures in groups.items():
        for name, each in figures.items():
            words = name.replace("_", " ")
            label = f"baseline {group.replace('_', ' ')}: {words}" if group else words
            value, interval = (f"{each.value:.3f}", f"{each.low:.3f} – {each.high:.3f}") if each.n else ("–", "–")
            table.add_row(label, value, interval, str(each.n), style="dim" if group else "")
    console.print(table)


def _confusion_table(console: Console, name: str, confusion: Confusion) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    columns = sorted({found for row in confusion.values() for found in row})
    console.print(f"kinds of {name}: labelled ↓, found →")
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("")
    for column in columns:
        table.add_column(column.replace("_", " "), justify="right")
    for label, row in confusion.items():
        table.add_row(label.replace("_", " "), *(str(row.get(column, "·")) for column in columns))
    console.print(table)


def _errors_table(console: Console, mistakes: tuple[Mistake, ...]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    from factcheck.cli.output import shortened
    from factcheck.cli.tables import plain

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("line", justify="right", no_wrap=True)
    table.add_column("what", no_wrap=True)
    table.add_column("text", ratio=1)
    for each in mistakes:
        table.add_row(str(each.line), plain(each.what), plain(shortened(each.text, 300)))
    console.print(table)
