"""How fast the stance model judges pairs, beside sentence-transformers with the same weights, and how often they agree.

Run: python -m benchmarks.stance_speed PAIRS [--rows N] [--repeats N] [--threads N] [--weights FOLDER]

PAIRS has a JSON object on each line, plain or gzipped, with `claim` and `evidence`. As in the product, each claim is
judged with several passages: its own and those of the claims beside it; equal pairs stay in. All runs take turns, so
that whatever else the machine does slows all of them; the figures are medians of the turns' ratios. Time is that of
the clock, and beside it the processor's, which says more where other programs run. Fewer bits are read once here: what
the product reads again in float32 is told by `benchmarks.precisions`.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import statistics
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any, Final

import numpy as np
import numpy.typing as npt

from benchmarks.machine import machine_lines
from factcheck.domain.precision import Precision
from factcheck.language.sentences.segmenter import BoundarySplitter
from factcheck.models.stance_weights import FOLDER, WEIGHTS, StanceWeights, load_stance_weights
from factcheck.models.weights import find_weights
from factcheck.verdict.stance.cross_encoder import CrossEncoderStance
from factcheck.verdict.stance.packed_bert import PackedBert

BESIDE: Final = 4
"""Passages judged for each claim besides its own."""
Pairs = list[tuple[str, str]]
Labels = npt.NDArray[np.int64]


def main() -> None:
    import torch

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--rows", type=int, default=100)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    parser.add_argument("--weights", type=Path, default=FOLDER)
    wanted = parser.parse_args()
    torch.set_num_threads(wanted.threads)
    print(*machine_lines(), sep="\n")
    print(f"{wanted.threads} threads")
    weights = _weights(wanted.weights)
    pairs = product_pairs(wanted.pairs, wanted.rows)
    print(f"{len(pairs)} pairs, {len(set(pairs))} different, of {wanted.rows} rows of {wanted.pairs.name}")
    ways: dict[str, Callable[[Pairs], Labels]] = {"CrossEncoder.predict": reference(weights)}
    for precision in (Precision.FLOAT32, Precision.BFLOAT16, Precision.INT8):
        ways[precision] = partial(_labels, _model(weights, precision))
    labels = {name: way(pairs) for name, way in ways.items()}
    _print_ratios(ways, labels, pairs, wanted.repeats)
    claim = pairs[0][0]
    twenty = [(claim, passage) for passage in dict.fromkeys(passage for _, passage in pairs)][:20]
    model = _model(weights, Precision.FLOAT32)
    model.judge(twenty[:1])
    seconds = [_timed(partial(model.judge, twenty))[0] for _ in range(wanted.repeats)]
    print(f"a claim with {len(twenty)} passages, with the sentences that decided: {statistics.median(seconds):.2f} s")


def product_pairs(path: Path, rows: int) -> Pairs:
    """Each claim with its own evidence and that of the rows beside it."""
    with gzip.open(path, "rt") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        read = [json.loads(line) for line, _ in zip(lines, range(rows), strict=False)]
    texts = [(str(row["claim"]), str(row["evidence"])) for row in read]
    return [
        (claim, texts[(row + step) % len(texts)][1])
        for row, (claim, _) in enumerate(texts)
        for step in range(BESIDE + 1)
    ]


def _weights(folder: Path) -> StanceWeights:
    if folder == FOLDER:
        return load_stance_weights()
    from safetensors.numpy import load

    # Weights under training, whose digest nobody knows yet; only their speed and labels are looked at.
    content = (folder / WEIGHTS).read_bytes()
    told = hashlib.sha256(content).hexdigest()
    return StanceWeights(tensors=load(content), temperature=1.0, bias=(0, 0, 0), calibrated=False, digest=told)


def _model(weights: StanceWeights, precision: Precision) -> CrossEncoderStance:
    reader = PackedBert(find_weights().folder, weights, precision)
    return CrossEncoderStance(reader, BoundarySplitter().split, name=precision, version="1", calibrated=False)


def _labels(model: CrossEncoderStance, pairs: Pairs) -> Labels:
    labels: Labels = model.score(pairs).argmax(axis=1)
    return labels


def reference(weights: StanceWeights) -> Callable[[Pairs], Labels]:
    """The same weights in sentence-transformers, as its users run them."""
    import torch
    from sentence_transformers import CrossEncoder
    from transformers import AutoConfig, AutoTokenizer, BertForSequenceClassification, BertModel

    backbone = find_weights().folder
    config = AutoConfig.from_pretrained(backbone, num_labels=3)
    network: Any = BertForSequenceClassification(config)
    network.bert = BertModel.from_pretrained(backbone, config=config, use_safetensors=True)
    tensors = {name: torch.from_numpy(each.astype(np.float32)) for name, each in weights.tensors.items()}
    network.load_state_dict(tensors, strict=False)
    with tempfile.TemporaryDirectory() as folder:
        network.save_pretrained(folder)
        AutoTokenizer.from_pretrained(backbone).save_pretrained(folder)
        model = CrossEncoder(folder, device="cpu", local_files_only=True)
    # The calibration belongs to the model: without it the labels would not be the same model's.
    scale, bias = weights.temperature, np.array(weights.bias)

    def run(pairs: Pairs) -> Labels:
        logits = model.predict([(passage, claim) for claim, passage in pairs], show_progress_bar=False)
        return np.asarray((logits / scale + bias).argmax(axis=1), dtype=np.int64)

    return run


def _timed(way: Callable[[], object]) -> tuple[float, float]:
    """Seconds of the clock and of the processor."""
    clock, processor = time.perf_counter(), time.process_time()
    way()
    return time.perf_counter() - clock, time.process_time() - processor


def _print_ratios(
    ways: dict[str, Callable[[Pairs], Labels]], labels: dict[str, Labels], pairs: Pairs, turns: int
) -> None:
    seconds: dict[str, list[tuple[float, float]]] = {name: [] for name in ways}
    for _ in range(turns):
        for name, way in ways.items():
            seconds[name].append(_timed(partial(way, pairs)))
    first = next(iter(ways))
    print(f"{'':22}{'pairs/s':>9}{'ratio':>8}{'by processor':>14}{'same labels':>13}")
    for name in ways:
        rate = len(pairs) / statistics.median(clock for clock, _ in seconds[name])
        ratios = [
            statistics.median(one[kind] / other[kind] for one, other in zip(seconds[first], seconds[name], strict=True))
            for kind in (0, 1)
        ]
        same = float((labels[name] == labels[first]).mean())
        print(f"{name:22}{rate:>9.1f}{ratios[0]:>8.2f}{ratios[1]:>14.2f}{same:>13.2%}")


if __name__ == "__main__":
    main()
