"""The rows that the weights learn from and are measured on: named files, checked against the manifest."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final, NamedTuple

from training.manifest import entries, read_rows

MANIFEST: Final = Path(__file__).parent / "manifest.json"
GAP: Final = 20


class Row(NamedTuple):
    """One sentence: 1 where people found it worth checking; `speech` names the document, where that is known.

    `number` is its place in all the debates, one after another; -1 where the file has none.
    """

    text: str
    label: int
    speech: str
    number: int = -1


def read(folder: Path, use: str) -> list[Row]:
    """The rows of the manifest's file for `use`: `train`, `development` or `measured`.

    Raises:
        InputError: If the file is missing, or isn't the one that the manifest describes.
    """
    entry = next(each for each in entries(MANIFEST) if each["use"] == use)
    values = read_rows(folder, entry)
    return [
        Row(value["text"], int(value["label"]), value.get("speech", ""), int(value.get("id", -1))) for value in values
    ]


def debates(rows: Sequence[Row]) -> list[str]:
    """Names the debate of each row: a gap of `GAP` in the numbers of the sentences parts two.

    The file doesn't name its debates. Its numbers run through all of them, and each begins with what a moderator says,
    which was never labelled: 33 such gaps part the training file into 34 stretches of 38 to 1,012 sentences, and the
    data set is of 33 debates.
    """
    order = sorted(range(len(rows)), key=lambda at: rows[at].number)
    names, debate = [""] * len(rows), 0
    for before, at in zip([order[0], *order], order, strict=False):
        debate += rows[at].number - rows[before].number >= GAP
        names[at] = str(debate)
    return names


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
