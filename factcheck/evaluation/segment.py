"""`eval segment`: sentence boundaries, exact."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import starmap
from pathlib import Path

from factcheck.domain.spans import Span, trimmed
from factcheck.evaluation.boundaries import located, rebuilt
from factcheck.evaluation.ranking import Tally
from factcheck.evaluation.results import Mistake, Result
from factcheck.evaluation.rows import Row, read_all

_AROUND = 40
"""Characters shown on each side of a wrong boundary."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SegmentedText:
    """A text and where its sentences end: offsets behind their last visible characters."""

    line: int
    text: str
    ends: frozenset[int]


def read(path: Path, *, limit: int | None = None) -> list[SegmentedText]:
    """Rows with `sentences`, and either the `text` they stand in or `par_start`, the sentences that begin a paragraph.

    Raises:
        InputError: Where a row has another form.
    """
    return read_all(path, _parsed, limit=limit)


def score(file: str, by: str, texts: Sequence[SegmentedText], found: Sequence[Sequence[Span]]) -> Result:
    """Micro-averaged precision, recall and F1 of sentence ends; each row is a document.

    Args:
        found: The spans of the sentences found in each text, trimmed here.
    """
    ends = [frozenset(trimmed(text.text, span).end for span in spans) for text, spans in zip(texts, found, strict=True)]
    tally = Tally([str(text.line) for text in texts])
    measures = tally.retrieval(
        [len(mine & text.ends) for mine, text in zip(ends, texts, strict=True)],
        [len(mine) for mine in ends],
        [len(text.ends) for text in texts],
    )
    mistakes = (mistake for each in starmap(_mistakes, zip(texts, ends, strict=True)) for mistake in each)
    return Result(
        file=file,
        by=by,
        n=sum(len(text.ends) for text in texts),
        documents=tally.documents,
        metrics=tally.figures(measures),
        mistakes=tuple(mistakes),
    )


def _parsed(row: Row) -> SegmentedText:
    sentences = row.texts("sentences")
    if not sentences:
        raise row.wrong('"sentences" is empty')
    if row.has("text"):
        text = row.text("text")
        return SegmentedText(line=row.line, text=text, ends=located(row, text, sentences))
    begins = row.flags("par_start") if row.has("par_start") else (False,) * len(sentences)
    if len(begins) != len(sentences):
        raise row.wrong(f'"par_start" has {len(begins)} entries for {len(sentences)} sentences')
    text, ends = rebuilt(sentences, begins)
    return SegmentedText(line=row.line, text=text, ends=ends)


def _mistakes(text: SegmentedText, ends: frozenset[int]) -> list[Mistake]:
    return [
        Mistake(
            line=text.line,
            what="missed" if end in text.ends else "too many",
            text=f"{text.text[max(0, end - _AROUND) : end]} ‖ {text.text[end : end + _AROUND].strip()}",
        )
        for end in sorted(text.ends ^ ends)
    ]
