"""What a person wants to know of a scored claim first: what is wrong with it, by which words of whom.

Made of rows, as `factcheck score` writes them, so that a table never says anything else than the rows do; what a first
look found differing stands beside them, and stays where the models decide nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

from factcheck.domain.first_looks import FirstLook, LookOutcome, compared
from factcheck.domain.reasons import ReasonCode
from factcheck.domain.statuses import Status
from factcheck.language.parsing.parses import Split
from factcheck.workbench.gates import Row


class Rank(IntEnum):
    """The order in which a person reads."""

    REFUTED = 0
    LEANS_REFUTED = 1
    DIFFERS = 2
    """The models don't decide, and a first look found another number, date, name or denial."""
    CONFLICTING = 3
    SUPPORTED = 4
    NOT_ENOUGH = 5
    NOT_CHECKABLE = 6

    @property
    def is_told_in_full(self) -> bool:
        """Whether it is shown with its quote, and not in one line."""
        return self <= Rank.CONFLICTING

    @property
    def words(self) -> str:
        """As a sum names it: `3 leaning to refuted`."""
        return _WORDS[self]


_WORDS: Final = {
    Rank.REFUTED: "refuted",
    Rank.LEANS_REFUTED: "leaning to refuted",
    Rank.DIFFERS: "undecided with a difference",
    Rank.CONFLICTING: "conflicting",
    Rank.SUPPORTED: "supported",
    Rank.NOT_ENOUGH: "not enough evidence",
    Rank.NOT_CHECKABLE: "not checkable",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """Words of the evidence, and whose they are: `note on …` where they are the desk's own."""

    words: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One claim, as it is told.

    Attributes:
        suggested: The status of the row.
        status: The same in words, with how sure it is: `refuted (0.97)`, or what it leans to: `leans refuted (0.84)`.
        because: What differs and what the model read, each behind its codes.
        quotes: The words that decided, or that differ; of conflicting claims those of both sides.
    """

    rank: Rank
    suggested: Status
    status: str
    claim: str
    because: tuple[str, ...] = ()
    quotes: tuple[Quoted, ...] = ()


def findings(rows: Iterable[Row], looks: Iterable[FirstLook] = (), *, split: Split) -> list[Finding]:
    """One for each row: what is refuted first, the surest first, and the rest in the order of the article.

    Args:
        split: Finds sentences, for what is quoted.
    """
    differing = {each.claim.id: each for each in looks if each.outcome is LookOutcome.DIFFERS}
    made = [(_finding(row, differing.get(row["id"]), split), _strength(row)) for row in rows]
    ordered = sorted(made, key=lambda each: (each[0].rank, -each[1] if each[0].rank.is_told_in_full else 0.0))
    return [finding for finding, _ in ordered]


_RANKS: Final = {
    Status.REFUTED: Rank.REFUTED,
    Status.CONFLICTING: Rank.CONFLICTING,
    Status.SUPPORTED: Rank.SUPPORTED,
    Status.NOT_ENOUGH_EVIDENCE: Rank.NOT_ENOUGH,
    Status.NOT_CHECKABLE: Rank.NOT_CHECKABLE,
}
_REFUTES: Final = 1
"""The place of its score in a passage's scores."""


def _finding(row: Row, look: FirstLook | None, split: Split) -> Finding:
    rank, suggested, status = _rank(row, look), Status(row["status"]), _status(row)
    if not rank.is_told_in_full:
        return Finding(rank=rank, suggested=suggested, status=status, claim=row["checked"])
    passages = _deciding(row, rank)
    because = _because(row, passages)
    quotes = [Quoted(words=_quote(each, split), source=_source(each["document"])) for each in passages]
    if look is not None and rank is not Rank.CONFLICTING and not _is_compared(row):
        # What stands in the place of the claim's own number says more than what a model takes for the nearest.
        because = list(dict.fromkeys([*look.because, *because]))
        if rank is not Rank.REFUTED and look.evidence is not None:
            quotes = [Quoted(words=look.quote, source=look.evidence.citation.line)]
    return Finding(
        rank=rank,
        suggested=suggested,
        status=status,
        claim=row["checked"],
        because=tuple(because),
        quotes=tuple(quotes),
    )


def _rank(row: Row, look: FirstLook | None) -> Rank:
    rank, leans = _RANKS[Status(row["status"])], row["leans"]
    if leans and leans["status"] == Status.REFUTED:
        return Rank.LEANS_REFUTED
    return Rank.DIFFERS if rank is Rank.NOT_ENOUGH and look is not None else rank


def _status(row: Row) -> str:
    leans = row["leans"]
    if leans:
        return f"leans {Status(leans['status']).words} ({leans['score']:.2f})"
    sure = row["confidence"]
    return Status(row["status"]).words + ("" if sure is None else f" ({sure:.2f})")


def _strength(row: Row) -> float:
    """How surely it is so, in [0, 1]; what a compared detail decides comes before what a model reads."""
    if row["leans"]:
        return float(row["leans"]["score"])
    return 1.0 if row["confidence"] is None else float(row["confidence"])


def _deciding(row: Row, rank: Rank) -> list[Mapping[str, Any]]:
    """The passages that decided; where none did, the one that refutes most of those that refute."""
    by_id = {each["id"]: each for each in row["passages"]}
    if rank in (Rank.LEANS_REFUTED, Rank.DIFFERS):
        refuting = [each for each in by_id.values() if each["stance"] == "refutes"]
        best = max(refuting, key=lambda each: each["scores"][_REFUTES], default=None)
        return [best] if best is not None and rank is Rank.LEANS_REFUTED else []
    names = [row["deciding_passage_id"], row["counter_passage_id"] if rank is Rank.CONFLICTING else None]
    return [by_id[each] for each in names if each in by_id]


def _is_compared(row: Row) -> bool:
    """Whether a compared detail decided, and no model."""
    return row["status"] == Status.REFUTED and row["confidence"] is None


def _because(row: Row, passages: Sequence[Mapping[str, Any]]) -> list[str]:
    """The details that differ in what decided; before them, unless they decided, what the model read."""
    differing = [
        compared(detail["code"], detail["note"])
        for each in passages
        for detail in each["differences"]
        if detail["comparison"] == "differs"
    ]
    if not passages or (_is_compared(row) and differing):
        return differing
    codes = " ".join(dict.fromkeys(each["code"] for each in row["reasons"] if each["code"] in _OF_READING))
    scores = ", ".join(f"{each['stance']} {max(each['scores'][:2]):.2f}" for each in passages)
    return [f"{codes} read by “{row['models']['stance']}”: {scores}".strip(), *differing]


_OF_READING: Final = (ReasonCode.PASSAGE_SUPPORTS, ReasonCode.PASSAGE_REFUTES, ReasonCode.TOO_WEAK)


def _quote(passage: Mapping[str, Any], split: Split) -> str:
    """The sentence that decided, or the one with the detail that differs, or else the whole passage; on one line."""
    text = str(passage["text"])
    if passage["deciding_sentence"]:
        start, end = passage["deciding_sentence"]
        return " ".join(text[start:end].split())
    places = [each["passage"] for each in passage["differences"] if each["comparison"] == "differs"]
    at = next((place[0] for place in places if place), None)
    here = (each.of(text) for each in split(text) if at is not None and each.start <= at < each.end)
    return " ".join(next(here, text).split())


def _source(document: Mapping[str, Any]) -> str:
    """As `Citation.line` has it."""
    named = f"{document['publisher'] or document['title']}, {document['published_on'] or 'no date'}"
    line = f"{named}, {document['address']}"
    return f"note on {line}" if document["kind"] == "note" else line
