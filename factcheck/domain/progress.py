"""How far a long piece of work is, for whoever shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What is being done."""

    READING = "reading"
    LOADING = "loading the model"
    EMBEDDING_CLAIMS = "embedding claims"
    EMBEDDING_PASSAGES = "embedding passages"
    RANKING = "ranking claims"
    MATCHING = "matching"
    INDEXING = "indexing evidence"
    SCORING = "scoring"


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One report of it.

    Attributes:
        total: How much there is to do; 0 where nobody knows.
        what: What is taken up now, where that has a name: a source.
    """

    stage: Stage
    done: int = 0
    total: int = 0
    what: str = ""


def measured(stage: Stage, steps: Iterable[tuple[int, int]]) -> Iterator[Progress]:
    """A stage that begins now, and steps of it that say themselves how far they are: done, total."""
    yield Progress(stage=stage)
    for done, total in steps:
        yield Progress(stage=stage, done=done, total=total)
