"""The pairs that the weights learn from, less all that stands in a development file; and those files themselves."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, NamedTuple

from training.manifest import Entry, entries, read_rows

MANIFEST: Final = Path(__file__).parent / "manifest.json"
LABELS: Final = ("SUPPORTED", "REFUTED", "NEI")
"""In the order of the model's columns."""
FOLDS_KEPT: Final = (6, 7)
"""Of a file in folds that serves both uses, those that are for development only."""


class Pair(NamedTuple):
    """A claim, a passage, and which of `LABELS` is right; `source` says where the pair comes from."""

    claim: str
    evidence: str
    label: int
    source: str


def training_pairs(folder: Path) -> list[Pair]:
    """The pairs of every file for training.

    Raises:
        InputError: If a file is missing, or isn't the one that the manifest describes.
    """
    return [
        pair
        for entry, found in _files(folder, "train")
        for pair in _pairs(entry, [row for row in found if row.get("fold") not in FOLDS_KEPT])
    ]


def development_texts(folder: Path) -> set[str]:
    """The `plain` text of every claim and every piece of evidence in a development file."""
    return {
        plain(text)
        for entry, found in _files(folder, "development")
        for row in found
        if "train" not in entry["use"] or row.get("fold") in FOLDS_KEPT
        for text in _texts(row)
    }


def development_pairs(folder: Path, name: str) -> list[Pair]:
    """The pairs of one development file, by the beginning of its name."""
    return [
        pair
        for entry, found in _files(folder, "development", name)
        for pair in _pairs(entry, [row for row in found if "train" not in entry["use"] or row["fold"] in FOLDS_KEPT])
    ]


def without(pairs: Sequence[Pair], texts: set[str]) -> list[Pair]:
    """`pairs` less those whose claim or evidence stands in `texts`."""
    return [pair for pair in pairs if plain(pair.claim) not in texts and plain(pair.evidence) not in texts]


def once(pairs: Iterable[Pair]) -> list[Pair]:
    """The first of each two pairs of the same plain texts."""
    first: dict[tuple[str, str], Pair] = {}
    for pair in pairs:
        first.setdefault((plain(pair.claim), plain(pair.evidence)), pair)
    return list(first.values())


def plain(text: str) -> str:
    """The letters and digits of `text` in lower case: what two copies of a text share."""
    return "".join(letter for letter in text.lower() if letter.isalnum())


def is_even(claim: str) -> bool:
    """On which side of a split `claim` is; all rows of one claim are on one."""
    return zlib.crc32(plain(claim).encode()) % 2 == 0


def _pairs(entry: Entry, found: Iterable[dict[str, Any]]) -> Iterator[Pair]:
    source = entry["file"].removesuffix(".jsonl.gz")
    for row in found:
        if row["label"] in LABELS and isinstance(row.get("evidence"), str):
            yield Pair(row["claim"], row["evidence"], LABELS.index(row["label"]), source)


def _texts(row: dict[str, Any]) -> Iterator[str]:
    yield row["claim"]
    if isinstance(row.get("evidence"), str):
        yield row["evidence"]
    for each in row.get("evidences", ()):
        yield each["text"]


def _files(folder: Path, use: str, name: str = "") -> Iterator[tuple[Entry, list[dict[str, Any]]]]:
    for entry in entries(MANIFEST):
        if use in entry["use"] and entry["file"].startswith(name):
            yield entry, read_rows(folder, entry)
