"""Takes the text out of a PDF document. Runs in a process of its own: see `child`.

A PDF knows characters and places, not paragraphs. Lines are pdfium's; what makes lines a paragraph is their distance,
size and indentation. The numbers of lines are taken off, words divided at a line's end are joined, and the pages' own
lines (heads, feet, page numbers, margin notes) are marked as not the text's own.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Sequence
from typing import Any, Final, TypeAlias

from factcheck.errors import InputError
from factcheck.ingest.pdf.large_initials import with_initials
from factcheck.ingest.pdf.line_numbers import without_line_numbers
from factcheck.ingest.pdf.lines import PdfLine, lines_of_page
from factcheck.ingest.pdf.paragraphs import groups, sizes_of
from factcheck.ingest.pdf.running_lines import running_lines
from factcheck.ingest.pdf.title import pdf_title
from factcheck.ingest.structure.hyphenation import Hyphenation
from factcheck.ingest.told import Told

Document: TypeAlias = Any
"""A document or a text page of pdfium, which has no types."""

MOST_PAGES: Final = 2000
_TAIL: Final = 2048
"""Bytes at the end in which the mark of the end must stand; some programs write a little behind it."""

_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD
_PADDING: Final = b"\0 \t\r\n"
_DATE: Final = re.compile(r"D?:?\s*(\d{4})(\d{2})(\d{2})")
_MOST_NAMED: Final = 10
_MOST_UNREADABLE: Final = 0.3


def pdf_text(raw: bytes) -> Told:
    """The text of a PDF document, page by page, and what its properties say of it.

    Its date is the day on which the file was made, so it counts as inferred.

    Raises:
        InputError: For a document with a password, one that is cut or damaged, one of too many pages, and one that
            holds pictures of its text.
    """
    import pypdfium2  # type: ignore[import-untyped]

    _refuse_cut(raw)
    try:
        document = pypdfium2.PdfDocument(raw)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(error) from error
    count = len(document)
    if count > MOST_PAGES:
        raise InputError(
            f"The PDF document has {count} pages; the limit is {MOST_PAGES}.", hint="Divide it, and add the parts."
        )
    read = [_page(document, number, count) for number in range(count)]
    _refuse_without_text([lines for lines, _ in read])
    pages = [with_initials(lines) for lines in without_line_numbers([lines for lines, _ in read])]
    sizes = sizes_of(pages)
    own = running_lines(pages, usual_size=sizes.usual)
    words = Hyphenation(line.words for page in pages for line in page)
    facts = document.get_metadata_dict()
    first = next(number for number, page in enumerate(pages) if page)
    made = _DATE.match(facts.get("CreationDate", ""))
    return Told(
        pieces=[
            (group.kind, words.joined([line.words for line in group.lines])) for group in groups(pages, own, sizes)
        ],
        title=pdf_title(facts.get("Title", ""), pages[first], own[first], sizes.usual),
        author=facts.get("Author"),
        publisher=None,
        language=_language(document),
        date="-".join(made.groups()) if made else None,
        inferred=True,
        warnings=_warnings(read),
    )


def _refuse_cut(raw: bytes) -> None:
    """pdfium mends a file whose end is missing, and gives what pages it finds: a loss that nobody would see."""
    if b"%PDF-" in raw[:1024] and b"%%EOF" not in raw.rstrip(_PADDING)[-_TAIL:]:
        raise InputError(
            "The PDF document is cut off: its end is missing.",
            hint="Fetch or copy it again; if it opens in a viewer, save it from there.",
        )


def _unreadable(error: Any) -> InputError:  # noqa: ANN401  # an error of pdfium, which has no types
    if getattr(error, "err_code", None) == _PASSWORD:
        return InputError(
            "The PDF document is protected with a password.",
            hint="Open it in a viewer with the password, and print it to a new PDF document.",
        )
    return InputError(
        "It is damaged, or no PDF document.", hint="Open it in a viewer; if it shows there, save it from there again."
    )


def _page(document: Document, number: int, count: int) -> tuple[list[PdfLine], bool]:
    """The lines of a page, and whether it shows anything."""
    import pypdfium2

    try:
        page = document[number]
        text_page = page.get_textpage()
    except pypdfium2.PdfiumError as error:
        raise InputError(
            f"Page {number + 1} of {count} of the PDF document is damaged.",
            hint="Open it in a viewer; if it shows there, save it from there again.",
        ) from error
    try:
        return lines_of_page(text_page), next(page.get_objects(max_depth=1), None) is not None
    finally:
        text_page.close()
        page.close()


def _refuse_without_text(pages: Sequence[Sequence[PdfLine]]) -> None:
    words = [line.words for page in pages for line in page]
    total = sum(map(len, words))
    if not total:
        raise InputError(
            f"The PDF document shows {len(pages)} pages without any text; it may hold pictures of them.",
            hint="Have its text recognised first, for example with `ocrmypdf OLD.pdf NEW.pdf`.",
        )
    unreadable = sum(
        letter == "\ufffd" or not (letter.isprintable() or letter.isspace()) for w in words for letter in w
    )
    if unreadable > _MOST_UNREADABLE * total:
        raise InputError(
            f"{unreadable / total:.0%} of the PDF document's characters don't say which letters they show.",
            hint="Have its text recognised, for example with `ocrmypdf --force-ocr OLD.pdf NEW.pdf`.",
        )


def _warnings(pages: Sequence[tuple[list[PdfLine], bool]]) -> list[str]:
    """What is said of pages that show something and no text."""
    lost = [number for number, (lines, is_drawn) in enumerate(pages, 1) if is_drawn and not lines]
    if not lost:
        return []
    named = ", ".join(map(str, lost[:_MOST_NAMED])) + (" …" if len(lost) > _MOST_NAMED else "")
    return [
        f"{len(lost)} of the {len(pages)} pages have no text, only pictures ({named}): what they say is missing."
        " Have it recognised, for example with `ocrmypdf --skip-text OLD.pdf NEW.pdf`."
    ]


def _language(document: Document) -> str | None:
    """The language that the document names for all of its text."""
    from pypdfium2 import raw

    length = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < length <= 200:
        return None
    units = (ctypes.c_ushort * (length // 2))()
    raw.FPDFCatalog_GetLanguage(document.raw, units, length)
    return "".join(map(chr, units[:-1]))
