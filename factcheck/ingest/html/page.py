"""Finds the article in an HTML page. Runs in a process of its own: see `child`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, TypedDict

from factcheck.ingest.html.days import PublicationDay
from factcheck.ingest.html.facts import page_facts
from factcheck.ingest.html.furniture import drop_furniture
from factcheck.ingest.html.layout import arrange
from factcheck.ingest.html.loss import blocks_of, body_for_machines, losses, shows_text
from factcheck.ingest.html.tree import Element, page_tree, seen_words
from factcheck.ingest.html.unseen import drop_unseen
from factcheck.ingest.markup_text import markup_pieces

_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
_MARKUP: Final = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_WAITS: Final = (
    "The page hides its text until a script has run; it was taken as it stands there. Look whether a reader sees it."
)
_NOT_SHOWN: Final = (
    "The page doesn't show its article; the text is the one that it gives to machines (articleBody of its JSON-LD). "
    "Look at the page in a browser before you quote it."
)
_KINDS: Final = {"p": "paragraph", "head": "heading", "quote": "quotation", "code": "code"}


class Page(TypedDict):
    """What is handed from process to process; see `SourceText` and `SourceFacts` for the meaning.

    `kinds` gives the kind of a block for the lines of `text` that the page itself says it of, `shown` counts the
    characters that the page shows, and `is_empty` is true where it shows nothing but headings, captions and links.
    """

    extractor: str
    text: str
    kinds: dict[str, str]
    title: str | None
    author: str | None
    publisher: str | None
    address: str | None
    language: str | None
    date: str | None
    inferred: bool
    shown: int
    warnings: list[str]
    is_empty: bool


def extract_page(html: str) -> Page | None:
    """The article in `html`, or None where there is no tree, or a part of the page is missing in it.

    What isn't seen is taken out first, then the page's facts are read, then what stands around the article is taken
    out, and of the rest trafilatura tells the article from the page, with `favor_recall` and without comments. Links
    and scripts are never followed.
    """
    tree = page_tree(html)
    if tree is None:
        return None
    waits_for_script = drop_unseen(tree)
    shown = sum(len(word) for piece in seen_words(tree) for word in piece.split())
    arrange(tree)
    facts = page_facts(tree)
    taken = drop_furniture(tree)
    warnings = list(_day_warnings(facts.day))
    kinds: dict[str, str] = {}
    body = body_for_machines(tree, facts.data)
    if body is not None:
        text, extractor = _body_text(body), "articleBody of the page's JSON-LD"
        warnings.insert(0, _NOT_SHOWN)
    else:
        text, kinds, extractor = _article(tree)
        warnings = [*losses(text, tree, facts, taken), *warnings]
    return Page(
        extractor=extractor,
        text=text,
        kinds=kinds,
        title=facts.title,
        author=facts.author,
        publisher=facts.publisher,
        address=facts.address,
        language=_language(tree),
        date=facts.day.day.isoformat() if facts.day.day else None,
        inferred=not facts.day.is_stated,
        shown=shown,
        warnings=[_WAITS, *warnings] if waits_for_script else warnings,
        is_empty=body is None and not shows_text(tree),
    )


def _article(tree: Element) -> tuple[str, dict[str, str], str]:
    """The text that trafilatura keeps of the page, the kinds of its lines, and what found it."""
    import trafilatura
    from trafilatura.settings import Document

    document = trafilatura.bare_extraction(tree, favor_recall=True, include_comments=False)
    if not isinstance(document, Document) or not document.text or document.text.isspace():
        return "\n".join(words for words, _ in blocks_of(tree)), {}, "every block of the page"
    kinds = {line: kind for line, kind in _lines_with_kind(document.body) if line}
    return document.text.strip(), kinds, f"trafilatura {trafilatura.__version__}"


def _body_text(body: str) -> str:
    pieces = [words for _, words in markup_pieces(body)] if _MARKUP.search(body) else body.splitlines()
    return "\n".join(line for piece in pieces if (line := " ".join(piece.split())))


def _day_warnings(found: PublicationDay) -> Iterator[str]:
    if found.day and found.others:
        days = ", ".join(day.isoformat() for day in sorted((found.day, *found.others)))
        yield (
            f"The page gives several days as that of its publication ({days}). {found.day} was taken and counts as "
            "inferred; --published-on sets another."
        )


def _lines_with_kind(body: Element) -> Iterator[tuple[str, str]]:
    for element in body.iter("p", "head", "quote", "code"):
        # A paragraph with line breaks in it becomes several lines, none of which is a heading.
        if element.tag != "p" or element.find("lb") is not None:
            for line in _text_of(element).splitlines():
                yield " ".join(line.split()), _KINDS[element.tag]


def _text_of(element: Element) -> str:
    """The text in `element`, with a line for each that its line breaks and paragraphs make of it."""
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    pieces: list[str] = []
    for event, inner in iterwalk(element, events=("start", "end")):
        pieces.append("\n" if inner.tag in ("lb", "p") else "")
        if event == "start":
            pieces.append(inner.text or "")
        elif inner is not element:
            pieces.append(inner.tail or "")
    return "".join(pieces)


def _language(tree: Element) -> str | None:
    said = (tree.get("lang") or "").strip()
    return said if _LANGUAGE.fullmatch(said) else None
