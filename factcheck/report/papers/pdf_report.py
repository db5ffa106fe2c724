"""The report as PDF: the HTML report, printed, with bookmarks, tags for screen readers and numbered pages.

WeasyPrint prints it. The page holds all that it needs, pictures too as `data:` addresses, so whatever else is asked for
is refused, be it a file or an address of the network.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import redirect_stdout
from importlib.resources import files
from io import StringIO
from pathlib import Path
from types import ModuleType
from typing import IO, TYPE_CHECKING, Final

from factcheck.errors import UsageError
from factcheck.report import words
from factcheck.report.html import page as html_page

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from factcheck.domain.views import ReportRows
    from factcheck.interfaces import ReportWriter

_LONG_STRETCH: Final = re.compile(r"(?s:.*?\S{400}|.+)")
"""Text up to the end of 400 characters without a space, or all of it."""

_BOXES: Final = re.compile(r"\bdisplay\s*:\s*(inline-)?(?:grid|flex)\b", re.IGNORECASE)


def write(rows: ReportRows, out: IO[bytes]) -> None:
    """Write the report as PDF: equal rows give equal bytes where the fonts and the libraries are equal too.

    Raises:
        UsageError: If WeasyPrint isn't installed, or Pango, by which it sets text.
        ValueError: If a claim belongs to none of the articles.
    """
    _print(rows, out, html_page.write)


def writer_with(folder: Path) -> ReportWriter:
    """A writer that takes the HTML report's templates from `folder`, as that one does.

    Raises:
        UsageError: If there is no such folder; when writing, as `write` does or if a template is wrong.
    """
    write_html = html_page.writer_with(folder)
    return lambda rows, out: _print(rows, out, write_html)


def _print(rows: ReportRows, out: IO[bytes], write_html: ReportWriter) -> None:
    weasyprint = _weasyprint()
    page = StringIO()
    write_html(rows, page)
    fetcher = weasyprint.urls.URLFetcher(allowed_protocols=("data",))
    sheet = weasyprint.CSS(string=files(__package__).joinpath("pdf.css").read_text("utf-8"), url_fetcher=fetcher)
    printed = weasyprint.HTML(string=page.getvalue(), url_fetcher=fetcher)
    _let_lines_break(printed.etree_element.find("body"))
    for style in printed.etree_element.iter("style"):
        style.text = _in_blocks(style.text or "")
    document = printed.render(stylesheets=[sheet], pdf_tags=True)
    about = document.metadata
    about.authors = [name for name in [words.folded(rows.organisation.name)] if name]
    about.created = about.modified = words.stamp(rows.generated_at.replace(microsecond=0))
    # The identifier is a digest of the content.
    document.write_pdf(out, pdf_tags=True, pdf_identifier=True)


def _in_blocks(style: str) -> str:
    """A style without grids and flexible boxes: at the end of a page WeasyPrint may fail on one, or never end."""
    return _BOXES.sub(lambda found: "display: inline" if found[1] else "display: block", style)


def _let_lines_break(element: Element) -> None:
    """Say where a line may end in what has no space for long.

    To find where it ends, WeasyPrint sets all of it that is left, again for each line: 40,000 characters take minutes.
    """
    # From the end, so that what is put in moves no place that is still to come.
    for place, child in reversed(list(enumerate(element))):
        _let_lines_break(child)
        child.tail, *others = _pieces(child.tail)
        _put_in(element, place + 1, others)
    element.text, *others = _pieces(element.text)
    _put_in(element, 0, others)


def _pieces(text: str | None) -> list[str]:
    return _LONG_STRETCH.findall(text or "") or [""]


def _put_in(element: Element, place: int, texts: Sequence[str]) -> None:
    for number, text in enumerate(texts, place):
        chance = element.makeelement("wbr", {})
        chance.tail = text
        element.insert(number, chance)


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
