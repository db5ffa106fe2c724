"""From which cosine similarity on two claims are worth showing as the same: pairs of the shipped encoder, counted.

Run: python -m benchmarks.seen_before --data FOLDER

FOLDER holds `checkthat22_queries_train`, `checkthat22_verified_claims`, `politifact_pairs` and
`politifact_verified_claims`, each `.jsonl.gz`: tweets and sentences of debates, and the claims already checked that
somebody marked as the same. Every pair of a query and a checked claim counts; precision is the share of those at a
similarity or above that were marked. The sets mark one claim a query: the same words filed twice count as wrong.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from benchmarks.machine import machine_lines
from factcheck.settings import Settings
from factcheck.wiring import parts

if TYPE_CHECKING:
    from factcheck.interfaces import Encoder, Vectors

LEVELS = (0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    for line in machine_lines():
        print(line)
    encoder = parts(Settings()).make_encoder()
    print(f"encoder: {encoder.name}")
    marked: dict[str, set[str]] = defaultdict(set)
    for row in _rows(data / "politifact_pairs.jsonl.gz"):
        marked[row["query"]].add(row["vclaim_id"])
    _count(encoder, "debates, PolitiFact", dict(marked), _rows(data / "politifact_verified_claims.jsonl.gz"))
    tweets = {row["query"]: set(row["rel"]) for row in _rows(data / "checkthat22_queries_train.jsonl.gz")}
    _count(encoder, "tweets, Snopes", tweets, _rows(data / "checkthat22_verified_claims.jsonl.gz"))


def _count(encoder: Encoder, name: str, marked: dict[str, set[str]], checked: list[dict[str, Any]]) -> None:
    similar = _encoded(encoder, [*marked]) @ _encoded(encoder, [row["claim"] for row in checked]).T
    right = np.array([[row["id"] in ids for row in checked] for ids in marked.values()])
    print(f"\n{name}: {len(marked)} queries, {len(checked)} checked claims, {int(right.sum())} pairs marked")
    print(f"{'at least':>8} {'pairs':>7} {'marked':>7} {'precision':>10} {'recall':>7}")
    for level in LEVELS:
        shown = similar >= level
        pairs, found = int(shown.sum()), int((shown & right).sum())
        precision = found / pairs if pairs else float("nan")
        print(f"{level:8.2f} {pairs:7d} {found:7d} {precision:10.3f} {found / right.sum():7.3f}")


def _encoded(encoder: Encoder, texts: list[str]) -> Vectors:
    return np.concatenate([encoder.encode(texts[begin : begin + 256]) for begin in range(0, len(texts), 256)])


def _rows(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


if __name__ == "__main__":
    main()
