"""What the machine makes of all passages of a claim. A suggestion is never a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """One passage as the suggestion used it: how it was found, and what it says.

    Attributes:
        remark: What keeps it from counting as another would: `published later, 2025-05-24`; empty where nothing does.
    """

    match: Match
    stance: Stance
    remark: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What the machine proposes for one claim, with what it rests on.

    Attributes:
        status: One of the five that a person can sign.
        confidence: In [0, 1] from a calibrated model: how likely what decided is so. None from any other model, and
            where no stance decided or a compared detail did.
        model: Name of the stance model: `trained cross-encoder`.
        version: Version of the model, or its digest.
        basis: Digest of all that it was computed from: two equal ones would be computed alike.
        passages: Best first.
        deciding_passage_id: The passage that decided; None where none did.
        reasons: Why, each a sentence that a person can check.
        gaps: The parts of the claim that no passage covers, in order.
        counter_passage_id: The strongest passage on the other side; None where there is none.
        thresholds: The limits that it was made with, by name.
        index: Which passages were searched: digest and last number of their index; empty where there was none.
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
    counter_passage_id: str | None = None
    thresholds: Mapping[str, float] = field(default_factory=dict)
    index: str = ""

    @property
    def remarks(self) -> dict[str, str]:
        """What keeps a passage from counting as another would, by its id."""
        return {each.match.passage_id: each.remark for each in self.passages if each.remark}
