"""How well four sentence splitters find boundaries, all in one run, and how their time grows with the text.

Run: python -m benchmarks.sentence_segmenters --data FOLDER [--pysbd FOLDER] [--only NAME] [--skip-times]

With OPENBLAS_NUM_THREADS=1 the times are those of one core.

FOLDER holds gzipped JSONL files of `sentences` with `par_start`, or with the `text` that they stand in. A boundary is a
sentence's end offset after trimming, exact, micro-averaged; the interval is a 95 % bootstrap over documents. sentencex
and syntok run as factcheck runs them, behind the guard and the repairs of `factcheck.language.sentences.guard`, and
once more bare. pySBD is no dependency of factcheck: where it isn't found, its rows say so. It brings a package
`benchmarks` of its own that would hide this one, so it is installed aside, `pip install --no-deps --target FOLDER
pysbd`, and FOLDER is named. It takes quadratic time, so it is given one paragraph at a time; the others get each text
whole."""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import re
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import numpy as np

from benchmarks.machine import machine_lines
from factcheck.domain.spans import Span, trimmed
from factcheck.interfaces import SentenceSplitter
from factcheck.language.sentences import sentencex_splitter, syntok_splitter
from factcheck.language.sentences.segmenter import BoundarySplitter

FILES: Final = ("gum_dev", "ewt_dev", "segmenter_golden_rules")
SAMPLES: Final = 2000
SEED: Final = 1
MEGABYTES: Final = (1, 2, 5)

Ends: TypeAlias = Callable[[str], list[int]]
"""From a text to where its sentences end."""


class Document(NamedTuple):
    text: str
    ends: frozenset[int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--pysbd", type=Path, help="the folder that pySBD was installed into")
    parser.add_argument("--only", action="append", choices=FILES, help="one file only; may be given again")
    parser.add_argument("--skip-times", action="store_true")
    wanted = parser.parse_args()
    if wanted.pysbd is not None:
        sys.path.append(str(wanted.pysbd))
    for line in machine_lines():
        print(line)
    splitters = _splitters()
    print(f"{'file':<24}{'documents':>10}{'sentences':>10}  {'splitter':<26}{'P':>8}{'R':>8}{'F1':>8}  95 % of F1")
    for name in wanted.only or FILES:
        documents = list(_documents(wanted.data / f"{name}.jsonl.gz"))
        count = sum(len(each.ends) for each in documents)
        for splitter, ends in splitters.items():
            print(f"{name:<24}{len(documents):>10}{count:>10}  {splitter:<26}{_scores(documents, ends)}", flush=True)
    if not wanted.skip_times:
        _print_times(wanted.data, splitters)


def _splitters() -> dict[str, Ends | None]:
    ours = BoundarySplitter()
    found: dict[str, Ends | None] = {ours.name: _whole(ours)}
    for backend in (sentencex_splitter.SentencexSplitter(), syntok_splitter.SyntokSplitter()):
        found[backend.name] = _whole(backend)
    found["sentencex, bare"] = lambda text: _trimmed(text, sentencex_splitter.sentences(text))
    found["syntok, bare"] = lambda text: _trimmed(text, syntok_splitter.sentences(text))
    found["pySBD"] = _by_pysbd() if importlib.util.find_spec("pysbd") else None
    return found


def _whole(splitter: SentenceSplitter) -> Ends:
    return lambda text: [span.end for span in splitter.split(text)]


def _trimmed(text: str, bounds: Iterable[tuple[int, int]]) -> list[int]:
    spans = [trimmed(text, Span(start, end)) for start, end in bounds]
    return [span.end for span in spans if len(span)]


def _by_pysbd() -> Ends:
    import pysbd  # type: ignore[import-untyped,import-not-found,unused-ignore]

    segmenter = pysbd.Segmenter(language="en", clean=False, char_span=True)

    def ends(text: str) -> list[int]:
        found: list[int] = []
        for paragraph in re.finditer(r".+", text):
            parts = segmenter.segment(paragraph.group())
            found += [paragraph.start() + end for end in _trimmed(paragraph.group(), ((p.start, p.end) for p in parts))]
        return found

    return ends


def _documents(path: Path) -> Iterable[Document]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            yield _standing(row) if "text" in row else _joined(row["sentences"], row["par_start"])


def _standing(row: dict[str, object]) -> Document:
    text, place, ends = str(row["text"]), 0, []
    sentences = row["sentences"]
    assert isinstance(sentences, list)
    for sentence in sentences:
        place = text.index(sentence.strip(), place) + len(sentence.strip())
        ends.append(place)
    return Document(text, frozenset(ends))


def _joined(sentences: Sequence[str], starts: Sequence[bool]) -> Document:
    text, ends = "", []
    for sentence, new in zip(sentences, starts, strict=True):
        text += ("\n\n" if new else " ") * bool(text) + sentence
        ends.append(len(text))
    return Document(text, frozenset(ends))


def _scores(documents: Sequence[Document], ends: Ends | None) -> str:
    if ends is None:
        return "   not found: pip install --no-deps --target FOLDER pysbd, then --pysbd FOLDER"
    found = [frozenset(ends(each.text)) for each in documents]
    pairs = zip(documents, found, strict=True)
    counts = np.array([(len(each.ends & got), len(got), len(each.ends)) for each, got in pairs])
    chosen = np.random.default_rng(SEED).integers(len(documents), size=(SAMPLES, len(documents)))
    right, got, gold = counts[chosen].sum(axis=1).T
    low, high = np.quantile(2 * right / (got + gold), (0.025, 0.975))
    right, got, gold = counts.sum(axis=0)
    figures = (right / got, right / gold, 2 * right / (got + gold))
    return "".join(f"{each:>8.4f}" for each in figures) + f"  {low:.4f}-{high:.4f}"


def _print_times(folder: Path, splitters: dict[str, Ends | None]) -> None:
    documents = [each.text for name in FILES[:2] for each in _documents(folder / f"{name}.jsonl.gz")]
    prose = "\n\n".join(documents)
    hostile = {"no white space": "x", "full stops": ". ", "open quotes": "“a ", "one line": "The U.S. rose by 3.5. "}
    print(f"\nseconds of processor time for {', '.join(map(str, MEGABYTES))} MB of the first two files, over and over")
    for name, ends in splitters.items():
        if ends is None or name == "pySBD" or "bare" in name:
            continue
        ends(prose[:1000])
        times = [_seconds(ends, _long(prose, size)) for size in MEGABYTES]
        print(f"{name:<26}" + "".join(f"{each:>8.2f}" for each in times), flush=True)
    ours = next(ends for ends in splitters.values() if ends is not None)
    print("\nand of the first splitter for 5 MB of")
    for name, unit in hostile.items():
        print(f"{name:<26}{_seconds(ours, _long(unit, MEGABYTES[-1])):>8.2f}", flush=True)


def _long(unit: str, megabytes: int) -> str:
    length = megabytes * 1_000_000
    return (unit * (length // len(unit) + 1))[:length]


def _seconds(ends: Ends, text: str) -> float:
    start = time.process_time()
    ends(text)
    return time.process_time() - start


if __name__ == "__main__":
    main()
