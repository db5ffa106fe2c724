"""Takes out of a page what its reader doesn't see, and what its author has struck out.

Only what the page itself says is known: attributes, and simple rules of its own styles. A style sheet in another file
is not fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final, TypeAlias

from factcheck.ingest.html.tree import Element, drop, named, names_of, words_of

_MOST_RULES: Final = 2000
"""Rules of a page's styles that are looked at. Those that hide are a handful on real pages."""

_LEAST_SHOWN: Final = 20
"""Words of text. Where a page shows fewer, and hides more, a script is to show what is hidden."""

_NEVER: Final = frozenset({"html", "head", "body"})
_IN_SENTENCES: Final = frozenset({"a", "b", "em", "i", "span", "strong"})
_HIDES: Final = re.compile(r"\b(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))\b")
_OFF_SCREEN: Final = re.compile(r"\b(?:left|top|text-indent)\s*:\s*-\d{3,}|\bfont-size\s*:\s*0(?![.\d])")
_SHOWS: Final = re.compile(r"\b(?:display\s*:\s*(?!none)[a-z]|visibility\s*:\s*visible)")
_STRIKES: Final = re.compile(r"\btext-decoration(?:-line)?\s*:[^;]*\bline-through\b")
_COMMENT: Final = re.compile(r"/\*.*?(?:\*/|$)", re.DOTALL)
_BRACE: Final = re.compile(r"[{}]")
_SIMPLE: Final = re.compile(r"(?P<tag>[a-z][a-z0-9]*)?(?P<parts>(?:[.#][\w-]+)+)", re.IGNORECASE)
_FOR_MACHINES: Final = named(
    r"sr-only|screen-?reader(?:-text)?|visually-?hidden|assistive-text|a11y-only|u-hiddenvisually"
)


@dataclass(frozen=True, slots=True)
class _Rule:
    """A selector of one element by its own tag, id and classes, and what it does: hide, show or strike."""

    tag: str
    names: frozenset[str]
    does: str
    order: int

    @property
    def rank(self) -> tuple[int, int]:
        """Of two rules the one holds that names more of the element, and else the later one."""
        return len(self.names), self.order


_Rules: TypeAlias = Mapping[str, Sequence[_Rule]]
"""Rules by one of the names that they ask for."""


def drop_unseen(tree: Element) -> bool:
    """Take out what is hidden or struck out.

    Returns:
        True where the page's main heading is hidden, or where next to nothing is shown and the text is among what is
        hidden: then that stays, as a script is to show it.
    """
    rules: dict[str, list[_Rule]] = {}
    for rule in _rules(tree):
        rules.setdefault(min(rule.names), []).append(rule)
    elements = [each for each in tree.iterdescendants() if isinstance(each.tag, str) and each.tag not in _NEVER]
    drop([each for each in elements if _is_struck(each, rules)])
    hidden = {each for each in elements if _is_hidden(each, rules)}
    body = tree.find("body")
    if body is None or not hidden:
        return False
    outer = [each for each in hidden if not any(above in hidden for above in each.iterancestors())]
    held = {each: len(words_of(each).split()) for each in outer}
    most, shown = max(held.values()), len(words_of(body).split()) - sum(held.values())
    headings = list(body.iter("h1"))
    over = {each for heading in headings for each in heading.iterancestors()}
    is_heading_hidden = bool(headings) and all(hidden.intersection(each.iterancestors()) for each in headings)
    waiting = {
        each
        for each in outer
        if (shown < _LEAST_SHOWN < most and held[each] == most) or (is_heading_hidden and each in over)
    }
    drop([each for each in outer if each not in waiting])
    return bool(waiting)


def _is_hidden(element: Element, rules: _Rules) -> bool:
    style = (element.get("style") or "").lower()
    if (
        element.tag == "template"
        or (element.tag == "dialog" and element.get("open") is None)
        or _HIDES.search(style)
        or _OFF_SCREEN.search(style)
        or element.get("layout") == "nodisplay"
        # What is read out to nobody is drawn for decoration; in a sentence it can be a letter of it.
        or (element.get("aria-hidden") == "true" and element.tag not in _IN_SENTENCES)
        or _FOR_MACHINES.search(names_of(element))
    ):
        return True
    if _SHOWS.search(style):
        return False
    does = _does(element, rules, ("hide", "show"))
    return does == "hide" or (element.get("hidden") is not None and does != "show")


def _is_struck(element: Element, rules: _Rules) -> bool:
    return (
        element.tag in ("s", "del", "strike")
        or _STRIKES.search((element.get("style") or "").lower()) is not None
        or _does(element, rules, ("strike",)) == "strike"
    )


def _does(element: Element, rules: _Rules, which: Sequence[str]) -> str:
    """What the rule does that holds for an element, of those that do one of `which`; "" where there is none."""
    own = {f".{name}" for name in (element.get("class") or "").split()}
    if element.get("id"):
        own.add(f"#{element.get('id')}")
    fitting = [
        rule
        for name in own
        for rule in rules.get(name, ())
        if rule.does in which and rule.tag in ("", element.tag) and rule.names <= own
    ]
    return max(fitting, key=lambda rule: rule.rank).does if fitting else ""


def _rules(tree: Element) -> Iterator[_Rule]:
    simple = (
        (found, does)
        for style in tree.iter("style")
        for selectors, declared in _top_rules(style.text or "")
        if (does := _kind_of(declared))
        for selector in selectors.split(",")
        if (found := _SIMPLE.fullmatch(selector.strip()))
    )
    for order, (found, does) in enumerate(islice(simple, _MOST_RULES)):
        names = frozenset(re.findall(r"[.#][\w-]+", found["parts"]))
        yield _Rule((found["tag"] or "").lower(), names, does, order)


def _kind_of(declared: str) -> str:
    if _HIDES.search(declared):
        return "hide"
    return "strike" if _STRIKES.search(declared) else "show" if _SHOWS.search(declared) else ""


def _top_rules(css: str) -> Iterator[tuple[str, str]]:
    """(selectors, declarations) of the rules that always hold: none of `@media`, `@keyframes` and their like."""
    css = _COMMENT.sub(" ", css)
    place = 0
    while (start := css.find("{", place)) >= 0:
        head = css[place:start].rsplit(";", 1)[-1].strip()
        end = css.find("}", start)
        if head.startswith("@") or end < 0 or "{" in css[start + 1 : end]:
            place = _behind_block(css, start)
            continue
        yield head, css[start + 1 : end].lower()
        place = end + 1


def _behind_block(css: str, start: int) -> int:
    depth = 0
    for brace in _BRACE.finditer(css, start):
        depth += 1 if brace[0] == "{" else -1
        if depth == 0:
            return brace.end()
    return len(css)
