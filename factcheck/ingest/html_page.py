"""Finds the article in an HTML page. Runs in a process of its own: see `child`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final, TypeAlias, TypedDict

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

# What XML forbids; trafilatura fails on it. Two of them are white space.
_FORBIDDEN: Final = {**dict.fromkeys((*range(0x09), *range(0x0E, 0x20), 0xFFFE, 0xFFFF)), 0x0B: " ", 0x0C: " "}
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_LONGEST_FACT: Final = 300
_KINDS: Final = {"p": "paragraph", "head": "heading", "quote": "quotation", "code": "code"}


class Page(TypedDict):
    """What is handed from process to process; see `SourceText` and `SourceFacts` for the meaning.

    `kinds` gives the kind of a block for the lines of `text` that the page itself says it of.
    """

    extractor: str
    text: str
    kinds: dict[str, str]
    title: str | None
    author: str | None
    publisher: str | None
    language: str | None
    date: str | None


def extract_page(html: str) -> Page | None:
    """The article in `html`, or None where there is no tree, a part of the page is missing in it, or no text is found.

    The order is that of trafilatura with `favor_recall`, comments left out; links and scripts are never followed.
    """
    import trafilatura
    from trafilatura.settings import Document

    tree = _tree(html)
    if tree is None:
        return None
    document = trafilatura.bare_extraction(
        tree,
        favor_recall=True,
        include_comments=False,
        with_metadata=True,
        # Dates that the page states, and none that is found by searching its text for anything like a date.
        date_extraction_params={"original_date": True, "extensive_search": False},
    )
    if not isinstance(document, Document) or not document.text or document.text.isspace():
        return None
    return Page(
        extractor=f"trafilatura {trafilatura.__version__}",
        text=document.text.strip(),
        kinds={line: kind for line, kind in _lines_with_kind(document.body) if line},
        title=_fact(document.title),
        author=_fact(document.author),
        publisher=_fact(document.sitename),
        language=_language(tree),
        date=document.date,
    )


def _tree(html: str) -> Element | None:
    """The page as a tree; None for a page without content, and for one that the parser gave up on.

    The parser stops at elements 256 deep and drops the rest of the page without an error, so its log is looked at.
    """
    from lxml.etree import ParserError  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    parser = HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        tree = document_fromstring(html.translate(_FORBIDDEN).encode("utf-8", "replace"), parser=parser)
    except ParserError:
        return None
    cut = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log)
    return None if cut else tree


def _lines_with_kind(body: Element) -> Iterator[tuple[str, str]]:
    for element in body.iter("p", "head", "quote", "code"):
        # A paragraph with line breaks in it becomes several lines, none of which is a heading.
        if element.tag != "p" or element.find("lb") is not None:
            for line in _text_of(element).splitlines():
                yield " ".join(line.split()), _KINDS[element.tag]


def _text_of(element: Element) -> str:
    """The text in `element`, with a line for each that its line breaks and paragraphs make of it."""
    from lxml.etree import iterwalk

    pieces: list[str] = []
    for event, inner in iterwalk(element, events=("start", "end")):
        pieces.append("\n" if inner.tag in ("lb", "p") else "")
        if event == "start":
            pieces.append(inner.text or "")
        elif inner is not element:
            pieces.append(inner.tail or "")
    return "".join(pieces)


def _fact(value: str | None) -> str | None:
    folded = " ".join((value or "").split())
    return folded if 0 < len(folded) <= _LONGEST_FACT else None


def _language(tree: Element) -> str | None:
    said = (tree.get("lang") or "").strip()
    return said if _LANGUAGE.fullmatch(said) else None
