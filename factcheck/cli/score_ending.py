"""How `factcheck score` ends: gates, a table, JUnit XML, and the exit code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from factcheck.cli import output
from factcheck.domain.statuses import Status
from factcheck.errors import InputError, PartialError, StoreError, UsageError
from factcheck.workbench.gates import Baseline, Gate, Row, Tally, read_rows

if TYPE_CHECKING:
    from factcheck.report.junit import Outcome
    from factcheck.workbench.score_run import Counts

_GATE_SHUT = 1


class Ending:
    """What was asked for beside the rows.

    Args:
        out: The file of the rows; None where they are only printed.
        baseline: The file of rows whose failures are known; it is read at once, so that a wrong one costs no scoring.
        junit: Where the XML goes.

    Raises:
        UsageError: If there is a baseline and no gate, or one file is meant to be two.
        InputError: If the baseline can't be read.
    """

    def __init__(
        self, gates: Sequence[Gate], *, out: Path | None, baseline: str | None, junit: str | None, summary: bool
    ) -> None:
        if baseline is not None and not gates:
            raise UsageError(
                "A baseline says what doesn't fail again, and nothing fails.", hint="Add --fail-on STATUS."
            )
        known = Baseline(read_rows(Path(baseline)), gates) if baseline is not None else None
        taken = [each for each in (out, baseline) if each is not None]
        if junit is not None and any(_is_one_file(Path(junit), Path(each)) for each in taken):
            raise UsageError(f"{junit} is named twice.", hint="Name a file of its own with --junit.")
        self.tally = Tally(gates, known)
        self._junit = junit
        self._summary = summary

    def take(self, rows: Path) -> None:
        """Count the finished rows and write the XML.

        Raises:
            StoreError: If the XML can't be written.
        """
        for row in read_rows(rows):
            self.tally.add(row)
        if self._junit is None:
            return
        from factcheck.files import replacing
        from factcheck.report.junit import write_junit

        tally = self.tally
        try:
            with replacing(Path(self._junit)) as file:
                write_junit(
                    self._outcomes(rows),
                    file,
                    tests=tally.statuses.total(),
                    failures=tally.failed.total(),
                    skipped=tally.known.total(),
                )
        except OSError as error:
            raise StoreError(
                f"{self._junit} can't be written: {error.strerror}.", hint="Name another file with --junit."
            ) from error

    def finish(self, context: click.Context, counts: Counts, *, on_stdout: bool) -> None:
        """Print the table, and end with the code that says how it went.

        Args:
            on_stdout: Whether the table goes to standard output: only where the rows didn't.

        Raises:
            InputError: If nothing could be read.
            PartialError: If a part of it couldn't, and no gate was shut.
        """
        if self._summary:
            self._print_table(on_stdout=on_stdout)
        tally = self.tally
        for row in tally.failing:
            sure = "" if row["confidence"] is None else f" {row['confidence']:.4f}"
            where = (row["article"] or {}).get("title") or row["source"]
            status = output.status_words(Status(row["status"]))
            output.say(
                context, f"{status}{sure}  {output.shortened(row['checked'], 120)}  ({output.shortened(where, 60)})"
            )
        if tally.failed or tally.known:
            output.say(context, tally.words)
        if tally.failed:
            context.exit(_GATE_SHUT)
        if not counts.failed:
            return
        sources = output.counted(counts.failed, "source")
        if counts.inputs:
            raise PartialError(
                f"{sources} could not be read; all others were scored.",
                hint="What was wrong with each is said above, and kept in FILE.run.json beside the FILE of --out.",
            )
        _, message, hint = counts.failures[0]
        raise (
            InputError(message, hint=hint)
            if counts.failed == 1
            else InputError(f"None of the {sources} could be read.", hint="What was wrong with each is said above.")
        )

    def _outcomes(self, rows: Path) -> Iterator[tuple[Row, Outcome]]:
        for row in read_rows(rows):
            stopped = self.tally.stops(row)
            yield row, "passed" if not stopped else "known" if self.tally.is_known(row) else "failed"

    def _print_table(self, *, on_stdout: bool) -> None:
        import sys

        from rich.box import SIMPLE_HEAD
        from rich.table import Table

        from factcheck.cli.tables import coloured

        tally = self.tally
        table = Table(box=SIMPLE_HEAD, pad_edge=False)
        table.add_column("suggested", no_wrap=True)
        heads = ("claims", "share", *(("stopped", "known") if tally.gates else ()))
        for head in heads:
            table.add_column(head, justify="right", no_wrap=True)
        total = tally.statuses.total()
        for status in Status:
            if not status.is_decision:
                continue
            count = tally.statuses[status.value]
            more = [tally.failed[status.value], tally.known[status.value]] if tally.gates else []
            share = f"{count / total:.0%}" if total else "–"
            table.add_row(coloured(status), str(count), share, *map(str, more))
        console = output.console()
        if not on_stdout:
            console.file = sys.stderr
        console.print(table)


def _is_one_file(one: Path, other: Path) -> bool:
    places = [each.parent.resolve() / each.name for each in (one, other)]
    return places[0] == places[1] or (one.exists() and other.exists() and one.samefile(other))
