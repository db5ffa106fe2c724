"""How long the commands take that a person waits for: `--help`, of the sample the list of claims and one of them, and
the first look of `factcheck check` at the sample's article beside the sample's evidence.

Run: python -m benchmarks.startup [--runs 15] [--beside FOLDER]

The commands are run in turn, so that a slow moment of the machine touches all of them; the ratio to a Python that does
nothing is the figure that holds across machines. Processor time (user and system) leaves out the waiting for others on
the same machine. FOLDER is a checkout of another version, whose commands are run beside ours, on a copy of its own
sample.
"""

from __future__ import annotations

import argparse
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from benchmarks.machine import machine_lines

HERE = Path(__file__).parent.parent
BARE = "python -c pass"
HEAVY = ("torch", "faiss", "sentence_transformers", "sqlalchemy")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=15)
    parser.add_argument("--beside", type=Path, help="a checkout of another version")
    arguments = parser.parse_args()
    runs = arguments.runs
    with tempfile.TemporaryDirectory() as place:
        commands = {BARE: ([sys.executable, "-c", "pass"], HERE), **_commands(HERE, Path(place) / "ours.db", "")}
        if arguments.beside:
            commands |= _commands(arguments.beside.resolve(), Path(place) / "beside.db", ", beside")
        _measure(commands, runs)


def _commands(folder: Path, sample: Path, which: str) -> dict[str, tuple[list[str], Path]]:
    """The commands of one checkout, by name, on a copy of its sample."""
    shutil.copy(folder / "claims.db", sample)
    with closing(sqlite3.connect(sample)) as database:
        (claim,) = database.execute("SELECT min(id) FROM claims").fetchone()
    program = [sys.executable, "-m", "factcheck"]
    return {
        f"factcheck --help{which}": ([*program, "--help"], folder),
        f"factcheck claims{which}": ([*program, "claims", "--db", str(sample)], folder),
        f"factcheck show{which}": ([*program, "show", claim, "--db", str(sample)], folder),
        f"factcheck check, first look{which}": (
            [
                *(*program, "check", str(next((folder / "seeds").glob("*.txt")))),
                *("--against", str(folder / "seeds" / "evidence"), "--no-model"),
            ],
            folder,
        ),
    }


def _measure(commands: Mapping[str, tuple[list[str], Path]], runs: int) -> None:
    for line in machine_lines():
        print(line)
    print(f"runs: {runs} of each after one warm-up, in turn; milliseconds")
    taken: dict[str, list[float]] = {name: [] for name in commands}
    worked: dict[str, list[float]] = {name: [] for name in commands}
    for run in range(runs + 1):
        for name, (command, folder) in commands.items():
            # Not the factcheck that is installed, but that of the folder.
            environment = {**os.environ, "PYTHONPATH": str(folder)}
            began, worked_before = time.perf_counter(), _processor_seconds()
            subprocess.run(
                command,
                check=True,
                cwd=folder,
                env=environment,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
            if run:
                taken[name].append((time.perf_counter() - began) * 1000)
                worked[name].append((_processor_seconds() - worked_before) * 1000)
    bare, bare_work = (statistics.median(each[BARE]) for each in (taken, worked))
    print(f"{'':<36} {'wall':>31} {'processor':>24}")
    print(f"{'command':<36} {'min':>7} {'median':>7} {'max':>7} {'x bare':>7} {'min':>8} {'median':>7} {'x bare':>7}")
    for name, wall in taken.items():
        median, work = statistics.median(wall), statistics.median(worked[name])
        print(
            f"{name:<36} {min(wall):7.0f} {median:7.0f} {max(wall):7.0f} {median / bare:7.1f}"
            f" {min(worked[name]):8.0f} {work:7.0f} {work / bare_work:7.1f}"
        )
    for name, (command, folder) in commands.items():
        if command[1] == "-m":
            log = _imports(command, folder)
            found = ", ".join(sorted({each for each, _ in log}.intersection(HEAVY)))
            print(f"{name} imports of {', '.join(HEAVY)}: {found or 'none'}")
            print(f"  imports, ms by package: {_shares(log)}")


def _processor_seconds() -> float:
    """What all programs that have ended took of the processor."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _imports(command: list[str], folder: Path) -> list[tuple[str, float]]:
    """Package and milliseconds of every module that the command imported, by Python's own log of imports."""
    verbose = [command[0], "-X", "importtime", *command[1:]]
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    log = subprocess.run(verbose, check=True, capture_output=True, text=True, cwd=folder, env=environment).stderr
    rows = [
        line.removeprefix("import time:").split("|") for line in log.splitlines() if line.startswith("import time:")
    ]
    return [(name.strip().split(".")[0], int(own) / 1000) for own, _, name in rows if own.strip().isdigit()]


def _shares(log: list[tuple[str, float]]) -> str:
    by_package: dict[str, float] = defaultdict(float)
    for package, milliseconds in log:
        by_package[package] += milliseconds
    most = sorted(by_package.items(), key=lambda each: -each[1])[:5]
    return ", ".join(f"{name} {spent:.0f}" for name, spent in most) + f"; all {sum(by_package.values()):.0f}"


if __name__ == "__main__":
    main()
