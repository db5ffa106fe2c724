"""Nouns put together for reading: a row of the list, a claim with everything known about it, a report."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from factcheck.domain.articles import Article
from factcheck.domain.citations import Citation
from factcheck.domain.claims import Claim
from factcheck.domain.documents import Passage
from factcheck.domain.lineage import ClaimStep
from factcheck.domain.matches import Match
from factcheck.domain.organisation import Organisation
from factcheck.domain.reviews import Draft, Quote, ReviewEvent, ReviewState
from factcheck.domain.selection import Selection
from factcheck.domain.stances import Stance
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One line of the list of claims; its suggestion comes without passages and reasons."""

    claim: Claim
    status: Status
    suggestion: Suggestion | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceView:
    """One passage beside a claim.

    Attributes:
        match: How it was found; None for a passage that a person attached without the machine.
        stance: What the machine reads in it; None likewise.
        quote: Set where a person attached it, with the stance that the person gave it.
        before, after: The sentence or two around it in its document; … where they are cut inside one. Of a report's
            rows only, else empty.
        origin: Number of who answers for it among the claim's passages, from 0: reprints and publishers of one owner
            have the same. Of a report's rows only, else None.
    """

    passage: Passage
    citation: Citation
    match: Match | None = None
    stance: Stance | None = None
    quote: Quote | None = None
    before: str = ""
    after: str = ""
    origin: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim with its state, its suggestion and its evidence: attached passages first, then the best found.

    Attributes:
        lineage: What was done to the claim itself, oldest first; for a part or a merged claim, also how it was made.
    """

    claim: Claim
    state: ReviewState
    suggestion: Suggestion | None
    evidence: tuple[EvidenceView, ...]
    history: tuple[ReviewEvent, ...] = ()
    draft: Draft | None = None
    lineage: tuple[ClaimStep, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """A listed claim that says nearly the same thing.

    Attributes:
        similarity: Cosine similarity of the two wordings, in [-1, 1].
        status: The status of the other claim.
        by: Who decided it; None where nobody has.
        at: When, in UTC; None likewise.
        differs: What differs between the wordings, each in words: "here" is the claim asked about.
        is_contrary: True where both can't say the same, however near they are: other numbers or dates, or a denial.
    """

    claim: Claim
    similarity: float
    status: Status
    by: str | None
    at: datetime | None
    differs: tuple[str, ...]
    is_contrary: bool

    @property
    def words(self) -> str:
        """The status of the other claim, and what differs, on one line."""
        by = f", by {self.by}, {self.at:%Y-%m-%d %H:%M} UTC" if self.by and self.at else ""
        sign = "NOT the same; " if self.is_contrary else ""
        return f"{self.status.words}{by}; {sign}{'; '.join(self.differs) or 'the same words'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRows:
    """All that a report shows: two writers that get equal rows write the same.

    Attributes:
        claims: Those of `articles`, in the order of each text.
        selection: What was asked to be in it.
        left_out: How many claims of `articles` the selection left out.
        zone: The time zone of whoever wrote it, as the IANA database names it: `Europe/Kyiv`.
    """

    version: str
    generated_at: datetime
    articles: tuple[Article, ...]
    claims: tuple[ClaimView, ...]
    organisation: Organisation = field(default_factory=Organisation)
    selection: Selection = field(default_factory=Selection)
    left_out: int = 0
    zone: str = "UTC"
