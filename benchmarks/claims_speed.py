"""How long a text becomes ranked claims, beside the parser and the encoder alone, and how it grows with the text.

Run: OMP_NUM_THREADS=1 python -m benchmarks.claims_speed --data FOLDER [--runs 3] [--size 0.25 ...]

FOLDER holds gum_train.jsonl.gz and ewt_train.jsonl.gz: real web and news text, rebuilt and cut at so many MB of 10^6
characters. Nothing is stored: reading the file, sentences, parse, claims, vectors of the claims, ranks, in this order.

Beside it stands what the two models take by themselves, of the same text and in the same process: spaCy's pipeline over
the sentences, as spaCy loads it and with its other way to multiply, and the encoder over the sentences.
The goal is the whole in at most 1.3 times the sum of these. Each run is a process of its own; its peak memory is told
before the models run by themselves.
"""

from __future__ import annotations

import argparse
import gzip
import json
import multiprocessing
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from benchmarks.machine import machine_lines
from factcheck import wiring
from factcheck.claims.worthiness.reasons import reasons_of
from factcheck.domain.articles import Article
from factcheck.domain.parsed_text import ParsedText
from factcheck.domain.provenance import Provenance
from factcheck.domain.sources import SourceText
from factcheck.domain.spans import Span
from factcheck.interfaces import SentenceSplitter, TextParser
from factcheck.models.pipelines import find_pipeline
from factcheck.settings import Settings
from factcheck.workbench.bench import Parts

FILES: Final = ("gum_train.jsonl.gz", "ewt_train.jsonl.gz")
SIZES: Final = (0.25, 0.5, 1.0)
GOAL: Final = 1.3
_WARM_UP: Final = 20_000


@dataclass(frozen=True, slots=True)
class Run:
    """One text, once.

    Attributes:
        stages: Wall seconds by stage, in order.
        alone: Wall seconds of each model by itself.
        claims: How many were found.
        sentences: How many were parsed.
        loaded_mb, peak_mb: Resident memory when everything was loaded, and at its highest.
    """

    stages: dict[str, float]
    alone: dict[str, float]
    claims: int
    sentences: int
    loaded_mb: int
    peak_mb: int

    @property
    def whole(self) -> float:
        return sum(self.stages.values())

    def times(self, parser: str) -> float:
        """How many times as long as this parser and the encoder by themselves."""
        return self.whole / (self.alone[parser] + self.alone["encoder"])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--size", type=float, action="append", help="MB of text; repeatable")
    given = parser.parse_args()
    for line in machine_lines():
        print(line)
    print(f"runs: {given.runs} of each size, each in a process of its own after a warm-up; wall seconds, median")
    before: tuple[float, float] | None = None
    for size in given.size or SIZES:
        runs = [_alone(given.data, round(size * 1e6)) for _ in range(given.runs)]
        _show(size, runs)
        whole = _median(runs, lambda run: run.whole)
        if before is not None:
            print(f"  {size / before[0]:.1f} times the text: {whole / before[1]:.2f} times the time", flush=True)
        before = size, whole


def _show(size: float, runs: Sequence[Run]) -> None:
    first = runs[0]
    whole = _median(runs, lambda run: run.whole)
    print(f"\n{size:g} MB, {first.sentences} sentences, {first.claims} claims: {whole:.1f} s")
    for stage in first.stages:
        seconds = _median(runs, lambda run, stage=stage: run.stages[stage])  # type: ignore[misc]
        print(f"  {stage:<22} {seconds:7.2f} {seconds / whole:6.0%}")
    print("  by themselves, over the sentences:")
    for model in first.alone:
        print(f"    {model:<20} {_median(runs, lambda run, model=model: run.alone[model]):7.2f}")  # type: ignore[misc]
    for name in ("spaCy", "spaCy by numpy"):
        ratio = _median(runs, lambda run, name=name: run.times(name))  # type: ignore[misc]
        print(f"  whole / ({name} + encoder): {ratio:.2f} (goal {GOAL})")
    loaded, peak = (_median(runs, lambda run, name=name: getattr(run, name)) for name in ("loaded_mb", "peak_mb"))  # type: ignore[misc]
    print(f"  memory: {loaded:.0f} MB with all loaded, {peak:.0f} MB at its highest", flush=True)


def _median(runs: Sequence[Run], value: Callable[[Run], float]) -> float:
    return statistics.median(map(value, runs))


