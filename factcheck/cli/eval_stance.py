"""`factcheck eval stance` and `factcheck eval verdict`: how well claims are judged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from factcheck.cli import eval_output
from factcheck.cli.eval_output import measuring
from factcheck.cli.options import settings_of, with_model, with_parser, with_stance_model
from factcheck.evaluation.labels import LABELS

if TYPE_CHECKING:
    from factcheck.evaluation.results import JudgedResult
    from factcheck.workbench.evaluating_stances import StanceEvaluator

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def _of_judged(function: Decorated) -> Decorated:
    """The options of both tasks, in the order of the help."""
    for option in (
        with_model,
        with_stance_model,
        with_parser,
        click.option(
            "--plot",
            metavar="FOLDER",
            type=click.Path(file_okay=False, path_type=Path),
            help="Draw confusion, reliability and risk-coverage there, as SVG.",
        ),
        click.option(
            "--leave-out",
            multiple=True,
            metavar="LABEL",
            type=click.Choice(LABELS),
            help="Skip rows with this label; repeatable.",
        ),
        click.option("--fold", "folds", multiple=True, metavar="N", type=click.IntRange(min=0), help="Only this fold."),
        measuring,
    ):
        function = option(function)
    return function


@click.command("stance")
@click.option(
    "--baselines", is_flag=True, help="Judge twice more: with another row's evidence, and with another row's claim."
)
@click.option("--model-only", is_flag=True, help="The model's scores as they are, without compared details.")
@_of_judged
@click.pass_context
def stance(context: click.Context, /, **given: Any) -> None:  # noqa: ANN401  # the options above
    """What one passage says of one claim, and how far the scores can be believed.

    Rows have `claim`, `evidence` and `label`: SUPPORTED, REFUTED, NEI; NOT_SUPPORTED or PARTIAL, against which
    SUPPORTED is told from the rest; CONFLICTING rows are counted and left out. They may have `fold`.

    \b
    Example:
      factcheck eval stance fever.jsonl.gz --fold 6 --fold 7
      factcheck eval stance fever.jsonl.gz wice.jsonl.gz --leave-out PARTIAL --plot charts
    """
    from factcheck.workbench.evaluating_stances import StanceEvaluator

    _run(context, "stance", StanceEvaluator.stance, given)


@click.command("verdict")
@_of_judged
@click.pass_context
def verdict(context: click.Context, /, **given: Any) -> None:  # noqa: ANN401  # the options above
    """What is suggested for a claim from several passages.

    Rows have `claim`, `label` (SUPPORTED, REFUTED, NEI or CONFLICTING) and `evidences`, objects with a `text`. Nothing
    is searched: the passages of the row are the evidence.

    \b
    Example:
      factcheck eval verdict climate_fever.jsonl.gz --fold 6 --fold 7 --errors
    """
    from factcheck.workbench.evaluating_stances import StanceEvaluator

    _run(context, "verdict", StanceEvaluator.verdict, given)


def _run(
    context: click.Context,
    task: str,
    measured: Callable[[StanceEvaluator, Path], JudgedResult],
    given: Mapping[str, Any],
) -> None:
    """Measure each file, print what came out, and draw it where that is asked for.

    Args:
        given: The values of the options, by name.
    """
    from factcheck import wiring
    from factcheck.cli import output, progress
    from factcheck.workbench.drawing import Charts
    from factcheck.workbench.evaluating_stances import StanceEvaluator

    charts = Charts(given["plot"]) if given["plot"] else None
    evaluator = StanceEvaluator(
        wiring.parts(settings_of(context)),
        partial(progress.counted, context),
        limit=given["limit"],
        folds=given["folds"],
        leave_out=given["leave_out"],
        baselines=given.get("baselines", False),
        model_only=given.get("model_only", False),
    )
    results = []
    for path in given["files"]:
        results.append(measured(evaluator, path))
        for drawn in charts.draw(results[-1]) if charts else ():
            output.say(context, f"Wrote {drawn}.")
    eval_output.show(task, results, given)
