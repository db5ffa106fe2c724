"""The queue behind its widget: all claims, which of them are shown and in what order, and which is next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from factcheck.domain.claims import Claim
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion
from factcheck.domain.views import ClaimRow


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims are shown: those of these statuses."""

    name: str
    statuses: frozenset[Status]


ALL: Final = ClaimFilter("all", frozenset(Status))
UNDECIDED: Final = ClaimFilter("undecided", frozenset(status for status in Status if not status.is_decision))
FILTERS: Final = (ALL, UNDECIDED, *(ClaimFilter(status.words, frozenset([status])) for status in Status))


def row_of(claim: Claim, status: Status, suggestion: Suggestion | None) -> ClaimRow:
    """A row of the queue: of a suggestion only what is shown there, so that ten thousand rows stay light."""
    light = replace(suggestion, passages=(), reasons=(), gaps=()) if suggestion else None
    return ClaimRow(claim=claim, status=status, suggestion=light)


class QueueState:
    """Rows in the order of their articles, or the most check-worthy first.

    Suggestions come later than the rows: reading those of ten thousand claims takes five seconds, of those on the
    screen a few hundredths.
    """

    def __init__(self) -> None:
        self.rows: list[ClaimRow] = []
        self.shown: list[ClaimRow] = []
        self.filter = ALL
        self.by_worth = False
        self.decided = 0
        self._places: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._asked: set[str] = set()

    def load(self, rows: Sequence[ClaimRow]) -> None:
        """Replace all rows by these."""
        self.rows = list(rows)
        self._numbers = {row.claim.id: number for number, row in enumerate(self.rows)}
        self._asked = set()
        self.decided = sum(row.status.is_decision for row in self.rows)
        self.arrange()

    def arrange(self) -> None:
        """Filter and order again; until then a row stays where it is, whatever becomes of its claim."""
        self.shown = [row for row in self.rows if row.status in self.filter.statuses]
        if self.by_worth:
            self.shown.sort(key=lambda row: -row.claim.check_worthiness)
        self._places = {row.claim.id: place for place, row in enumerate(self.shown)}

    def replace(self, row: ClaimRow) -> bool:
        """Put a newer row in the place of its claim's; says whether anything changed."""
        number = self._numbers.get(row.claim.id)
        if number is None or self.rows[number] == row:
            return False
        self.decided += row.status.is_decision - self.rows[number].status.is_decision
        self.rows[number] = row
        if (place := self._places.get(row.claim.id)) is not None:
            self.shown[place] = row
        return True

    def without_suggestion(self, places: range) -> list[str]:
        """The claims shown there whose suggestions nobody has asked for yet; from now on somebody has."""
        wanted = [self.shown[place].claim.id for place in places if 0 <= place < len(self.shown)]
        wanted = [claim_id for claim_id in wanted if claim_id not in self._asked]
        self._asked |= set(wanted)
        return wanted

    def suggest(self, suggestions: Mapping[str, Suggestion]) -> bool:
        """Fill suggestions in; says whether anything changed."""
        changed = False
        for claim_id, suggestion in suggestions.items():
            if (number := self._numbers.get(claim_id)) is not None:
                row = self.rows[number]
                changed |= self.replace(row_of(row.claim, row.status, suggestion))
        return changed

    def place(self, claim_id: str) -> int | None:
        """Where a claim is shown."""
        return self._places.get(claim_id)

    def next_open(self, after: int) -> int | None:
        """The next shown claim that nobody has decided, from the beginning again after the end."""
        count = len(self.shown)
        places = (place % count for place in range(after + 1, after + 1 + count)) if count else iter(())
        return next((place for place in places if not self.shown[place].status.is_decision), None)

    def counts(self) -> list[tuple[ClaimFilter, int]]:
        """How many claims each filter would show."""
        counts = Counter(row.status for row in self.rows)
        return [(each, sum(counts[status] for status in each.statuses)) for each in FILTERS]

    def claims_of(self, article_id: str) -> list[Claim]:
        """All claims of one article, shown or not."""
        return [row.claim for row in self.rows if row.claim.article_id == article_id]
