"""Puts the paragraphs of a page where its reader sees them: layout by tables, line breaks and spans, and drop caps."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from factcheck.ingest.html.tree import BLOCKS, Element, named, names_of, words_of
from factcheck.ingest.structure.line_kinds import ends_a_sentence
from factcheck.ingest.structure.wrapping import goes_on
from factcheck.language.word_lists import word_list

_INLINE_LAYOUT: Final = frozenset(word_list("a abbr b big em font i mark small span strong u"))
_HEADINGS: Final = frozenset(word_list("h1 h2 h3 h4 h5 h6"))
_LAID_OUT: Final = frozenset(word_list("div form ol section table ul")) | _HEADINGS
"""What a cell of a table of data doesn't hold."""

_LONGEST_CELL: Final = 60
"""Words. A longer cell is a text that was put into a table."""

_FULL_LINE: Final = 40
"""Characters from which on a line can have been broken for its length."""

_SHORT_LINE: Final = 3
"""Words of a line that is none of a paragraph even if it ends like a sentence: `Yours, A. Dunn.`"""

_DROP_CAP: Final = named(r"drop-?caps?|drop|initial(?:-?(?:cap|letter))?|first-?letter|lettrine|has-drop-cap")
_WORDS_BY_THEMSELVES: Final = frozenset("AIO")


def arrange(tree: Element) -> None:
    """Change `tree` so that what is one paragraph to the eye is one element, and what is apart is apart."""
    for table in list(tree.iter("table")):
        if _is_layout(table):
            _unmake_table(table)
    for center in list(tree.iter("center", "font")):
        if center.tag == "center":
            center.tag = "div"
        else:
            center.drop_tag()
    _join_drop_caps(tree)
    _part_spans(tree)
    for parent in _with_breaks(tree):
        _break_lines(parent)


def _is_layout(table: Element) -> bool:
    """True for a table that only puts things side by side."""
    if table.get("role") in ("presentation", "none"):
        return True
    own = _own(table, "th", "caption", "thead", "tr", "td")
    if any(each.tag in ("th", "caption", "thead") for each in own):
        return False
    rows = [each for each in own if each.tag == "tr"]
    if len(rows) <= 1 or all(len(row) <= 1 for row in rows):
        return True
    return any(
        next(cell.iterdescendants(*_LAID_OUT), None) is not None
        or len(cell.findall("p")) > 1
        or len(words_of(cell).split()) > _LONGEST_CELL
        for cell in own
        if cell.tag == "td"
    )


def _own(table: Element, *tags: str) -> list[Element]:
    """The parts of a table, without those of the tables in it."""
    return [each for each in table.iterdescendants(*tags) if next(each.iterancestors("table")) is table]


def _unmake_table(table: Element) -> None:
    for each in _own(table, "tbody", "tr", "td"):
        is_menu = each.tag == "td" and _is_of_links(each)
        each.tag = "nav" if is_menu else "div"
    table.tag = "div"


def _is_of_links(element: Element) -> bool:
    text = words_of(element)
    links = sum(len(words_of(link)) for link in element.iter("a"))
    return len(text) > 0 and links >= 0.8 * len(text.replace("|", ""))


def _join_drop_caps(tree: Element) -> None:
    for element in list(tree.iter("span", "div", "b", "strong", "big", "i", "em", "p")):
        letters = (element.text or "").strip()
        if len(element) or not letters or len(letters.strip("“\"'‘")) != 1 or not letters[-1].isupper():
            continue
        if not _DROP_CAP.search(names_of(element)):
            continue
        follower = element.getnext()
        if element.tag in ("div", "p"):
            if (element.tail or "").strip() or follower is None or follower.tag != "p":
                continue
            follower.text = letters + (follower.text or "").lstrip()
            element.drop_tree()
            continue
        tail = element.tail or ""
        if letters not in _WORDS_BY_THEMSELVES:
            tail = tail.lstrip()
        element.text, element.tail = letters, tail
        element.drop_tag()


def _part_spans(tree: Element) -> None:
    """Put spaces between spans that the page's style sets apart.

    In a row of nothing but spans with no space at any border, none of which begins with a sign or cuts a word in two,
    the spans are boxes. Spans that only carry a colour or a font have the spaces of the sentence between them.
    """
    for parent in list(tree.iter("div", "p", "li", "td", "h1", "h2", "h3", "section", "header", "figcaption")):
        spans = list(parent)
        if len(spans) < 2 or (parent.text or "").strip() or any(each.tag != "span" for each in spans):
            continue
        if any(each.tail for each in spans[:-1]):
            continue
        texts = [each.text_content() for each in spans]
        borders = list(pairwise(texts))
        if all(_is_border(before, after) for before, after in borders):
            for each in spans[:-1]:
                each.tail = " "


