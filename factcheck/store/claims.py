"""Claims. What was said never changes; a claim that a newer detector misses is withdrawn, not removed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, Select, bindparam, exists, select, update
from sqlalchemy.dialects.sqlite import insert

from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.spans import Span
from factcheck.store.database import Database
from factcheck.store.failures import undamaged
from factcheck.store.schema import articles, claims, drafts, review_events


class ClaimRepository:
    """Claims by id, in the order of their articles."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, found: Sequence[Claim]) -> int:
        """Store those that aren't there yet; gives how many were new. Inside a transaction."""
        before = len(self._ids_among([claim.id for claim in found]))
        self._database.write(insert(claims).on_conflict_do_nothing(), [_values(claim) for claim in found])
        return len({claim.id for claim in found}) - before

    def get(self, claim_id: str) -> Claim | None:
        row = self._database.row(select(claims).where(claims.c.id == claim_id))
        return None if row is None else _claim(row)

    def of_article(self, article_id: str, *, withdrawn: bool = False) -> list[Claim]:
        """The claims of one article by position; with `withdrawn`, those that were withdrawn too."""
        statement = _ordered().where(claims.c.article_id == article_id)
        return self._claims(statement if withdrawn else statement.where(~claims.c.withdrawn))

    def all(self) -> list[Claim]:
        """All claims that aren't withdrawn."""
        return self._claims(_ordered().where(~claims.c.withdrawn))

    def by_ids(self, ids: Iterable[str]) -> list[Claim]:
        """These claims, in the order of the ids; those that don't exist are left out."""
        wanted = list(ids)
        found = {row.id: _claim(row) for row in self._database.rows_among(select(claims), claims.c.id, wanted)}
        return [found[claim_id] for claim_id in wanted if claim_id in found]

    def set_withdrawn(self, ids: Iterable[str], *, withdrawn: bool) -> int:
        """Withdraw claims or bring them back; gives how many changed. Inside a transaction."""
        statement = (
            update(claims)
            .where(claims.c.id == bindparam("wanted"), claims.c.withdrawn.is_(not withdrawn))
            .values(withdrawn=withdrawn)
        )
        return sum(self._database.write(statement, [{"wanted": claim_id}]) for claim_id in ids)

    def touched_by_people(self, article_id: str) -> set[str]:
        """Those of an article's claims that a person decided, attached evidence to, or wrote about."""
        acted = exists().where(review_events.c.claim_id == claims.c.id)
        drafted = exists().where(drafts.c.claim_id == claims.c.id)
        statement = select(claims.c.id).where(claims.c.article_id == article_id, acted | drafted)
        return {row.id for row in self._database.rows(statement)}

    def _ids_among(self, ids: Sequence[str]) -> set[str]:
        return {row.id for row in self._database.rows_among(select(claims.c.id), claims.c.id, ids)}

    def _claims(self, statement: Select[Any]) -> list[Claim]:
        return [_claim(row) for row in self._database.rows(statement)]


def _ordered() -> Select[Any]:
    return (
        select(claims)
        .join(articles, articles.c.id == claims.c.article_id)
        .order_by(articles.c.retrieved_at, claims.c.article_id, claims.c.start, claims.c.end, claims.c.id)
    )


def _values(claim: Claim) -> dict[str, object]:
    return {
        "id": claim.id,
        "article_id": claim.article_id,
        "start": claim.span.start,
        "end": claim.span.end,
        "spans": [[span.start, span.end] for span in claim.spans],
        "said": claim.said,
        "checked": claim.checked,
        "kind": claim.kind.value,
        "check_worthiness": claim.check_worthiness,
        "reasons": list(claim.reasons),
        "speaker": claim.speaker,
        "said_on": claim.said_on,
        "parent_ids": list(claim.parent_ids),
        "detector": claim.detector,
        "withdrawn": claim.withdrawn,
    }


@undamaged
def _claim(row: Row[Any]) -> Claim:
    return Claim(
        id=row.id,
        article_id=row.article_id,
        span=Span(row.start, row.end),
        spans=tuple(Span(start, end) for start, end in row.spans),
        said=row.said,
        checked=row.checked,
        kind=ClaimKind(row.kind),
        check_worthiness=row.check_worthiness,
        detector=row.detector,
        reasons=tuple(row.reasons),
        speaker=row.speaker,
        said_on=row.said_on,
        parent_ids=tuple(row.parent_ids),
        withdrawn=row.withdrawn,
    )
