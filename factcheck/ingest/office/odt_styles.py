"""The styles of an ODT document: what each is based on, and which ones strike their words out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from factcheck.ingest.office.zip_parts import Element, attribute, local

_DEEPEST: Final = 12
_NONE: Final = "none"
_STRUCK: Final = ("text-line-through-style", "text-line-through-type")


@dataclass(frozen=True, slots=True, kw_only=True)
class OdtStyles:
    """By the style's name.

    Attributes:
        parents: The style that each style made for one place is based on.
        left_out: Whether the words of a style are struck out or hidden, where it or one that it is based on says it.
    """

    parents: dict[str, str]
    left_out: dict[str, bool]


def odt_styles(content: Element, common: Element | None) -> OdtStyles:
    """The styles that `content.xml` makes for its own use, over those of `styles.xml`."""
    own, says = _read(content)
    all_parents = own
    if common is not None:
        parents, others = _read(common)
        all_parents, says = {**parents, **own}, {**others, **says}
    left_out = {}
    for name in {**all_parents, **says}:
        at = name
        for _ in range(_DEEPEST):
            if at in says:
                left_out[name] = says[at]
                break
            at = all_parents.get(at, "")
    return OdtStyles(parents=own, left_out=left_out)


def _read(root: Element) -> tuple[dict[str, str], dict[str, bool]]:
    """Parents, and whether a style's words are left out, for those that say it."""
    parents: dict[str, str] = {}
    says: dict[str, bool] = {}
    for style in root.iter():
        if local(style) != "style":
            continue
        name, parent = attribute(style, "name") or "", attribute(style, "parent-style-name")
        if parent:
            parents[name] = parent
        for properties in style:
            if local(properties) == "text-properties" and (said := _says_left_out(properties)) is not None:
                says[name] = said
    return parents, says


def _says_left_out(properties: Element) -> bool | None:
    struck = [value != _NONE for each in _STRUCK if (value := attribute(properties, each))]
    shown = attribute(properties, "display")
    if not struck and shown is None:
        return None
    return any(struck) or shown == _NONE
