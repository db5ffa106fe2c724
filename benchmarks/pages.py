"""What is kept of web pages of many layouts: the article's words, the words around it, title, author and date.

`benchmarks/pages/dev` and `benchmarks/pages/heldout` hold pages that were written for this, with invented news, and
`labels.jsonl`: what of each page must stand in prose (`keep`), what must not (`drop`), its facts, and whether its main
part is lost, so that the reader has to refuse it or to warn.

    python -m benchmarks.pages [dev|heldout] [--each]
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, Final

from benchmarks.machine import machine_lines
from factcheck.domain.articles import BlockKind
from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.ingest.sources import SourceReader

PAGES: Final = Path(__file__).parent / "pages"
SILENT: Final = "nothing lost, nothing said"
FACTS: Final = ("title", "author", "published_on")
Label = dict[str, Any]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", default=["dev", "heldout"])
    parser.add_argument("--each", action="store_true", help="Name what is wrong on each page.")
    options = parser.parse_args()
    for line in machine_lines():
        print(line)
    for part in options.parts:
        labels = [json.loads(line) for line in (PAGES / part / "labels.jsonl").read_text("utf-8").splitlines()]
        print_figures(part, [(label, read(PAGES / part / f"{label['page']}.html")) for label in labels], options.each)


def read(path: Path) -> SourceText | ReadFailure:
    (item,) = SourceReader(1_000_000).read(str(path))
    return item


def print_figures(part: str, pages: list[tuple[Label, SourceText | ReadFailure]], each: bool) -> None:
    counts = {
        name: [0, 0] for name in ("kept", "dropped", *FACTS, "contradicted dates inferred", "lost, and said", SILENT)
    }
    for label, item in pages:
        faults = []
        for name, right, of, fault in outcomes(label, item):
            counts[name][0] += right
            counts[name][1] += of
            faults += [fault] * (right < of)
        if not label["loss"] and not label["inferred"]:
            counts[SILENT][1] += 1
            if isinstance(item, SourceText) and not item.warnings:
                counts[SILENT][0] += 1
            else:
                faults.append(f"a warning for nothing: {item.warnings if isinstance(item, SourceText) else item.error}")
        for fault in faults if each else ():
            print(f"  {label['page']}: {fault}")
    print(f"{part}: {len(pages)} pages")
    for name, (right, of) in counts.items():
        print(f"  {name:28} {right:5} of {of:5}  {right / of if of else 0:.3f}")


def outcomes(label: Label, item: SourceText | ReadFailure) -> list[tuple[str, int, int, str]]:
    """(figure, right, of, what is wrong) of one page: words for what is kept and dropped, else 0 or 1 of 1."""
    stands_in = item.blocks if isinstance(item, SourceText) else ()
    whole = item.text if isinstance(item, SourceText) else ""
    blocks = [(block.kind, " ".join(block.span.of(whole).split())) for block in stands_in]
    texts = {
        "keep": [words for kind, words in blocks if kind is not BlockKind.BOILERPLATE],
        "drop": [words for kind, words in blocks if kind.is_prose],  # nothing else gives claims
    }
    found = []
    for name, wanted in (("kept", "keep"), ("dropped", "drop")):
        for words in label[wanted]:
            n = len(words.split())
            stands = any(words in text for text in texts[wanted])
            found.append((name, n if stands == (wanted == "keep") else 0, n, f"not {name}: {words}"))
    if label["loss"]:
        said = isinstance(item, ReadFailure) or bool(item.warnings)
        found.append(("lost, and said", int(said), 1, "lost, and not said"))
    if isinstance(item, ReadFailure):
        return found
    for fact in FACTS:
        value = getattr(item.facts, fact)
        is_right = (None if value is None else str(value)) == label[fact]
        found.append((fact, int(is_right), 1, f"{fact} {value}, not {label[fact]}"))
    if label["inferred"]:
        found.append(("contradicted dates inferred", int(item.facts.date_inferred is True), 1, "not inferred"))
    return found


if __name__ == "__main__":
    main()
