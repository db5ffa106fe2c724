"""Takes the text out of a DOCX document (Office Open XML, ECMA-376 part 1). Runs in a process of its own: see `child`.

Deleted and hidden text, comments, page headers and field codes are left out; inserted text and notes are kept.
"""

from __future__ import annotations

import posixpath
import re
from typing import Final

from factcheck.ingest.flow import Flow
from factcheck.ingest.told import Told
from factcheck.ingest.zip_parts import Element, ZipParts, attribute, local

MAIN: Final = "word/document.xml"
_RELATIONS: Final = "_rels/.rels"
_CORE: Final = "docProps/core.xml"
_SKIPPED: Final = frozenset({"del", "moveFrom", "Fallback", "rPr", "sectPr", "tblPr", "instrText", "object"})
_LETTERS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "ptab": "\t"}
_HEADING: Final = re.compile(r"heading \d|title|subtitle", re.IGNORECASE)
_QUOTE: Final = re.compile(r"(?:intense )?quote|block text", re.IGNORECASE)
_LIST: Final = re.compile(r"list\b.*", re.IGNORECASE)
_DEEPEST: Final = 12
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
    kinds = {} if styles is None else _kinds_of_styles(styles)
    flow = Flow()
    for name in (main, f"{folder}/footnotes.xml", f"{folder}/endnotes.xml"):
        if name in parts:
            _walk(parts.xml(name), flow, kinds)
    core = {local(each): (each.text or "") for each in parts.xml(_CORE)} if _CORE in parts else {}
    return Told(
        pieces=flow.pieces,
        title=core.get("title"),
        author=core.get("creator"),
        publisher=None,
        language=core.get("language") or (None if styles is None else _language(styles)),
        date=core.get("created") or core.get("modified"),
        inferred=True,
    )


def _walk(root: Element, flow: Flow, kinds: dict[str, str]) -> None:
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    walk = iterwalk(root, events=("start", "end"))
    for event, element in walk:
        name = local(element)
        if event == "end":
            if name in ("p", "tr", "tc"):
                flow.end()
        elif name in _SKIPPED or (name == "r" and _is_hidden(element)):
            walk.skip_subtree()
        elif name == "p":
            flow.begin_paragraph(_kind(element, kinds))
        elif name == "tr":
            flow.begin_row()
        elif name == "tc":
            flow.begin_cell()
        elif name == "t":
            flow.add(element.text)
        elif name in _LETTERS and local(element.getparent()) == "r":
            flow.add(_LETTERS[name])


def _is_hidden(run: Element) -> bool:
    for properties in run[:1]:
        if local(properties) == "rPr":
            return any(local(each) == "vanish" and attribute(each, "val") not in ("0", "false") for each in properties)
    return False


def _kind(paragraph: Element, kinds: dict[str, str]) -> str:
    for properties in paragraph[:1]:
        if local(properties) != "pPr":
            break
        said = {local(each): attribute(each, "val") or "" for each in properties}
        if said.get("outlineLvl", _NO_LEVEL) != _NO_LEVEL:
            return "heading"
        kind = kinds.get(said.get("pStyle", ""), "paragraph")
        return "list_item" if kind == "paragraph" and "numPr" in said else kind
    return "paragraph"


def _kinds_of_styles(styles: Element) -> dict[str, str]:
    """Style id → kind, by the style's name, which is English for Word's own styles, else by that it is based on."""
    names: dict[str, str] = {}
    bases: dict[str, str] = {}
    for style in styles:
        if local(style) == "style":
            key = attribute(style, "styleId") or ""
            said = {local(each): attribute(each, "val") or "" for each in style}
            names[key], bases[key] = said.get("name", ""), said.get("basedOn", "")
    kinds = {}
    for key in names:
        at = key
        for _ in range(_DEEPEST):
            kind = _kind_of_name(names.get(at, ""))
            if kind is not None:
                kinds[key] = kind
                break
            at = bases.get(at, "")
    return kinds


def _kind_of_name(name: str) -> str | None:
    for pattern, kind in ((_HEADING, "heading"), (_QUOTE, "quotation"), (_LIST, "list_item")):
        if pattern.fullmatch(name):
            return kind
    return None


def _language(styles: Element) -> str | None:
    for element in styles.iter():
        if local(element) == "lang":
            return attribute(element, "val")
    return None
