"""How much of an article is kept of saved public pages, beside what Mozilla's Readability was told to keep of them.

FOLDER is `test/test-pages` of github.com/mozilla/readability: for each page `source.html`, `expected.html` and
`expected-metadata.json`. Its expected text is Readability's own and its byline is a line, not a name, so the figures
say how two readers agree; they are no measure of what is right. Every third page is counted by itself too.

    python -m benchmarks.readability_pages FOLDER [--each]
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from pathlib import Path
from statistics import fmean
from typing import Final

from lxml.html import fromstring  # type: ignore[import-untyped]

from benchmarks.machine import machine_lines
from factcheck.ingest.html.page import extract_page

_WORD: Final = re.compile(r"\w+")
Row = tuple[float, float, str]
"""Share of the expected words that are kept, share of the kept words that are expected, and what came of the author."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--each", action="store_true", help="Print a line for each page.")
    options = parser.parse_args()
    for line in machine_lines():
        print(line)
    rows = []
    for folder in sorted(path.parent for path in options.folder.glob("*/source.html")):
        rows.append(row := measured(folder))
        if options.each:
            print(f"  {folder.name:44} kept {row[0]:.2f}  expected {row[1]:.2f}  author {row[2]}")
    for name, some in (("all", rows), ("every third, from the third on", rows[2::3])):
        kept, expected, authors = zip(*some, strict=True)
        print(f"{name}: {len(some)} pages")
        print(f"  expected words kept {fmean(kept):.3f}, kept words expected {fmean(expected):.3f}")
        print(f"  authors: {', '.join(f'{count} {what}' for what, count in Counter(authors).most_common())}")


def measured(folder: Path) -> Row:
    page = extract_page((folder / "source.html").read_text("utf-8", "replace"))
    meta = json.loads((folder / "expected-metadata.json").read_text("utf-8"))
    wanted = _words(fromstring((folder / "expected.html").read_text("utf-8")).text_content())
    found = _words(page["text"] if page else "")
    shared = sum((wanted & found).values())
    return (
        shared / max(1, wanted.total()),
        shared / max(1, found.total()),
        _author((page["author"] if page else None) or "", " ".join((meta.get("byline") or "").split())),
    )


def _author(found: str, byline: str) -> str:
    if not found:
        return "none where there is a byline" if byline else "none, as there is no byline"
    if not byline:
        return "a name without a byline"
    names = found.casefold().split("; ")
    return "as in the byline" if all(name in byline.casefold() for name in names) else "not as in the byline"


def _words(text: str) -> Counter[str]:
    return Counter(_WORD.findall(text.casefold()))


if __name__ == "__main__":
    main()
