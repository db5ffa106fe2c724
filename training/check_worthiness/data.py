"""The rows that the weights learn from and are measured on: named files, checked against the manifest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from training.manifest import entries, read_rows

MANIFEST: Final = Path(__file__).parent / "manifest.json"


class Row(NamedTuple):
    """One sentence: 1 where people found it worth checking; `speech` names the document, where that is known."""

    text: str
    label: int
    speech: str


def read(folder: Path, use: str) -> list[Row]:
    """The rows of the manifest's file for `use`: `train`, `development` or `measured`.

    Raises:
        InputError: If the file is missing, or isn't the one that the manifest describes.
    """
    entry = next(each for each in entries(MANIFEST) if each["use"] == use)
    values = read_rows(folder, entry)
    return [Row(value["text"], int(value["label"]), value.get("speech", "")) for value in values]


def plain(text: str) -> str:
    """The letters and digits of `text` in lower case: what two copies of a sentence share."""
    return "".join(letter for letter in text.lower() if letter.isalnum())


def without(rows: Sequence[Row], others: Sequence[Row]) -> list[Row]:
    """`rows` less those whose `plain` text stands in `others`."""
    known = {plain(row.text) for row in others}
    return [row for row in rows if plain(row.text) not in known]


def once(rows: Sequence[Row]) -> list[Row]:
    """The first row of each `plain` text."""
    first: dict[str, Row] = {}
    for row in rows:
        first.setdefault(plain(row.text), row)
    return list(first.values())
