"""The table of report formats. A new one is a module with `write`, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from factcheck.errors import UsageError
from factcheck.interfaces import ReportWriter
from factcheck.report import json_report
from factcheck.report.html import page
from factcheck.report.markdown import report as markdown
from factcheck.report.papers import docx_report, pdf_report


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """One format.

    Attributes:
        suffix: How the names of its files end, with the dot.
        summary: One sentence for a list of formats.
        binary: Whether `write` fills a stream of bytes, which goes to a file or a pipe and never to a terminal.
        writer_with: Gives a writer that takes templates from a folder; None for a format that has no templates.
    """

    suffix: str
    summary: str
    write: ReportWriter
    binary: bool = False
    writer_with: Callable[[Path], ReportWriter] | None = None

    def with_templates(self, folder: Path) -> ReportFormat:
        """The format with templates from `folder`.

        Raises:
            UsageError: If it has none, or there is no such folder.
        """
        if self.writer_with is None:
            having = ", ".join(name for name, each in REPORT_FORMATS.items() if each.writer_with)
            raise UsageError("This format has no templates.", hint=f"--template goes with: {having}.")
        return replace(self, write=self.writer_with(folder))


REPORT_FORMATS: Final[Mapping[str, ReportFormat]] = MappingProxyType(
    {
        "html": ReportFormat(
            ".html", "One file to read and to publish; it needs no network.", page.write, writer_with=page.writer_with
        ),
        "markdown": ReportFormat(".md", "The same in plain CommonMark.", markdown.write),
        "json": ReportFormat(".json", "Everything, exactly, for programs.", json_report.write),
        "docx": ReportFormat(".docx", "What was decided, for Word.", docx_report.write, binary=True),
        "pdf": ReportFormat(
            ".pdf",
            "The HTML report in pages, to print and to send on.",
            pdf_report.write,
            binary=True,
            writer_with=pdf_report.writer_with,
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
