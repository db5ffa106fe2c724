"""How the cost of reading a text grows with its length, for texts of many shapes, and the memory that 25 MB take.

Run: OMP_NUM_THREADS=1 python -m benchmarks.growth [--size 20000] [--shapes commas lines] [--memory 25]

For each shape and stage the processor's seconds for a text of SIZE characters, and how many times that twice and four
times the text take: 2 and 4 where cost is linear. Stages: reading (blocks), sentences, claims, passages; a stage that
takes less than 0.05 s says nothing, and its ratios are left out. `--memory` adds a text of that many MB of each shape
of `LARGE`, in a process of its own: what came of it, the processor's seconds, and the most memory it had.
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
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final

from benchmarks.machine import machine_lines
from factcheck import wiring
from factcheck.domain.articles import Article
from factcheck.domain.documents import Document, DocumentKind
from factcheck.domain.provenance import Provenance
from factcheck.domain.sources import ReadFailure
from factcheck.errors import InputError
from factcheck.evidence.passages import passages_of
from factcheck.ingest.structure.blocks import text_blocks
from factcheck.settings import Settings
from factcheck.workbench.bench import Parts

SENTENCE: Final = (
    "The council of Tolm approved a budget of 5 million crowns on Monday, and the mayor, Ann Lee, said that she would "
    "build a mill. "
)
LEAST: Final = 0.05
"""Seconds from which a ratio is given."""


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece) + 1))[:size]


def _new_names(size: int) -> str:
    """Prose in which every sentence names somebody new who shares a last name with all others."""
    chance, found, length = random.Random(7), [], 0
    while length < size:
        first, place = ("".join(chance.choice("bdfgklmnprst") + chance.choice("aeiou") for _ in "123") for _ in "12")
        found.append(
            f"{first.title()} Lee told the {place.title()} council that he met them on Friday. Lee told the council. "
        )
        length += len(found[-1])
    return "".join(found)[:size]


SHAPES: Final[Mapping[str, Callable[[int], str]]] = MappingProxyType(
    {
        "prose": _repeated(SENTENCE),
        "prose in paragraphs": _repeated(f"{SENTENCE}\n\n"),
        "new names": _new_names,
        "short sentences": _repeated("He ran. "),
        "quoted sentences, never closed": _repeated("“He ran. "),
        "short paragraphs": _repeated("He ran.\n\n"),
        "short lines": _repeated("a\n"),
        "list items": _repeated("- he ran\n"),
        "one sentence of commas": _repeated("a, "),
        "… of `and`": _repeated("he ran and "),
        "… of quotation marks": _repeated("“he said ” "),
        "… of brackets": _repeated("(he "),
        "… of verbs": _repeated("said was ran "),
        "… of capitals": _repeated("Ann Lee Council "),
        "… of relative clauses": _repeated("Ann Lee, who said that he, "),
        "… of numbers": _repeated("twenty million "),
        "… of dates": _repeated("on Friday 5 May "),
        "… of initials": _repeated("U.S. "),
        "sentences of 290 commas": _repeated("a, " * 145 + "he ran. He "),
        "sentences of 95 `and`": _repeated("he ran and " * 95 + "left. He "),
        "sentences of 35 relative clauses": _repeated("Ann Lee, who said that he, " * 35 + "ran. "),
        "one word": _repeated("a"),
        "Markdown": _repeated("**a** [b](c) "),
    }
)
"""A text of so many characters, by the name of its shape."""

LARGE: Final = ("short lines", "one sentence of commas", "one word", "short sentences", "prose in paragraphs")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=20_000)
    parser.add_argument("--shapes", nargs="*", default=list(SHAPES))
    parser.add_argument("--memory", type=float, default=0.0, metavar="MB")
    parser.add_argument("--one", nargs=2, metavar=("SHAPE", "FILE"), help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.one:
        print(json.dumps(_large(given.one[0], given.one[1])))
        return
    for line in machine_lines():
        print(line)
    print(f"processor seconds at {given.size} characters, and how many times that 2 and 4 times the text take")
    parts = wiring.parts(Settings())
    _stages(parts, SENTENCE)
    for shape in given.shapes:
        runs = [_stages(parts, SHAPES[shape](given.size * times)) for times in (1, 2, 4)]
        print(f"\n{shape}")
        for stage, first in runs[0].items():
            ratios = ""
            if first >= LEAST:
                ratios = "".join(f"{run[stage] / first:6.1f}" for run in runs[1:])
            print(f"  {stage:<10} {first:7.2f} s{ratios}", flush=True)
    if given.memory:
        print(f"\n{given.memory:g} MB, claims of an article found, nothing stored")
        for shape in LARGE:
            _print_large(shape, int(given.memory * 1e6))


def _stages(parts: Parts, text: str) -> dict[str, float]:
    splitter = parts.make_splitter()
    detector = parts.make_detector(splitter, parts.make_parser())
    times = [time.process_time()]

    def lap() -> None:
        times.append(time.process_time())

    blocks = text_blocks(text)
    lap()
    splitter.split(text)
    lap()
    source = Provenance(address="text", retrieved_at=datetime.now(UTC), sha256="0" * 64, reader="text/1")
    detector.detect(Article(id="a-1", title="", text=text, blocks=blocks, source=source, published_on=date(2024, 5, 6)))
    lap()
    document = Document(id="d-1", title="", text=text, blocks=blocks, source=source, kind=DocumentKind.DOCUMENT)
    passages_of(document, splitter)
    lap()
    names = ("reading", "sentences", "claims", "passages")
    return {name: end - begin for name, begin, end in zip(names, times, times[1:], strict=False)}


def _large(shape: str, path: str) -> dict[str, object]:
    parts = wiring.parts(Settings())
    (read,) = parts.make_reader().read(path)
    if isinstance(read, ReadFailure):
        outcome = f"refused: {Path(path).name.join(read.error.message.split(path))}"
    else:
        source = Provenance(address=shape, retrieved_at=datetime.now(UTC), sha256="0" * 64, reader=read.reader)
        article = Article(id="a-1", title="", text=read.text, blocks=read.blocks, source=source)
        try:
            outcome = f"{len(parts.make_detector(parts.make_splitter(), parts.make_parser()).detect(article))} claims"
        except InputError as error:
            outcome = f"refused: {error.message}"
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    # Linux counts in KiB, macOS in bytes.
    return {"outcome": outcome, "mb": most * (1 if sys.platform == "darwin" else 1024) / 1e6, "s": time.process_time()}


def _print_large(shape: str, size: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "text.txt"
        path.write_text(SHAPES[shape](size), encoding="utf-8")
        call = [sys.executable, "-m", "benchmarks.growth", "--one", shape, str(path)]
        answer = subprocess.run(call, capture_output=True, text=True, check=True, env=dict(os.environ))
        found = json.loads(answer.stdout)
    print(f"  {shape:<24} {found['mb']:6.0f} MB {found['s']:7.1f} s  {found['outcome']}", flush=True)


if __name__ == "__main__":
    main()
