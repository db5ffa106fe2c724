"""How fast `factcheck score` is end to end, beside a plain pipeline of the same weights, and how much memory it takes.

Run: python -m benchmarks.score_speed [--articles N] [--documents N] [--workers N] [--memory N N N]

Both score the same generated articles of ten sentences against the same generated documents, with five passages for
each claim. The plain pipeline is what one writes with sentence-transformers' own means: SentenceTransformer in float32
and an IndexFlatIP, then, claim by claim, `encode`, `search` and `CrossEncoder.predict`, with the threads that
torch takes by itself. It is given the claims as factcheck found them, so that finding them is factcheck's cost alone,
and so is all else that a row has and the plain pipeline doesn't: text search, counter-queries, compared details,
reasons. Times are of the clock, from texts to answers, with the loading of the models ("whole") and without it, and,
beside them, of the processor with the loading, which say more where other programs run. "Same labels" counts passages
of claims that both found, by what the network reads in them before details are compared.

With --memory, it is the greatest resident memory of the driver and of its largest process over so many articles.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import Any, Final, NamedTuple

import numpy as np

from benchmarks.machine import machine_lines
from factcheck.models.stance_weights import load_stance_weights
from factcheck.models.weights import find_weights

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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--documents", type=int, default=100)
    parser.add_argument("--workers", type=int, default=1)
    parser.add_argument("--memory", type=int, nargs="*", default=[])
    wanted = parser.parse_args()
    print(*machine_lines(), sep="\n")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "evidence.jsonl", wanted.documents, seed=1)
        write(folder / "articles.jsonl", wanted.articles, seed=2)
        print(
            f"{wanted.articles} articles and {wanted.documents} documents of ten sentences; workers: {wanted.workers}"
        )
        if wanted.articles:
            compare(folder, wanted.workers)
        for articles in wanted.memory:
            write(folder / "articles.jsonl", articles, seed=2)
            run = score(folder, 1)
            print(f"{articles} articles, {run.told['rows']} rows: {run.seconds:.1f} s, processor {run.processor:.1f} s")
            print(f"  greatest resident memory: {run.driver:.0f} MB driver, {run.largest:.0f} MB its largest process")


def write(path: Path, count: int, *, seed: int) -> None:
    """Articles of ten sentences each, the same for the same seed."""
    chance = random.Random(seed)
    lines = []
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
        lines.append(json.dumps({"id": str(number), "title": f"Text {number}", "text": "\n\n".join(sentences)}))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def compare(folder: Path, workers: int) -> None:
    """Both pipelines over the same articles, with the share of equal labels."""
    run = score(folder, workers)
    seconds = run.seconds
    with (folder / "rows.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    scoring = seconds - run.told["loading_seconds"]
    passages = {each["id"]: each["text"] for row in rows for each in row["passages"]}
    evidence = [
        sentence
        for line in (folder / "evidence.jsonl").read_text(encoding="utf-8").splitlines()
        for sentence in json.loads(line)["text"].split("\n\n")
    ]
    before = time.process_time()
    loading, plain, labels = plain_pipeline([row["checked"] for row in rows], evidence)
    processor = time.process_time() - before
    print(f"{len(rows)} claims, {len(evidence)} passages")
    print(f"{'':12}{'whole s':>9}{'scoring s':>11}{'claims/s':>10}{'processor s':>13}")
    print(f"{'factcheck':12}{seconds:>9.1f}{scoring:>11.1f}{len(rows) / scoring:>10.1f}{run.processor:>13.1f}")
    print(f"{'plain':12}{loading + plain:>9.1f}{plain:>11.1f}{len(rows) / plain:>10.1f}{processor:>13.1f}")
    ratios = ((loading + plain) / seconds, plain / scoring, processor / run.processor)
    print("ratio: {:.2f} whole, {:.2f} scoring, {:.2f} by the processor".format(*ratios))
    both = same = 0
    ours = read_alone([(row["checked"], passages[each["id"]]) for row in rows for each in row["passages"]])
    for row in rows:
        for each in row["passages"]:
            key = (row["checked"], passages[each["id"]])
            if key in labels:
                both += 1
                same += ours[key] == labels[key]
    print(f"same labels: {same} of {both} passages that both found ({same / max(both, 1):.2%})")


def read_alone(pairs: list[tuple[str, str]]) -> dict[tuple[str, str], int]:
    """The label that the shipped model reads in each pair, as rows hold it before details are compared."""
    from factcheck import wiring
    from factcheck.settings import Settings

    parts = wiring.parts(Settings())
    once = list(dict.fromkeys(pairs))
    scores = parts.make_stance_model(parts.make_splitter()).score(once)
    return dict(zip(once, scores.argmax(axis=1).tolist(), strict=True))


class Run(NamedTuple):
    """A run of `factcheck score`: what it tells of itself, MB, seconds of the clock and of all its processes."""

    told: dict[str, Any]
    driver: float
    largest: float
    seconds: float
    processor: float


def score(folder: Path, workers: int) -> Run:
    """Score the articles of `folder` in processes of their own."""
    for old in folder.glob("rows.jsonl*"):
        old.unlink()
    command = [sys.executable, "-m", "factcheck", "score", "articles.jsonl", "--evidence", "evidence.jsonl"]
    command += ["--out", "rows.jsonl", "--top-k", str(TOP_K), "--workers", str(workers), "--quiet"]
    path = os.pathsep.join(str(Path(each).absolute()) for each in sys.path)
    began, used = time.perf_counter(), children_time()
    process = subprocess.Popen(command, cwd=folder, env={**os.environ, "PYTHONPATH": path})
    driver, largest = watch(process)
    seconds = time.perf_counter() - began
    if process.returncode:
        raise SystemExit(f"factcheck score ended with status {process.returncode}")
    told: dict[str, Any] = json.loads((folder / "rows.jsonl.run.json").read_bytes())
    return Run(told, driver, largest, seconds, children_time() - used)


def children_time() -> float:
    """Seconds of the processor that ended processes used."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def watch(process: subprocess.Popen[bytes]) -> tuple[float, float]:
    """The greatest resident memory of a process, and of the largest of those it began, in MB of 10^6 bytes."""
    driver = largest = 0.0
    while process.poll() is None:
        driver = max(driver, peak(process.pid))
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children")
        with suppress(OSError):
            largest = max([largest, *(peak(int(each)) for each in children.read_text().split())])
        time.sleep(0.2)
    return driver, largest


