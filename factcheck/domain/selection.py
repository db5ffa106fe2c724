"""Which claims a report is about."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from factcheck.domain.statuses import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """What was asked to be in a report; a claim is in it that fits everything that is set.

    Attributes:
        ids: Of articles, with all their claims, and of claims; empty for everything.
        since: The first day on which a person did something to the claim, in the report's own time zone; None for any.
        statuses: The statuses of its claims; empty for all.
        decided_only: Whether claims that no person has decided are left out.
        without_machine: Whether suggestions, and passages that only the machine found, are left out.
    """

    ids: tuple[str, ...] = ()
    since: date | None = None
    statuses: tuple[Status, ...] = ()
    decided_only: bool = False
    without_machine: bool = False

    @property
    def is_narrow(self) -> bool:
        """Whether it can leave claims out."""
        return bool(self.ids or self.since or self.statuses or self.decided_only)
