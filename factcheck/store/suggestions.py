"""What the machine suggested, when, and from what. Older suggestions are kept; the newest one counts.

Each keeps the words it is about. Once a claim is worded otherwise, its suggestions are about other words and don't
count; they do again when the old words come back.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from factcheck.domain.matches import Match
from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, Stance, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Gap, Leaning, Suggestion, WeighedPassage
from factcheck.store.database import Database
from factcheck.store.failures import undamaged
from factcheck.store.values import json_of, listed, time_of

# By the index over claim and number, so that one claim costs no more where there are ten thousand.
_IS_NEWEST: Final = """
    suggestions.number = (
        SELECT max(others.number) FROM suggestions AS others
        JOIN claims ON claims.id = others.claim_id AND claims.checked = others.checked
        WHERE others.claim_id = suggestions.claim_id)
"""
_AMONG: Final = "suggestions.claim_id IN (SELECT value FROM json_each(:ids))"
_SUGGESTIONS: Final = "SELECT * FROM suggestions"
_PASSAGE_IDS: Final = """
    SELECT claim_id, passage_id FROM suggestions
    JOIN suggestion_passages AS found ON found.suggestion = suggestions.number
"""
_BY_RANK: Final = "ORDER BY found.suggestion, found.rank"

_NEWEST: Final = f"{_SUGGESTIONS} WHERE {_IS_NEWEST}"
_NEWEST_AMONG: Final = f"{_NEWEST} AND {_AMONG}"
_ALL_PASSAGE_IDS: Final = f"{_PASSAGE_IDS} WHERE {_IS_NEWEST} {_BY_RANK}"
_PASSAGE_IDS_AMONG: Final = f"{_PASSAGE_IDS} WHERE {_IS_NEWEST} AND {_AMONG} {_BY_RANK}"
_WEIGHED: Final = """
    SELECT * FROM suggestion_passages
    WHERE suggestion IN (SELECT value FROM json_each(:numbers)) ORDER BY suggestion, rank
"""


class SuggestionRepository:
    """The newest suggestion of each claim."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, suggestion: Suggestion, *, checked: str) -> bool:
        """Store it, unless the newest one rests on the same basis; says whether it was new. Inside a transaction.

        Args:
            checked: The claim's words as the suggestion was made for them.
        """
        from sqlalchemy.dialects.sqlite import insert

        from factcheck.store.schema import suggestion_passages, suggestions

        newest = self._database.query(
            "SELECT basis FROM suggestions WHERE claim_id = :claim_id AND checked = :checked"
            " ORDER BY number DESC LIMIT 1",
            claim_id=suggestion.claim_id,
            checked=checked,
        )
        if newest and newest[0]["basis"] == suggestion.basis:
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
                reasons=[[each.code.value, each.words] for each in suggestion.reasons],
                gaps=[[gap.span.start, gap.span.end, gap.note, gap.code.value] for gap in suggestion.gaps],
                leans=[suggestion.leans.status.value, suggestion.leans.score] if suggestion.leans else None,
                suggested_at=suggestion.suggested_at,
                checked=checked,
            )
        )
        # Ours is the highest number: the transaction holds the only write lock.
        number = int(self._database.query("SELECT max(number) FROM suggestions")[0][0])
        self._database.write(
            insert(suggestion_passages),
            [_passage_values(number, rank, weighed) for rank, weighed in enumerate(suggestion.passages, 1)],
        )
        return True

    def newest(self, claim_ids: Iterable[str] | None = None) -> dict[str, Suggestion]:
        """The newest suggestion of these claims, or of all, by claim id; claims without one are left out."""
        with self._database.snapshot():
            rows = self._newest(claim_ids)
            numbers = _numbers(rows)
            weighed = self._weighed(numbers)
        made = (_suggestion(row, tuple(weighed[number])) for number, row in zip(numbers, rows, strict=True))
        return {suggestion.claim_id: suggestion for suggestion in made}

    def newest_in_short(self, claim_ids: Iterable[str] | None = None) -> dict[str, Suggestion]:
        """Like `newest`, without passages: what a list shows, at a hundredth of the rows."""
        made = (_suggestion(row, ()) for row in self._newest(claim_ids))
        return {suggestion.claim_id: suggestion for suggestion in made}

    def passage_ids(self, claim_ids: Iterable[str] | None = None) -> dict[str, tuple[str, ...]]:
        """The passages of each newest suggestion, best first, by claim id; nothing else of them is read."""
        if claim_ids is None:
            rows = self._database.query(_ALL_PASSAGE_IDS)
        else:
            rows = self._database.query(_PASSAGE_IDS_AMONG, ids=listed(claim_ids))
        found: dict[str, list[str]] = defaultdict(list)
        for row in rows:
            found[row["claim_id"]].append(row["passage_id"])
        return {claim_id: tuple(ids) for claim_id, ids in found.items()}

    def _newest(self, claim_ids: Iterable[str] | None) -> list[sqlite3.Row]:
        if claim_ids is None:
            return self._database.query(_NEWEST)
        return self._database.query(_NEWEST_AMONG, ids=listed(claim_ids))

    def _weighed(self, numbers: list[int]) -> dict[int, list[WeighedPassage]]:
        found: dict[int, list[WeighedPassage]] = defaultdict(list)
        for number, passage in map(_weighed_passage, self._database.query(_WEIGHED, numbers=listed(numbers))):
            found[number].append(passage)
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
        "remark": weighed.remark.words if weighed.remark else "",
        "remark_code": weighed.remark.code.value if weighed.remark else "",
    }


