"""A document for Word, made of headings, paragraphs, links and tables; the same content always gives the same bytes.

python-docx writes the package. What it has no call for (links, bookmarks, fields, the direction of a paragraph) is put
into the XML of the paragraph here. Text must be made visible before (`factcheck.report.words.shown`): XML can't hold
control characters.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BytesIO
from typing import IO, TYPE_CHECKING, Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from factcheck.errors import UsageError

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table, _Row
    from docx.text.paragraph import Paragraph
    from docx.text.run import Run
    from lxml.etree import _Element  # type: ignore[import-untyped]

_PROPERTY_LENGTH: Final = 255
"""Most characters of a core property that python-docx takes."""

_ZIP_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP entry can have: of no file of a report does anybody want to know another."""


@dataclass(frozen=True, slots=True)
class Words:
    """A stretch of text with one look.

    Attributes:
        style: Name of a character style; empty for that of the paragraph.
        link: Where it leads: a web address, or `#` and the name of a heading; empty for plain text.
    """

    text: str
    style: str = ""
    link: str = ""


class WordDocument:
    """A document that grows at its end."""

    def __init__(self, *, title: str, author: str, created: datetime) -> None:
        """Start an empty document.

        Args:
            created: When its content was put together. It is the only time in the file.

        Raises:
            UsageError: If python-docx isn't installed.
        """
        try:
            import docx
        except ImportError as error:
            raise UsageError(
                "A report for Word needs python-docx, which isn't installed.",
                hint="Install it with: pip install 'factcheck[docx]'",
            ) from error
        self._document: Document = docx.Document()
        # By name. python-docx would go through the whole sheet of styles for each paragraph.
        self._styles = {style.name: style.style_id for style in self._document.styles}
        self._names = 0
        # What the body ends with: the size of its pages.
        self._end = self._document.element.body[-1]
        self._leave_out_what_the_template_brings()
        about = self._document.core_properties
        about.title, about.author = (each[:_PROPERTY_LENGTH] for each in (title, author))
        about.comments = about.last_modified_by = ""
        about.created = about.modified = created.astimezone(UTC).replace(tzinfo=None)

    def _leave_out_what_the_template_brings(self) -> None:
        """The template's thumbnail, its statistics and its second set of styles say nothing of this document."""
        for holder in (self._document.part.package, self._document.part):
            for key, relation in list(holder.rels.items()):
                if relation.reltype.rpartition("/")[2] in (
                    "thumbnail",
                    "extended-properties",
                    "customXml",
                    "stylesWithEffects",
                ):
                    del holder.rels[key]

    def define(self, name: str, *, like: str = "", colour: str = "", look: Mapping[str, object] | None = None) -> None:
        """Add a style, so that a desk can change the look of all its places at once in Word.

        Args:
            like: The paragraph style that it starts from; empty for a character style.
            colour: Six hexadecimal digits.
            look: Attributes of python-docx's `Font`.
        """
        from docx.enum.style import WD_STYLE_TYPE
        from docx.shared import RGBColor

        kind = WD_STYLE_TYPE.PARAGRAPH if like else WD_STYLE_TYPE.CHARACTER
        style: Any = self._document.styles.add_style(name, kind)
        self._styles[name] = style.style_id
        if like:
            style.base_style = self._document.styles[like]
        if colour:
            style.font.color.rgb = RGBColor.from_string(colour)
        for attribute, value in (look or {}).items():
            setattr(style.font, attribute, value)

    def heading(self, *words: Words | str, level: int, name: str = "") -> None:
        """A heading of level 1 to 9, as Word's navigation lists them; `name` lets links lead here."""
        paragraph = self.paragraph(*words, style=f"Heading {level}")
        if name:
            self._names += 1
            number = str(self._names)
            content = _element(paragraph)
            start = _tag("w:bookmarkStart", {"w:id": number, "w:name": name})
            content.insert(1, start)  # after the paragraph's properties
            content.append(_tag("w:bookmarkEnd", {"w:id": number}))

    def paragraph(self, *words: Words | str, style: str = "") -> Paragraph:
        """A paragraph of text; line feeds in it are line breaks."""
        from docx.text.paragraph import Paragraph

        # Its own way to add one looks at all that are there already.
        content: Any = _tag("w:p", {})
        self._end.addprevious(content)
        paragraph = Paragraph(content, self._document)
        self._fill(paragraph, words, style)
        return paragraph

    def table(
        self, head: Sequence[str], rows: Iterable[Sequence[Words | str]], *, shares: Sequence[int], caption: str
    ) -> None:
        """A table whose first row is repeated on each page.

        Args:
            shares: The widths of the columns, as parts of a whole.
            caption: What programs that read it aloud call it.
        """
        from docx.shared import Length

        section = self._document.sections[0]
        width = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        table = self._document.add_table(rows=0, cols=len(head))
        table.style = "Table Grid"
        table.autofit = False
        grid: Any = _element(table)
        grid.tblPr.append(_tag("w:tblCaption", {"w:val": caption}))
        for column, share in zip(table.columns, shares, strict=True):
            column.width = Length(width * share // sum(shares))
        head_row: Any = _element(self._add_row(table, [Words(text, "Strong") for text in head]))
        head_row.get_or_add_trPr().append(_tag("w:tblHeader", {}))
        for cells in rows:
            self._add_row(table, cells)

    def _add_row(self, table: Table, cells: Sequence[Words | str]) -> _Row:
        row: _Row = table.add_row()  # type: ignore[no-untyped-call]
        for cell, content in zip(row.cells, cells, strict=True):
            self._fill(cell.paragraphs[0], [content], "No Spacing")
        return row

    def page_numbers(self) -> None:
        """A footer with the number of each page and of all."""
        paragraph = self._document.sections[0].footer.paragraphs[0]
        for text, field in (("Page ", "PAGE"), (" of ", "NUMPAGES")):
            paragraph.add_run(text)
            simple = _tag("w:fldSimple", {"w:instr": field})
            simple.append(_element(paragraph.add_run("1")))
            _element(paragraph).append(simple)

    def a4(self) -> None:
        """Pages of A4 with narrow margins."""
        from docx.shared import Mm

        section = self._document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin = section.right_margin = Mm(22)
        section.top_margin = section.bottom_margin = Mm(20)

    def write(self, out: IO[bytes]) -> None:
        """Write the document; equal documents are equal bytes."""
        packed = BytesIO()
        self._document.save(packed)
        timeless = BytesIO()
        with ZipFile(packed) as parts, ZipFile(timeless, "w") as copy:
            for part in parts.infolist():
                entry = ZipInfo(part.filename, _ZIP_EPOCH)
                entry.compress_type = ZIP_DEFLATED
                copy.writestr(entry, parts.read(part))
        out.write(timeless.getvalue())

    def _fill(self, paragraph: Paragraph, words: Iterable[Words | str], style: str) -> None:
        runs = [Words(each) if isinstance(each, str) else each for each in words]
        content: Any = _element(paragraph)
        if style:
            content.style = self._styles[style]
        from_right = _reads_from_right("".join(run.text for run in runs))
        if from_right:
            content.get_or_add_pPr().append(_tag("w:bidi", {}))
        for run in runs:
            added = paragraph.add_run(run.text)
            inner: Any = _element(added)
            if run.style:
                inner.style = self._styles[run.style]
            if from_right:
                added.font.rtl = True
            if run.link:
                link = _tag("w:hyperlink", self._destination(paragraph, run.link))
                link.append(inner)
                content.append(link)

    def _destination(self, paragraph: Paragraph, link: str) -> dict[str, str]:
        if link.startswith("#"):
            return {"w:anchor": link[1:]}
        from docx.opc.constants import RELATIONSHIP_TYPE

        return {"r:id": paragraph.part.relate_to(link, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)}


def _reads_from_right(text: str) -> bool:
    """Whether the first character with a direction goes from right to left, by which Unicode tells a paragraph's."""
    for character in text:
        if (direction := unicodedata.bidirectional(character)) in ("L", "R", "AL"):
            return direction != "L"
    return False


def _tag(name: str, attributes: Mapping[str, str]) -> _Element:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    return OxmlElement(name, attrs={qn(key): value for key, value in attributes.items()})


def _element(proxy: Paragraph | Run | Table | _Row) -> _Element:
    """The XML behind a part of the document, which python-docx keeps to itself."""
    return proxy._element  # noqa: SLF001
