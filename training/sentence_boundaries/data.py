"""The texts that the weights may learn from: the files of the manifest, less what their licence keeps out."""

from __future__ import annotations

from pathlib import Path
from typing import Final, NamedTuple

from factcheck.errors import InputError
from training.manifest import entries, read_rows

MANIFEST: Final = Path(__file__).parent / "manifest.json"
GENRES: Final = frozenset({"academic", "bio", "court", "interview", "news", "voyage"})
"""Of GUM, those whose texts its licence file puts under CC BY or CC BY-SA. The others are non-commercial (essays,
fiction, letters, podcasts, wikiHow), without derivatives (conversations) or not named there."""
KEPT_OUT: Final = ("linguistics.ucsb.edu",)
"""Sources in a genre named above that are under a licence of their own: the Santa Barbara Corpus is CC BY-ND."""


class Text(NamedTuple):
    """A text, put together again from its sentences, and where each of them ends."""

    id: str
    text: str
    ends: tuple[int, ...]


def read(folder: Path) -> list[Text]:
    """The texts of every file that the manifest names, in its order.

    Raises:
        InputError: If a file is missing, or isn't the one that the manifest describes.
    """
    texts: list[Text] = []
    for entry in entries(MANIFEST):
        found = read_rows(folder, entry)
        used = [row for row in found if _is_free(row)]
        if len(used) != entry["rows_used"]:
            raise InputError(
                f"{entry['file']} has {len(used)} rows to learn from; the manifest says {entry['rows_used']}.",
                hint="Change the manifest only together with the weights and their card.",
            )
        texts += [whole(row) for row in used]
    return texts


def whole(row: dict[str, object]) -> Text:
    """The text of a row of `sentences` and `par_start`: joined with a space, or an empty line before a paragraph."""
    sentences, starts = row["sentences"], row["par_start"]
    assert isinstance(sentences, list)
    assert isinstance(starts, list)
    text, ends = "", []
    for sentence, new in zip(sentences, starts, strict=True):
        text += ("\n\n" if new else " ") * bool(text) + sentence
        ends.append(len(text))
    return Text(str(row["id"]), text, tuple(ends))


def _is_free(row: dict[str, object]) -> bool:
    if row.get("corpus") != "GUM":
        return True
    return row["genre"] in GENRES and not any(source in str(row["source"]) for source in KEPT_OUT)
