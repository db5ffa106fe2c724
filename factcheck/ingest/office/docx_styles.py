"""The styles of a DOCX document: what kind of paragraph each makes, and which ones strike their words out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from factcheck.ingest.office.zip_parts import Element, attribute, local

_HEADING: Final = re.compile(r"heading \d|title|subtitle", re.IGNORECASE)
_QUOTE: Final = re.compile(r"(?:intense )?quote|block text", re.IGNORECASE)
_LIST: Final = re.compile(r"list\b.*", re.IGNORECASE)
_DEEPEST: Final = 12
_OFF: Final = frozenset({"0", "false", "off", "none"})
_LEFT_OUT: Final = frozenset({"strike", "dstrike", "vanish"})
"""Properties of words that a reader doesn't see, or sees taken back."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DocxStyles:
    """By the style's id.

    Attributes:
        kinds: The kind, as `BlockKind` names it, that a style or one that it is based on is known for.
        left_out: Whether the words of a style are struck out or hidden, where it or one that it is based on says it.
    """

    kinds: dict[str, str] = field(default_factory=dict)
    left_out: dict[str, bool] = field(default_factory=dict)

    def leaves_out(self, run: Element, paragraph_style: str) -> bool:
        """Whether the words of `run`, in a paragraph of this style, are struck out or hidden."""
        properties = run[0] if len(run) and local(run[0]) == "rPr" else ()
        own = _says_left_out(properties)
        if own is not None:
            return own
        style = next((attribute(each, "val") or "" for each in properties if local(each) == "rStyle"), "")
        return self.left_out.get(style, self.left_out.get(paragraph_style, False))


def docx_styles(root: Element | None) -> DocxStyles:
    """Read `styles.xml`; without it, no style is known."""
    if root is None:
        return DocxStyles()
    names: dict[str, str] = {}
    bases: dict[str, str] = {}
    says: dict[str, bool] = {}
    for style in root:
        if local(style) != "style":
            continue
        key = attribute(style, "styleId") or ""
        said = {local(each): attribute(each, "val") or "" for each in style}
        names[key], bases[key] = said.get("name", ""), said.get("basedOn", "")
        own = _says_left_out(next((each for each in style if local(each) == "rPr"), ()))
        if own is not None:
            says[key] = own
    kinds, left_out = {}, {}
    for key in names:
        line = list(_line(key, bases))
        kind = next(filter(None, (_kind_of_name(names.get(each, "")) for each in line)), None)
        if kind is not None:
            kinds[key] = kind
        said_by = next((each for each in line if each in says), None)
        if said_by is not None:
            left_out[key] = says[said_by]
    return DocxStyles(kinds=kinds, left_out=left_out)


def _says_left_out(properties: Element) -> bool | None:
    """What the properties of a run say; None where they say nothing of it."""
    said = [(attribute(each, "val") or "").lower() not in _OFF for each in properties if local(each) in _LEFT_OUT]
    return any(said) if said else None


def _line(key: str, bases: dict[str, str]) -> Iterator[str]:
    """A style and those that it is based on; a loop ends."""
    for _ in range(_DEEPEST):
        yield key
        key = bases.get(key, "")


def _kind_of_name(name: str) -> str | None:
    for pattern, kind in ((_HEADING, "heading"), (_QUOTE, "quotation"), (_LIST, "list_item")):
        if pattern.fullmatch(name):
            return kind
    return None
