"""Takes the text out of a PDF document. Runs in a process of its own: see `child`.

A PDF knows characters and places, not paragraphs. Lines are pdfium's; what makes lines a paragraph is their distance,
size and indentation. Words divided at a line's end stay divided, and pages stay as they are printed; only lines that
come back on most pages, at their top or bottom, are marked as not the text's own.
"""

from __future__ import annotations

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, Final, TypeAlias

from factcheck.errors import InputError
from factcheck.ingest.line_kinds import ends_a_sentence
from factcheck.ingest.pdf_lines import PdfLine, paragraphs, running_lines
from factcheck.ingest.told import Told

Document: TypeAlias = Any
"""A document or a text page of pdfium, which has no types."""

MOST_PAGES: Final = 2000
_TAIL: Final = 2048
"""Bytes at the end in which the mark of the end must stand; some programs write a little behind it."""

_PASSWORD: Final = 4  # FPDF_ERR_PASSWORD
_PADDING: Final = b"\0 \t\r\n"
_LINE_ENDS: Final = frozenset("\r\n")
_HYPHENS: Final = {"\x02": "-", "\ufffe": "-"}
"""What pdfium writes for a hyphen at a line's end."""

_DATE: Final = re.compile(r"D?:?\s*(\d{4})(\d{2})(\d{2})")
_MADE_UP_TITLE: Final = re.compile(
    r"\s*(?:microsoft (?:word|powerpoint|excel)\b.*|untitled.*|(?:slide|document|page)\s?\d*|[\w().~-]*\.\w{2,5}"
    r"|[A-Za-z]:\\.*|/.*)\s*",
    re.IGNORECASE,
)
"""Titles that programs put in: the name of a file, or of the program itself."""

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
    pages = [_lines_of_page(document, number, count) for number in range(count)]
    _refuse_without_text(pages)
    facts = document.get_metadata_dict()
    title = facts.get("Title", "")
    made = _DATE.match(facts.get("CreationDate", ""))
    return Told(
        pieces=list(_pieces(pages)),
        title=None if _MADE_UP_TITLE.fullmatch(title) else title,
        author=facts.get("Author"),
        publisher=None,
        language=_language(document),
        date="-".join(made.groups()) if made else None,
        inferred=True,
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


def _lines_of_page(document: Document, number: int, count: int) -> list[PdfLine]:
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
        return list(_lines(text_page))
    finally:
        text_page.close()
        page.close()


def _lines(text_page: Document) -> Iterator[PdfLine]:
    from pypdfium2 import raw

    letters: list[str] = []
    places: list[int] = []
    count = text_page.count_chars()
    for index in range(count + 1):
        letter = chr(raw.FPDFText_GetUnicode(text_page, index)) if index < count else "\n"
        # pdfium marks a hyphen at the end of a line and leaves out the line end that follows it.
        broken = letter in _HYPHENS
        if letter not in _LINE_ENDS:
            letters.append(_HYPHENS.get(letter, letter))
            places.append(index)
        if (broken or letter in _LINE_ENDS) and letters:
            line = _line(text_page, "".join(letters), places)
            if line is not None:
                yield line
            letters, places = [], []


def _line(text_page: Document, words: str, places: Sequence[int]) -> PdfLine | None:
    seen = [place for place, letter in zip(places, words, strict=True) if not letter.isspace()]
    if not seen:
        return None
    first, last = _box(text_page, seen[0]), _box(text_page, seen[-1])
    return PdfLine(
        words=words.strip(),
        left=first[0],
        right=last[2],
        bottom=first[1],
        size=_size(text_page, seen[len(seen) // 2]),
    )


def _box(text_page: Document, index: int) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of a character's place, in points."""
    from pypdfium2 import raw

    box = raw.FS_RECTF()
    raw.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(box))
    return box.left, box.bottom, box.right, box.top


def _size(text_page: Document, index: int) -> float:
    """The size of a letter as it is printed: a document may set all text at one size and scale it."""
    from pypdfium2 import raw

    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text_page, index, ctypes.byref(matrix))
    return float(raw.FPDFText_GetFontSize(text_page, index) * (math.hypot(matrix.c, matrix.d) or 1.0))


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


def _pieces(pages: Sequence[Sequence[PdfLine]]) -> Iterator[tuple[str, str]]:
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size, 1)] += len(line.words)
    usual = sizes.most_common(1)[0][0]
    running = running_lines(pages)
    kind, lines = "", list[str]()
    for page in pages:
        for place, (its_kind, its_lines) in enumerate(paragraphs(page, usual_size=usual, running=running)):
            if place == 0 and kind == its_kind == "paragraph" and _goes_over(lines[-1], its_lines[0]):
                lines += its_lines
                continue
            if lines:
                yield kind, "\n".join(lines)
            kind, lines = its_kind, its_lines
    if lines:
        yield kind, "\n".join(lines)


def _goes_over(last: str, first: str) -> bool:
    """True where a sentence goes on from one page to the next, with no line of the pages' own between."""
    return not ends_a_sentence(last) and first[:1].islower()


def _language(document: Document) -> str | None:
    """The language that the document names for all of its text."""
    from pypdfium2 import raw

    length = raw.FPDFCatalog_GetLanguage(document.raw, None, 0)
    if not 2 < length <= 200:
        return None
    units = (ctypes.c_ushort * (length // 2))()
    raw.FPDFCatalog_GetLanguage(document.raw, units, length)
    return "".join(map(chr, units[:-1]))
