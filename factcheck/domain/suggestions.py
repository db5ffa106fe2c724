"""What the machine makes of all passages of a claim. A suggestion is never a decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from factcheck.domain.matches import Match
from factcheck.domain.spans import Span
from factcheck.domain.stances import Stance
from factcheck.domain.statuses import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A part of a claim that no passage covers: where it stands in `claim.checked`, and what it is."""

    span: Span
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedPassage:
    """One passage as the suggestion used it: how it was found, and what it says."""

    match: Match
    stance: Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What the machine proposes for one claim, with what it rests on.

    Attributes:
        status: One of the five that a person can sign.
        confidence: In [0, 1] from a calibrated model; None from any other.
        model: Name of the stance model, and what it can't do: `similarity only`.
        version: Version of the model and its thresholds, or its digest.
        basis: Digest of the settings, encoder and passages used: two equal ones would be computed alike.
        passages: Best first.
        deciding_passage_id: The passage that decided; None where none did.
        reasons: Why, each a sentence that a person can check.
    """

    claim_id: str
    status: Status
    confidence: float | None
    model: str
    version: str
    basis: str
    passages: tuple[WeighedPassage, ...]
    deciding_passage_id: str | None
    reasons: tuple[str, ...]
    gaps: tuple[Gap, ...]
    suggested_at: datetime
