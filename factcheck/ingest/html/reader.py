"""Reads HTML: the article without the page around it.

The text is trafilatura's, one line per paragraph, heading, list item or table row; offsets count in that text, and
the page's bytes are kept beside it. A page that trafilatura finds nothing in, or that is too deep to be parsed, is read
without its tags, as is one whose whole text was asked for; the reader's name says so.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Final

from factcheck.domain.articles import BlockKind
from factcheck.domain.sources import SourceFacts, SourceText
from factcheck.errors import InputError
from factcheck.ingest.html.tag_counts import fits_a_tree, refuse_too_many_tags
from factcheck.ingest.html.visible_text import visible_text
from factcheck.ingest.material import Material
from factcheck.ingest.parsing import SECONDS, parsed_or_none
from factcheck.ingest.structure.blocks import text_blocks
from factcheck.ingest.structure.line_kinds import is_divider
from factcheck.ingest.text.decoding import decode_visible

if TYPE_CHECKING:
    from factcheck.ingest.html.page import Page

READER: Final = "html/1"
_HEAD: Final = 4096
"""Bytes in which a page has to name its charset (the HTML standard asks for 1024)."""

_SAVE: Final = "Open it in a browser, and save what you see as text."
_TAGS_OFF: Final = (
    "The page is too long or too deep to tell its article from what stands around it. All of its words were taken, "
    "menus and hidden ones too."
)
_DECLARED: Final = re.compile(
    rb"""<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml\b[^>]{0,80}?\bencoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)


def read_html(material: Material, *, whole: bool = False, seconds: float = SECONDS) -> Sequence[SourceText]:
    """Make one text of the bytes of an HTML page.

    Facts are those of the page's own metadata. Its date counts as inferred unless the page declares it for machines,
    and gives no other. The address is the one that the page gives itself, unless it was fetched: then it is where it
    was fetched from, whatever the page says.

    Args:
        whole: True for all words of the page, menus and all, instead of what looks like its article.
        seconds: Time after which a page is read without its tags.

    Raises:
        InputError: If the bytes are no text, their charset can't be told, or the page shows no text without scripts;
            and if it has more tags than any page needs.
    """
    found = _DECLARED.search(material.raw[:_HEAD])
    declared = (found[1] or found[2]).decode("ascii", "replace") if found else None
    html = decode_visible(material.raw, declared=material.charset or declared)
    refuse_too_many_tags(html)
    page: Page | None = None
    if fits_a_tree(html):
        page = parsed_or_none("html", html.encode("utf-8", "replace"), what="an HTML page", seconds=seconds)
    if page is None or whole:
        text, kinds, how = visible_text(html), {}, "whole page" if whole else "tags taken off"
        if not text:
            raise InputError("The page shows no text; it may be one that a script fills.", hint=_SAVE)
    elif page["is_empty"]:
        raise InputError(
            "The page shows no text but headings, captions and links; it may be one that a script fills.",
            hint=f"{_SAVE} --whole takes the page as it is.",
        )
    else:
        text, how = page["text"], page["extractor"]
        kinds = {line: BlockKind(kind) for line, kind in page["kinds"].items()}
    kept = _visible_count(text)
    # An article kept in a script for machines can be longer than what the page shows.
    visible = kept if page is None or whole else max(kept, page["shown"])
    return [
        SourceText(
            address=material.address,
            raw=material.raw,
            text=text,
            blocks=text_blocks(text, known=kinds),
            reader=f"{READER} ({how})",
            facts=SourceFacts() if page is None else _facts(page, fetched=material.retrieval is not None),
            kept_of=(kept, visible),
            form="whole" if whole else "",
            retrieval=material.retrieval,
            warnings=() if whole else (_TAGS_OFF,) if page is None else tuple(page["warnings"]),
        )
    ]


def _facts(page: Page, *, fetched: bool) -> SourceFacts:
    published_on = date.fromisoformat(page["date"]) if page["date"] else None
    return SourceFacts(
        title=page["title"],
        author=page["author"],
        publisher=page["publisher"],
        url=None if fetched else page["address"],
        language=page["language"],
        published_on=published_on,
        date_inferred=None if published_on is None else page["inferred"],
    )


def _visible_count(text: str) -> int:
    """Visible characters, without the bullets and bars that the extraction writes for lists and tables."""
    lines = (line.removeprefix("- ").replace("|", "") for line in text.splitlines() if not is_divider(line))
    return sum(len(word) for line in lines for word in line.split())
