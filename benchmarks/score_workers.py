"""What more processes bring, and what Ray costs: one worker, two, and two on a Ray of this machine, in one run.

Run: python -m benchmarks.score_workers [--articles N] [--documents N] [--rounds N] [--without-ray]

Each way scores N and 3 N generated articles of ten sentences, in turn, as processes of their own. What the larger run
takes more is scoring alone: the start, the loading of the models (in each process) and the evidence are in both, and
are told apart as the rest. Of several rounds it is the median. The rows of all ways are compared byte for byte.

Goals: two workers at least 1.7 times as fast as one where two cores are free; Ray at most 10 % slower than --workers.
The load of the machine stands above the figures: where other programs run, they say little.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks.machine import machine_lines
from benchmarks.score_runs import TOP_K, write_articles

WAYS: Final = {
    "1 worker": ("--workers", "1"),
    "2 workers": ("--workers", "2"),
    "Ray, 2 actors": ("--workers", "2", "--ray", "local"),
}
RAY: Final = "Ray, 2 actors"
LARGER: Final = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=60)
    parser.add_argument("--documents", type=int, default=50)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without-ray", action="store_true")
    wanted = parser.parse_args()
    ways = {name: options for name, options in WAYS.items() if name != RAY or not wanted.without_ray}
    print(*machine_lines(), sep="\n")
    print(f"load average: {os.getloadavg()[0]:.1f} before")
    sizes = (wanted.articles, LARGER * wanted.articles)
    print(f"{sizes[0]} and {sizes[1]} articles, {wanted.documents} documents of ten sentences; {wanted.rounds} rounds")
    seconds: dict[tuple[str, int], list[float]] = {(name, size): [] for name in ways for size in sizes}
    rows: dict[int, set[str]] = {size: set() for size in sizes}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_articles(folder / "evidence.jsonl", wanted.documents, seed=1)
        for size in sizes:
            write_articles(folder / f"{size}.jsonl", size, seed=2)
        for _ in range(wanted.rounds):
            for size in sizes:
                for way, options in ways.items():
                    took, digest = score(folder, f"{size}.jsonl", options)
                    seconds[way, size].append(took)
                    rows[size].add(digest)
                    print(f"  {way}, {size} articles: {took:.1f} s", flush=True)
    print(f"load average: {os.getloadavg()[0]:.1f} after")
    report(ways, sizes, {key: statistics.median(each) for key, each in seconds.items()})
    print(f"rows: {'the same bytes' if all(len(each) == 1 for each in rows.values()) else 'THEY DIFFER'} in all ways")


def report(ways: dict[str, tuple[str, ...]], sizes: tuple[int, int], seconds: dict[tuple[str, int], float]) -> None:
    """The table, and what was to be shown."""
    small, large = sizes
    alone = {way: (seconds[way, large] - seconds[way, small]) / (large - small) for way in ways}
    print(f"{'':15}{f'whole s of {large}':>17}{'scoring s an article':>22}{'all else s':>12}")
    for way, article in alone.items():
        rest = seconds[way, large] - large * article
        print(f"{way:15}{seconds[way, large]:>17.1f}{article:>22.3f}{rest:>12.1f}")
    one, two = alone["1 worker"], alone["2 workers"]
    print(f"two workers: {one / two:.2f} times as fast as one (goal: 1.7)")
    if RAY in alone:
        print(f"Ray: {alone[RAY] / two - 1:+.1%} against two workers (goal: at most +10 %)")


def score(folder: Path, source: str, options: tuple[str, ...]) -> tuple[float, str]:
    """Seconds of a whole run, and the digest of its rows."""
    for old in folder.glob("rows.jsonl*"):
        old.unlink()
    command = [sys.executable, "-m", "factcheck", "score", source, "--evidence", "evidence.jsonl", *options]
    command += ["--out", "rows.jsonl", "--top-k", str(TOP_K), "--quiet"]
    path = os.pathsep.join(str(Path(each).absolute()) for each in sys.path)
    began = time.perf_counter()
    done = subprocess.run(command, cwd=folder, env={**os.environ, "PYTHONPATH": path}, check=False)
    took = time.perf_counter() - began
    if done.returncode:
        raise SystemExit(f"factcheck score ended with status {done.returncode}")
    return took, hashlib.sha256((folder / "rows.jsonl").read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
