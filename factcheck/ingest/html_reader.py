"""Reads HTML: the article without the page around it.

The text is trafilatura's, one line per paragraph, heading, list item or table row; offsets count in that text, and
the page's bytes are kept beside it. A page that trafilatura finds nothing in, or that is too deep to be parsed, is read
without its tags, and the reader's name says so.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from factcheck.domain.articles import BlockKind
from factcheck.domain.sources import ReadFailure, SourceFacts, SourceText
from factcheck.errors import InputError
from factcheck.ingest.blocks import text_blocks
from factcheck.ingest.decoding import decode_visible
from factcheck.ingest.html_text import visible_text
from factcheck.ingest.line_kinds import is_divider
from factcheck.ingest.opening import Opener

if TYPE_CHECKING:
    from factcheck.ingest.html_page import Page

READER: Final = "html/1"
SECONDS: Final = 60.0
"""Time given to parse one page. A page of 1 MB takes about 2 s."""

_HEAD: Final = 4096
"""Bytes in which a page has to name its charset (the HTML standard asks for 1024)."""

_DECLARED: Final = re.compile(
    rb"""<meta\b[^>]{0,400}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml\b[^>]{0,80}?\bencoding\s*=\s*["']([\w.:-]{1,40})""",
    re.IGNORECASE,
)
_IN_CHILD: Final = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from factcheck.ingest.html_child import main; main(float(sys.argv[2]))"
)


class HtmlReader:
    """Implements `factcheck.interfaces.Reader` for HTML.

    Args:
        max_bytes: Largest source that is read.
        stdin: Read for `-`; the process's own standard input by default.
        seconds: Time after which a page is read without its tags.
    """

    def __init__(self, max_bytes: int, stdin: BinaryIO | None = None, *, seconds: float = SECONDS) -> None:
        self._opener = Opener(max_bytes, stdin)
        self._seconds = seconds

    def read(self, source: str) -> Iterator[SourceText | ReadFailure]:
        """Read a file, or `-`. Yields one text or one failure."""
        return self._opener.read(source, lambda *_: lambda address, raw: read_html(address, raw, seconds=self._seconds))


def read_html(address: str, raw: bytes, *, seconds: float = SECONDS) -> SourceText:
    """Make a text of the bytes of an HTML page.

    Facts are those of the page's own metadata. Its date counts as inferred unless it stands in the source as
    YYYY-MM-DD, as dates for machines do. The page's word on its own address is not taken.

    Raises:
        InputError: If the bytes are no text, their charset can't be told, or the page shows no text without scripts.
    """
    found = _DECLARED.search(raw[:_HEAD])
    declared = (found[1] or found[2]).decode("ascii", "replace") if found else None
    html = decode_visible(raw, declared=declared)
    page = _page(html, seconds)
    if page is None:
        text = visible_text(html)
        if not text:
            raise InputError(
                "The page shows no text; it may be one that a script fills.",
                hint="Open it in a browser, and save what you see as text.",
            )
        count = _visible_count(text)
        return SourceText(
            address=address,
            raw=raw,
            text=text,
            blocks=text_blocks(text, known={}),
            reader=f"{READER} (tags taken off)",
            kept_of=(count, count),
        )
    text = page["text"]
    kept = _visible_count(text)
    kinds = {line: BlockKind(kind) for line, kind in page["kinds"].items()}
    return SourceText(
        address=address,
        raw=raw,
        text=text,
        blocks=text_blocks(text, known=kinds),
        reader=f"{READER} ({page['extractor']})",
        facts=_facts(page, html),
        # An article kept in a script for machines can be longer than what the page shows.
        kept_of=(kept, max(kept, page["visible"])),
    )


def _page(html: str, seconds: float) -> Page | None:
    """What `html_child` makes of the page; None where it finds nothing, fails, or takes too long."""
    # The child finds its modules where this process does, and nowhere else: `-I` shuts out the current folder.
    path = [str(Path(entry).absolute()) for entry in sys.path]
    try:
        child = subprocess.run(
            [sys.executable, "-I", "-c", _IN_CHILD, json.dumps(path), str(seconds)],
            input=html.encode("utf-8", "replace"),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconds,
            check=False,
        )
        answer = json.loads(child.stdout) if child.returncode == 0 else None
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    if answer is not None and "missing" in answer:
        raise InputError(
            f"HTML can't be read, because a library is missing: {answer['missing']}",
            hint="Install factcheck again, with a current pip.",
        )
    return cast("Page | None", answer)


def _facts(page: Page, html: str) -> SourceFacts:
    try:
        published_on = date.fromisoformat(page["date"]) if page["date"] else None
    except ValueError:
        published_on = None
    return SourceFacts(
        title=page["title"],
        author=page["author"],
        publisher=page["publisher"],
        language=page["language"],
        published_on=published_on,
        date_inferred=None if published_on is None else published_on.isoformat() not in html,
    )


def _visible_count(text: str) -> int:
    """Visible characters, without the bullets and bars that the extraction writes for lists and tables."""
    lines = (line.removeprefix("- ").replace("|", "") for line in text.splitlines() if not is_divider(line))
    return sum(len(word) for line in lines for word in line.split())
