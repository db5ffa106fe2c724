"""A reader of pairs that knows no language: it compares words and numbers, and forgets what is too long for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from factcheck.domain.spans import Span
from factcheck.verdict.stance.cross_encoder import CrossEncoderStance

if TYPE_CHECKING:
    import numpy.typing as npt

_PIECE: Final = re.compile(r"\w+|[^\w\s]")
LONGEST: Final = 64


class WordReader:
    """Implements `factcheck.verdict.stance.cross_encoder.PairReader`. Remembers what it was given."""

    def __init__(self, longest: int = LONGEST, margin: float = 0.0) -> None:
        self.longest = longest
        self.margin = margin
        self.read: list[list[tuple[str, str]]] = []

    def offsets(self, texts: Sequence[str]) -> list[npt.NDArray[np.int64]]:
        found = [[each.span() for each in _PIECE.finditer(text)] for text in texts]
        return [np.array(each, dtype=np.int64).reshape(-1, 2) for each in found]

    def scores(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> npt.NDArray[np.float32]:
        """Supports where a sentence has all words of the claim; refutes where it has all but the numbers."""
        self.read.append(list(pairs))
        return np.array([self._score(*pair) for pair in pairs], dtype=np.float32).reshape(-1, 3)

    def _score(self, claim: str, passage: str) -> tuple[float, float, float]:
        assert len(_PIECE.findall(claim)) + len(_PIECE.findall(passage)) + 3 <= self.longest
        wanted = set(re.findall(r"\w+", claim.lower()))
        numbers = {word for word in wanted if word.isdigit()}
        refutes = False
        for sentence in re.split(r"(?<=[.!?])\s", passage):
            held = set(re.findall(r"\w+", sentence.lower()))
            if wanted <= held:
                return 0.9, 0.04, 0.06
            refutes = refutes or (wanted - numbers <= held and any(map(str.isdigit, held)))
        return (0.05, 0.8, 0.15) if refutes else (0.02, 0.03, 0.95)


def sentence_bounds(text: str) -> list[Span]:
    """A coarse cut of `text` after `.`, `!` or `?` and a space; holds every character."""
    cuts = [0, *(match.end() for match in re.finditer(r"[.!?] ", text)), len(text)]
    return [Span(start, end) for start, end in pairwise(cuts) if start < end]


def word_stances(*, calibrated: bool = False) -> CrossEncoderStance:
    """A stance model over a `WordReader`."""
    return CrossEncoderStance(WordReader(), sentence_bounds, name="words", version="words/1", calibrated=calibrated)
