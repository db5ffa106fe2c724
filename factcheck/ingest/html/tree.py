"""The tree of an HTML page, and small steps on it that lxml lacks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final, TypeAlias

from factcheck.language.word_lists import word_list

Element: TypeAlias = Any
"""An element of lxml, which has no types."""

# What XML forbids; trafilatura fails on it. Two of them are white space.
_FORBIDDEN: Final = {**dict.fromkeys((*range(0x09), *range(0x0E, 0x20), 0xFFFE, 0xFFFF)), 0x0B: " ", 0x0C: " "}

UNSEEN: Final = frozenset(
    word_list(
        "script style template noscript title textarea select option svg math iframe object noembed noframes head"
    )
)
"""Elements whose words are no words of the page."""

BLOCKS: Final = frozenset(
    word_list(
        """address article aside blockquote body center dd details dialog div dl dt fieldset figcaption figure footer
        form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul"""
    )
)
"""Elements that begin a line of their own."""


def page_tree(html: str) -> Element | None:
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


def drop(elements: Iterable[Element]) -> None:
    """Take elements out with all that is in them; the words behind them stay."""
    for element in elements:
        if element.getparent() is not None:
            element.drop_tree()


def seen_words(element: Element) -> Iterator[str]:
    """The pieces of text in `element` that belong to the page, in order, with a space where a block begins or ends."""
    from lxml.etree import iterwalk

    steps = iterwalk(element, events=("start", "end"))
    for event, inner in steps:
        is_block = inner.tag in BLOCKS or inner.tag == "br"
        if event == "start":
            if inner.tag in UNSEEN:
                steps.skip_subtree()
                continue
            yield " " if is_block else ""
            yield inner.text or ""
        else:
            yield " " if is_block else ""
            if inner is not element:
                yield inner.tail or ""


def words_of(element: Element) -> str:
    """The words in `element` on one line."""
    return " ".join("".join(seen_words(element)).split())


def is_short(element: Element, most: int) -> bool:
    """True where `element` holds at most `most` characters. Looks no further than it has to."""
    for words in element.itertext():
        most -= len(words)
        if most < 0:
            return False
    return True


def names_of(element: Element) -> str:
    """The class and id of an element in small letters, as the site's own names for what it is."""
    return f"{element.get('class') or ''} {element.get('id') or ''}".lower().strip()


def named(tokens: str) -> re.Pattern[str]:
    """Finds `tokens`, an alternation, as whole parts of a class or an id: `related` in `story-related__box`."""
    return re.compile(rf"(?:^|[\s_-])(?:{tokens})(?=[\s_-]|$)")
