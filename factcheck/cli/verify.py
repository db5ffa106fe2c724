"""`factcheck verify`: is a report what it was?"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from factcheck.cli.options import all_named, everywhere, json_option, settings_of, takes_whole, with_reader

if TYPE_CHECKING:
    from factcheck.workbench.verifying import Verified

_CHANGED: Final = 1
_IN_PART: Final = 7


@click.command("verify")
@click.argument("report", metavar="REPORT")
@click.option(
    "--against", multiple=True, metavar="SOURCE", callback=all_named, help="Hold it against this source; repeatable."
)
@json_option
@with_reader
@everywhere
@click.pass_context
def command(context: click.Context, report: str, against: tuple[str, ...], as_json: bool) -> int:
    """Check a report in HTML or JSON that somebody sent: no workbench is needed.

    Quotes are held against the texts of their documents, ids against what they name; statuses, decisions and counts are
    worked out anew; a page is made anew from its data and compared word by word. What was changed is named.

    Who changes text and data alike, with every digest, isn't found out so: --against reads the sources themselves.

    \b
    Example:
      factcheck verify report.html
      factcheck verify report.json --against sources/
    """
    from factcheck import wiring
    from factcheck.cli import output
    from factcheck.workbench.report_files import read_report
    from factcheck.workbench.verifying import verify

    file = read_report(Path(report))
    reader = wiring.make_reader(settings_of(context), whole=takes_whole(context)) if against else None
    found = verify(file, [*_each(against)], reader)
    if as_json:
        output.print_json({"report": report, "holds": not found.changes, "complete": not found.open, **asdict(found)})
    else:
        _tell(context, report, found)
    return _CHANGED if found.changes else _IN_PART if found.open else 0


def _each(against: tuple[str, ...]) -> list[str]:
    """The sources, with the files of a folder in its place."""
    from factcheck import wiring
    from factcheck.domain.sources import ReadFailure

    found: list[str] = []
    for source in against:
        for each in wiring.files_in_folder(source) if "://" not in source and Path(source).is_dir() else [source]:
            if isinstance(each, ReadFailure):
                raise each.error
            found.append(each)
    return found


def _tell(context: click.Context, report: str, found: Verified) -> None:
    from factcheck.cli import output

    counted, line = output.counted, output.shortened
    decided = f"{counted(found.claims, 'claim')}, {found.decided} decided; factcheck {found.version}"
    click.echo(f"{line(report, 200)}: {line(decided, 200)}")
    for each in found.changes:
        told = f"“{line(each.was, 300)}” → “{line(each.now, 300)}”" if each.was else line(each.now, 300)
        words = ": ".join(filter(None, [line(each.at, 200), line(each.what, 300), told]))
        click.echo(f"✘ {words}")
    for open_one in found.open:
        click.echo(f"? not checked: {line(open_one, 500)}")
    for note in found.notes:
        click.echo(f"· {line(note, 500)}")
    if found.changes:
        click.echo(f"What doesn’t hold: {counted(len(found.changes), 'thing')}.")
        return
    against = f", {counted(found.sources, 'source')} held against what was given" if found.sources else ""
    page = "every word of the page follows from its data, " if found.is_page and not found.open else ""
    quotes = f"{counted(found.quotes, 'quote')} found in the texts of their documents, " if found.quotes else ""
    click.echo(f"✔ {page}{quotes}statuses, decisions and counts follow from the log{against}.")
    if not found.sources:
        output.say(context, "That shows no change made to text and data alike: --against reads the sources.")
