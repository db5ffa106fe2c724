"""Whether a changed detail is noticed: supported pairs kept aside, and the same with one detail of the claim changed.

Run: python -m benchmarks.twins --data FOLDER [--rows 400] [--model-only] [--errors N]

FOLDER holds FEVER's folds 6 and 7 and the development files of FeverSymmetric, FoolMeTwice and Check-COVID. Of each
kind (number, date, name, negation) as many twins are made as there are, at most `--rows`. Told is the share of the
changed claims that are no longer "supports", and the share of the unchanged ones that still are; with 95 % Wilson
intervals.
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
from factcheck.interfaces import StanceModel
from factcheck.language.parsing.parses import Parses
from factcheck.settings import Settings
from factcheck.verdict.stance.stances import label_of, pairs_of, read, weigh
from training.stance.changing import Pool, date_change, denied, name_change, number_change
from training.stance.data import LABELS, Pair, development_pairs
from training.stance.making import pool_of

FILES: Final = ("fever_folds_0_7", "fever_symmetric", "fool_me_twice", "check_covid_dev")
KINDS: Final = ("number", "date", "name", "negation")
GOALS: Final = {"number": 0.95, "date": 0.95, "name": 0.85, "negation": 0.90}
KEPT_GOAL: Final = 0.90
SEED: Final = 11


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rows", type=int, default=400)
    parser.add_argument("--model-only", action="store_true", help="without the compared details")
    parser.add_argument("--errors", type=int, default=0, help="list so many of each kind that were not noticed")
    wanted = parser.parse_args()
    parts = wiring.parts(Settings())
    model = parts.make_stance_model(parts.make_splitter())
    for line in (*machine_lines(), f"model: {model.name} {model.version}"):
        print(line)
    pairs = [pair for name in FILES for pair in development_pairs(wanted.data, name)]
    backed = [pair for pair in pairs if LABELS[pair.label] == "SUPPORTED"]
    pool, parses = pool_of(pairs), wiring.parses(Settings())
    print(
        f"{'changed':<10} {'n':>5} {'no longer supports':>24} {'goal':>6} {'unchanged still supports':>28} {'goal':>6}"
    )
    for kind in KINDS:
        twins = _twins(backed, kind, pool)[: wanted.rows]
        changed = _labels(
            [Pair(claim, pair.evidence, 0, "") for pair, claim in twins], model, parses, alone=wanted.model_only
        )
        kept = _labels([pair for pair, _ in twins], model, parses, alone=wanted.model_only)
        noticed = sum(label is not StanceLabel.SUPPORTS for label in changed)
        still = sum(label is StanceLabel.SUPPORTS for label in kept)
        print(
            f"{kind:<10} {len(twins):>5} {_share(noticed, len(twins)):>24} {GOALS[kind]:>6}"
            f" {_share(still, len(twins)):>28} {KEPT_GOAL:>6}",
            flush=True,
        )
        missed = [twin for twin, label in zip(twins, changed, strict=True) if label is StanceLabel.SUPPORTS]
        for pair, claim in missed[: wanted.errors]:
            print(f"    {claim}\n      was: {pair.claim}\n      evidence: {pair.evidence[:300]}")


def _twins(pairs: list[Pair], kind: str, pool: Pool) -> list[tuple[Pair, str]]:
    """Supported pairs with a claim in which one detail of that kind is changed."""
    chance = random.Random(SEED)
    found = []
    for pair in pairs:
        if kind == "negation":
            claim = denied(pair.claim)
        else:
            change = (
                name_change(pair.claim, pair.evidence, pool, chance)
                if kind == "name"
                else (number_change if kind == "number" else date_change)(pair.claim, pair.evidence, chance)
            )
            claim = change.of(pair.claim) if change and change.new not in pair.evidence else None
        if claim is not None and claim != pair.claim:
            found.append((pair, claim))
    chance.shuffle(found)
    return found


def _labels(pairs: list[Pair], model: StanceModel, parses: Parses, *, alone: bool) -> list[StanceLabel]:
    if alone:
        return [label_of(scores) for scores in read([(pair.claim, pair.evidence) for pair in pairs], model)]
    return [each.label for each in weigh(pairs_of([(pair.claim, "p", pair.evidence) for pair in pairs], parses), model)]


def _share(part: int, whole: int) -> str:
    low, high = wilson(part, whole)
    return f"{part / whole:.3f} [{low:.3f}, {high:.3f}]" if whole else "-"


if __name__ == "__main__":
    main()
