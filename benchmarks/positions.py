"""Whether an answer depends on where in a passage the decisive sentence stands.

Run: python -m benchmarks.positions --data FOLDER [--rows 200] [--around 8] [--model-only]

FOLDER holds FEVER's folds 6 and 7. The evidence of a claim, one sentence, is put at the beginning, in the middle and at
the end of a passage whose other sentences are evidence of other claims. Told are the share of right labels (of supports
and refutes) without them and at each place, and the share of the claims whose label is the same at all three; with 95 %
Wilson intervals.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import Final

from benchmarks.machine import machine_lines
from benchmarks.wilson import wilson
from factcheck import wiring
from factcheck.domain.stances import StanceLabel
from factcheck.settings import Settings
from factcheck.verdict.stance.stances import label_of, pairs_of, read, weigh
from training.stance.data import Pair, development_pairs

FILE: Final = "fever_folds_0_7"
SEED: Final = 5
PLACES: Final = ("alone", "at the beginning", "in the middle", "at the end")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rows", type=int, default=200)
    parser.add_argument("--around", type=int, default=8, help="other sentences in a passage")
    parser.add_argument("--model-only", action="store_true", help="without the compared details")
    wanted = parser.parse_args()
    parts = wiring.parts(Settings())
    model = parts.make_stance_model(parts.make_splitter())
    for line in (*machine_lines(), f"model: {model.name} {model.version}"):
        print(line)
    chance = random.Random(SEED)
    pairs = [each for each in development_pairs(wanted.data, FILE) if 40 < len(each.evidence) < 250]
    chance.shuffle(pairs)
    asked, others = pairs[: wanted.rows], [pair.evidence for pair in pairs[wanted.rows :]]
    rows = [
        (pair.claim, "", passage) for pair in asked for passage in _passages(pair, chance.sample(others, wanted.around))
    ]
    if wanted.model_only:
        labels = [label_of(scores) for scores in read([(claim, passage) for claim, _, passage in rows], model)]
    else:
        labels = [stance.label for stance in weigh(pairs_of(rows, wiring.parses(Settings())), model)]
    by_pair = [labels[start : start + len(PLACES)] for start in range(0, len(labels), len(PLACES))]
    for place, name in enumerate(PLACES):
        right = sum(found[place] is tuple(StanceLabel)[pair.label] for found, pair in zip(by_pair, asked, strict=True))
        print(f"{name:<18} right {_share(right, len(asked))}")
    same = sum(len(set(found[1:])) == 1 for found in by_pair)
    print(f"the same label at all three places: {_share(same, len(asked))}")


def _passages(pair: Pair, around: list[str]) -> list[str]:
    half = len(around) // 2
    return [
        " ".join(each)
        for each in ([pair.evidence], [pair.evidence, *around], [*around[:half], pair.evidence, *around[half:]],
                     [*around, pair.evidence])
    ]  # fmt: skip


def _share(count: int, n: int) -> str:
    low, high = wilson(count, n)
    return f"{count / n:.3f} ({low:.3f}-{high:.3f}), n {n}"


if __name__ == "__main__":
    main()
