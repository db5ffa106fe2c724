"""How often `factcheck check` is right: articles with evidence, each sentence labelled right, wrong or uncovered.

Run: python -m benchmarks.first_look [ARTICLE...] [--models] [--each]

A claim has the label of the sentence, or of the part of one, that it stands in. "Right" is a claim that the evidence
bears out, "wrong" one that it contradicts, "uncovered" one on which it is silent. Of the first look what "differs" is
an alarm; of the completed table, what is told in full.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.machine import machine_lines
from factcheck.domain.first_looks import LookOutcome
from factcheck.domain.statuses import Status
from factcheck.language.sentences.segmenter import BoundarySplitter
from factcheck.workbench.findings import Rank, findings

HERE = Path(__file__).parent.parent
FOLDER = HERE / "benchmarks" / "one_line"
LABELS = ("right", "wrong", "uncovered")


def labels_of(folder: Path) -> list[tuple[str, str]]:
    """Label and words of each labelled stretch."""
    lines = (folder / "labels.tsv").read_text(encoding="utf-8").splitlines()
    return [(label, words) for label, _, words in (line.partition("\t") for line in lines)]


def label_at(text: str, start: int, end: int, labels: Iterable[tuple[str, str]]) -> str:
    """The label of the claim at [start, end): that of the first stretch that begins in it, or else before it."""
    places = sorted((text.index(words), label) for label, words in labels)
    inside = [label for at, label in places if start <= at < end]
    return inside[0] if inside else [label for at, label in places if at <= start][-1]


def checked(article: Path, evidence: Path, *more: str) -> dict[str, Any]:
    """What the command prints as JSON."""
    command = [sys.executable, "-m", "factcheck", "check", str(article), "--against", str(evidence), "--json", *more]
    done = subprocess.run(command, check=True, capture_output=True, env={**os.environ, "PYTHONPATH": str(HERE)})
    return dict(json.loads(done.stdout))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", nargs="*", default=sorted(each.name for each in FOLDER.iterdir()))
    parser.add_argument("--models", action="store_true", help="count the completed table too")
    parser.add_argument("--each", action="store_true", help="print every claim")
    arguments = parser.parse_args()
    for line in machine_lines():
        print(line)
    for name in arguments.articles:
        folder = FOLDER / name
        article = next(folder.glob("article.*"))
        text, labels = article.read_text(encoding="utf-8"), labels_of(folder)
        found = checked(article, folder / "evidence", *([] if arguments.models else ["--no-model"]))
        looks = found["first_look"]
        of_claim = {each["id"]: label_at(text, each["start"], each["end"], labels) for each in looks}
        told = {each["id"]: each["outcome"] for each in looks}
        report(f"{name}, first look", of_claim, told, looks, each=arguments.each)
        if arguments.models:
            rows = found["rows"]
            completed = {each["id"]: rank_of(each, told[each["id"]]).words for each in rows}
            report(f"{name}, completed", of_claim, completed, rows, each=arguments.each)


def rank_of(row: dict[str, Any], outcome: str) -> Rank:
    """As the completed table has it, in which what a first look found differing stays where nothing is decided."""
    (made,) = findings([row], split=BoundarySplitter().split)
    if made.rank is not Rank.NOT_ENOUGH or outcome != LookOutcome.DIFFERS:
        return made.rank
    return Rank.LEANS_REFUTED if row["leans"] and row["leans"]["status"] == Status.REFUTED else Rank.DIFFERS


def report(
    title: str, of_claim: dict[str, str], told: dict[str, str], claims: Iterable[dict[str, Any]], *, each: bool
) -> None:
    """Print the table of labels and outcomes."""
    if each:
        for claim in claims:
            print(f"{of_claim[claim['id']]:<10} {told[claim['id']]:<20} {claim['checked']}")
    counts = Counter((label, told[claim]) for claim, label in of_claim.items())
    outcomes = sorted({outcome for _, outcome in counts})
    print(f"{title}: {len(of_claim)} claims")
    print(f"{'':<10} " + " ".join(f"{outcome:>20}" for outcome in outcomes))
    for label in LABELS:
        print(f"{label:<10} " + " ".join(f"{counts[label, outcome]:>20}" for outcome in outcomes))


if __name__ == "__main__":
    main()
