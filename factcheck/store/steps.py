"""The log of what people did to the claims themselves. Rows are added and never changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from sqlalchemy import Row, func, select
from sqlalchemy.dialects.sqlite import insert

from factcheck.domain.lineage import ClaimStep, StepAct
from factcheck.store.database import Database
from factcheck.store.failures import undamaged
from factcheck.store.schema import claim_steps
from factcheck.store.wordings import wording_from, wording_values


class StepRepository:
    """Steps of lineage by claim."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, step: ClaimStep) -> ClaimStep:
        """Append a step and give it back with its number. Inside a transaction."""
        self._database.write(
            insert(claim_steps).values(
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
        number = int(self._database.rows(select(func.max(claim_steps.c.number)))[0][0])
        return next(each for each in self.of_claim(step.claim_id) if each.number == number)

    def of_claim(self, claim_id: str) -> list[ClaimStep]:
        """All steps of one claim, oldest first."""
        return self.of_claims([claim_id]).get(claim_id, [])

    def of_claims(self, claim_ids: Iterable[str] | None = None) -> dict[str, list[ClaimStep]]:
        """All steps of these claims, or of all, by claim id and oldest first."""
        statement = select(claim_steps).order_by(claim_steps.c.number)
        if claim_ids is None:
            rows: Iterable[Row[Any]] = self._database.rows(statement)
        else:
            rows = self._database.rows_among(statement, claim_steps.c.claim_id, claim_ids)
        found: dict[str, list[ClaimStep]] = defaultdict(list)
        for row in rows:
            found[row.claim_id].append(_step(row))
        return found

    def by_reviewer(self, by: str) -> list[ClaimStep]:
        """All steps of one person, oldest first."""
        statement = select(claim_steps).where(claim_steps.c.by == by).order_by(claim_steps.c.number)
        return [_step(row) for row in self._database.rows(statement)]


@undamaged
def _step(row: Row[Any]) -> ClaimStep:
    return ClaimStep(
        number=row.number,
        claim_id=row.claim_id,
        act=StepAct(row.act),
        by=row.by,
        at=row.at,
        revision=row.revision,
        reason=row.reason,
        before=wording_from(row.before),
        after=wording_from(row.after),
        related_ids=tuple(row.related_ids),
        takes_back=row.takes_back,
    )
