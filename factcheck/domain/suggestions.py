"""What the machine makes of all passages of a claim. A suggestion is never a decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from factcheck.domain.matches import Match
from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.spans import Span
from factcheck.domain.stances import Stance
from factcheck.domain.statuses import Status


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A part of a claim that no passage covers: where it stands in `claim.checked`, and what it is."""

    span: Span
    note: str
    code: ReasonCode = ReasonCode.WORDS_NOT_COVERED


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaning:
    """The side that the evidence is nearest to where it is too weak to suggest one.

    Attributes:
        status: `supported` or `refuted`.
        score: That of the strongest passage on that side, in [0, 1].
    """

    status: Status
    score: float

    @property
    def words(self) -> str:
        """`leans refuted (0.84)`."""
        return f"leans {self.status.words} ({self.score:.2f})"


@dataclass(frozen=True, slots=True, kw_only=True)
class WeighedPassage:
    """One passage as the suggestion used it: how it was found, and what it says.

    Attributes:
        remark: What keeps it from counting as another would: `later (2025-05-24)`; None where nothing does.
    """

    match: Match
    stance: Stance
    remark: Reason | None = None


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
        reasons: Why, each a sentence that a person can check, with its code.
        gaps: The parts of the claim that no passage covers, in order.
        counter_passage_id: The strongest passage on the other side; None where there is none.
        leans: Where nothing is suggested, the side that is nearest to it; None where none is.
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
    reasons: tuple[Reason, ...]
    gaps: tuple[Gap, ...]
    suggested_at: datetime
    counter_passage_id: str | None = None
    thresholds: Mapping[str, float] = field(default_factory=dict)
    index: str = ""
    leans: Leaning | None = None

    @property
    def words(self) -> str:
        """What is suggested, or what it leans to, as a list shows it."""
        return self.leans.words if self.leans else self.status.words

    @property
    def codes(self) -> tuple[ReasonCode, ...]:
        """Those of the reasons and gaps, each once, in order."""
        codes = [*(each.code for each in self.reasons), *(each.code for each in self.gaps)]
        return tuple(dict.fromkeys(codes))

    @property
    def remarks(self) -> dict[str, Reason]:
        """What keeps a passage from counting as another would, by its id."""
        return {each.match.passage_id: each.remark for each in self.passages if each.remark}
