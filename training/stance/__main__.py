"""Trains the stance model.

Run: python -m training.stance --data FOLDER --work FOLDER [--out FILE] [--stretch X] [--leave-out SOURCE] [--threads N]

FOLDER of `--data` holds the files of `manifest.json` beside this program; any other content is refused. In `--work`
stands a checkpoint, from which a run that was stopped goes on. The weights are written to FILE, without the embedding
table, which stays the backbone's.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import torch
from torch import nn

from factcheck.evidence.transformer_encoder import TransformerEncoder
from factcheck.models.weights import DEFAULT_SHA256, find_weights
from training.stance.data import Pair, development_pairs, development_texts, once, training_pairs, without
from training.stance.making import made_pairs
from training.stance.network import Pieces, logits, new_network, pieces_of, predicted, write

SEED: Final = 7
RATE: Final = 8e-5
SMOOTHING: Final = 0.05
BATCH: Final = 2560
"""Word pieces of a batch, with its padding."""
CHUNK: Final = 40
"""Batches that are put together from pairs of about the same length, out of a random share of all pairs."""


class Course(NamedTuple):
    """One row of pairs, mixed anew.

    `schedule` holds steps, and the share of `RATE` there, with straight lines between them; so many batches of the row
    are seen. `passes` says how often the pairs of each source are put in it, by the beginning of its name, before it is
    scaled to `tokens` word pieces.
    """

    seed: int
    schedule: tuple[tuple[int, float], ...]
    tokens: int
    passes: Mapping[str, float]

    @property
    def steps(self) -> int:
        return self.schedule[-1][0]


COURSES: Final = (
    Course(SEED, ((0, 0.0), (210, 1.0), (750, 0.836), (2600, 0.0)), 8_500_000, {
        "fever": 3.0, "nli_new": 2.0, "nli_counter": 2.0, "snli": 2.0, "check_covid": 4.0, "citation": 1.0,
        "vitaminc": 4.0, "made: number": 2.0, "made: date": 2.0, "made: name": 1.5, "made: negation": 1.0,
        "made: said itself": 1.0, "made: wrong passage": 1.5, "made: surrounded": 1.0, "made: near passage": 0.0,
    }),
    Course(SEED + 1, ((0, 0.0), (120, 0.7), (2400, 0.0)), 7_500_000, {
        "fever": 4.0, "nli_new": 2.5, "nli_counter": 2.5, "snli": 2.0, "check_covid": 8.0, "citation": 2.0,
        "vitaminc": 5.0, "made: number": 1.0, "made: date": 1.0, "made: name": 1.0, "made: negation": 0.7,
        "made: said itself": 0.7, "made: wrong passage": 0.7, "made: surrounded": 1.5, "made: near passage": 1.5,
    }),
)  # fmt: skip
"""The second leans to what people wrote, and to passages that are near a claim without deciding it."""
WATCHED: Final = ("fever_folds", "fever_symmetric", "fool_me_twice", "check_covid_dev", "nli_new_protocols_base_val")
WATCHED_ROWS: Final = 300
EVERY: Final = 250
"""Steps between two checkpoints."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--stretch", type=float, default=1.0, help="makes the schedule and the row longer or shorter")
    parser.add_argument("--leave-out", action="append", default=[], help="sources, by the beginning of their name")
    parser.add_argument("--threads", type=int, default=torch.get_num_threads())
    wanted = parser.parse_args()
    torch.set_num_threads(wanted.threads)
    torch.manual_seed(SEED)
    backbone = find_weights()
    pairs = _all_pairs(wanted.data, wanted.leave_out)
    pieces = pieces_of(pairs, backbone.folder)
    batches = [batch for course in COURSES for batch in _seen(course, pairs, pieces, wanted.stretch)]
    print(f"{len(batches)} steps, {sum(len(each) for each in batches)} pairs", flush=True)
    watched = {name: development_pairs(wanted.data, name)[:WATCHED_ROWS] for name in WATCHED}
    network = new_network(backbone.folder)
    targets = torch.tensor([pair.label for pair in pairs])
    _train(network, batches, pieces, targets, wanted, watched)
    out = wanted.out or wanted.work / "model.safetensors"
    write(network, out, {"backbone": DEFAULT_SHA256})
    print(f"{out}: {out.stat().st_size} bytes, sha256 {hashlib.sha256(out.read_bytes()).hexdigest()}")


def _all_pairs(folder: Path, left_out: Sequence[str]) -> list[Pair]:
    whole = training_pairs(folder)
    apart = without(whole, held := development_texts(folder))
    pairs = once(apart)
    print(f"{len(whole)} pairs; {len(whole) - len(apart)} also in a development file, {len(apart) - len(pairs)} twice")
    encoder = TransformerEncoder(find_weights())
    made = [pair for found in made_pairs(pairs, encoder.encode).values() for pair in found]
    apart = without(made, held)
    print(f"{len(made)} made, {len(made) - len(apart)} of them in a development file")
    kept = [pair for pair in once([*pairs, *apart]) if not pair.source.startswith(tuple(left_out) or ("-",))]
    for (source, label), count in sorted(Counter((pair.source, pair.label) for pair in kept).items()):
        print(f"  {source} {label}: {count}")
    return kept


