"""What the limits of the similarity stance give: precision and coverage on development sets, at several limits.

Run: python -m benchmarks.stance_thresholds --data FOLDER [--rows 3000]

FOLDER holds gzipped JSONL files with `claim`, `evidence` and `label` (SUPPORTED, REFUTED, NEI). Precision is the share
of the stances taken that the label confirms, with a 95 % Wilson interval; coverage the share of the rows with that
label that are found. The limits in `factcheck.verdict.similarity_stance` were chosen from this table.
"""

from __future__ import annotations

import argparse
import gzip
import itertools
import json
import math
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.machine import machine_lines
from factcheck.domain.stances import StanceLabel
from factcheck.evidence.transformer_encoder import TransformerEncoder
from factcheck.models.weights import find_weights
from factcheck.verdict.similarity_stance import LIMITS, Limits, Reading, SimilarityStance, judge

FILES: Final = (
    "fever_symmetric_v02_dev", "fever_folds_0_7", "fool_me_twice_dev", "vitaminc_sample_train", "check_covid_dev",
    "healthver_dev", "scifact_dev", "snli_validation", "nli_new_protocols_base_val", "climate_fever_pairs_folds_0_7",
    "nli_counterfactual_revised_premise_dev",
)  # fmt: skip
FOLDS: Final = (6, 7)
"""Of the files that are in folds, those that are for development only."""
LONGEST: Final = 3000
LABELS: Final = {"SUPPORTED": StanceLabel.SUPPORTS, "REFUTED": StanceLabel.REFUTES, "NEI": StanceLabel.NEUTRAL}
TRIED: Final = (0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95)


class Row(NamedTuple):
    file: str
    label: StanceLabel
    reading: Reading


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--rows", type=int, default=3000, help="rows of each file, from its beginning")
    parser.add_argument("--file", action="append", help="a file's name without .jsonl.gz; default: all it knows")
    wanted = parser.parse_args()
    for line in machine_lines():
        print(line)
    weights = find_weights()
    print(f"encoder: {weights.label}; rows: at most {wanted.rows} of a file; evidence: at most {LONGEST} characters")
    model = SimilarityStance(TransformerEncoder(weights))
    rows = [row for name in wanted.file or FILES for row in _rows(wanted.data, name, model, wanted.rows)]
    _print_files(rows)
    refutes = [(f"refutes from {limit}", replace(LIMITS, refutes=limit)) for limit in TRIED]
    _print_limits(rows, StanceLabel.REFUTES, refutes)
    supports = [
        (f"supports from {limit} / {limit}, {share:.0%} of the words", _supporting(limit, share))
        for share, limit in itertools.product((0.7, 0.8, 0.9, 1.0), TRIED)
    ]
    _print_limits([row for row in rows if row.reading.agreeing], StanceLabel.SUPPORTS, supports, "a detail agrees")
    _print_limits([row for row in rows if not row.reading.agreeing], StanceLabel.SUPPORTS, supports, "no detail")


def _supporting(limit: float, share: float) -> Limits:
    return replace(LIMITS, supports_with_detail=limit, supports_by_wording=limit, covered=share)


def _rows(folder: Path, name: str, model: SimilarityStance, most: int) -> list[Row]:
    path = folder / f"{name}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        kept = list(itertools.islice((each for each in map(json.loads, lines) if _is_used(each)), most))
    readings = model.read([(each["claim"], each["evidence"]) for each in kept])
    return [Row(name, LABELS[each["label"]], reading) for each, reading in zip(kept, readings, strict=True)]


def _is_used(row: dict[str, object]) -> bool:
    return (
        row["label"] in LABELS and len(str(row["evidence"])) <= LONGEST and ("fold" not in row or row["fold"] in FOLDS)
    )


def _print_files(rows: list[Row]) -> None:
    print(f"\nwith the limits as they are: {LIMITS}")
    print(f"{'file':<40} {'n':>6} {'supports: right/taken/there':>30} {'refutes: right/taken/there':>30}")
    for name, group in itertools.groupby(rows, key=lambda row: row.file):
        _print_file(name, list(group))
    _print_file("all", rows)


def _print_file(name: str, rows: list[Row]) -> None:
    cells = [
        "{}/{}/{} = {}".format(*(counts := _counts(rows, side, LIMITS)), _share(counts[0], counts[1]))
        for side in (StanceLabel.SUPPORTS, StanceLabel.REFUTES)
    ]
    print(f"{name:<40} {len(rows):6} {cells[0]:>30} {cells[1]:>30}")


def _print_limits(rows: list[Row], side: StanceLabel, tried: Iterable[tuple[str, Limits]], which: str = "") -> None:
    print(f"\n{side.value}{f', where {which}' if which else ''} (n = {len(rows)})")
    print(f"{'limit':<45} {'taken':>6} {'precision':>10} {'95 % interval':>15} {'coverage':>9}")
    for name, limits in tried:
        right, taken, there = _counts(rows, side, limits)
        low, high = _wilson(right, taken)
        print(
            f"{name:<45} {taken:6} {_share(right, taken):>10} {f'{low:.2f}-{high:.2f}':>15} {_share(right, there):>9}"
        )


def _counts(rows: list[Row], side: StanceLabel, limits: Limits) -> tuple[int, int, int]:
    """How often `side` is taken rightly, how often it is taken, and how often it is the label."""
    taken = [row for row in rows if judge(row.reading, limits) is side]
    return sum(row.label is side for row in taken), len(taken), sum(row.label is side for row in rows)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def _wilson(right: int, taken: int) -> tuple[float, float]:
    """Wilson's score interval at 95 %."""
    if not taken:
        return 0.0, 1.0
    z, share = 1.96, right / taken
    middle = share + z * z / (2 * taken)
    spread = z * math.sqrt(share * (1 - share) / taken + z * z / (4 * taken * taken))
    return (middle - spread) / (1 + z * z / taken), (middle + spread) / (1 + z * z / taken)


if __name__ == "__main__":
    main()
