"""Sentences by syntok: pure Python, slower than sentencex, and right in most cases where that fails."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Iterator
from itertools import pairwise

from factcheck.domain.spans import Span
from factcheck.language.sentences.guard import split_guarded


class SyntokSplitter:
    """A `SentenceSplitter` over syntok."""

    @property
    def name(self) -> str:
        return f"syntok {importlib.metadata.version('syntok')}"

    def split(self, text: str) -> list[Span]:
        """See `SentenceSplitter.split`; a text that syntok fails on is one sentence per window of `split_guarded`."""
        return split_guarded(text, [sentences])


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Sentences of `text` as syntok finds them.

    syntok drops zero-width spaces and alters hyphens, so only where a sentence begins is taken from it: each reaches
    to the beginning of the next, the first from the beginning of the text.
    """
    import syntok.segmenter

    starts = [sentence[0].offset for paragraph in syntok.segmenter.analyze(text) for sentence in paragraph if sentence]
    yield from pairwise([0, *starts[1:], len(text)])
