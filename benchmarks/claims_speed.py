"""How long a text of 1 MB takes to become ranked claims, the share of each stage, and what twice the text takes.

Run: python -m benchmarks.claims_speed --data FOLDER [--runs 3]

FOLDER holds gum_train.jsonl.gz and ewt_train.jsonl.gz: real web and news text, rebuilt and cut at 0.5 and 1 MB of 10^6
characters. Nothing is stored: reading the file, sentences and claims, vectors of the claims, ranks, in that order.
"""

from __future__ import annotations

import argparse
import gzip
import json
import statistics
import tempfile
import time
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks.machine import machine_lines
from factcheck import wiring
from factcheck.claims.worthiness.reasons import reasons_of
from factcheck.domain.articles import Article
from factcheck.domain.provenance import Provenance
from factcheck.domain.sources import SourceText
from factcheck.domain.spans import Span
from factcheck.interfaces import Encoder, SentenceSplitter
from factcheck.settings import Settings
from factcheck.workbench.bench import Parts

FILES = ("gum_train.jsonl.gz", "ewt_train.jsonl.gz")
SIZES = (500_000, 1_000_000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    text = "\n\n".join(_texts(given.data))
    parts = wiring.parts(Settings())
    encoder = parts.make_encoder()
    for line in machine_lines():
        print(line)
    print(f"runs: {given.runs} after a warm-up; wall seconds, median")
    _run(parts, encoder, text[:20_000])
    totals = {}
    for size in SIZES:
        runs = [_run(parts, encoder, text[:size]) for _ in range(given.runs)]
        stages = {stage: statistics.median(run[0][stage] for run in runs) for stage in runs[0][0]}
        totals[size] = sum(stages.values())
        print(f"\n{size / 1e6:.1f} MB, {runs[0][1]} claims: {totals[size]:.1f} s")
        for stage, seconds in stages.items():
            print(f"  {stage:<22} {seconds:7.2f} {seconds / totals[size]:6.0%}")
    print(f"\ntwice the text: {totals[SIZES[1]] / totals[SIZES[0]]:.2f} times the time")


class Timed:
    """A splitter that counts its seconds."""

    def __init__(self, splitter: SentenceSplitter) -> None:
        self._splitter = splitter
        self.seconds = 0.0

    @property
    def name(self) -> str:
        return self._splitter.name

    def split(self, text: str) -> list[Span]:
        began = time.perf_counter()
        found = self._splitter.split(text)
        self.seconds += time.perf_counter() - began
        return found


def _texts(folder: Path) -> list[str]:
    found = []
    for name in FILES:
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                joined = zip(row["sentences"], row["par_start"], strict=True)
                found.append("".join(("\n\n" if starts else " ") + said for said, starts in joined).strip())
    return found


def _run(parts: Parts, encoder: Encoder, text: str) -> tuple[dict[str, float], int]:
    """Seconds by stage, and how many claims."""
    seconds: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        path.write_text(text, encoding="utf-8")
        began = time.perf_counter()
        (read,) = parts.make_reader().read(str(path))
        seconds["reading"] = time.perf_counter() - began
    assert isinstance(read, SourceText)
    article = Article(
        id="a-000000000000",
        title="Text",
        text=read.text,
        blocks=read.blocks,
        source=Provenance(address="-", retrieved_at=datetime.now(UTC), sha256="0" * 64, reader=read.reader),
        published_on=date(2024, 5, 1),
    )
    splitter = Timed(parts.make_splitter())
    began = time.perf_counter()
    claims = parts.make_detector(splitter, parts.make_parser()).detect(article)
    seconds["sentences"] = splitter.seconds
    seconds["claims"] = time.perf_counter() - began - splitter.seconds
    checked = [claim.checked for claim in claims]
    began = time.perf_counter()
    vectors = encoder.encode(checked)
    seconds["vectors"] = time.perf_counter() - began
    worthiness = parts.make_worthiness(encoder)
    began = time.perf_counter()
    worthiness.score(claims, vectors)
    for claim in claims:
        reasons_of(claim)
    seconds["ranks and reasons"] = time.perf_counter() - began
    return seconds, len(claims)


if __name__ == "__main__":
    main()
