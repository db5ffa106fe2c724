"""How far vectors and stances in fewer bits are from those in float32, and what reading again in float32 leaves of it.

Run: python -m benchmarks.precisions PAIRS... [--rows N]

PAIRS has a JSON object on each line, plain or gzipped, with `claim` and `evidence`, or `evidences` of a `text` each. Of
each file the first N rows are taken; a claim is judged with its own passages, and where it has one, with that of the
next row too. Fewer bits are emulated where the processor hasn't them, with the same products.

Printed for each precision: the cosine of each passage's vector to that in float32, least and mean; the greatest
difference of the log-odds of two scores, over all pairs that are read at once, which `MARGINS` must exceed; and for all
pairs, with their compared details, the greatest difference of a score and the labels that differ, as read once and
after reading again what isn't settled, with the share that is read again. After it, no pair that counts may differ.
"""

from __future__ import annotations

import argparse
import gzip
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.machine import machine_lines
from factcheck import wiring
from factcheck.domain.precision import Precision
from factcheck.domain.stances import Stance, StanceLabel
from factcheck.evidence.transformer_encoder import TransformerEncoder
from factcheck.interfaces import Judged
from factcheck.language.sentences.segmenter import BoundarySplitter
from factcheck.models.stance_weights import load_stance_weights
from factcheck.models.weights import find_weights
from factcheck.settings import Settings
from factcheck.verdict.stance.cross_encoder import CrossEncoderStance
from factcheck.verdict.stance.packed_bert import MARGINS, PackedBert
from factcheck.verdict.stance.stances import LABELS, pairs_of, weigh
from factcheck.verdict.suggestion.thresholds import THRESHOLDS

FEWER = (Precision.BFLOAT16, Precision.INT8)


class Counting(CrossEncoderStance):
    """Counts the pairs that are read again."""

    again = 0

    def judge(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> Judged:
        self.again += len(pairs) if exact else 0
        return super().judge(pairs, exact=exact)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path, nargs="+")
    parser.add_argument("--rows", type=int, default=50)
    wanted = parser.parse_args()
    print(*machine_lines(), sep="\n")
    pairs = list(dict.fromkeys(pair for path in wanted.pairs for pair in text_pairs(path, wanted.rows)))
    print(f"{len(pairs)} different pairs of {wanted.rows} rows each of {', '.join(path.name for path in wanted.pairs)}")
    _print_vectors(list(dict.fromkeys(passage for _, passage in pairs)))
    _print_stances(pairs)


def text_pairs(path: Path, rows: int) -> Iterator[tuple[str, str]]:
    """Each claim with its passages; with that of the next row where it has one."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        read = [json.loads(line) for line, _ in zip(lines, range(rows), strict=False)]
    for row, following in zip(read, [*read[1:], *read[:1]], strict=True):
        if "evidences" in row:
            yield from ((str(row["claim"]), str(each["text"])) for each in row["evidences"])
        else:
            yield from ((str(row["claim"]), str(each["evidence"])) for each in (row, following) if each["evidence"])


def _print_vectors(passages: list[str]) -> None:
    exact = TransformerEncoder(find_weights()).encode(passages)
    near = TransformerEncoder(find_weights(), Precision.BFLOAT16).encode(passages)
    cosines = (exact.astype(np.float64) * near).sum(axis=1)
    lengths = np.abs(np.linalg.norm(near.astype(np.float64), axis=1) - 1).max()
    print(f"\nvectors of {len(passages)} passages: cosine to float32, and how far a length is from 1")
    print(f"  bfloat16  least {cosines.min():.5f}  mean {cosines.mean():.5f}  length off by {lengths:.1e} at most")


def _print_stances(pairs: list[tuple[str, str]]) -> None:
    weights, split = load_stance_weights(), BoundarySplitter().split
    whole = pairs_of(
        [(claim, str(row), passage) for row, (claim, passage) in enumerate(pairs)], wiring.parses(Settings())
    )
    plain = PackedBert(find_weights().folder, weights)
    float32 = CrossEncoderStance(plain, split, name="float32", version="1", calibrated=weights.calibrated)
    exact = weigh(whole, float32)
    print(f"\nstances of {len(pairs)} pairs: log-odds as read at once; then with compared details, once and read again")
    print(f"{'':10}{'log-odds':>10}{'margin':>8}{'read again':>12}{'':>8}{'score':>8}{'labels':>8}{'counting':>10}")
    for precision in FEWER:
        reader = PackedBert(find_weights().folder, weights, precision)
        short = [
            pair for pair, offsets in zip(pairs, _lengths(reader, pairs), strict=True) if offsets <= reader.longest
        ]
        odds = _log_odds(reader, short)
        model = Counting(reader, split, name=precision, version="1", calibrated=weights.calibrated)
        again = weigh(whole, model)
        # As if the precision changed nothing.
        model.margin = 0.0
        once = weigh(whole, model)
        share = model.again / len(pairs)
        print(
            f"{precision:10}{odds:>10.3f}{MARGINS[precision]:>8.1f}{share:>12.1%}{'once':>8}{_differing(exact, once)}"
        )
        print(f"{'':40}{'again':>8}{_differing(exact, again)}", flush=True)


def _lengths(reader: PackedBert, pairs: Sequence[tuple[str, str]]) -> list[int]:
    """Word pieces of each pair, with its three marks."""
    claims, passages = (reader.offsets([pair[place] for pair in pairs]) for place in (0, 1))
    return [len(claim) + len(passage) + 3 for claim, passage in zip(claims, passages, strict=True)]


def _log_odds(reader: PackedBert, pairs: Sequence[tuple[str, str]]) -> float:
    """The greatest difference to float32 of the log-odds of two scores."""
    near, exact = (np.log(reader.scores(pairs, exact=each).astype(np.float64)) for each in (False, True))
    off = near - exact
    return float((off.max(axis=1) - off.min(axis=1)).max())


def _differing(exact: Sequence[Stance], other: Sequence[Stance]) -> str:
    """The greatest difference of a score, labels that differ, and passages that count in one and not in the other."""
    off = max(
        abs(one - two) for a, b in zip(exact, other, strict=True) for one, two in zip(a.scores, b.scores, strict=True)
    )
    labels = sum(one.label is not two.label for one, two in zip(exact, other, strict=True))
    counting = sum(_counts(one) != _counts(two) for one, two in zip(exact, other, strict=True))
    return f"{off:>8.3f}{labels:>8}{counting:>10}"


def _counts(stance: Stance) -> bool:
    if stance.label is StanceLabel.NEUTRAL:
        return False
    limit = THRESHOLDS.supports if stance.label is StanceLabel.SUPPORTS else THRESHOLDS.refutes
    return stance.scores[LABELS.index(stance.label)] >= limit


if __name__ == "__main__":
    main()
