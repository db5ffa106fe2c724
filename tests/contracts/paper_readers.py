"""Reports read back by programs that are not ours: what stands in them, and what in them would do something."""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from zipfile import ZipFile

import docx
import pypdf
import pypdfium2  # type: ignore[import-untyped]
from docx.oxml.ns import qn
from docx.table import Table
from lxml import etree, html  # type: ignore[import-untyped]
from pypdf.generic import ArrayObject, DictionaryObject

from tests.contracts.report_writer_contract import Seen

FOOTER_POINTS = 48
"""The margin below the text of a page, in which its number stands."""

_OF_TEXT = {"t", "tab", "br", "bidi", "rtl", "pPr", "rPr"}
"""How Word holds text: its lines, its tabs, its direction."""

_RUN_BY_WORD = {"OLE_LINK", "altChunk", "attachedTemplate", "control", "object", "subDoc", "instrText", "sdt", "pict"}
_RUN_BY_PDF = {
    "/JS", "/JavaScript", "/OpenAction", "/AA", "/AcroForm", "/XFA", "/EmbeddedFile", "/EmbeddedFiles", "/Launch",
    "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/RichMedia", "/Movie", "/Sound", "/Rendition", "/Named",
}  # fmt: skip
_RUN_BY_BROWSER = {
    "script", "iframe", "frame", "object", "embed", "applet", "form", "input", "button", "base", "portal", "video",
    "audio", "img", "source", "template",
}  # fmt: skip
_DATA = ("application/json", "application/ld+json")
"""Types of a script element that no browser runs."""
_ADDRESSES = {"href", "src", "action", "formaction", "data", "poster", "background", "xlink:href", "srcset", "ping"}


def leads_to_a_web_page(address: str) -> bool:
    return re.match(r"https?://", address) is not None


def active_in_html(written: str) -> list[str]:
    """Elements that load, run or ask, attributes that run, and addresses that are neither inside nor web pages."""
    found = []
    for element in html.document_fromstring(written).iter(etree.Element):
        if element.tag in _RUN_BY_BROWSER and not (element.tag == "script" and element.get("type") in _DATA):
            found.append(f"<{element.tag}>")
        if element.tag == "style" and re.search(r"@import|url\(|expression\(", element.text or ""):
            found.append("a style that loads")
        for name, value in element.attrib.items():
            inside = value.startswith("#") or (element.tag == "link" and value == "data:,")
            if name.startswith("on") or (name in _ADDRESSES and not inside and not leads_to_a_web_page(value)):
                found.append(f"{name}={value}")
            if name == "http-equiv" and value.lower() == "refresh":
                found.append("a page that leads on by itself")
    return found


def see_docx(written: bytes) -> Seen:
    """The text of a package as python-docx reads it, and its elements with their styles."""
    document = docx.Document(io.BytesIO(written))
    about = document.core_properties
    text = [about.title, about.author]
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            text += [paragraph.text for row in block.rows for cell in row.cells for paragraph in cell.paragraphs]
        else:
            text.append(block.text)
    elements = [(etree.QName(each).localname, each) for each in document.element.body.iter(etree.Element)]
    structure = [f"{tag} {each.get(qn('w:val'), '')}" for tag, each in elements if tag not in _OF_TEXT]
    return Seen("\n".join(text), structure)


def active_in_docx(written: bytes) -> list[str]:
    """Parts and elements that run or load, fields but those of page numbers, links that lead to no web page."""
    found = []
    with ZipFile(io.BytesIO(written)) as package:
        for name in package.namelist():
            if not name.endswith((".xml", ".rels")):
                found.append(f"a part {name}")
                continue
            root = etree.fromstring(package.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
            assert not root.getroottree().docinfo.doctype
            for element in root.iter(etree.Element):
                tag = etree.QName(element).localname
                if tag in _RUN_BY_WORD:
                    found.append(f"<{tag}>")
                if tag == "fldSimple" and element.get(qn("w:instr")) not in ("PAGE", "NUMPAGES"):
                    found.append(f"a field {element.get(qn('w:instr'))}")
                if element.get("TargetMode") == "External":
                    address = element.get("Target", "")
                    if not element.get("Type", "").endswith("/hyperlink") or not leads_to_a_web_page(address):
                        found.append(f"a relation to {address}")
    return found


def see_pdf(written: bytes) -> Seen:
    """The text of all pages as pdfium finds it, without white space, the footers left out; the kinds of annotations."""
    document = pypdfium2.PdfDocument(written)
    pages = [page.get_textpage().get_text_bounded(bottom=FOOTER_POINTS) for page in document]
    document.close()
    reader = pypdf.PdfReader(io.BytesIO(written), strict=True)
    kinds = {str(kept["/Subtype"]) for page in reader.pages for kept in _annotations(page)}
    return Seen(without_gaps("".join(pages)), sorted(kinds))


def without_gaps(text: str) -> str:
    """Lines end anywhere in PDF, and what has no glyph of its own leaves no trace: joiners, selectors."""
    return "".join(each for each in text if not each.isspace() and unicodedata.category(each) != "Cf")


def _annotations(page: pypdf.PageObject) -> list[DictionaryObject]:
    return [each.get_object() for each in page.get("/Annots") or ()]


def active_in_pdf(written: bytes) -> list[str]:
    """Every object of the file that runs, loads, asks or holds a file, and links that lead to no web page."""
    reader = pypdf.PdfReader(io.BytesIO(written), strict=True)
    found = []
    for number in range(1, int(str(reader.trailer["/Size"]))):
        for kept in _dictionaries(reader.get_object(number)):
            found += [name for name in kept if name in _RUN_BY_PDF]
            found += [str(value) for name, value in kept.items() if name in ("/S", "/Type") and value in _RUN_BY_PDF]
            if "/URI" in kept and not leads_to_a_web_page(str(kept["/URI"])):
                found.append(f"a link to {kept['/URI']}")
    return found


def _dictionaries(value: object) -> Iterator[DictionaryObject]:
    """Of one object, without those that it only refers to."""
    if isinstance(value, DictionaryObject):
        yield value
        for inner in value.values():
            yield from _dictionaries(inner)
    elif isinstance(value, ArrayObject):
        for inner in value:
            yield from _dictionaries(inner)
