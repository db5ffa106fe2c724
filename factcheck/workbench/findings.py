"""What a person wants to know of a scored claim first: what is wrong with it, by which words of whom.

Made of rows, as `factcheck score` writes them, so that a table never says anything else than the rows do.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Final

from factcheck.domain.statuses import Status
from factcheck.verdict.details import details_of
from factcheck.workbench.gates import Row


class Rank(IntEnum):
    """The order in which a person reads."""

    REFUTED = 0
    LEANS_REFUTED = 1
    CONFLICTING = 2
    SUPPORTED = 3
    NOT_ENOUGH = 4
    NOT_CHECKABLE = 5

    @property
    def is_told_in_full(self) -> bool:
        """Whether it is shown with its quote, and not in one line."""
        return self <= Rank.CONFLICTING

    @property
    def words(self) -> str:
        """As a sum names it: `leaning to refuted`."""
        return _WORDS[self]


_WORDS: Final = {
    Rank.REFUTED: "refuted",
    Rank.LEANS_REFUTED: "leaning to refuted",
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
        decided_by: The rule or the reading that decided, with its code; empty where nothing did.
        quotes: The words that decided; of conflicting claims those of both sides.
    """

    rank: Rank
    suggested: Status
    status: str
    claim: str
    decided_by: str = ""
    quotes: tuple[Quoted, ...] = ()


def findings(rows: Iterable[Row]) -> list[Finding]:
    """One for each row: what is refuted first, the surest first, and the rest in the order of the article."""
    made = [(_finding(row), _strength(row)) for row in rows]
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


def _finding(row: Row) -> Finding:
    rank = _rank(row)
    if not rank.is_told_in_full:
        return Finding(rank=rank, suggested=Status(row["status"]), status=_status(row), claim=row["checked"])
    by_id = {each["id"]: each for each in row["passages"]}
    if rank is Rank.LEANS_REFUTED:
        deciding = [_strongest(row)]
    elif rank is Rank.CONFLICTING:
        deciding = [row["deciding_passage_id"], row["counter_passage_id"]]
    else:
        deciding = [row["deciding_passage_id"]]
    passages = [by_id[each] for each in deciding if each in by_id]
    return Finding(
        rank=rank,
        suggested=Status(row["status"]),
        status=_status(row),
        claim=row["checked"],
        decided_by=_decided_by(row, rank, passages),
        quotes=tuple(Quoted(words=_quote(each), source=_source(each["document"])) for each in passages),
    )


def _rank(row: Row) -> Rank:
    leans = row["leans"]
    if leans and leans["status"] == Status.REFUTED:
        return Rank.LEANS_REFUTED
    return _RANKS[Status(row["status"])]


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


def _strongest(row: Row) -> str | None:
    """The passage that refutes most, of those that refute."""
    refuting = [each for each in row["passages"] if each["stance"] == "refutes"]
    best = max(refuting, key=lambda each: each["scores"][_REFUTES], default=None)
    return None if best is None else str(best["id"])


def _decided_by(row: Row, rank: Rank, passages: list[Mapping[str, Any]]) -> str:
    """The details that differ where they decided; else the model with its score, and what differs beside that."""
    if not passages:
        return ""
    differing = [each for each in passages[0]["differences"] if each["comparison"] == "differs"]
    notes = "; ".join(f"{each['code']} {each['note']}" for each in differing)
    if rank is Rank.REFUTED and row["confidence"] is None and differing:
        return f"compared: {notes}"
    model = row["models"]["stance"]
    read = ", ".join(f"{each['stance']} {max(each['scores'][:2]):.2f}" for each in passages)
    codes = " ".join(dict.fromkeys(each["code"] for each in row["reasons"]))
    return f"{codes} read by “{model}”: {read}" + (f"; compared: {notes}" if notes else "")


def _quote(passage: Mapping[str, Any]) -> str:
    """The sentence that decided, or the one with the detail that differs, or else the whole passage; on one line."""
    text = str(passage["text"])
    if passage["deciding_sentence"]:
        start, end = passage["deciding_sentence"]
        return " ".join(text[start:end].split())
    places = [each["passage"] for each in passage["differences"] if each["comparison"] == "differs"]
    at = next((place[0] for place in places if place), None)
    return " ".join((text if at is None else details_of(text).sentence_at(at).of(text)).split())


def _source(document: Mapping[str, Any]) -> str:
    """As `Citation.line` has it."""
    named = f"{document['publisher'] or document['title']}, {document['published_on'] or 'no date'}"
    line = f"{named}, {document['address']}"
    return f"note on {line}" if document["kind"] == "note" else line
