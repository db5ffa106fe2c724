"""Takes the text out of a DOCX document (Office Open XML, ECMA-376 part 1). Runs in a process of its own: see `child`.

Deleted, struck-out and hidden text, comments, page headers and field codes are left out; inserted text and notes are
kept.
"""

from __future__ import annotations

import posixpath
from typing import Final

from factcheck.ingest.flow import Flow
from factcheck.ingest.made_up_titles import is_made_up
from factcheck.ingest.office.docx_styles import DocxStyles, docx_styles
from factcheck.ingest.office.zip_parts import Element, ZipParts, attribute, local
from factcheck.ingest.told import Told

MAIN: Final = "word/document.xml"
_RELATIONS: Final = "_rels/.rels"
_CORE: Final = "docProps/core.xml"
_SKIPPED: Final = frozenset({"Fallback", "rPr", "sectPr", "tblPr", "instrText", "object"})
_DELETED: Final = frozenset({"del", "moveFrom"})
_DROP_CAPS: Final = frozenset({"drop", "margin"})
_LETTERS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_NO_LEVEL: Final = "9"
"""The outline level of body text."""


def main_part(parts: ZipParts) -> str | None:
    """The name of the part that holds the text; None where the archive is no DOCX document."""
    if MAIN in parts:
        return MAIN
    if _RELATIONS in parts:
        for relation in parts.xml(_RELATIONS):
            if (attribute(relation, "Type") or "").endswith("/officeDocument"):
                name = posixpath.normpath((attribute(relation, "Target") or "").lstrip("/"))
                return name if name in parts and name.startswith("word/") else None
    return None


def docx_text(parts: ZipParts, main: str) -> Told:
    """The text of a DOCX document and what its core properties say of it. Its date counts as inferred.

    Raises:
        InputError: If a part is missing, damaged or too deeply nested.
    """
    folder = posixpath.dirname(main)
    styles = parts.xml(f"{folder}/styles.xml") if f"{folder}/styles.xml" in parts else None
    known = docx_styles(styles)
    flow = Flow()
    for name in (main, f"{folder}/footnotes.xml", f"{folder}/endnotes.xml"):
        if name in parts:
            _walk(parts.xml(name), flow, known)
    core = {local(each): (each.text or "") for each in parts.xml(_CORE)} if _CORE in parts else {}
    title = core.get("title", "")
    return Told(
        pieces=flow.pieces,
        title=None if is_made_up(title) else title,
        author=core.get("creator"),
        publisher=None,
        language=core.get("language") or (None if styles is None else _language(styles)),
        date=core.get("created") or core.get("modified"),
        inferred=True,
        warnings=[],
    )


def _walk(root: Element, flow: Flow, styles: DocxStyles) -> None:
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    paragraphs: list[str] = []
    """The styles of the paragraphs that are open: a text box stands in one, with paragraphs of its own."""
    passed = None
    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = local(element)
        if event == "end":
            if name in ("p", "tr", "tc") and element is not passed:
                flow.end()
            if name == "p":
                paragraphs.pop()
        elif name in _SKIPPED or (name == "tr" and _is_deleted(element)):
            passed = element
            walk.skip_subtree()
        elif name in _DELETED or (name == "r" and styles.leaves_out(element, paragraphs[-1] if paragraphs else "")):
            flow.drop("".join(each.text or "" for each in element.iter() if local(each) in ("t", "delText")))
            walk.skip_subtree()
        elif name == "p":
            paragraphs.append(_begin_paragraph(element, flow, styles))
        else:
            _begin(element, name, flow)


def _begin_paragraph(paragraph: Element, flow: Flow, styles: DocxStyles) -> str:
    """Begin it, and give the id of its style."""
    said = _said_of(paragraph)
    flow.begin_paragraph(_kind(said, styles), is_initial=said.get("framePr", "") in _DROP_CAPS)
    return said.get("pStyle", "")


def _begin(element: Element, name: str, flow: Flow) -> None:
    if name == "tr":
        flow.begin_row()
    elif name == "tc":
        flow.begin_cell()
    elif name == "t":
        flow.add(element.text)
    elif name in _LETTERS and local(element.getparent()) == "r":
        flow.add(_LETTERS[name])


def _is_deleted(row: Element) -> bool:
    return any(local(each) == "del" for properties in row if local(properties) == "trPr" for each in properties)


def _said_of(paragraph: Element) -> dict[str, str]:
    """The properties of a paragraph; of its frame, whether it is one for a large first letter."""
    for properties in paragraph[:1]:
        if local(properties) == "pPr":
            return {
                local(each): attribute(each, "dropCap" if local(each) == "framePr" else "val") or ""
                for each in properties
            }
    return {}


def _kind(said: dict[str, str], styles: DocxStyles) -> str:
    if said.get("outlineLvl", _NO_LEVEL) != _NO_LEVEL:
        return "heading"
    kind = styles.kinds.get(said.get("pStyle", ""), "paragraph")
    return "list_item" if kind == "paragraph" and "numPr" in said else kind


def _language(styles: Element) -> str | None:
    for element in styles.iter():
        if local(element) == "lang":
            return attribute(element, "val")
    return None
