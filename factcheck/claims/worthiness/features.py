"""What the trained head reads of a text beside its vector: its words, and its build.

Both are short runs of neighbouring tokens, each hashed to a place in a table of weights. Words catch what is talked
about ("million jobs"); the build keeps the commonest words and puts a class in place of every other ("<cap> -ed
<number> -s"), so that a pattern learned from one topic holds for the next. The places must not change without the
weights: the head was trained on exactly these.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Sequence, Set
from typing import Final

PLACES: Final = 1 << 18
"""Places of each table. Two runs of tokens can share one: of about 200,000 in the training set every second one does,
with little loss, as most of them are rare."""
WORD_RUN: Final = 2
BUILD_RUN: Final = 3
"""The longest runs of tokens, of words and of the build."""

# Each alternative begins with characters of its own, so that a text is read once.
_TOKEN: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[^\w\s]")
_DIGIT: Final = re.compile(r"[0-9]")
_YEAR: Final = re.compile(r"(?:1[6-9]|20)[0-9][0-9]")
_START, _END = "<start>", "<end>"
# The first that fits counts, so longer ones stand before those they end with.
_ENDINGS: Final = tuple(
    "tion ment ness ity ings ing ed ly est er ers al ive ous ful ic able ism ies es s y n t".split()  # noqa: SIM905
)


def tokens(text: str) -> list[str]:
    """Numbers, words and marks of `text`, in order; white space and digits outside 0-9 are left out."""
    return _TOKEN.findall(text)


def word_places(read: Sequence[str]) -> list[int]:
    """Places of the words and pairs of `read`, each once, in [0, PLACES); every digit counts as 0."""
    words = [_START, *(_DIGIT.sub("0", each.lower()) for each in read), _END]
    return _places("w:", words, WORD_RUN)


def build_places(read: Sequence[str], common: Set[str]) -> list[int]:
    """Places of the classes of `read`, of pairs and of threes, each once, in [0, PLACES).

    Args:
        common: Words in lower case that stand for themselves.
    """
    classes = [_START, *(_class(each, common, first=not at) for at, each in enumerate(read)), _END]
    return _places("b:", classes, BUILD_RUN)


def _class(token: str, common: Set[str], *, first: bool) -> str:
    small = token.lower()
    if token[0] in "0123456789":
        return "<year>" if _YEAR.fullmatch(token) else "<number>"
    if small in common:
        return small
    if token[0].isupper() and not first:
        return "<cap>"
    ending = next((each for each in _ENDINGS if small.endswith(each) and len(small) > len(each) + 2), "")
    return f"-{ending}"


def _places(table: str, read: Sequence[str], longest: int) -> list[int]:
    # A lone surrogate can't be encoded; `surrogatepass` keeps it apart from other text without an error.
    return sorted({zlib.crc32((table + run).encode("utf-8", "surrogatepass")) % PLACES for run in _runs(read, longest)})


def _runs(read: Sequence[str], longest: int) -> Iterator[str]:
    for length in range(1, longest + 1):
        for start in range(len(read) - length + 1):
            yield " ".join(read[start : start + length])
