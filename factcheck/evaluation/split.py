"""`eval split`: the propositions of one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from factcheck.evaluation.propositions import matched
from factcheck.evaluation.ranking import Tally
from factcheck.evaluation.results import Figure, Mistake, Result
from factcheck.evaluation.rows import Row, read_all


@dataclass(frozen=True, slots=True, kw_only=True)
class SplitSentence:
    """A sentence, what it states according to people, and the document it is of."""

    line: int
    document: str
    text: str
    propositions: tuple[str, ...]


def read(path: Path, *, limit: int | None = None) -> list[SplitSentence]:
    """Rows with `complex` and `simple`, or with `sentence` and `propositions`; the document is `doc_id`, else the row.

    Raises:
        InputError: Where a row has another form.
    """
    return read_all(path, _parsed, limit=limit)


def score(file: str, by: str, sentences: Sequence[SplitSentence], found: Sequence[Sequence[str]]) -> Result:
    """Micro-averaged precision, recall and F1 of propositions matched one to one, and what no splitting would give.

    Args:
        found: The propositions found in each sentence.
    """
    tally = Tally([sentence.document for sentence in sentences])
    return Result(
        file=file,
        by=by,
        n=len(sentences),
        documents=tally.documents,
        metrics=_figures(tally, sentences, found),
        baselines={"whole_sentence": _figures(tally, sentences, [(sentence.text,) for sentence in sentences])},
        mistakes=tuple(
            mistake
            for sentence, mine in zip(sentences, found, strict=True)
            for mistake in mistakes(sentence.line, mine, sentence.propositions)
        ),
    )


def mistakes(line: int, found: Sequence[str], gold: Sequence[str]) -> list[Mistake]:
    """The propositions of one sentence that have no match."""
    pairs = matched(found, gold)
    ours, theirs = {mine for mine, _ in pairs}, {other for _, other in pairs}
    return [
        *(Mistake(line=line, what="missed", text=text) for at, text in enumerate(gold) if at not in theirs),
        *(Mistake(line=line, what="too many", text=text) for at, text in enumerate(found) if at not in ours),
    ]


def _figures(tally: Tally, sentences: Sequence[SplitSentence], found: Sequence[Sequence[str]]) -> dict[str, Figure]:
    pairs = [len(matched(mine, each.propositions)) for mine, each in zip(found, sentences, strict=True)]
    there, wanted = [len(mine) for mine in found], [len(each.propositions) for each in sentences]
    return tally.figures(tally.retrieval(pairs, there, wanted))


def _parsed(row: Row) -> SplitSentence:
    sentence, propositions = ("complex", "simple") if "complex" in row.values else ("sentence", "propositions")
    return SplitSentence(
        line=row.line,
        document=row.name("doc_id"),
        text=row.text(sentence),
        propositions=row.texts(propositions),
    )
