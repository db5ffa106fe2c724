"""The table of report formats. A new one is a module with `write`, and a line here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from factcheck.domain.statuses import Status
from factcheck.domain.views import ReportRows
from factcheck.errors import UsageError
from factcheck.interfaces import ReportWriter
from factcheck.report import html_report, json_report, markdown_report
from factcheck.report.exchange import averitec, claim_review, csv_table, fever


def _nothing(_rows: ReportRows) -> Iterable[str]:
    return ()


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """One format.

    Attributes:
        suffix: How the names of its files end, with the dot.
        summary: One sentence for a list of formats.
        binary: Whether the output is binary, and so goes to a file and never to a terminal.
        labels: What it calls each status; empty where it calls them as we do. Others are left out of it.
        losses: What it can't say of these rows, a line for each thing, told beside the report.
    """

    suffix: str
    summary: str
    write: ReportWriter
    binary: bool = False
    labels: Mapping[Status, str] = field(default_factory=dict)
    losses: Callable[[ReportRows], Iterable[str]] = _nothing


REPORT_FORMATS: Final[Mapping[str, ReportFormat]] = MappingProxyType(
    {
        "html": ReportFormat(".html", "One file to read and to publish; it needs no network.", html_report.write),
        "markdown": ReportFormat(".md", "The same in plain CommonMark.", markdown_report.write),
        "json": ReportFormat(".json", "Everything, exactly, for programs.", json_report.write),
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
