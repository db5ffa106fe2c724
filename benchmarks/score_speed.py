"""How fast `factcheck score` is end to end, beside a plain pipeline of the same weights.

Run: python -m benchmarks.score_speed [--articles N] [--documents N] [--workers N] [--plain-threads N] [--turns N]
    [--stages N]

Both score the same generated articles of ten sentences against the same generated documents, with five passages for
each claim, and take turns. The plain pipeline is what one writes with sentence-transformers' own means:
SentenceTransformer in float32 and an IndexFlatIP, then, claim by claim, `encode`, `search` and `CrossEncoder.predict`,
in a process of its own with the threads that torch takes by itself, unless their number is given. It is given the
claims as factcheck found them, so that finding them is factcheck's cost alone, and so is all else that a row has and
the plain pipeline doesn't: text search, counter-queries with up to four more passages, compared details, reasons.

Times are of the clock, from texts to answers, with the loading of the models ("whole") and without it, and, beside
them, of the processor with the loading, which say more where other programs run. "Same labels" counts passages of
claims that both found, by what the network reads in them before details are compared. Ratios above 1 are in factcheck's
favour.

At the end it says where the time of so many articles goes (`benchmarks.score_stages`); 0 leaves that out. 100 articles
take about ten minutes on two free cores.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks.machine import machine_lines
from benchmarks.score_runs import children_time, environment, score, sentences_of, write_articles
from factcheck.workbench.workers import default_workers

_LABELS: Final = "labels.json"


class Turn(NamedTuple):
    """What one side took, in seconds: with loading, without it, and of the processor."""

    whole: float
    scoring: float
    processor: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--workers", type=int, default=default_workers())
    parser.add_argument("--plain-threads", type=int, default=0)
    parser.add_argument("--turns", type=int, default=1)
    parser.add_argument("--stages", type=int, default=12)
    wanted = parser.parse_args()
    print(*machine_lines(), sep="\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_articles(folder / "evidence.jsonl", wanted.documents, seed=1)
        write_articles(folder / "articles.jsonl", wanted.articles, seed=2)
        print(f"{wanted.articles} articles and {wanted.documents} documents of ten sentences")
        print(
            f"workers: {wanted.workers}; threads of the plain pipeline: {wanted.plain_threads or 'as torch takes them'}"
        )
        if wanted.articles:
            compare(folder, wanted.workers, wanted.turns, wanted.plain_threads)
        if wanted.stages:
            write_articles(folder / "articles.jsonl", wanted.stages, seed=2)
            print_stages(folder)


def compare(folder: Path, workers: int, turns: int, threads: int) -> None:
    """Both pipelines over the same articles, in turns, with the share of equal labels."""
    ours, plain = [], []
    print(f"load average, both sides of each turn: {os.getloadavg()[0]:.1f}", end="", flush=True)
    for _ in range(turns):
        for old in folder.glob("rows.jsonl*"):
            old.unlink()
        run = score(folder, workers)
        ours.append(Turn(run.seconds, run.seconds - run.told["loading_seconds"], run.processor))
        print(f", {os.getloadavg()[0]:.1f}", end="", flush=True)
        plain.append(plain_turn(folder, threads))
        print(f", {os.getloadavg()[0]:.1f}", end="", flush=True)
    with (folder / "rows.jsonl").open(encoding="utf-8") as lines:
        claims = sum(1 for _ in lines)
    print(f"\n{claims} claims, {len(sentences_of(folder / 'evidence.jsonl'))} passages; medians of {turns} turns")
    print(f"{'':12}{'whole s':>9}{'scoring s':>11}{'claims/s':>10}{'processor s':>13}")
    for name, side in (("factcheck", ours), ("plain", plain)):
        middle = Turn(*(statistics.median(each) for each in zip(*side, strict=True)))
        rate = claims / middle.scoring
        print(f"{name:12}{middle.whole:>9.1f}{middle.scoring:>11.1f}{rate:>10.1f}{middle.processor:>13.1f}")
    ratios = [
        statistics.median(other[at] / mine[at] for mine, other in zip(ours, plain, strict=True)) for at in range(3)
    ]
    print("ratio: {:.2f} whole, {:.2f} scoring, {:.2f} by the processor".format(*ratios))
    same, both = same_labels(folder)
    print(f"same labels: {same} of {both} passages that both found ({same / max(both, 1):.2%})")


def plain_turn(folder: Path, threads: int) -> Turn:
    """The plain pipeline in a process of its own; its labels are left in the folder."""
    used = children_time()
    run = subprocess.run(
        [sys.executable, "-m", "benchmarks.plain_pipeline", str(folder), _LABELS],
        env=environment(**(dict.fromkeys(("OMP_NUM_THREADS", "MKL_NUM_THREADS"), str(threads)) if threads else {})),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=True,
    )
    told = json.loads(run.stdout)
    return Turn(told["loading"] + told["scoring"], told["scoring"], children_time() - used)


def same_labels(folder: Path) -> tuple[int, int]:
    """In how many passages both read the same, of those that both found for a claim."""
    labels = {(claim, passage): label for claim, passage, label in json.loads((folder / _LABELS).read_bytes())}
    with (folder / "rows.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    pairs = [(row["checked"], each["text"]) for row in rows for each in row["passages"]]
    both = [pair for pair in pairs if pair in labels]
    ours = read_alone(both)
    return sum(ours[pair] == labels[pair] for pair in both), len(both)


def read_alone(pairs: list[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """The label that the shipped model reads in each pair, as rows hold it before details are compared."""
    from factcheck import wiring
    from factcheck.settings import Settings

    parts = wiring.parts(Settings())
    once = list(dict.fromkeys(pairs))
    scores = parts.make_stance_model(parts.make_splitter()).score(once)
    return dict(zip(once, scores.argmax(axis=1).tolist(), strict=True))


def print_stages(folder: Path) -> None:
    sys.stdout.flush()
    command = [sys.executable, "-m", "benchmarks.score_stages", str(folder)]
    subprocess.run(command, env=environment(OMP_NUM_THREADS="1", MKL_NUM_THREADS="1"), check=True)


if __name__ == "__main__":
    main()
