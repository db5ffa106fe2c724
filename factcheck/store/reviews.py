"""The log of what people did. Rows are added and never changed; the state of a claim follows from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Row, delete, func, select
from sqlalchemy.dialects.sqlite import insert

from factcheck.domain.reviews import Act, Draft, Quote, ReviewEvent
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.store.database import Database
from factcheck.store.failures import undamaged
from factcheck.store.schema import drafts, quotes, review_events


class ReviewRepository:
    """Review events and drafts by claim."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, event: ReviewEvent) -> ReviewEvent:
        """Append an event and give it back with its number. Inside a transaction."""
        self._database.write(
            insert(review_events).values(
                claim_id=event.claim_id,
                act=event.act.value,
                by=event.by,
                at=event.at,
                revision=event.revision,
                status=event.status.value if event.status else None,
                rationale=event.rationale,
                without_evidence=event.without_evidence,
                withdraws=event.withdraws,
                reuses=event.reuses,
            )
        )
        # Ours is the highest number: the transaction holds the only write lock.
        number = int(self._database.rows(select(func.max(review_events.c.number)))[0][0])
        self._database.write(
            insert(quotes),
            [
                {
                    "event": number,
                    "rank": rank,
                    "passage_id": quote.passage_id,
                    "text": quote.text,
                    "stance": quote.stance.value if quote.stance else None,
                }
                for rank, quote in enumerate(event.quotes, 1)
            ],
        )
        return next(each for each in self.history(event.claim_id) if each.number == number)

    def history(self, claim_id: str) -> list[ReviewEvent]:
        """All that was done to one claim, oldest first."""
        return self.histories([claim_id]).get(claim_id, [])

    def histories(self, claim_ids: Iterable[str] | None = None) -> dict[str, list[ReviewEvent]]:
        """All that was done to these claims, or to all, by claim id and oldest first."""
        statement = select(review_events).order_by(review_events.c.number)
        with self._database.snapshot():
            if claim_ids is None:
                return self._by_claim(self._database.rows(statement))
            return self._by_claim(self._database.rows_among(statement, review_events.c.claim_id, claim_ids))

    def by_reviewer(self, by: str) -> list[ReviewEvent]:
        """All that one person did, oldest first."""
        statement = select(review_events).where(review_events.c.by == by).order_by(review_events.c.number)
        with self._database.snapshot():
            found = self._by_claim(self._database.rows(statement))
        return sorted((event for events in found.values() for event in events), key=lambda event: event.number)

    def claims_of(self, numbers: Iterable[int]) -> dict[int, str]:
        """The claim of each of these events, by the event's number."""
        statement = select(review_events.c.number, review_events.c.claim_id)
        return {
            row.number: row.claim_id for row in self._database.rows_among(statement, review_events.c.number, numbers)
        }

    def save_draft(self, draft: Draft) -> None:
        """Keep what is being written; an empty text takes the draft away. Inside a transaction."""
        if not draft.rationale.strip():
            self.drop_draft(draft.claim_id, draft.by)
            return
        values = {"at": draft.at, "rationale": draft.rationale}
        statement = insert(drafts).values(claim_id=draft.claim_id, by=draft.by, **values)
        self._database.write(statement.on_conflict_do_update(index_elements=["claim_id", "by"], set_=values))

    def drop_draft(self, claim_id: str, by: str) -> None:
        """Take a draft away: it was decided, or emptied. Inside a transaction."""
        self._database.write(delete(drafts).where(drafts.c.claim_id == claim_id, drafts.c.by == by))

    def drafts(self) -> dict[str, list[Draft]]:
        """All drafts by claim id, newest first."""
        found: dict[str, list[Draft]] = defaultdict(list)
        for row in self._database.rows(select(drafts).order_by(drafts.c.at.desc(), drafts.c.by)):
            found[row.claim_id].append(Draft(claim_id=row.claim_id, by=row.by, at=row.at, rationale=row.rationale))
        return found

    def _by_claim(self, rows: Sequence[Row[Any]]) -> dict[str, list[ReviewEvent]]:
        quoted = self._quotes([row.number for row in rows])
        found: dict[str, list[ReviewEvent]] = defaultdict(list)
        for row in rows:
            found[row.claim_id].append(_event(row, tuple(quoted[row.number])))
        return found

    def _quotes(self, numbers: list[int]) -> dict[int, list[Quote]]:
        found: dict[int, list[Quote]] = defaultdict(list)
        statement = select(quotes).order_by(quotes.c.event, quotes.c.rank)
        for row in self._database.rows_among(statement, quotes.c.event, numbers):
            found[row.event].append(_quote(row))
        return found


@undamaged
def _event(row: Row[Any], quoted: tuple[Quote, ...]) -> ReviewEvent:
    return ReviewEvent(
        number=row.number,
        claim_id=row.claim_id,
        act=Act(row.act),
        by=row.by,
        at=row.at,
        revision=row.revision,
        status=Status(row.status) if row.status else None,
        rationale=row.rationale,
        without_evidence=row.without_evidence,
        quotes=quoted,
        withdraws=row.withdraws,
        reuses=row.reuses,
    )


@undamaged
def _quote(row: Row[Any]) -> Quote:
    stance = StanceLabel(row.stance) if row.stance else None
    return Quote(passage_id=row.passage_id, text=row.text, stance=stance)
