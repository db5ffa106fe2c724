"""How long `factcheck demo` takes once installed, the share of each stage, and the peak of memory.

Run: python -m benchmarks.demo_stages [--runs 5]
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from benchmarks.machine import machine_lines


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    for line in machine_lines():
        print(line)
    print(f"runs: {runs} after one warm-up, each in an empty folder; wall seconds")
    walls: list[float] = []
    peaks: list[float] = []
    stages: dict[str, list[float]] = {}
    for run in range(runs + 1):
        wall, peak, shares = _demo()
        if not run:
            continue
        walls.append(wall)
        peaks.append(peak)
        for stage, seconds in shares.items():
            stages.setdefault(stage, []).append(seconds)
    print(f"whole: min {min(walls):.1f}, median {statistics.median(walls):.1f}, max {max(walls):.1f}")
    print(f"peak memory: median {statistics.median(peaks):.0f} MB")
    print(f"{'stage':<24} {'median':>7} {'share':>7}")
    total = statistics.median(walls)
    for stage, all_seconds in stages.items():
        median = statistics.median(all_seconds)
        print(f"{stage:<24} {median:7.2f} {median / total:7.0%}")
    rest = total - sum(statistics.median(each) for each in stages.values())
    print(f"{'start, table, end':<24} {rest:7.2f} {rest / total:7.0%}")


def _demo() -> tuple[float, float, dict[str, float]]:
    """Seconds, peak resident memory in MB of 10^6 bytes, and seconds by stage of one run."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "factcheck", "demo", "--json", "--no-review", "--quiet"]
        began = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE)
        assert process.stdout is not None
        answer = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - began
    if status:
        raise SystemExit(f"factcheck demo ended with status {status}")
    return wall, usage.ru_maxrss * 1024 / 1e6, json.loads(answer)["seconds"]


if __name__ == "__main__":
    main()
