"""What the machine suggested, when, and from what. Older suggestions are kept; the newest one counts.

Each keeps the words it is about. Once a claim is worded otherwise, its suggestions are about other words and don't
count; they do again when the old words come back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, Select, func, select
from sqlalchemy.dialects.sqlite import insert

from factcheck.domain.matches import Match
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, Stance, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Gap, Suggestion, WeighedPassage
from factcheck.store.database import Database
from factcheck.store.failures import undamaged
from factcheck.store.schema import claims, suggestion_passages, suggestions


class SuggestionRepository:
    """The newest suggestion of each claim."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, suggestion: Suggestion, *, checked: str) -> bool:
        """Store it, unless the newest one rests on the same basis; says whether it was new. Inside a transaction.

        Args:
            checked: The claim's words as the suggestion was made for them.
        """
        newest = self._database.row(
            select(suggestions.c.basis)
            .where(suggestions.c.claim_id == suggestion.claim_id, suggestions.c.checked == checked)
            .order_by(suggestions.c.number.desc())
            .limit(1)
        )
        if newest is not None and newest.basis == suggestion.basis:
            return False
        self._database.write(
            insert(suggestions).values(
                claim_id=suggestion.claim_id,
                status=suggestion.status.value,
                confidence=suggestion.confidence,
                model=suggestion.model,
                version=suggestion.version,
                basis=suggestion.basis,
                deciding_passage_id=suggestion.deciding_passage_id,
                counter_passage_id=suggestion.counter_passage_id,
                thresholds=dict(suggestion.thresholds),
                searched=suggestion.index,
                reasons=list(suggestion.reasons),
                gaps=[[gap.span.start, gap.span.end, gap.note] for gap in suggestion.gaps],
                suggested_at=suggestion.suggested_at,
                checked=checked,
            )
        )
        # Ours is the highest number: the transaction holds the only write lock.
        number = self._database.rows(select(func.max(suggestions.c.number)))[0][0]
        self._database.write(
            insert(suggestion_passages),
            [_passage_values(number, rank, weighed) for rank, weighed in enumerate(suggestion.passages, 1)],
        )
        return True

    def newest(self, claim_ids: Iterable[str] | None = None) -> dict[str, Suggestion]:
        """The newest suggestion of these claims, or of all, by claim id; claims without one are left out."""
        with self._database.snapshot():
            rows = self._newest(select(suggestions), claim_ids)
            weighed = self._weighed([row.number for row in rows])
        return {row.claim_id: _suggestion(row, tuple(weighed[row.number])) for row in rows}

    def newest_in_short(self, claim_ids: Iterable[str] | None = None) -> dict[str, Suggestion]:
        """Like `newest`, without passages, reasons and gaps: what a list shows, at a hundredth of the rows."""
        rows = self._newest(select(suggestions), claim_ids)
        return {row.claim_id: replace(_suggestion(row, ()), reasons=(), gaps=()) for row in rows}

    def passage_ids(self, claim_ids: Iterable[str] | None = None) -> dict[str, tuple[str, ...]]:
        """The passages of each newest suggestion, best first, by claim id; nothing else of them is read."""
        table = suggestion_passages
        statement = (
            select(suggestions.c.claim_id, table.c.passage_id)
            .join(table, table.c.suggestion == suggestions.c.number)
            .order_by(table.c.suggestion, table.c.rank)
        )
        found: dict[str, list[str]] = defaultdict(list)
        for row in self._newest(statement, claim_ids):
            found[row.claim_id].append(row.passage_id)
        return {claim_id: tuple(ids) for claim_id, ids in found.items()}

    def _newest(self, statement: Select[Any], claim_ids: Iterable[str] | None) -> Sequence[Row[Any]]:
        """The rows of `statement`, which is over suggestions, that are about each claim's newest one."""
        others = suggestions.alias()
        # By the index over claim and number, so that one claim costs no more where there are ten thousand.
        newest = (
            select(func.max(others.c.number))
            .join(claims, (claims.c.id == others.c.claim_id) & (claims.c.checked == others.c.checked))
            .where(others.c.claim_id == suggestions.c.claim_id)
            .correlate(suggestions)
            .scalar_subquery()
        )
        wanted = statement.where(suggestions.c.number == newest)
        if claim_ids is None:
            return self._database.rows(wanted)
        return self._database.rows_among(wanted, suggestions.c.claim_id, claim_ids)

    def _weighed(self, numbers: list[int]) -> dict[int, list[WeighedPassage]]:
        found: dict[int, list[WeighedPassage]] = defaultdict(list)
        table = suggestion_passages
        statement = select(table).order_by(table.c.suggestion, table.c.rank)
        for row in self._database.rows_among(statement, table.c.suggestion, numbers):
            found[row.suggestion].append(_weighed_passage(row))
        return found


def _passage_values(number: int, rank: int, weighed: WeighedPassage) -> dict[str, object]:
    return {
        "suggestion": number,
        "rank": rank,
        "passage_id": weighed.match.passage_id,
        "fused": weighed.match.fused,
        "lexical_score": weighed.match.lexical_score,
        "vector_score": weighed.match.vector_score,
        "stance": weighed.stance.label.value,
        "scores": list(weighed.stance.scores),
        "differences": [
            {
                "aspect": each.aspect,
                "comparison": each.comparison.value,
                "claim": [each.claim_span.start, each.claim_span.end],
                "passage": None if each.passage_span is None else [each.passage_span.start, each.passage_span.end],
                "note": each.note,
            }
            for each in weighed.stance.differences
        ],
        "span": None if weighed.stance.span is None else [weighed.stance.span.start, weighed.stance.span.end],
        "remark": weighed.remark,
    }


@undamaged
def _weighed_passage(row: Row[Any]) -> WeighedPassage:
    match = Match(
        passage_id=row.passage_id, fused=row.fused, lexical_score=row.lexical_score, vector_score=row.vector_score
    )
    supports, refutes, neutral = row.scores
    differences = tuple(
        Difference(
            aspect=each["aspect"],
            comparison=Comparison(each["comparison"]),
            claim_span=Span(*each["claim"]),
            passage_span=Span(*each["passage"]) if each["passage"] else None,
            note=each["note"],
        )
        for each in row.differences
    )
    stance = Stance(
        passage_id=row.passage_id,
        label=StanceLabel(row.stance),
        scores=(supports, refutes, neutral),
        differences=differences,
        span=None if row.span is None else Span(*row.span),
    )
    return WeighedPassage(match=match, stance=stance, remark=row.remark)


@undamaged
def _suggestion(row: Row[Any], passages: tuple[WeighedPassage, ...]) -> Suggestion:
    return Suggestion(
        claim_id=row.claim_id,
        status=Status(row.status),
        confidence=row.confidence,
        model=row.model,
        version=row.version,
        basis=row.basis,
        passages=passages,
        deciding_passage_id=row.deciding_passage_id,
        reasons=tuple(row.reasons),
        gaps=tuple(Gap(span=Span(start, end), note=note) for start, end, note in row.gaps),
        suggested_at=row.suggested_at,
        counter_passage_id=row.counter_passage_id,
        thresholds=row.thresholds,
        index=row.searched,
    )