def _seen(course: Course, pairs: Sequence[Pair], pieces: Sequence[Pieces], stretch: float) -> list[list[int]]:
    order = _order(course, pairs, pieces, int(course.tokens * stretch))
    return _batches(course, order, pieces)[: int(course.steps * stretch)]


def _order(course: Course, pairs: Sequence[Pair], pieces: Sequence[Pieces], tokens: int) -> list[int]:
    """Which pairs are seen, in which order."""
    passes = [next(times for name, times in course.passes.items() if pair.source.startswith(name)) for pair in pairs]
    whole = sum(times * len(each) for times, (each, _) in zip(passes, pieces, strict=True))
    chance = random.Random(course.seed)
    order: list[int] = []
    rounds = [times * tokens / whole for times in passes]
    while any(left > 0 for left in rounds):
        seen = [row for row, left in enumerate(rounds) if left >= 1 or (left > 0 and chance.random() < left)]
        chance.shuffle(seen)
        order += seen
        rounds = [left - 1 for left in rounds]
    return order


def _batches(course: Course, order: Sequence[int], pieces: Sequence[Pieces]) -> list[list[int]]:
    chance = random.Random(course.seed)
    mean = sum(len(pieces[row][0]) for row in order) / len(order)
    share = int(CHUNK * BATCH / mean)
    batches: list[list[int]] = []
    for start in range(0, len(order), share):
        rows = sorted(order[start : start + share], key=lambda row: len(pieces[row][0]))
        chunk: list[list[int]] = [[]]
        for row in rows:
            if (len(chunk[-1]) + 1) * len(pieces[row][0]) > BATCH:
                chunk.append([])
            chunk[-1].append(row)
        chance.shuffle(chunk)
        batches += [batch for batch in chunk if batch]
    return batches


def _train(
    network: nn.Module,
    batches: Sequence[Sequence[int]],
    pieces: Sequence[Pieces],
    targets: torch.Tensor,
    wanted: argparse.Namespace,
    watched: dict[str, list[Pair]],
) -> None:
    trained = [(name, each) for name, each in network.named_parameters() if each.requires_grad]
    plain = ("bias", "LayerNorm.weight")
    optimizer = torch.optim.AdamW(
        [
            {"params": [each for name, each in trained if not name.endswith(plain)], "weight_decay": 0.01},
            {"params": [each for name, each in trained if name.endswith(plain)], "weight_decay": 0.0},
        ],
        lr=RATE,
        betas=(0.9, 0.98),
        fused=True,
    )
    checkpoint, first = wanted.work / "checkpoint.pt", 0
    wanted.work.mkdir(parents=True, exist_ok=True)
    if checkpoint.exists():
        stored = torch.load(checkpoint, weights_only=True)
        network.load_state_dict(stored["network"])
        optimizer.load_state_dict(stored["optimizer"])
        first = stored["step"]
        print(f"going on from step {first}")
    seen_pieces = {name: pieces_of(rows, find_weights().folder) for name, rows in watched.items()}
    loss_of = nn.CrossEntropyLoss(label_smoothing=SMOOTHING)
    lately, began = 0.0, time.monotonic()
    network.train()
    for step in range(first, len(batches)):
        for group in optimizer.param_groups:
            group["lr"] = RATE * _share_of_rate((step + 1) / wanted.stretch)
        rows = batches[step]
        loss = loss_of(logits(network, [pieces[row] for row in rows]), targets[list(rows)])
        loss.backward()
        nn.utils.clip_grad_norm_([each for _, each in trained], 1.0)
        optimizer.step()
        optimizer.zero_grad()
        lately += float(loss.detach())
        if (step + 1) % EVERY == 0 or step + 1 == len(batches):
            rate = (time.monotonic() - began) / (step + 1 - first)
            shown = [f"{name} {_accuracy(network, seen_pieces[name], watched[name]):.3f}" for name in watched]
            print(f"step {step + 1}: loss {lately / EVERY:.4f}, {rate:.2f} s a step; {'; '.join(shown)}", flush=True)
            lately = 0.0
            stored = {"network": network.state_dict(), "optimizer": optimizer.state_dict(), "step": step + 1}
            torch.save(stored, checkpoint.with_suffix(".part"))
            checkpoint.with_suffix(".part").replace(checkpoint)


def _share_of_rate(step: float) -> float:
    """Of the course that `step` is in, counted from the first step of all."""
    for course in COURSES[:-1]:
        if step <= course.steps:
            break
        step -= course.steps
    else:
        course = COURSES[-1]
    steps, shares = zip(*course.schedule, strict=True)
    return float(np.interp(step, steps, shares))


def _accuracy(network: nn.Module, pieces: Sequence[Pieces], pairs: Sequence[Pair]) -> float:
    """Share of the labels that are right, among those that the file has."""
    found = predicted(network, pieces)
    labels = torch.tensor([pair.label for pair in pairs])
    there = sorted(set(labels.tolist()))
    said = torch.tensor(there)[found[:, there].argmax(dim=1)]
    return float((said == labels).float().mean())


if __name__ == "__main__":
    main()
