"""The table of report formats. A new one is a module with `write`, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from factcheck.domain.statuses import Status
from factcheck.domain.views import ReportRows
from factcheck.errors import UsageError
from factcheck.interfaces import ReportWriter
from factcheck.report.exchange import averitec, claim_review, csv_table, fever
from factcheck.report.html import page
from factcheck.report.markdown import report as markdown
from factcheck.report.papers import docx_report, pdf_report
from factcheck.report.records import json_report


def _nothing(_rows: ReportRows) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """One format.

    Attributes:
        suffix: How the names of its files end, with the dot.
        summary: One sentence for a list of formats.
        binary: Whether `write` fills a stream of bytes, which goes to a file or a pipe and never to a terminal.
        writer_with: Gives a writer that takes templates from a folder; None for a format that has no templates.
        labels: What it calls each status; empty where it calls them as we do. Others are left out of it.
        losses: What it can't say of these rows, a line for each thing, told beside the report.
    """

    suffix: str
    summary: str
    write: ReportWriter
    binary: bool = False
    writer_with: Callable[[Path], ReportWriter] | None = None
    labels: Mapping[Status, str] = field(default_factory=dict)
    losses: Callable[[ReportRows], Iterable[str]] = _nothing

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
        "csv": ReportFormat(".csv", "A row for each claim, for spreadsheets.", csv_table.write),
        "claimreview": ReportFormat(
            ".claimreview.json",
            "Decided claims as schema.org's ClaimReview and MediaReview.",
            claim_review.write,
            labels=claim_review.LABELS,
            losses=claim_review.losses,
        ),
        "fever": ReportFormat(
            ".fever.jsonl",
            "Decided claims in the form of FEVER.",
            fever.write,
            labels=fever.LABELS,
            losses=fever.losses,
        ),
        "averitec": ReportFormat(
            ".averitec.json",
            "Decided claims in the form of AVeriTeC.",
            averitec.write,
            labels=averitec.LABELS,
            losses=averitec.losses,
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
