"""Writes small DOCX, ODT and EPUB documents, so that the tests read real ones."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STRICT = 'xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "urn:oasis:names:tc:opendocument:xmlns"
ODF = " ".join(f'xmlns:{name}="{_OFFICE}:{name}:1.0"' for name in ("office", "text", "table", "style", "meta", "draw"))
ODT_TYPE = b"application/vnd.oasis.opendocument.text"


def zip_of(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2025, 5, 3, 0, 0, 0)), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def make_docx(body: str, *, more: Mapping[str, str | bytes] | None = None, namespace: str = W) -> bytes:
    """A document of this body, with styles named by Word's German ids and its properties."""
    styles = (
        f"<w:styles {namespace}><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val='en-GB'/></w:rPr></w:rPrDefault>"
        "</w:docDefaults>"
        "<w:style w:styleId='berschrift1'><w:name w:val='heading 1'/></w:style>"
        "<w:style w:styleId='Eigene'><w:name w:val='Own'/><w:basedOn w:val='berschrift1'/></w:style>"
        "<w:style w:styleId='Zitat'><w:name w:val='Quote'/></w:style>"
        "<w:style w:styleId='Kreis'><w:name w:val='Loop'/><w:basedOn w:val='Kreis'/></w:style></w:styles>"
    )
    core = (
        f'<cp:coreProperties xmlns:cp="{_CORE}" {_DC}><dc:title>The budget</dc:title>'
        "<dc:creator>Ruth Okafor</dc:creator>"
        "<dcterms:created>2025-05-03T10:00:00Z</dcterms:created></cp:coreProperties>"
    )
    relations = (
        f'<Relationships xmlns="{_RELS}"><Relationship Id="r1" Target="word/document.xml"'
        ' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    return zip_of(
        {
            "[Content_Types].xml": f"{_HEAD}<Types/>",
            "_rels/.rels": _HEAD + relations,
            "word/document.xml": f"{_HEAD}<w:document {namespace} {_MC}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": _HEAD + styles,
            "docProps/core.xml": _HEAD + core,
            **(more or {}),
        }
    )


def paragraph(words: str, *, style: str = "", more: str = "") -> str:
    """A paragraph of a DOCX document."""
    named = f"<w:pStyle w:val='{style}'/>" if style else ""
    return f"<w:p><w:pPr>{named}{more}</w:pPr><w:r><w:t xml:space='preserve'>{words}</w:t></w:r></w:p>"


def make_odt(body: str, *, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A document of this body with its properties."""
    meta = (
        f"<office:document-meta {ODF} {_DC}><office:meta><dc:title>The budget</dc:title>"
        "<meta:initial-creator>Ruth Okafor</meta:initial-creator><dc:creator>An editor</dc:creator>"
        "<meta:creation-date>2025-05-03T10:00:00</meta:creation-date><dc:language>en-GB</dc:language></office:meta>"
        "</office:document-meta>"
    )
    styles = '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
    return zip_of(
        {
            "mimetype": ODT_TYPE,
            "content.xml": f"{_HEAD}<office:document-content {ODF}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "meta.xml": _HEAD + meta,
            "META-INF/manifest.xml": "<manifest/>",
            **(more or {}),
        }
    )


def make_epub(chapters: Mapping[str, str], *, more: Mapping[str, str | bytes] | None = None) -> bytes:
    """A book of these chapters, each the body of a page."""
    items = "".join(f'<item id="{name}" href="{name}.xhtml" media-type="application/xhtml+xml"/>' for name in chapters)
    spine = "".join(f'<itemref idref="{name}"/>' for name in chapters)
    package = (
        f'<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata {_DC}><dc:title>A book</dc:title>'
        "<dc:creator>Ruth Okafor</dc:creator><dc:language>en</dc:language><dc:date>2025-05-03</dc:date>"
        "<dc:publisher>The Press</dc:publisher></metadata><manifest>"
        '<item id="toc" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        f'{items}</manifest><spine><itemref idref="toc"/>{spine}</spine></package>'
    )
    container = '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>'
    page = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body>{}</body></html>'
    return zip_of(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container,
            "OEBPS/book.opf": _HEAD + package,
            "OEBPS/nav.xhtml": page.format("<nav>Contents</nav>"),
            **{f"OEBPS/{name}.xhtml": _HEAD + page.format(body) for name, body in chapters.items()},
            **(more or {}),
        }
    )
