"""Which part of speech an English word mostly is: the lexicon that TextBlob brings with it, read as a table.

It is Eric Brill's (A simple rule-based part of speech tagger, 1992), counted on the Brown corpus and the Penn Treebank,
with about 94,000 forms. Only the file is used: importing TextBlob itself loads NLTK, and takes a second or two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from factcheck.errors import ModelError


@cache
def lexicon() -> Mapping[str, str]:
    """Form, as it is written, to its commonest tag of the Penn Treebank; the file is read once.

    Raises:
        ModelError: If TextBlob is not installed, or without its lexicon.
    """
    spec = find_spec("textblob")
    folders = (spec.submodule_search_locations or ()) if spec else ()
    for folder in folders:
        path = Path(folder, "en", "en-lexicon.txt")
        if path.is_file():
            return _Lines(path.read_bytes())
    raise ModelError(
        "The English lexicon is missing.", hint="Install factcheck again: pip install --force-reinstall textblob"
    )


class _Lines(Mapping[str, str]):
    """The lexicon as its file has it: a form, a space and its tags on each line; comments begin with `;;;`.

    A line is taken apart when it is asked for. All of them would take a tenth of a second, and an article has a few
    hundred.
    """

    def __init__(self, raw: bytes) -> None:
        # The file is sorted, so this costs next to nothing. A space comes before whatever a form may hold.
        self._lines = sorted(raw.split(b"\n"))
        self._known: dict[str, str] = {}

    def __getitem__(self, form: str) -> str:
        if (tag := self._known.get(form)) is not None:
            return tag
        begin = f"{form} ".encode("utf-8", "surrogatepass")
        place = bisect_left(self._lines, begin)
        line = self._lines[place] if place < len(self._lines) else b""
        # A form that holds a space is none.
        if not line.startswith(begin) or " " in form or _is_comment(line):
            raise KeyError(form)
        # Some rows carry two tags, `NN|JJ`: the commoner one stands first.
        tag = self._known[form] = line[len(begin) :].decode().rstrip().partition("|")[0]
        return tag

    def __iter__(self) -> Iterator[str]:
        return (line.decode().partition(" ")[0] for line in self._lines if b" " in line and not _is_comment(line))

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _is_comment(line: bytes) -> bool:
    return line.startswith(b";;;")
