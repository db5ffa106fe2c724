"""Reports to a stream or to a file: whole or not at all."""

from __future__ import annotations

from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path, PurePath
from typing import BinaryIO

from factcheck.domain.views import ReportRows
from factcheck.errors import StoreError, UsageError
from factcheck.files import replacing
from factcheck.report.formats import REPORT_FORMATS, ReportFormat, report_format
from factcheck.workbench.targets import check_target


def agreed_format(name: str | None, out: str | None) -> tuple[str, ReportFormat]:
    """The format that `--format` and the ending of `--out` name, and its name; HTML where neither is given.

    Raises:
        UsageError: If there is no such format, the two contradict each other, or the ending is that of none.
    """
    by_ending = _format_of(out) if out is not None else None
    if name is None:
        if out is not None and by_ending is None:
            endings = ", ".join(dict.fromkeys(each.suffix for each in REPORT_FORMATS.values()))
            raise UsageError(
                f"The ending of {PurePath(out).name!r} is that of no report.",
                hint=f"Use one of {endings}, or say which you want with --format {'|'.join(REPORT_FORMATS)}.",
            )
        name = by_ending or "html"
    chosen = report_format(name)
    if by_ending is not None and out is not None and not _may_end(chosen, out):
        raise UsageError(
            f"--format {name} and the ending of {PurePath(out).name!r} contradict each other: that is {by_ending}.",
            hint=f"Write to a file that ends with {chosen.suffix}, or take --format {by_ending}.",
        )
    return name, chosen


def _format_of(out: str) -> str | None:
    """The format with the longest ending that a file name has; None where it has none of them."""
    name = PurePath(out).name.lower()
    fitting = [each for each, written in REPORT_FORMATS.items() if name.endswith(written.suffix)]
    return max(fitting, key=lambda each: len(REPORT_FORMATS[each].suffix), default=None)


def _may_end(chosen: ReportFormat, out: str) -> bool:
    """True for `review.json` too where the format's own ending is `.something.json`."""
    return PurePath(out).suffix.lower() == PurePath(f"x{chosen.suffix}").suffix


def write_report(chosen: ReportFormat, rows: ReportRows, path: Path, *, kept: Sequence[Path] = ()) -> None:
    """Write a report to a file. It is replaced in one step: whoever reads it meets the old report or the new one.

    Args:
        kept: The workbench and its index, which no report may be written over.

    Raises:
        UsageError: If something else than a file stands there, or its folder is missing.
        StoreError: If it can't be written.
    """
    check_target(path, option="--out", kept=kept)
    try:
        with replacing(path) as file:
            write_stream(chosen, rows, file)
    except OSError as error:
        raise StoreError(
            f"{path} can't be written: {error.strerror}.", hint="Name another file with --out, or free some space."
        ) from error


def write_stream(chosen: ReportFormat, rows: ReportRows, out: BinaryIO) -> None:
    """Write a report as its format says of itself: bytes, or text in UTF-8 whatever the terminal has."""
    if chosen.binary:
        chosen.write(rows, out)
        return
    text = TextIOWrapper(out, "utf-8", "backslashreplace", newline="")
    try:
        chosen.write(rows, text)
    finally:
        # The wrapper would close the stream, which isn't its own.
        text.detach()
