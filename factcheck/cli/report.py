"""`factcheck report`: what the readers get."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli.options import IsoDate, everywhere, settings_of
from factcheck.domain.selection import Selection
from factcheck.domain.statuses import Status
from factcheck.errors import UsageError

if TYPE_CHECKING:
    from factcheck.domain.views import ReportRows
    from factcheck.report.formats import ReportFormat
    from factcheck.workbench.bench import Bench


class _FormatName(click.ParamType[str]):
    """The name of a report format. The table of formats is read when the help is shown, and checks the name itself."""

    name = "format"

    def get_metavar(self, param: click.Parameter, ctx: click.Context) -> str:  # noqa: ARG002  # click calls it so
        from factcheck.report.formats import REPORT_FORMATS

        return "|".join(REPORT_FORMATS)


@click.command("report")
@click.argument("ids", nargs=-1, metavar="[ARTICLE|CLAIM]...")
@click.option("--format", "name", type=_FormatName(), help="What it is written as.  [default: by --out, else html]")
@click.option("--out", metavar="FILE", help="Where to write it.  [default: standard output]")
@click.option("--since", type=IsoDate(), help="Only claims that a person decided or changed on that day or later.")
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice([status.value for status in Status]),
    help="Only claims of this status; repeatable.",
)
@click.option("--decided-only", is_flag=True, help="Only claims that a person has decided.")
@click.option("--without-machine", is_flag=True, help="Leave out what only the machine suggested and found.")
@click.option("--with-snapshots", "snapshots", is_flag=True, help="Put the sources' bytes into it; JSON only.")
@click.option("--template", "folder", metavar="FOLDER", help="Templates of your own, in place of those of HTML.")
@everywhere
@click.pass_context
def command(  # noqa: PLR0913  # one for each option
    context: click.Context,
    ids: tuple[str, ...],
    name: str | None,
    out: str | None,
    since: date | None,
    statuses: tuple[str, ...],
    decided_only: bool,
    without_machine: bool,
    snapshots: bool,
    folder: str | None,
) -> None:
    """Write a report: the verdict, the article with its claims, each with its decision and its quoted evidence.

    All claims, or those of the articles and claims that are named. A claim that nobody has decided is marked "not
    reviewed". The HTML report is one file and loads nothing.

    \b
    Example:
      factcheck report --out report.html
      factcheck report a-zbrq --decided-only --without-machine --out verdicts.md
      factcheck report --since 2025-05-01 --status refuted --format json | jq '.claims[].checked'
    """
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.workbench.exporting import write_report, write_stream
    from factcheck.workbench.reading import report_rows

    bench = wiring.open_workbench(settings_of(context), mode="read")
    with bench.database:
        chosen = _format(bench, name, out, folder)
        if snapshots and chosen.suffix != ".json":
            raise UsageError("Only a JSON report can hold the sources' bytes.", hint="Add --format json.")
        selection = Selection(
            ids=_resolved(bench, ids),
            since=since,
            statuses=tuple(Status(each) for each in dict.fromkeys(statuses)),
            decided_only=decided_only,
            without_machine=without_machine,
        )
        rows = report_rows(bench, selection, zone=wiring.local_zone(), snapshots=snapshots)
        _check_that_something_is_selected(bench, rows)
    if out is None or out == "-":
        output.print_bytes(lambda stream: write_stream(chosen, rows, stream))
    else:
        write_report(chosen, rows, Path(out), kept=(bench.database.path, bench.index_folder))
    claims, articles = output.counted(len(rows.claims), "claim"), output.counted(len(rows.articles), "article")
    if not rows.claims:
        output.say(context, "There are no claims yet, so the report is empty: factcheck add SOURCE...")
    elif out is not None and out != "-":
        left = f" ({rows.left_out} left out)" if rows.left_out else ""
        # What has labels of its own takes a part of the claims, as the lines after this one say.
        made = " from" if chosen.labels else ":"
        output.say(context, f"Wrote {out}{made} {claims} of {articles}{left}.")
    if chosen.labels:
        output.say(context, f"Labels: {', '.join(f'{status} → {label}' for status, label in chosen.labels.items())}.")
    for loss in chosen.losses(rows):
        output.warn(loss)


def _format(bench: Bench, name: str | None, out: str | None, folder: str | None) -> ReportFormat:
    """The format that the options agree on, with the templates that they name.

    Raises:
        UsageError: If they contradict each other, or what was named isn't there.
    """
    from factcheck.workbench.exporting import agreed_format
    from factcheck.workbench.targets import check_target

    to_file = out is not None and out != "-"
    if out is not None and to_file:
        check_target(Path(out), option="--out", kept=(bench.database.path, bench.index_folder))
    chosen_name, chosen = agreed_format(name, out if to_file else None)
    if chosen.binary and not to_file and _is_terminal():
        raise UsageError(
            f"{chosen_name} is no text, and a terminal can't show it.",
            hint=f"Name a file: --out report{chosen.suffix}",
        )
    return chosen if folder is None else chosen.with_templates(Path(folder))


def _is_terminal() -> bool:
    return sys.stdout.isatty()


def _resolved(bench: Bench, ids: tuple[str, ...]) -> tuple[str, ...]:
    """Whole ids of articles and claims, from any beginnings of them."""
    from factcheck.store.lookup import resolve

    for each in ids:
        if not each.strip().lower().startswith(("a-", "c-")):
            raise UsageError(
                f"{each!r} is not the id of an article or a claim: those begin with a- or c-.",
                hint="`factcheck claims` names both.",
            )
    return tuple(resolve(bench.database, "a" if each.strip().lower().startswith("a-") else "c", each) for each in ids)


def _check_that_something_is_selected(bench: Bench, rows: ReportRows) -> None:
    """Refuse a report that leaves everything out: it would take the place of one that doesn't.

    Raises:
        UsageError: Says what there is.
    """
    from factcheck.report.selected import selection_words
    from factcheck.workbench.reading import claim_rows

    if rows.claims or not rows.selection.is_narrow:
        return
    counts: dict[str, int] = {}
    for row in claim_rows(bench):
        counts[row.status.words] = counts.get(row.status.words, 0) + 1
    there = ", ".join(f"{count} {words}" for words, count in counts.items()) or "none"
    raise UsageError(
        f"No claim is left by this selection ({'; '.join(selection_words(rows.selection))}); nothing was written.",
        hint=f"The claims of the workbench: {there}.",
    )
