"""Reads what `factcheck report` wrote: a JSON document, or a page with the same document as its data."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from factcheck.errors import InputError
from factcheck.files import regular_bytes
from factcheck.report.records.forms import document_of
from factcheck.report.records.json_report import DATA_ID
from factcheck.report.records.report_reading import check_schema

_DATA: Final = re.compile(rf'<script type="application/json" id="{DATA_ID}">(.*?)</script>', re.DOTALL)
_IS_PAGE: Final = re.compile(r"\s*<(?:!doctype|html)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFile:
    """A report as it stands in its file.

    Attributes:
        document: The report's document, of a schema that this version reads; else as it stands there.
        page: The page without its data; None for a report in JSON.
    """

    path: Path
    document: dict[str, Any]
    page: str | None


def read_report(path: Path) -> ReportFile:
    """Read a report in JSON or in HTML.

    Raises:
        InputError: If it can't be read, is no such report, or is of another schema.
    """
    try:
        text = regular_bytes(path).decode("utf-8")
    except OSError as error:
        raise InputError(f"{path} can't be read: {error.strerror}.", hint="Name a report of factcheck.") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is no report: byte {error.start} isn't UTF-8.", hint=_HINT) from error
    found, page = text, None
    if _IS_PAGE.match(text):
        blocks = _DATA.findall(text)
        if len(blocks) != 1:
            told = "no data of a report" if not blocks else "the data of several reports"
            raise InputError(f"{path} holds {told}.", hint=_HINT)
        found, page = blocks[0], without_data(text)
    try:
        return ReportFile(path=path, document=check_schema(document_of(found)), page=page)
    except ValueError as error:
        raise InputError(f"{path} is no report, or is damaged: {error}.", hint=_HINT) from error
    except InputError as error:
        raise InputError(f"{path}: {error.message}", hint=error.hint) from error


def without_data(page: str) -> str:
    """A page without the data in it."""
    return _DATA.sub("", page)


_HINT: Final = "Name what `factcheck report --format json` or `--format html` wrote."