def peak(pid: int) -> float:
    """The greatest resident memory of a process so far, in MB; 0 where it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith("VmHWM")), 0.0)


def plain_pipeline(claims: list[str], evidence: list[str]) -> tuple[float, float, dict[tuple[str, str], int]]:
    """Seconds to load, seconds to score, and the label of each claim with each passage found for it."""
    began = time.perf_counter()
    import faiss
    from sentence_transformers import SentenceTransformer

    from benchmarks.stance_speed import reference

    encoder = SentenceTransformer(str(find_weights().folder), device="cpu", local_files_only=True)
    read = reference(load_stance_weights())
    loading = time.perf_counter() - began
    began = time.perf_counter()
    index = faiss.IndexFlatIP(int(encoder.get_embedding_dimension() or 0))
    index.add(np.ascontiguousarray(encoder.encode(evidence, normalize_embeddings=True), dtype=np.float32))
    labels: dict[tuple[str, str], int] = {}
    for claim in claims:
        _, found = index.search(encoder.encode([claim], normalize_embeddings=True), TOP_K)
        pairs = [(claim, evidence[row]) for row in found[0]]
        labels |= dict(zip(pairs, read(pairs).tolist(), strict=True))
    return loading, time.perf_counter() - began, labels


if __name__ == "__main__":
    main()
