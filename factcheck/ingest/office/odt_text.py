"""Takes the text out of an ODT document (OpenDocument 1.3, part 3). Runs in a process of its own: see `child`.

Deleted, struck-out and hidden text, comments and the numbers of notes are left out; the words of notes come behind
their paragraph.
"""

from __future__ import annotations

import re
from typing import Final

from factcheck.errors import InputError
from factcheck.ingest.flow import Flow
from factcheck.ingest.made_up_titles import is_made_up
from factcheck.ingest.office.odt_styles import OdtStyles, odt_styles
from factcheck.ingest.office.zip_parts import Element, ZipParts, attribute, local
from factcheck.ingest.told import Told

MAIN: Final = "content.xml"
_META: Final = "meta.xml"
_STYLES: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_SKIPPED: Final = frozenset(
    {"tracked-changes", "annotation", "note-citation", "sequence-decls", "forms", "table-of-content", "desc", "title"}
)
_HEADINGS: Final = frozenset({"Title", "Subtitle"})
_QUOTES: Final = frozenset({"Quotations"})
_STYLED: Final = frozenset({"p", "h", "span", "a"})
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
        common = parts.xml(_STYLES) if _STYLES in parts else None
        _walk(body, flow, odt_styles(root, common))
    said: dict[str, str] = {}
    if _META in parts:
        for element in parts.xml(_META).iter():
            said.setdefault(local(element), element.text or "")
    title = said.get("title", "")
    return Told(
        pieces=flow.pieces,
        title=None if is_made_up(title) else title,
        # dc:creator is who saved it last.
        author=said.get("initial-creator") or said.get("creator"),
        publisher=None,
        language=said.get("language") or _language(parts),
        date=said.get("creation-date") or said.get("date"),
        inferred=True,
        warnings=[],
    )


def _walk(body: Element, flow: Flow, styles: OdtStyles) -> None:
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    lists = 0
    left_out = [False]
    walk = iterwalk(body, events=("start", "end"))
    for event, element in walk:
        name = local(element)
        if event == "end":
            lists -= name == "list"
            left_out.pop()
            if name in ("p", "h", "table-row", "table-cell"):
                flow.end()
            if element is not body:
                _put(flow, element.tail, is_left_out=left_out[-1])
            continue
        lists += name == "list"
        said = styles.left_out.get(attribute(element, "style-name") or "") if name in _STYLED else None
        left_out.append(left_out[-1] if said is None else said)
        if name in _SKIPPED:
            walk.skip_subtree()
        elif name == "change":
            flow.drop("")
        else:
            _begin(element, name, flow, _kind(element, styles, in_list=lists > 0))
            _put(flow, element.text, is_left_out=left_out[-1])


def _put(flow: Flow, words: str | None, *, is_left_out: bool) -> None:
    if is_left_out and words:
        flow.drop(_folded(words))
    else:
        flow.add(_folded(words))


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


def _folded(words: str | None) -> str:
    """White space folded, as the format has it: its own elements stand for spaces and line breaks that count."""
    return _SPACE.sub(" ", words or "")


def _kind(element: Element, styles: OdtStyles, *, in_list: bool) -> str:
    style = attribute(element, "style-name") or ""
    style = styles.parents.get(style, style)
    if style in _HEADINGS:
        return "heading"
    if style in _QUOTES:
        return "quotation"
    return "list_item" if in_list else "paragraph"


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
