"""Takes the text out of an ODT document (OpenDocument 1.3, part 3). Runs in a process of its own: see `child`.

Deleted text, comments and the numbers of notes are left out; the words of notes come behind their paragraph.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.errors import InputError
from factcheck.ingest.flow import Flow
from factcheck.ingest.told import Told
from factcheck.ingest.zip_parts import Element, ZipParts, attribute, local

MAIN: Final = "content.xml"
_META: Final = "meta.xml"
_STYLES: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_SKIPPED: Final = frozenset(
    {"tracked-changes", "annotation", "note-citation", "sequence-decls", "forms", "table-of-content", "desc", "title"}
)
_HEADINGS: Final = frozenset({"Title", "Subtitle"})
_QUOTES: Final = frozenset({"Quotations"})
_LETTERS: Final = {"tab": "\t", "line-break": "\n"}
_MOST_SPACES: Final = 100
_SPACE: Final = re.compile(r"[ \t\r\n]+")


def odt_text(parts: ZipParts) -> Told:
    """The text of an ODT document and what its properties say of it. Its date counts as inferred.

    Raises:
        InputError: If a part is missing, damaged, encrypted or too deeply nested.
    """
    if _MANIFEST in parts and b"encryption-data" in parts.part(_MANIFEST):
        raise InputError("It is protected with a password.", hint="Open it with the password, and save it without one.")
    root = parts.xml(MAIN)
    body = next((each for each in root.iter() if local(each) == "text" and local(each.getparent()) == "body"), None)
    flow = Flow()
    if body is not None:
        _walk(body, flow, _parents_of_styles(root))
    said: dict[str, str] = {}
    if _META in parts:
        for element in parts.xml(_META).iter():
            said.setdefault(local(element), element.text or "")
    return Told(
        pieces=flow.pieces,
        title=said.get("title"),
        # dc:creator is who saved it last.
        author=said.get("initial-creator") or said.get("creator"),
        publisher=None,
        language=said.get("language") or _language(parts),
        date=said.get("creation-date") or said.get("date"),
        inferred=True,
    )


def _walk(body: Element, flow: Flow, parents: dict[str, str]) -> None:
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    lists = 0
    walk = iterwalk(body, events=("start", "end"))
    for event, element in walk:
        name = local(element)
        if event == "end":
            lists -= name == "list"
            if name in ("p", "h", "table-row", "table-cell"):
                flow.end()
            if element is not body:
                flow.add(_folded(element.tail))
            continue
        lists += name == "list"
        if name in _SKIPPED:
            walk.skip_subtree()
            continue
        _begin(element, name, flow, _kind(element, parents, in_list=lists > 0))


def _begin(element: Element, name: str, flow: Flow, kind: str) -> None:
    if name in ("p", "h"):
        flow.begin_paragraph("heading" if name == "h" else kind)
    elif name == "table-row":
        flow.begin_row()
    elif name == "table-cell":
        flow.begin_cell()
    elif name == "s":
        said = attribute(element, "c") or "1"
        flow.add(" " * (min(int(said), _MOST_SPACES) if said.isascii() and said.isdigit() and len(said) < 9 else 1))
    else:
        flow.add(_LETTERS.get(name))
    flow.add(_folded(element.text))


def _folded(words: str | None) -> str:
    """White space folded, as the format has it: its own elements stand for spaces and line breaks that count."""
    return _SPACE.sub(" ", words or "")


def _kind(element: Element, parents: dict[str, str], *, in_list: bool) -> str:
    style = attribute(element, "style-name") or ""
    style = parents.get(style, style)
    if style in _HEADINGS:
        return "heading"
    if style in _QUOTES:
        return "quotation"
    return "list_item" if in_list else "paragraph"


def _parents_of_styles(root: Element) -> dict[str, str]:
    """The style that each style made for one place is based on."""
    return {
        attribute(style, "name") or "": attribute(style, "parent-style-name") or ""
        for style in root.iter()
        if local(style) == "style" and attribute(style, "parent-style-name")
    }


def _language(parts: ZipParts) -> str | None:
    """The language of the document's usual paragraph."""
    if _STYLES not in parts:
        return None
    for element in parts.xml(_STYLES).iter():
        language = attribute(element, "language") if local(element) == "text-properties" else None
        if language and language != "none":
            country = attribute(element, "country")
            return f"{language}-{country}" if country and country != "none" else language
    return None
