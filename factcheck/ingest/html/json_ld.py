"""What a page says of itself for machines: JSON-LD in the terms of schema.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from factcheck.ingest.html.tree import Element

Node = Mapping[str, Any]
_DEEPEST: Final = 3
_LONGEST: Final = 5_000_000
"""Characters of one script; a page's facts take a few thousand."""

_WRAPPING: Final = re.compile(
    r"^\s*(?://|/\*)?\s*<!\[CDATA\[(?:\s*\*/)?|(?://|/\*)?\s*\]\]>(?:\s*\*/)?\s*$|^\s*<!--|-->\s*$"
)
"""What old pages put around a script so that it wasn't read as markup."""

_ARTICLES: Final = ("article", "posting", "report", "claimreview", "review")
"""Endings of the types that are a page's own text, in small letters."""

_PAGES: Final = ("webpage", "itempage")


@dataclass(frozen=True, slots=True)
class StructuredData:
    """The nodes of a page.

    Attributes:
        articles: Those that are its article, the likeliest first: an article before the review of a claim in it.
        pages: Those that speak of the page as a whole.
        sites: Those that speak of the site.
        by_id: Every node that has an `@id`.
    """

    articles: tuple[Node, ...] = ()
    pages: tuple[Node, ...] = ()
    sites: tuple[Node, ...] = ()
    by_id: Mapping[str, Node] = field(default_factory=dict)

    def texts(self, *keys: str) -> Iterator[str]:
        """What the article, or else the page, says under these keys: strings only, in the order of the nodes."""
        for node in (*self.articles, *self.pages):
            for key in keys:
                if isinstance(node.get(key), str) and node[key].strip():
                    yield " ".join(node[key].split())

    def names(self, key: str, *, kind: str | None = None) -> list[str]:
        """The names of whom the first article that has `key` names under it.

        Args:
            kind: A type that they must have if they have any.
        """
        for node in self.articles:
            found = [name for each in _listed(node.get(key)) if (name := self._name(each, kind))]
            if found:
                return found
        return []

    def _name(self, value: object, kind: str | None) -> str | None:
        if isinstance(value, str):
            return value
        if not isinstance(value, Mapping):
            return None
        node = {**self.by_id.get(str(value.get("@id")), {}), **value}
        types = _types(node)
        if kind is not None and types and kind.lower() not in types:
            return None
        name = node.get("name")
        if isinstance(name, str):
            return name
        parts = [node.get("givenName"), node.get("familyName")]
        return " ".join(part for part in parts if isinstance(part, str)) or None


def structured_data(tree: Element, titles: Iterable[str]) -> StructuredData:
    """Read the JSON-LD of a page; what isn't JSON is passed over.

    Args:
        titles: What the page is called elsewhere: of several articles, those with such a headline come first.
    """
    nodes = [node for script in tree.iter("script") for node in _nodes_of(script)]
    called = {_folded(title) for title in titles}

    def unlikely(node: Node) -> tuple[bool, bool]:
        headline = _folded(str(node.get("headline") or node.get("name") or ""))
        is_called = bool(headline) and any(headline in title for title in called)
        return not is_called, any("review" in kind for kind in _types(node))

    articles = [node for node in nodes if any(kind.endswith(_ARTICLES) for kind in _types(node))]
    return StructuredData(
        articles=tuple(sorted(articles, key=unlikely)),
        pages=tuple(node for node in nodes if any(kind in _PAGES for kind in _types(node))),
        sites=tuple(node for node in nodes if "website" in _types(node)),
        by_id={node["@id"]: node for node in nodes if isinstance(node.get("@id"), str)},
    )


def _nodes_of(script: Element) -> Iterator[Node]:
    words = script.text or ""
    if "ld+json" not in (script.get("type") or "") or len(words) > _LONGEST:
        return
    try:
        yield from _nodes(json.loads(_WRAPPING.sub(" ", words), strict=False), 0)
    except (ValueError, RecursionError):
        return


def _nodes(value: object, depth: int) -> Iterator[Node]:
    """The nodes that stand for the page itself: those inside another, such as what a review is of, are not."""
    if isinstance(value, list) and depth <= _DEEPEST:
        for each in value:
            yield from _nodes(each, depth + 1)
    elif isinstance(value, Mapping):
        yield value
        for key in ("@graph", "mainEntity"):
            yield from _nodes(value.get(key), depth + 1) if depth <= _DEEPEST else ()


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _types(node: Node) -> list[str]:
    return [each.rsplit("/", 1)[-1].lower() for each in _listed(node.get("@type")) if isinstance(each, str)]


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
