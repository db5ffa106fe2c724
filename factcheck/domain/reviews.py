"""What people did: an append-only log of acts, and the state that follows from it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from factcheck.domain.media import Media
from factcheck.domain.organisation import GivenRating, Rating
from factcheck.domain.stances import StanceLabel
from factcheck.domain.statuses import Status


class Act(StrEnum):
    """What a person can do to a claim."""

    ATTACH = "attach"
    DETACH = "detach"
    DECIDE = "decide"
    WITHDRAW = "withdraw"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A passage as it was attached: the words are copied, so that they can be checked against the snapshot."""

    passage_id: str
    text: str
    stance: StanceLabel | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDecision:
    """What a person is about to sign.

    Attributes:
        passages: Ids of evidence to attach in addition to what is already attached.
        stances: What this person reads in passages, those named here or attached before, by their ids.
        without_evidence: Why there is no evidence, where a status needs some.
        rating: A step of the house's scale that stands for `status`.
        media: The picture, video or recording that the claim is about.
    """

    status: Status
    rationale: str = ""
    passages: tuple[str, ...] = ()
    stances: Mapping[str, StanceLabel] = field(default_factory=dict)
    without_evidence: str = ""
    rating: Rating | None = None
    media: Media | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewEvent:
    """One act of one person on one claim. Stored once, never changed.

    Attributes:
        number: Position in the log of the whole workbench, from 1.
        revision: Count of decisions, withdrawals and steps of its lineage up to and with this one; None for other acts.
        quotes: The evidence of a decision; the one passage of an attachment or detachment.
        withdraws: Number of the decision that a withdrawal takes back.
        reuses: Number of the decision on another claim that this one repeats.
        rating: The house's own word for a decision; None where none was given.
        media: What a decision is about, where that is a picture, a video or a recording.
    """

    number: int
    claim_id: str
    act: Act
    by: str
    at: datetime
    revision: int | None = None
    status: Status | None = None
    rationale: str = ""
    without_evidence: str = ""
    quotes: tuple[Quote, ...] = ()
    withdraws: int | None = None
    reuses: int | None = None
    rating: GivenRating | None = None
    media: Media | None = None

    @property
    def verdict(self) -> str:
        """The status in words, with the house's own word where there is one; empty for what is no decision."""
        if self.status is None:
            return ""
        return f"{self.status.words} ({self.rating.name})" if self.rating else self.status.words


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A rationale that is being written. Kept so that a crash costs nothing; never outranks a decision."""

    claim_id: str
    by: str
    at: datetime
    rationale: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewState:
    """The present state of a claim.

    Attributes:
        revision: Count of decisions, withdrawals and steps of the claim's lineage so far; a new decision, and a new
            step, names the one it was based on.
        decision: The decision in force; None where there is none, it was withdrawn, or the claim's words changed.
        outdated: The last decision that no longer counts because the claim's words changed since; None where there is
            none, or another one is in force.
        attached: The passages attached now, in the order they were attached.
    """

    status: Status = Status.UNREVIEWED
    revision: int = 0
    decision: ReviewEvent | None = None
    outdated: ReviewEvent | None = None
    attached: tuple[Quote, ...] = ()


def sides_missing(quotes: Iterable[Quote]) -> tuple[StanceLabel, ...]:
    """Of supports and refutes those that no person has read in any of these passages."""
    read = {quote.stance for quote in quotes}
    return tuple(each for each in (StanceLabel.SUPPORTS, StanceLabel.REFUTES) if each not in read)
