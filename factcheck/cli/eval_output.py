"""What the tasks of `factcheck eval` share: their options, and how results are printed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

import click

from factcheck.cli.options import everywhere, json_option

if TYPE_CHECKING:
    from rich.console import Console

    from factcheck.evaluation.results import Confusion, Figures, Mistake, Result

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

_TOLD_APART: Final = {"sentences": "kinds of sentences", "propositions": "kinds of propositions"}
"""What a confusion table is of, where its name doesn't say it."""


def measuring(function: Decorated) -> Decorated:
    """The arguments and options of every task."""
    for option in (
        everywhere,
        json_option,
        click.option("--errors", "with_errors", is_flag=True, help="List what went wrong, each with its line."),
        click.option(
            "--limit",
            type=click.IntRange(min=1),
            metavar="N",
            help="Only the first N rows of each file, for a quick look.",
        ),
        click.argument("files", nargs=-1, required=True, metavar="FILE...", type=click.Path(path_type=Path)),
    ):
        function = option(function)
    return function


def show(task: str, results: Sequence[Result], given: Mapping[str, Any]) -> None:
    """Print what came out.

    Args:
        given: The values of the options of `measuring`, by name.
    """
    from factcheck.cli import output

    with_errors = given["with_errors"]
    if given["as_json"]:
        output.print_json({"task": task, "results": [_json(result, with_errors=with_errors) for result in results]})
        return
    console = output.console()
    for result in results:
        _show(console, result, with_errors=with_errors)


def _json(result: Result, *, with_errors: bool) -> dict[str, Any]:
    shown = asdict(result)
    # The curve has up to 200 points: it is there to be drawn.
    shown.pop("risk_coverage", None)
    mistakes = shown.pop("mistakes")
    return {**shown, "errors": mistakes} if with_errors else shown


def _show(console: Console, result: Result, *, with_errors: bool) -> None:
    from factcheck.cli.output import counted
    from factcheck.cli.tables import plain

    console.print(plain(result.file), style="bold")
    console.print(plain(f"n = {result.n} in {counted(result.documents, 'document')}, by {result.by}"), style="dim")
    for line in _judged_lines(result):
        console.print(plain(line), style="dim")
    _figures_table(console, _groups(result))
    for name, confusion in result.confusions.items():
        _confusion_table(console, name, confusion)
    if with_errors:
        _errors_table(console, result.mistakes)


def _judged_lines(result: Result) -> list[str]:
    """What there is to say of judged claims before their figures."""
    from factcheck.evaluation.results import JudgedResult

    if not isinstance(result, JudgedResult):
        return []
    left_out = f"; {result.conflicting} CONFLICTING left out" if result.conflicting else ""
    return [f"scored over {', '.join(result.labels)}{left_out}", f"{result.pairs_per_second:.1f} pairs per second"]


def _groups(result: Result) -> dict[str, Figures]:
    """The figures of a result by what stands before their names; nothing before the first."""
    from factcheck.evaluation.results import JudgedResult

    groups = {"": result.metrics}
    if isinstance(result, JudgedResult) and result.metrics_unrestricted != result.metrics:
        groups["unrestricted"] = result.metrics_unrestricted
    return groups | {f"baseline {name.replace('_', ' ')}": each for name, each in result.baselines.items()}


def _figures_table(console: Console, groups: Mapping[str, Figures]) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    table.add_column("metric", no_wrap=True)
    for name in ("value", "95 % interval", "n"):
        table.add_column(name, justify="right", no_wrap=True)
    for group, figures in groups.items():
        for name, each in figures.items():
            label = ": ".join(filter(None, (group, name.replace("_", " "))))
            value, interval = (f"{each.value:.3f}", f"{each.low:.3f} – {each.high:.3f}") if each.n else ("–", "–")
            table.add_row(label, value, interval, str(each.n), style="dim" if group else "")
    console.print(table)


def _confusion_table(console: Console, name: str, confusion: Confusion) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    there = {found for row in confusion.values() for found in row}
    columns = [*(label for label in confusion if label in there), *sorted(there - set(confusion))]
    console.print(f"{_TOLD_APART.get(name, name)}: labelled ↓, found →")
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