def _is_border(before: str, after: str) -> bool:
    if not before or not after or before[-1].isspace() or after[0].isspace():
        return False
    starts = after[0].isalnum() or after[0] in "“\"'‘(€$£"
    # A single letter or two would be the head or the tail of a word that was cut.
    long_enough = len(before.split()[-1]) > 1 or before[-1].isdigit()
    return starts and long_enough


def _with_breaks(tree: Element) -> list[Element]:
    """The elements that line breaks stand in, after what is inside a sentence was opened up around them."""
    for line_break in list(tree.iter("br")):
        parent = line_break.getparent()
        while parent is not None and parent.tag in _INLINE_LAYOUT:
            above = parent.getparent()
            parent.drop_tag()
            parent = above
    return list(dict.fromkeys(each.getparent() for each in tree.iter("br") if each.getparent() is not None))


def _break_lines(parent: Element) -> None:
    """Join the lines of a paragraph, and make a paragraph of each run of lines that an empty line ends."""
    if parent.tag in ("pre", "textarea", "code"):
        return
    lines = _lines(parent)
    if parent.tag in _HEADINGS or parent.tag in ("li", "td", "th", "a", "label"):
        _refill(parent, [[each for line in lines for each in (*line, " ")]])
        return
    texts = [_text_of(line) for line in lines]
    borders = [(above, below) for above, below in pairwise(texts) if above and below]
    is_wrapped = len(borders) > 1 and 2 * sum(goes_on(*border) for border in borders) >= len(borders)
    runs: list[list[Element | str]] = [lines[0]]
    for (above, below), before, line in zip(pairwise(texts), lines, lines[1:], strict=False):
        if _is_block(before) or _is_block(line) or not _joins(above, below, is_wrapped=is_wrapped):
            runs.append([])
        else:
            runs[-1].append(" ")
        runs[-1].extend(line)
    _refill(parent, [run for run in runs if _text_of(run) or any(not isinstance(each, str) for each in run)])


def _joins(above: str, below: str, *, is_wrapped: bool) -> bool:
    """True where a single break between two lines is no break of the paragraph."""
    if not above or not below or above.endswith(":"):
        return False
    if ends_a_sentence(above):
        return len(above.split()) > _SHORT_LINE
    return goes_on(above, below) or (is_wrapped and len(above) >= _FULL_LINE)


def _is_block(line: list[Element | str]) -> bool:
    return len(line) == 1 and not isinstance(line[0], str) and line[0].tag in BLOCKS


def _lines(parent: Element) -> list[list[Element | str]]:
    """What stands between the breaks in `parent`; two breaks in a row leave an empty line, a block is one by itself."""
    lines: list[list[Element | str]] = [[parent.text or ""]]
    for child in parent:
        if child.tag == "br":
            lines.append([child.tail or ""])
        elif child.tag in BLOCKS:
            lines.extend(([child], [child.tail or ""]))
        else:
            lines[-1].extend((child, child.tail or ""))
    return lines


def _text_of(line: list[Element | str]) -> str:
    pieces = (each if isinstance(each, str) else each.text_content() for each in line)
    return " ".join("".join(pieces).split())


def _refill(parent: Element, runs: list[list[Element | str]]) -> None:
    """Give `parent` the runs in place of its contents, each as a paragraph where there are several."""
    for child in list(parent):
        parent.remove(child)
    parent.text = None
    if len(runs) == 1:
        _fill(parent, runs[0])
        return
    if parent.tag == "p":
        parent.tag = "div"
    for run in runs:
        if len(run) == 1 and not isinstance(run[0], str):
            run[0].tail = None
            parent.append(run[0])
        else:
            paragraph = parent.makeelement("p")
            _fill(paragraph, run)
            parent.append(paragraph)


def _fill(element: Element, run: list[Element | str]) -> None:
    """Put a run into an element without contents, in time that is linear in the run."""
    last, pieces = None, []
    for each in (*run, None):
        if isinstance(each, str):
            pieces.append(each)
            continue
        if last is None:
            element.text = "".join(pieces)
        else:
            last.tail = "".join(pieces)
        if each is not None:
            each.tail = None
            element.append(each)
        last, pieces = each, []
