"""Every seam of factcheck. A backend is one module, one line in `wiring.py`, and a subclass of the contract test.

Arrays are float32 and always two-dimensional; numpy is named here for the type checker only, so that reading the
database never loads it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from types import MappingProxyType
from typing import IO, TYPE_CHECKING, Any, NamedTuple, Protocol, TypeAlias

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.matches import Hit
from factcheck.domain.parsed_text import ParsedText
from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.domain.spans import Span

if TYPE_CHECKING:
    from pathlib import Path

    import numpy as np
    import numpy.typing as npt

    Vectors: TypeAlias = npt.NDArray[np.float32]

    from factcheck.domain.views import ReportRows

Clock: TypeAlias = Callable[[], datetime]
"""Tells the time, in UTC."""


class Reader(Protocol):
    """Turns one source into texts."""

    def read(self, source: str) -> Iterator[SourceText | ReadFailure]:
        """Read a path, an address, or `-`.

        Yields one item per text found, in order. What can't be read is one `ReadFailure`; nothing is raised for it.
        """
        ...


class SentenceSplitter(Protocol):
    """Finds sentences."""

    @property
    def name(self) -> str:
        """Library and version, stored beside what it found."""
        ...

    def split(self, text: str) -> list[Span]:
        """Spans in order, without overlap, trimmed, holding every visible character. Any text is accepted."""
        ...


class TextParser(Protocol):
    """Reads sentences: their words, the forms of these, and how they depend on each other."""

    @property
    def name(self) -> str:
        """Pipeline and version: what reads a parse finds other things in that of another one."""
        ...

    @property
    def language(self) -> str:
        """ISO 639-1 code of the language that it reads; empty where it reads none, and parses nothing."""
        ...

    def parse(self, text: str, sentences: Sequence[Span]) -> ParsedText:
        """Parse `text`, of any language and content, whose sentences are given: in order, without overlap, trimmed.

        Returns:
            The same sentences, each with tokens, or without any where it couldn't be parsed.
        """
        ...

    def parse_each(self, texts: Sequence[tuple[str, Sequence[Span]]]) -> list[ParsedText]:
        """As `parse`, for many texts in one call, in their order: faster where they are short."""
        ...


class ClaimDetector(Protocol):
    """Finds what an article asserts."""

    @property
    def name(self) -> str:
        """Name and version; a change of it means that articles are worth detecting again."""
        ...

    def detect(self, article: Article) -> list[Claim]:
        """Claims in the order of the article; the same article always gives the same ids."""
        ...


class CheckWorthiness(Protocol):
    """Says how much a claim is worth checking."""

    @property
    def name(self) -> str:
        """Name and version, stored beside each score; scores of two names are not comparable."""
        ...

    def score(self, claims: Sequence[Claim], vectors: Vectors) -> npt.NDArray[np.float32]:
        """How likely a fact-checker would want each claim checked; by its `checked`, its kind and its speaker.

        Args:
            vectors: Those of `checked`, by the default encoder, shape (n, dimension), in the same order.

        Returns:
            Shape (n,), float32, in [0, 1], in the order of `claims`; `[]` gives shape (0,).

        Raises:
            ModelError: If the vectors are of another encoder than the one this was trained on.
        """
        ...


class Encoder(Protocol):
    """Turns texts into vectors whose dot product is their cosine similarity."""

    @property
    def name(self) -> str:
        """Model and digest: vectors of two names are not comparable."""
        ...

    @property
    def dimension(self) -> int: ...

    def encode(self, texts: Sequence[str]) -> Vectors:
        """Shape (n, dimension), float32, rows of length 1, in the order of `texts`; `[]` gives (0, dimension)."""
        ...


class VectorIndex(Protocol):
    """Finds the nearest vectors."""

    def __len__(self) -> int: ...

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Add rows of shape (n, dimension), float32, length 1.

        Raises:
            ValueError: If the shape is wrong or an id is already there; nothing is added then.
        """
        ...

    def remove(self, ids: Sequence[str]) -> None:
        """Take these ids out; those that aren't there are passed over."""
        ...

    def search(self, vectors: Vectors, *, top_k: int) -> list[list[Hit]]:
        """For each row of `vectors` at most `top_k` hits by cosine similarity, best first, ties by id."""
        ...

    def save(self, path: Path) -> str:
        """Write to `path` in one step and give the SHA-256 of what was written."""
        ...


class LexicalIndex(Protocol):
    """Finds passages by their words."""

    def search(self, text: str, *, top_k: int) -> list[Hit]:
        """At most `top_k` passages, best first. Any text is a valid query, none is syntax."""
        ...


class Judged(NamedTuple):
    """What a stance model makes of n pairs.

    Attributes:
        scores: Shape (n, 3), float32: supports, refutes, neutral, rows summing to 1.
        spans: For each pair the sentence of the passage that decided; None where none did, or where it can't be told.
        rivals: For the places of pairs of which another part of the passage may decide in float32, the scores of each
            such part, of shape (parts, 3).
    """

    scores: npt.NDArray[np.float32]
    spans: Sequence[Span | None]
    rivals: Mapping[int, npt.NDArray[np.float32]] = MappingProxyType({})


class StanceModel(Protocol):
    """Says what a passage says of a claim."""

    @property
    def name(self) -> str:
        """The name to show, with what it can't do."""
        ...

    @property
    def version(self) -> str: ...

    @property
    def calibrated(self) -> bool:
        """Whether the scores are probabilities that were checked against outcomes."""
        ...

    @property
    def margin(self) -> float:
        """By how much the log-odds of two of its scores may differ from those in float32; 0 where it computes in that.

        Source:
            Measured; see `benchmarks.precisions`.
        """
        ...

    def score(self, pairs: Sequence[tuple[str, str]]) -> npt.NDArray[np.float32]:
        """Judge (claim, passage) pairs; passages are read whole, however long they are.

        Returns:
            Shape (n, 3), float32: supports, refutes, neutral, rows summing to 1, in the order of `pairs`.
        """
        ...

    def judge(self, pairs: Sequence[tuple[str, str]], *, exact: bool = False) -> Judged:
        """The scores of `score`, and which sentence decided; `exact` reads in float32."""
        ...


class ReportWriter(Protocol):
    """Writes a report in one format."""

    def __call__(self, rows: ReportRows, out: IO[Any]) -> None:
        """Write all of `rows`; no rows is a valid, empty report. Text from outside stays text.

        Args:
            out: A stream of text; of bytes for a format that is binary.

        Raises:
            UsageError: If the format needs an extra that isn't installed; nothing is written then.
        """
        ...