def _alone(data: Path, characters: int) -> Run:
    """A run in a process of its own, so that its peak of memory is its own too."""
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(_run, data, characters).result()


class Timed:
    """A splitter and a parser that count their seconds."""

    def __init__(self, splitter: SentenceSplitter, parser: TextParser) -> None:
        self.name, self.language = parser.name, parser.language
        self._splitter = splitter
        self._parser = parser
        self.splitting = self.parsing = 0.0
        self.sentences: list[str] = []

    def split(self, text: str) -> list[Span]:
        began = time.perf_counter()
        found = self._splitter.split(text)
        self.splitting += time.perf_counter() - began
        return found

    def parse(self, text: str, sentences: Sequence[Span]) -> ParsedText:
        return self.parse_each([(text, sentences)])[0]

    def parse_each(self, texts: Sequence[tuple[str, Sequence[Span]]]) -> list[ParsedText]:
        began = time.perf_counter()
        found = self._parser.parse_each(texts)
        self.parsing += time.perf_counter() - began
        self.sentences += [" ".join(span.of(text).split()) for text, sentences in texts for span in sentences]
        return found


def _run(data: Path, characters: int) -> Run:
    text = "\n\n".join(_texts(data))
    parts = wiring.parts(Settings())
    encoder = parts.make_encoder()
    splitter, parser = parts.make_splitter(), parts.make_parser()
    worthiness = parts.make_worthiness(encoder)
    warm = _article(parts, text[:_WARM_UP])
    found = parts.make_detector(splitter, parser).detect(warm)
    worthiness.score(found, encoder.encode([each.checked for each in found]))
    loaded = _peak_mb()

    stages: dict[str, float] = {}
    began = time.perf_counter()
    article = _article(parts, text[:characters])
    stages["reading"] = time.perf_counter() - began
    timed = Timed(splitter, parser)
    began = time.perf_counter()
    claims = parts.make_detector(timed, timed).detect(article)
    taken = time.perf_counter() - began
    stages |= {"sentences": timed.splitting, "parse": timed.parsing, "claims": taken - timed.splitting - timed.parsing}
    began = time.perf_counter()
    vectors = encoder.encode([each.checked for each in claims])
    stages["vectors"] = time.perf_counter() - began
    began = time.perf_counter()
    worthiness.score(claims, vectors)
    for claim in claims:
        reasons_of(claim)
    stages["ranks and reasons"] = time.perf_counter() - began
    peak = _peak_mb()

    sentences = timed.sentences
    alone = {
        "spaCy": _spacy_seconds(sentences, use_blis=True),
        "spaCy by numpy": _spacy_seconds(sentences, use_blis=False),
    }
    began = time.perf_counter()
    encoder.encode(sentences)
    alone["encoder"] = time.perf_counter() - began
    return Run(stages, alone, len(claims), len(sentences), loaded, peak)


def _spacy_seconds(sentences: Sequence[str], *, use_blis: bool) -> float:
    """What spaCy's pipeline takes for the sentences by itself, with the components that are used here."""
    import spacy
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=use_blis):
        pipeline: Any = spacy.load(find_pipeline().folder, exclude=["senter"])
    for _ in pipeline.pipe(sentences[:200]):
        pass
    began = time.perf_counter()
    for _ in pipeline.pipe(sentences):
        pass
    return time.perf_counter() - began


def _peak_mb() -> int:
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1_000_000 if sys.platform == "darwin" else peak * 1024 // 1_000_000


def _texts(folder: Path) -> list[str]:
    found = []
    for name in FILES:
        with gzip.open(folder / name, "rt", encoding="utf-8") as lines:
            for line in lines:
                row = json.loads(line)
                joined = zip(row["sentences"], row["par_start"], strict=True)
                found.append("".join(("\n\n" if starts else " ") + said for said, starts in joined).strip())
    return found


def _article(parts: Parts, text: str) -> Article:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "text.txt")
        path.write_text(text, encoding="utf-8")
        (read,) = parts.make_reader().read(str(path))
    assert isinstance(read, SourceText)
    return Article(
        id="a-000000000000",
        title="Text",
        text=read.text,
        blocks=read.blocks,
        source=Provenance(address="-", retrieved_at=datetime.now(UTC), sha256="0" * 64, reader=read.reader),
        published_on=date(2024, 5, 1),
    )


if __name__ == "__main__":
    main()
