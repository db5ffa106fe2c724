"""`eval checkworthy`: which texts are worth checking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from factcheck.evaluation.ranking import Tally
from factcheck.evaluation.results import Mistake, Result
from factcheck.evaluation.rows import Row, read_all

THRESHOLD: Final = 0.5
"""From this probability on, a text counts as worth checking."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledText:
    """A text, whether it is worth checking, and the document it is of."""

    line: int
    document: str
    text: str
    label: bool


def read(path: Path, *, limit: int | None = None) -> list[LabelledText]:
    """Rows with `text` and `label`, 0 or 1. The document is `speech`, else `doc_id`, else `id`, else the row.

    Raises:
        InputError: Where a row has another form.
    """
    return read_all(path, _parsed, limit=limit)


def score(file: str, by: str, texts: Sequence[LabelledText], probabilities: Sequence[float]) -> Result:
    """Precision, recall and F1 at `THRESHOLD`, average precision, and what always saying yes would give.

    Args:
        probabilities: One for each text, in [0, 1].
    """
    tally = Tally([text.document for text in texts])
    labels = [text.label for text in texts]
    yes = [probability >= THRESHOLD for probability in probabilities]
    hits = [label and said for label, said in zip(labels, yes, strict=True)]
    measures = tally.retrieval(hits, yes, labels)
    measures["average_precision"] = tally.average_precision(labels, probabilities)
    wrong = [each for each in zip(texts, probabilities, strict=True) if each[0].label != (each[1] >= THRESHOLD)]
    return Result(
        file=file,
        by=by,
        n=len(texts),
        documents=tally.documents,
        metrics=tally.figures(measures),
        baselines={"always_yes": tally.figures(tally.retrieval(labels, [1] * len(labels), labels))},
        mistakes=tuple(
            Mistake(
                line=text.line, what=f"{'missed' if text.label else 'too many'} at {probability:.2f}", text=text.text
            )
            for text, probability in sorted(wrong, key=lambda each: -abs(each[1] - THRESHOLD))
        ),
    )


def _parsed(row: Row) -> LabelledText:
    return LabelledText(
        line=row.line, document=row.name("speech", "doc_id", "id"), text=row.text("text"), label=row.label("label")
    )
