"""The queue behind its widget: all claims, which of them are shown and in what order, and which is next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from factcheck.domain.claims import Claim
from factcheck.domain.statuses import Status
from factcheck.domain.views import ClaimRow


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are shown: those of these statuses."""

    name: str
    statuses: frozenset[Status]


ALL: Final = ClaimFilter("all", frozenset(Status))
UNDECIDED: Final = ClaimFilter("undecided", frozenset(status for status in Status if not status.is_decision))
FILTERS: Final = (ALL, UNDECIDED, *(ClaimFilter(status.words, frozenset([status])) for status in Status))


class QueueState:
    """Rows in the order of their articles, or the most check-worthy first."""

    def __init__(self) -> None:
        self.rows: list[ClaimRow] = []
        self.shown: list[ClaimRow] = []
        self.filter = ALL
        self.by_worth = False
        self._places: dict[str, int] = {}

    def load(self, rows: Sequence[ClaimRow]) -> None:
        """Take these rows instead of all before."""
        self.rows = list(rows)
        self.arrange()

    def arrange(self) -> None:
        """Filter and order anew; until then a row stays where it is, whatever becomes of its claim."""
        self.shown = [row for row in self.rows if row.status in self.filter.statuses]
        if self.by_worth:
            self.shown.sort(key=lambda row: -row.claim.check_worthiness)
        self._places = {row.claim.id: place for place, row in enumerate(self.shown)}

    def replace(self, row: ClaimRow) -> bool:
        """Put a newer row in the place of its claim's; says whether anything changed."""
        old = next((place for place, each in enumerate(self.rows) if each.claim.id == row.claim.id), None)
        if old is None or self.rows[old] == row:
            return False
        self.rows[old] = row
        if (place := self._places.get(row.claim.id)) is not None:
            self.shown[place] = row
        return True

    def place(self, claim_id: str) -> int | None:
        """Where a claim is shown."""
        return self._places.get(claim_id)

    def next_open(self, after: int) -> int | None:
        """The next shown claim that nobody has decided, from the beginning again after the end."""
        count = len(self.shown)
        places = (place % count for place in range(after + 1, after + 1 + count)) if count else iter(())
        return next((place for place in places if not self.shown[place].status.is_decision), None)

    def counts(self) -> Counter[Status]:
        """How many claims there are of each status, shown or not."""
        return Counter(row.status for row in self.rows)

    def count(self, which: ClaimFilter) -> int:
        counts = self.counts()
        return sum(counts[status] for status in which.statuses)

    @property
    def decided(self) -> int:
        return sum(row.status.is_decision for row in self.rows)

    def claims_of(self, article_id: str) -> list[Claim]:
        """All claims of one article, shown or not."""
        return [row.claim for row in self.rows if row.claim.article_id == article_id]
