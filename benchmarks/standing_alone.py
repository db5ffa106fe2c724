"""How often a substitution is right on molecular_facts: claims out of biographies beside rewordings that stand alone.

Run: python -m benchmarks.standing_alone --data FOLDER

FOLDER holds molecular_facts.jsonl.gz. The set has no articles, so each claim is read after the beginning of the one
page among its candidates whose name stands in the rewording; claims with none or several such pages are left out. A
substitution is right if the first and the last word of what it puts in stand in the rewording.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.machine import machine_lines
from factcheck import wiring
from factcheck.domain.articles import Article, Block, BlockKind
from factcheck.domain.provenance import Provenance
from factcheck.domain.spans import Span
from factcheck.settings import Settings

FILE = "molecular_facts.jsonl.gz"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    with gzip.open(parser.parse_args().data / FILE, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for line in machine_lines():
        print(line)
    parts = wiring.parts(Settings())
    detector = parts.make_detector(parts.make_splitter(), parts.make_parser())
    read, right, wrong = 0, 0, []
    for row in rows:
        page = page_of(row)
        if page is None:
            continue
        read += 1
        start = len(page) + 2
        article = article_of(page, row["claim"])
        found = {
            each for claim in detector.detect(article) if claim.span.start >= start for each in claim.substitutions
        }
        for each in found:
            if each.is_form:
                continue
            words = each.written.split()
            is_right = words_of(f"{words[0]} {words[-1]}") <= words_of(row["decontext"])
            right += is_right
            if not is_right:
                wrong.append(f"{each.said} → {each.written}: {row['claim']} | {row['decontext']}")
    total = right + len(wrong)
    print(f"claims: {len(rows)}, with one page: {read}; substitutions: {total}")
    print(f"precision: {right} of {total} = {right / total:.3f}")
    for line in sorted(wrong):
        print(f"  wrong: {line}")


def page_of(row: dict[str, Any]) -> str | None:
    """The whole sentences of the only page whose name stands in the rewording; None where there isn't one."""
    pages = [page.split("<br><br>", 1) for page in row["page_previews"]]
    named = [page[1] for page in pages if len(page) == 2 and words_of(bare(page[0])) <= words_of(row["decontext"])]
    return named[0].rsplit(". ", 1)[0] + "." if len(named) == 1 else None


def bare(title: str) -> str:
    return re.sub(r" \(.*\)", "", title)


def words_of(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower())) - {"s", "on", "in"}


def article_of(page: str, claim: str) -> Article:
    text = f"{page}\n\n{claim}"
    return Article(
        id="a-000000000000",
        title="Page",
        text=text,
        blocks=tuple(blocks_of(text, page)),
        source=Provenance(address="-", retrieved_at=datetime.now(UTC), sha256="0" * 64, reader="text"),
    )


def blocks_of(text: str, page: str) -> Iterator[Block]:
    yield Block(span=Span(0, len(page)), kind=BlockKind.PARAGRAPH)
    yield Block(span=Span(len(page) + 2, len(text)), kind=BlockKind.PARAGRAPH)


if __name__ == "__main__":
    main()
