"""The report to read and to publish: one HTML file that needs no network and runs no script."""

from __future__ import annotations

from pathlib import Path
from typing import IO, TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.report.outline import outline

if TYPE_CHECKING:
    from factcheck.domain.views import ReportRows
    from factcheck.interfaces import ReportWriter


def write(rows: ReportRows, out: IO[str]) -> None:
    """Write the report as HTML, with the templates that ship. Equal rows give equal bytes.

    Text from outside is made visible and escaped where the template prints it, without exception; the page's own
    policy (`Content-Security-Policy`) forbids scripts, forms and every address, should a mistake let markup through.

    Raises:
        ValueError: If a claim belongs to none of the articles.
    """
    out.write(page(rows))


def writer_with(folder: Path) -> ReportWriter:
    """A writer that takes each template from `folder` if it is there, else the one that ships.

    Raises:
        UsageError: If there is no such folder; when writing, if a template is wrong, with its name and line.
    """
    if not folder.is_dir():
        raise UsageError(
            f"There is no folder {str(folder)!r} to take templates from.",
            hint="Name a folder that holds a file named as one of the templates; docs/report-templates.md lists them.",
        )

    def write_with_templates(rows: ReportRows, out: IO[str]) -> None:
        out.write(page(rows, templates=folder))

    return write_with_templates


def page(rows: ReportRows, *, templates: Path | None = None) -> str:
    """The page as text, whole: a template that fails leaves nothing half-written.

    Args:
        templates: A folder of templates in place of those that ship; None for ours alone.

    Raises:
        ValueError: If a claim belongs to none of the articles.
        UsageError: If a template is wrong.
    """
    # Imported here: the template engine takes about 40 ms that only this report needs.
    from factcheck.report.charts import charts
    from factcheck.report.html.environment import naming_the_line, sandbox
    from factcheck.report.method import facts_of

    report = outline(rows)
    environment = sandbox(templates, zone=report.zone)
    with naming_the_line(templates):
        return environment.get_template("page.html.j2").render(
            report=report,
            charts=charts(report),
            facts=facts_of(report),
            # Elements for programs, which are no scripts that run: the rows, and ClaimReview.
            data="",
            linked_data="",
        )
