"""The paragraphs of HTML or XHTML whose every word belongs to the text: a chapter of a book, an item of a feed.

Runs in a process of its own: see `child`.
"""

from __future__ import annotations

import re
from html.entities import html5
from typing import Final

from factcheck.ingest.flow import Flow
from factcheck.ingest.html.visible_text import visible_text
from factcheck.ingest.office.zip_parts import Element, declares_entities, local

_KINDS: Final = {
    **{f"h{level}": "heading" for level in range(1, 7)},
    **dict.fromkeys(("li", "dd", "dt"), "list_item"),
    "blockquote": "quotation",
    "pre": "code",
}
_BLOCKS: Final = re.compile(
    r"address|article|aside|blockquote|body|caption|center|d[dlt]|details|dialog|div|fieldset|figcaption|figure|footer"
    r"|form|h[1-6r]|header|html|legend|li|main|nav|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul"
)
_UNSEEN: Final = re.compile(
    r"head|script|style|template|noscript|title|textarea|select|option|svg|math|iframe|object|audio|video"
)
_STRUCK: Final = frozenset({"del", "s", "strike"})
_STRUCK_BY_STYLE: Final = re.compile(r"text-decoration[^;]{0,40}line-through", re.IGNORECASE)
_FORBIDDEN: Final = re.compile("[\0-\x08\x0b\x0e-\x1f\ufffe\uffff]")
_ENTITY: Final = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_XML_OWN: Final = frozenset({b"amp", b"lt", b"gt", b"quot", b"apos"})
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")


def markup_pieces(markup: bytes | str) -> list[tuple[str, str]]:
    """(kind, words) of each block, in order. Any markup is accepted; what is too deep for a tree loses its kinds."""
    root = _tree(markup)
    if root is None:
        plain = markup if isinstance(markup, str) else markup.decode("utf-8", "replace")
        return [("paragraph", line) for line in visible_text(plain).splitlines()]
    return _pieces(root)


def _pieces(root: Element) -> list[tuple[str, str]]:
    from lxml.etree import iterwalk  # type: ignore[import-untyped]

    walk = _Walk()
    steps = iterwalk(root, events=("start", "end"))
    for event, element in steps:
        name = local(element).lower()
        if event == "start" and _UNSEEN.fullmatch(name):
            steps.skip_subtree()
        elif event == "start" and _is_struck(element, name):
            walk.flow.drop("".join(element.itertext()))
            steps.skip_subtree()
        elif event == "start":
            walk.start(name)
            walk.add(element.text)
        else:
            if not _UNSEEN.fullmatch(name) and not _is_struck(element, name):
                walk.end(name)
            if element is not root:
                walk.add(element.tail)
    walk.close()
    return [(kind, words if kind == "code" else _folded(words)) for kind, words in walk.flow.pieces]


def _is_struck(element: Element, name: str) -> bool:
    return name in _STRUCK or _STRUCK_BY_STYLE.search(element.get("style") or "") is not None


def _folded(words: str) -> str:
    return "\n".join(" ".join(line.split()) for line in words.split("\n")).strip()


class _Walk:
    """Where the walk stands: the blocks that are open, and a paragraph that begins with the first word in them."""

    def __init__(self) -> None:
        self.flow = Flow()
        self._kinds = ["paragraph"]

    def start(self, name: str) -> None:
        if _BLOCKS.fullmatch(name):
            self.close()
            self._kinds.append(_KINDS.get(name, self._kinds[-1]))
        if name == "tr":
            self.flow.begin_row()
        elif name in ("td", "th"):
            self.flow.begin_cell()
        elif name == "br":
            self._put("\n")

    def end(self, name: str) -> None:
        if _BLOCKS.fullmatch(name):
            self.close()
            self._kinds.pop()
        if name in ("tr", "td", "th"):
            self.flow.end()

    def add(self, words: str | None) -> None:
        if words:
            self._put(words if self._kinds[-1] == "code" else _SPACE.sub(" ", words))

    def close(self) -> None:
        if self.flow.in_paragraph:
            self.flow.end()

    def _put(self, words: str) -> None:
        if not self.flow.in_paragraph:
            if not words.strip():
                return
            self.flow.begin_paragraph(self._kinds[-1])
        self.flow.add(words)


def _tree(markup: bytes | str) -> Element | None:
    from lxml import etree  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, document_fromstring  # type: ignore[import-untyped]

    raw = markup.encode("utf-8", "replace") if isinstance(markup, str) else markup
    if isinstance(markup, bytes):
        try:
            strict = etree.XMLParser(
                resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True,
                remove_pis=True,
            )  # fmt: skip
            root = etree.fromstring(_ENTITY.sub(_numbered, raw), strict)
            if not declares_entities(root):
                return root
        except (etree.XMLSyntaxError, ValueError):
            pass
    else:
        raw = _FORBIDDEN.sub(" ", markup).encode("utf-8", "replace")
    parser = HTMLParser(
        encoding="utf-8" if isinstance(markup, str) else None,
        remove_comments=True, remove_pis=True, no_network=True, huge_tree=False,
    )  # fmt: skip
    try:
        tree = document_fromstring(raw, parser=parser)
    except (etree.LxmlError, ValueError):
        return None
    return None if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log) else tree


def _numbered(entity: re.Match[bytes]) -> bytes:
    """A named character of HTML by its number: XML knows five names, and nothing is fetched to learn the others."""
    letters = html5.get(f"{entity[1].decode()};")
    if letters is None or entity[1] in _XML_OWN:
        return entity[0]
    return "".join(f"&#{ord(letter)};" for letter in letters).encode()
