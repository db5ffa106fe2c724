"""The log of what people did to the claims themselves. Rows are added and never changed."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable

from factcheck.domain.lineage import ClaimStep, StepAct
from factcheck.store.database import Database
from factcheck.store.failures import undamaged
from factcheck.store.values import json_of, listed, time_of
from factcheck.store.wordings import wording_from, wording_values


class StepRepository:
    """Steps of lineage by claim."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, step: ClaimStep) -> ClaimStep:
        """Append a step and give it back with its number: its own, or else the next. Inside a transaction."""
        from sqlalchemy.dialects.sqlite import insert

        from factcheck.store.schema import claim_steps

        self._database.write(
            insert(claim_steps).values(
                # None lets the table count on.
                number=step.number or None,
                claim_id=step.claim_id,
                act=step.act.value,
                by=step.by,
                at=step.at,
                revision=step.revision,
                reason=step.reason,
                before=wording_values(step.before) if step.before else None,
                after=wording_values(step.after) if step.after else None,
                related_ids=list(step.related_ids),
                takes_back=step.takes_back,
            )
        )
        # Ours is the highest number: the transaction holds the only write lock.
        number = step.number or self.last_number()
        return next(each for each in self.of_claim(step.claim_id) if each.number == number)

    def last_number(self) -> int:
        """The highest number in the log; 0 where it is empty."""
        return int(self._database.query("SELECT coalesce(max(number), 0) FROM claim_steps")[0][0])

    def of_claim(self, claim_id: str) -> list[ClaimStep]:
        """All steps of one claim, oldest first."""
        return self.of_claims([claim_id]).get(claim_id, [])

    def of_claims(self, claim_ids: Iterable[str] | None = None) -> dict[str, list[ClaimStep]]:
        """All steps of these claims, or of all, by claim id and oldest first."""
        if claim_ids is None:
            rows = self._database.query("SELECT * FROM claim_steps ORDER BY number")
        else:
            rows = self._database.query(
                "SELECT * FROM claim_steps WHERE claim_id IN (SELECT value FROM json_each(:ids)) ORDER BY number",
                ids=listed(claim_ids),
            )
        found: dict[str, list[ClaimStep]] = defaultdict(list)
        for step in map(_step, rows):
            found[step.claim_id].append(step)
        return found

    def by_reviewer(self, by: str) -> list[ClaimStep]:
        """All steps of one person, oldest first."""
        rows = self._database.query('SELECT * FROM claim_steps WHERE "by" = :by ORDER BY number', by=by)
        return [_step(row) for row in rows]


@undamaged
def _step(row: sqlite3.Row) -> ClaimStep:
    return ClaimStep(
        number=row["number"],
        claim_id=row["claim_id"],
        act=StepAct(row["act"]),
        by=row["by"],
        at=time_of(row["at"]),
        revision=row["revision"],
        reason=row["reason"],
        before=wording_from(json_of(row["before"])),
        after=wording_from(json_of(row["after"])),
        related_ids=tuple(json_of(row["related_ids"])),
        takes_back=row["takes_back"],
    )
