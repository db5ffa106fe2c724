"""Runs of `factcheck score` on generated articles, with their time and memory; what the programs about it share."""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

TOP_K: Final = 5
PLACES: Final = ("Ardel", "Bristow", "Calder", "Dunmore", "Elsing", "Farrow", "Gorsley", "Hatton", "Ilvane", "Jarrow")
PEOPLE: Final = ("Ana Ruiz", "Ben Okafor", "Carla Nilsen", "Dov Adler", "Eva Horn", "Finn Larsen", "Gita Rao")
FORMS: Final = (
    "The council of {place} approved {number} new homes in {year}.",
    "{person} said the harbour of {place} handled {number} ships in {year}.",
    "Unemployment in {place} fell to {share} per cent in {year}.",
    "The hospital in {place} treated {number} patients last year, {person} said.",
    "{place} spent {number} million crowns on its schools in {year}.",
    "A fire destroyed {number} houses in {place} on 4 March {year}.",
    "The mayor of {place}, {person}, resigned in {year}.",
    "About {number} people marched through {place} on 1 May {year}.",
    "The river at {place} rose by {number} centimetres in {year}.",
    "{person} opened a library with {number} books in {place}.",
)
_LOOKED_EVERY: Final = 0.2
"""Seconds between two looks at the memory."""


class Run(NamedTuple):
    """A run of `factcheck score`.

    Attributes:
        told: What it tells of itself beside its rows.
        driver: Greatest resident memory of the driver, MB.
        largest: That of its largest process, MB.
        seconds: Of the clock.
        processor: Seconds of the processor, of all its processes.
    """

    told: dict[str, Any]
    driver: float
    largest: float
    seconds: float
    processor: float


def write_articles(path: Path, count: int, *, seed: int) -> None:
    """Articles of ten sentences each, the same for the same seed; the first ones are those of a smaller count."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            sentences = [
                form.format(
                    place=chance.choice(PLACES),
                    person=chance.choice(PEOPLE),
                    number=chance.randrange(10, 900),
                    share=chance.randrange(2, 12),
                    year=chance.randrange(2010, 2025),
                )
                for form in chance.sample(FORMS, len(FORMS))
            ]
            text = "\n\n".join(sentences)
            file.write(json.dumps({"id": str(number), "title": f"Text {number}", "text": text}) + "\n")


def sentences_of(path: Path) -> list[str]:
    """The sentences of what `write_articles` wrote, each of which becomes a passage."""
    with path.open(encoding="utf-8") as lines:
        return [sentence for line in lines for sentence in json.loads(line)["text"].split("\n\n")]


def score(folder: Path, workers: int, *more: str) -> Run:
    """Score `articles.jsonl` of a folder against its `evidence.jsonl` into `rows.jsonl`, with further options."""
    command = [sys.executable, "-m", "factcheck", "score", "articles.jsonl", "--evidence", "evidence.jsonl"]
    command += ["--out", "rows.jsonl", "--top-k", str(TOP_K), "--workers", str(workers), "--quiet", *more]
    began, used = time.perf_counter(), children_time()
    process = subprocess.Popen(command, cwd=folder, env=environment())
    driver, largest = _watch(process)
    seconds = time.perf_counter() - began
    if process.returncode:
        raise SystemExit(f"factcheck score ended with status {process.returncode}")
    told: dict[str, Any] = json.loads((folder / "rows.jsonl.run.json").read_bytes())
    return Run(told, driver, largest, seconds, children_time() - used)


def environment(**more: str) -> dict[str, str]:
    """That of this process, in which the same modules are found from any folder."""
    path = os.pathsep.join(str(Path(each).absolute()) for each in sys.path)
    return {**os.environ, "PYTHONPATH": path, **more}


def children_time() -> float:
    """Seconds of the processor that ended processes used, with those that they began."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _watch(process: subprocess.Popen[bytes]) -> tuple[float, float]:
    """The greatest resident memory of a process, and of the largest of those it began, in MB of 10^6 bytes."""
    driver = largest = 0.0
    while process.poll() is None:
        driver = max(driver, _peak(process.pid))
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        with suppress(OSError):
            largest = max([largest, *(_peak(int(each)) for each in children.read_text().split())])
        time.sleep(_LOOKED_EVERY)
    return driver, largest


def _peak(pid: int) -> float:
    """The greatest resident memory of a process so far, in MB; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("VmHWM")), 0.0)
