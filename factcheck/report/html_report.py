"""The report to read and to publish: one HTML file that needs no network and runs no script.

What stands in it as a script element is data: what the page says, for programs and for `factcheck verify`."""

from __future__ import annotations

from functools import cache
from typing import IO, TYPE_CHECKING

from factcheck.domain.lineage import STANDING_WORDS
from factcheck.report import words
from factcheck.report.marked_text import marked_blocks
from factcheck.report.outline import outline
from factcheck.report.records.json_report import embedded

if TYPE_CHECKING:
    from jinja2 import Environment

    from factcheck.domain.views import ReportRows


def write(rows: ReportRows, out: IO[str]) -> None:
    """Write the report as HTML.

    Text from outside is made visible and escaped where the template prints it, without exception; the page's own
    policy (`Content-Security-Policy`) forbids scripts, forms and every address, should a mistake let markup through.

    Raises:
        ValueError: If a claim belongs to none of the articles.
    """
    from markupsafe import Markup

    data = Markup(embedded(rows))  # it is made to stand in a page
    for chunk in _environment().get_template("report.html.j2").generate(report=outline(rows), data=data):
        out.write(chunk)


@cache
def _environment() -> Environment:
    # Imported here: about 40 ms that only this report needs.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("factcheck.report"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_visible,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.globals.update(words=words, standing_words=STANDING_WORDS, marked_blocks=marked_blocks)
    return environment


def _visible(value: object) -> object:
    """What the template prints, made visible; the template's own markup (from its macros) as it is."""
    return words.shown(value) if isinstance(value, str) and not hasattr(value, "__html__") else value
