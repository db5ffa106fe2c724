"""Which part of speech an English word mostly is: the lexicon that TextBlob brings with it, read as a table.

It is Eric Brill's (A simple rule-based part of speech tagger, 1992), counted on the Brown corpus and the Penn Treebank,
with about 94,000 forms. Only the file is used: importing TextBlob itself loads NLTK, and takes a second or two.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from factcheck.errors import ModelError


@cache
def lexicon() -> Mapping[str, str]:
    """Form, as it is written, to its commonest tag of the Penn Treebank; read once, in about 0.1 s.

    Raises:
        ModelError: If TextBlob is not installed, or without its lexicon.
    """
    spec = find_spec("textblob")
    folders = (spec.submodule_search_locations or ()) if spec else ()
    for folder in folders:
        path = Path(folder, "en", "en-lexicon.txt")
        if path.is_file():
            return _read(path)
    raise ModelError(
        "The English lexicon is missing.", hint="Install factcheck again: pip install --force-reinstall textblob"
    )


def _read(path: Path) -> Mapping[str, str]:
    found = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        form, _, tag = line.partition(" ")
        if tag and not form.startswith(";;;"):
            # Some rows carry two tags, `NN|JJ`: the commoner one stands first.
            found[form] = tag.partition("|")[0]
    return found


def has_past(base: str) -> bool:
    """Whether `base` is known to be a verb: whether its past stands in the lexicon."""
    return any(lexicon().get(form, "").startswith("VB") for form in past_forms(base))


def past_forms(base: str) -> tuple[str, ...]:
    """How the past of the regular verb `base` could be written: `plan` gives `planed`, `planned`."""
    if base.endswith("e"):
        return (base + "d",)
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return (base[:-1] + "ied",)
    return base + "ed", base + base[-1:] + "ed"
