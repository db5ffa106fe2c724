"""The table of report formats. A new one is a module with `write`, and a line here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from factcheck.errors import UsageError
from factcheck.interfaces import ReportWriter
from factcheck.report import html_report, markdown_report
from factcheck.report.papers import docx_report, pdf_report
from factcheck.report.records import json_report


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """One format.

    Attributes:
        suffix: How the names of its files end, with the dot.
        summary: One sentence for a list of formats.
        binary: Whether `write` fills a stream of bytes, which goes to a file or a pipe and never to a terminal.
    """

    suffix: str
    summary: str
    write: ReportWriter
    binary: bool = False


REPORT_FORMATS: Final[Mapping[str, ReportFormat]] = MappingProxyType(
    {
        "html": ReportFormat(".html", "One file to read and to publish; it needs no network.", html_report.write),
        "markdown": ReportFormat(".md", "The same in plain CommonMark.", markdown_report.write),
        "json": ReportFormat(".json", "Everything, exactly, for programs.", json_report.write),
        "docx": ReportFormat(".docx", "What was decided, for Word.", docx_report.write, binary=True),
        "pdf": ReportFormat(
            ".pdf", "The HTML report in pages, to print and to send on.", pdf_report.write, binary=True
        ),
    }
)
"""By the name that `--format` takes."""


def report_format(name: str) -> ReportFormat:
    """The format called `name`.

    Raises:
        UsageError: If there is none; its hint lists the names.
    """
    if name not in REPORT_FORMATS:
        raise UsageError(f"There is no report format {name!r}.", hint=f"Choose one of: {', '.join(REPORT_FORMATS)}.")
    return REPORT_FORMATS[name]
