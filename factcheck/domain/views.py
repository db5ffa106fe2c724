"""Nouns put together for those who read: a row of the list, a claim with all that is known of it, a report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factcheck.domain.articles import Article
from factcheck.domain.citations import Citation
from factcheck.domain.claims import Claim
from factcheck.domain.documents import Passage
from factcheck.domain.matches import Match
from factcheck.domain.reviews import Draft, Quote, ReviewEvent, ReviewState
from factcheck.domain.stances import Stance
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """One line of the list of claims."""

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
    """

    passage: Passage
    citation: Citation
    match: Match | None = None
    stance: Stance | None = None
    quote: Quote | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimView:
    """One claim with its state, its suggestion and its evidence: attached passages first, then the best found."""

    claim: Claim
    state: ReviewState
    suggestion: Suggestion | None
    evidence: tuple[EvidenceView, ...]
    history: tuple[ReviewEvent, ...] = ()
    draft: Draft | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRows:
    """All that a report shows. `claims` are those of `articles`, in the order of each text."""

    version: str
    generated_at: datetime
    articles: tuple[Article, ...]
    claims: tuple[ClaimView, ...]
