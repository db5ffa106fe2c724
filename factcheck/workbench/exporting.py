"""Reports, to a stream or to a file: whole or not at all; text is UTF-8."""

from __future__ import annotations

from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path
from typing import BinaryIO

from factcheck.domain.views import ReportRows
from factcheck.errors import StoreError
from factcheck.files import replacing
from factcheck.report.formats import REPORT_FORMATS, ReportFormat
from factcheck.workbench.targets import check_target


def format_of(out: str | None) -> str | None:
    """The format whose suffix a file name has; None where it has none of them."""
    suffix = Path(out).suffix.lower() if out else ""
    return next((name for name, each in REPORT_FORMATS.items() if each.suffix == suffix), None)


def write_report(chosen: ReportFormat, rows: ReportRows, path: Path, *, kept: Sequence[Path] = ()) -> None:
    """Write a report to a file. It is replaced in one step: whoever reads it meets the old report or the new one.

    Args:
        kept: The workbench and its index, which no report may be written over.

    Raises:
        UsageError: If something else than a file stands there, its folder is missing, or the format needs an extra that
            isn't installed.
        StoreError: If it can't be written.
    """
    check_target(path, option="--out", kept=kept)
    try:
        with replacing(path) as file:
            write_utf8(chosen, rows, file)
    except OSError as error:
        raise StoreError(
            f"{path} can't be written: {error.strerror}.", hint="Name another file with --out, or free some space."
        ) from error


def write_utf8(chosen: ReportFormat, rows: ReportRows, out: BinaryIO) -> None:
    """Write a report in UTF-8, as each format says of itself, whatever the terminal has; a binary one as its bytes."""
    if chosen.binary:
        chosen.write(rows, out)
        return
    text = TextIOWrapper(out, "utf-8", "backslashreplace", newline="")
    try:
        chosen.write(rows, text)
    finally:
        # The wrapper would close the stream, which isn't its own.
        text.detach()