@undamaged
def _numbers(rows: Sequence[sqlite3.Row]) -> list[int]:
    return [row["number"] for row in rows]


@undamaged
def _weighed_passage(row: sqlite3.Row) -> tuple[int, WeighedPassage]:
    """The suggestion's number, and a passage that it rests on."""
    match = Match(
        passage_id=row["passage_id"],
        fused=row["fused"],
        lexical_score=row["lexical_score"],
        vector_score=row["vector_score"],
    )
    supports, refutes, neutral = json_of(row["scores"])
    differences = tuple(
        Difference(
            aspect=each["aspect"],
            comparison=Comparison(each["comparison"]),
            claim_span=Span(*each["claim"]),
            passage_span=Span(*each["passage"]) if each["passage"] else None,
            note=each["note"],
        )
        for each in json_of(row["differences"])
    )
    span = json_of(row["span"])
    stance = Stance(
        passage_id=row["passage_id"],
        label=StanceLabel(row["stance"]),
        scores=(supports, refutes, neutral),
        differences=differences,
        span=None if span is None else Span(*span),
    )
    remark = Reason(code=ReasonCode(row["remark_code"]), words=row["remark"]) if row["remark"] else None
    return row["suggestion"], WeighedPassage(match=match, stance=stance, remark=remark)


@undamaged
def _suggestion(row: sqlite3.Row, passages: tuple[WeighedPassage, ...]) -> Suggestion:
    leans = json_of(row["leans"])
    return Suggestion(
        claim_id=row["claim_id"],
        status=Status(row["status"]),
        confidence=row["confidence"],
        model=row["model"],
        version=row["version"],
        basis=row["basis"],
        passages=passages,
        deciding_passage_id=row["deciding_passage_id"],
        reasons=tuple(Reason(code=ReasonCode(code), words=words) for code, words in json_of(row["reasons"])),
        gaps=tuple(
            Gap(span=Span(start, end), note=note, code=ReasonCode(code))
            for start, end, note, code in json_of(row["gaps"])
        ),
        suggested_at=time_of(row["suggested_at"]),
        counter_passage_id=row["counter_passage_id"],
        thresholds=json_of(row["thresholds"]),
        index=row["searched"],
        leans=Leaning(status=Status(leans[0]), score=leans[1]) if leans else None,
    )
