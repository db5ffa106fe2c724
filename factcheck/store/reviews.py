"""The log of what people did. Rows are added and never changed; the state of a claim follows from them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from factcheck.domain.media import Authenticity, Media, MediaKind
from factcheck.domain.organisation import GivenRating
from factcheck.domain.reviews import Act, Draft, Quote, ReviewEvent
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status
from factcheck.store.database import Database
from factcheck.store.failures import undamaged
from factcheck.store.values import json_of, listed, time_of


class ReviewRepository:
    """Review events and drafts by claim."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, event: ReviewEvent) -> ReviewEvent:
        """Append an event and give it back with its number: its own, or else the next. Inside a transaction."""
        from sqlalchemy.dialects.sqlite import insert

        from factcheck.store.schema import quotes, review_events

        self._database.write(
            insert(review_events).values(
                # None lets the table count on.
                number=event.number or None,
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
                rating=asdict(event.rating) if event.rating else None,
                media=asdict(event.media) if event.media else None,
            )
        )
        # Ours is the highest number: the transaction holds the only write lock.
        number = event.number or self.last_number()
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

    def last_number(self) -> int:
        """The highest number in the log; 0 where it is empty."""
        return int(self._database.query("SELECT coalesce(max(number), 0) FROM review_events")[0][0])

    def history(self, claim_id: str) -> list[ReviewEvent]:
        """All that was done to one claim, oldest first."""
        return self.histories([claim_id]).get(claim_id, [])

    def histories(self, claim_ids: Iterable[str] | None = None) -> dict[str, list[ReviewEvent]]:
        """All that was done to these claims, or to all, by claim id and oldest first."""
        with self._database.snapshot():
            if claim_ids is None:
                return self._by_claim(self._database.query("SELECT * FROM review_events ORDER BY number"))
            rows = self._database.query(
                "SELECT * FROM review_events WHERE claim_id IN (SELECT value FROM json_each(:ids)) ORDER BY number",
                ids=listed(claim_ids),
            )
            return self._by_claim(rows)

    def by_reviewer(self, by: str) -> list[ReviewEvent]:
        """All that one person did, oldest first."""
        with self._database.snapshot():
            rows = self._database.query('SELECT * FROM review_events WHERE "by" = :by ORDER BY number', by=by)
            found = self._by_claim(rows)
        return sorted((event for events in found.values() for event in events), key=lambda event: event.number)

    def claims_of(self, numbers: Iterable[int]) -> dict[int, str]:
        """The claim of each of these events, by the event's number."""
        rows = self._database.query(
            "SELECT number, claim_id FROM review_events WHERE number IN (SELECT value FROM json_each(:numbers))",
            numbers=listed(numbers),
        )
        return {row["number"]: row["claim_id"] for row in rows}

    def save_draft(self, draft: Draft) -> None:
        """Keep what is being written; an empty text takes the draft away. Inside a transaction."""
        if not draft.rationale.strip():
            self.drop_draft(draft.claim_id, draft.by)
            return
        from sqlalchemy.dialects.sqlite import insert

        from factcheck.store.schema import drafts

        values = {"at": draft.at, "rationale": draft.rationale}
        statement = insert(drafts).values(claim_id=draft.claim_id, by=draft.by, **values)
        self._database.write(statement.on_conflict_do_update(index_elements=["claim_id", "by"], set_=values))

    def drop_draft(self, claim_id: str, by: str) -> None:
        """Take a draft away: it was decided, or emptied. Inside a transaction."""
        from sqlalchemy import delete

        from factcheck.store.schema import drafts

        self._database.write(delete(drafts).where(drafts.c.claim_id == claim_id, drafts.c.by == by))

    def drafts(self) -> dict[str, list[Draft]]:
        """All drafts by claim id, newest first."""
        found: dict[str, list[Draft]] = defaultdict(list)
        for draft in map(_draft, self._database.query('SELECT * FROM drafts ORDER BY at DESC, "by"')):
            found[draft.claim_id].append(draft)
        return found

    def _by_claim(self, rows: Sequence[sqlite3.Row]) -> dict[str, list[ReviewEvent]]:
        numbers = _numbers(rows)
        quoted = self._quotes(numbers)
        found: dict[str, list[ReviewEvent]] = defaultdict(list)
        for number, row in zip(numbers, rows, strict=True):
            event = _event(row, tuple(quoted[number]))
            found[event.claim_id].append(event)
        return found

    def _quotes(self, numbers: list[int]) -> dict[int, list[Quote]]:
        found: dict[int, list[Quote]] = defaultdict(list)
        rows = self._database.query(
            "SELECT * FROM quotes WHERE event IN (SELECT value FROM json_each(:numbers)) ORDER BY event, rank",
            numbers=listed(numbers),
        )
        for event, quote in map(_quote, rows):
            found[event].append(quote)
        return found


@undamaged
def _event(row: sqlite3.Row, quoted: tuple[Quote, ...]) -> ReviewEvent:
    return ReviewEvent(
        number=row["number"],
        claim_id=row["claim_id"],
        act=Act(row["act"]),
        by=row["by"],
        at=time_of(row["at"]),
        revision=row["revision"],
        status=Status(row["status"]) if row["status"] else None,
        rationale=row["rationale"],
        without_evidence=row["without_evidence"],
        quotes=quoted,
        withdraws=row["withdraws"],
        reuses=row["reuses"],
        rating=_rating(json_of(row["rating"])),
        media=_media(json_of(row["media"])),
    )


def _rating(stored: Mapping[str, Any] | None) -> GivenRating | None:
    return None if stored is None else GivenRating(**stored)


def _media(stored: Mapping[str, str] | None) -> Media | None:
    if stored is None:
        return None
    return Media(address=stored["address"], kind=MediaKind(stored["kind"]), category=Authenticity(stored["category"]))


@undamaged
def _numbers(rows: Sequence[sqlite3.Row]) -> list[int]:
    return [row["number"] for row in rows]


@undamaged
def _quote(row: sqlite3.Row) -> tuple[int, Quote]:
    """The event's number, and what was quoted with it."""
    stance = StanceLabel(row["stance"]) if row["stance"] else None
    return row["event"], Quote(passage_id=row["passage_id"], text=row["text"], stance=stance)


@undamaged
def _draft(row: sqlite3.Row) -> Draft:
    return Draft(claim_id=row["claim_id"], by=row["by"], at=time_of(row["at"]), rationale=row["rationale"])
