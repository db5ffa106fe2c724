"""How often the first look is right: two articles with evidence, each sentence labelled right, wrong or uncovered.

Run: python -m benchmarks.first_look [ARTICLE...] [--each]

A claim has the label of the sentence, or of the part of one, that it stands in. "Right" is a claim that the evidence
bears out, "wrong" one that it contradicts, "uncovered" one on which it is silent.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from pathlib import Path

from benchmarks.machine import machine_lines
from factcheck import wiring
from factcheck.domain.sources import SourceText
from factcheck.settings import Settings
from factcheck.workbench.first_look import claims_of, first_looks, take_evidence

FOLDER = Path(__file__).parent / "one_line"
LABELS = ("right", "wrong", "uncovered")


def labels_of(folder: Path) -> list[tuple[str, str]]:
    """Label and words of each labelled stretch."""
    lines = (folder / "labels.tsv").read_text(encoding="utf-8").splitlines()
    return [(label, words) for label, _, words in (line.partition("\t") for line in lines)]


def label_at(text: str, start: int, end: int, labels: list[tuple[str, str]]) -> str:
    """The label of the claim at [start, end): that of the last stretch that begins in it, or else before it."""
    places = sorted((text.index(words), label) for label, words in labels)
    inside = [label for at, label in places if start <= at < end]
    before = [label for at, label in places if at <= start]
    return inside[0] if inside else before[-1]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", default=sorted(each.name for each in FOLDER.iterdir()))
    parser.add_argument("--each", action="store_true", help="print every claim")
    arguments = parser.parse_args()
    for line in machine_lines():
        print(line)
    for name in arguments.articles:
        began = time.perf_counter()
        folder = FOLDER / name
        bench = wiring.loose_bench(Settings())
        read = [each for each in bench.parts.make_reader().read(str(folder / "evidence"))]
        for _ in take_evidence(bench, (each for each in read if isinstance(each, SourceText))):
            pass
        (text,) = bench.parts.make_reader().read(str(next(folder.glob("article.*"))))
        assert isinstance(text, SourceText)
        article, claims = claims_of(bench, text)
        looks = first_looks(bench, article, claims).looks
        labels = labels_of(folder)
        counts: Counter[tuple[str, str]] = Counter()
        for look in looks:
            span = look.claim.span
            label = label_at(article.text, span.start, span.end, labels)
            counts[label, look.outcome.value] += 1
            if arguments.each:
                notes = "; ".join(each.note for each in look.differences)
                print(f"{label:<10} {look.outcome.value:<14} {look.claim.checked}  {notes and f'[{notes}]'}")
        print(f"{name}: {len(looks)} claims, {time.perf_counter() - began:.2f} s")
        outcomes = sorted({outcome for _, outcome in counts})
        print(f"{'':<10} " + " ".join(f"{each:>14}" for each in outcomes))
        for label in LABELS:
            print(f"{label:<10} " + " ".join(f"{counts[label, each]:>14}" for each in outcomes))


if __name__ == "__main__":
    main()
