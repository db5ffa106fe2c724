"""What the tests of reading share: one way to read a file, and a list of the blocks that came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.domain.articles import Block
from factcheck.domain.sources import ReadFailure, SourceText
from factcheck.ingest.sources import SourceReader

ReadOne = Callable[[Path | str], SourceText | ReadFailure]
Kinds = Callable[[str, tuple[Block, ...]], list[tuple[str, str]]]


@pytest.fixture
def read_one() -> ReadOne:
    """Reads one source, which must give exactly one item."""

    def read(source: Path | str) -> SourceText | ReadFailure:
        (item,) = SourceReader(5_000_000).read(str(source))
        return item

    return read


@pytest.fixture
def kinds() -> Kinds:
    """The kind and the words of each block, after a check that the blocks are sound."""

    def of(text: str, blocks: tuple[Block, ...]) -> list[tuple[str, str]]:
        place = 0
        for block in blocks:
            assert place <= block.span.start < block.span.end <= len(text)
            assert not text[place : block.span.start].strip()
            place = block.span.end
        assert not text[place:].strip()
        return [(block.kind.value, block.span.of(text)) for block in blocks]

    return of
