"""Reports to files, whole or not at all."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from pathlib import Path

from factcheck.domain.views import ReportRows
from factcheck.errors import StoreError, UsageError
from factcheck.files import replacing
from factcheck.report.formats import REPORT_FORMATS, ReportFormat


def format_of(out: str | None) -> str | None:
    """The format whose suffix a file name has; None where it has none of them."""
    suffix = Path(out).suffix.lower() if out else ""
    return next((name for name, each in REPORT_FORMATS.items() if each.suffix == suffix), None)


def write_report(chosen: ReportFormat, rows: ReportRows, path: Path | None) -> None:
    """Write to `path`, or to standard output where that is None.

    A file is replaced in one step: whoever reads it meets the old report or the new one.

    Raises:
        UsageError: If its folder doesn't exist, or `path` is a folder.
        StoreError: If it can't be written.
    """
    if path is None:
        chosen.write(rows, sys.stdout)
        return
    if path.is_dir() or not path.parent.is_dir():
        raise UsageError(
            f"{path} can't be a report: its folder is missing, or it is one.", hint="Name a file with --out."
        )
    try:
        with replacing(path) as file:
            text = TextIOWrapper(file, "utf-8", "backslashreplace", newline="")
            chosen.write(rows, text)
            # The wrapper would close the file, which has yet to be synced.
            text.detach()
    except OSError as error:
        raise StoreError(
            f"{path} can't be written: {error.strerror}.", hint="Name another file with --out, or free some space."
        ) from error
