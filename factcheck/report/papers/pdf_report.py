"""The report as PDF: the HTML report, printed, with bookmarks, tags for screen readers and numbered pages.

WeasyPrint prints it. The page holds all that it needs, pictures too as `data:` addresses, so whatever else is asked for
is refused, be it a file or an address of the network.
"""

from __future__ import annotations

from contextlib import redirect_stdout
from importlib.resources import files
from io import StringIO
from types import ModuleType
from typing import IO, TYPE_CHECKING

from factcheck.errors import UsageError
from factcheck.report import html_report, words

if TYPE_CHECKING:
    from factcheck.domain.views import ReportRows


def write(rows: ReportRows, out: IO[bytes]) -> None:
    """Write the report as PDF: equal rows give equal bytes where the fonts and the libraries are equal too.

    Raises:
        UsageError: If WeasyPrint isn't installed, or Pango, by which it sets text.
        ValueError: If a claim belongs to none of the articles.
    """
    weasyprint = _weasyprint()
    page = StringIO()
    html_report.write(rows, page)

    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    sheet = weasyprint.CSS(string=files(__package__).joinpath("pdf.css").read_text("utf-8"), url_fetcher=fetcher)
    document = weasyprint.HTML(string=page.getvalue(), url_fetcher=fetcher).render(stylesheets=[sheet], pdf_tags=True)
    about = document.metadata
    about.authors = [name for name in [words.folded(rows.organisation.name)] if name]
    about.created = about.modified = words.stamp(rows.generated_at.replace(microsecond=0))
    # The identifier is a digest of the content.
    document.write_pdf(out, pdf_tags=True, pdf_identifier=True)


def _weasyprint() -> ModuleType:
    try:
        # Where a library of the system is missing, it prints so, among what may be the report.
        with redirect_stdout(StringIO()):
            import weasyprint
    except ImportError as error:
        raise UsageError(
            "A report in PDF needs WeasyPrint, which isn't installed.",
            hint="Install it with: pip install 'factcheck[pdf]'",
        ) from error
    except OSError as error:
        raise UsageError(
            f"A report in PDF needs Pango, a library of the system, beside the extra 'factcheck[pdf]': {error}.",
            hint="Install it: apt install libpangoft2-1.0-0 libharfbuzz-subset0, or: brew install pango",
        ) from error
    return weasyprint  # type: ignore[no-any-return]  # it comes without types
