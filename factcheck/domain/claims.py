"""What an article asserts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from factcheck.domain.spans import Span


class ClaimKind(StrEnum):
    """What sort of assertion a claim is. Predictions and opinions are listed, and said not to be checkable."""

    STATEMENT = "statement"
    STATISTIC = "statistic"
    QUOTATION = "quotation"
    PREDICTION = "prediction"
    OPINION = "opinion"

    @property
    def is_checkable(self) -> bool:
        return self not in (ClaimKind.PREDICTION, ClaimKind.OPINION)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion of an article.

    Attributes:
        span: Encloses the claim: `article.text[span] == said`. Never changes.
        spans: Its exact parts inside `span`, in order. Never change.
        said: The words as they stand in the article.
        checked: What is verified; begins as `said` with its white space folded.
        check_worthiness: In [0, 1]; what it means depends on the scorer, and rules give no probability.
        reasons: Why the scorer gave that figure, each a short phrase.
        said_on: When it was said, where that is known.
        parent_ids: The claims that this one was made from by an edit, a split or a merge.
        detector: The detector and version that found it.
        withdrawn: True once a newer detector no longer finds it; kept, and not listed.
    """

    id: str
    article_id: str
    span: Span
    spans: tuple[Span, ...]
    said: str
    checked: str
    kind: ClaimKind
    check_worthiness: float
    detector: str
    reasons: tuple[str, ...] = ()
    speaker: str | None = None
    said_on: date | None = None
    parent_ids: tuple[str, ...] = ()
    withdrawn: bool = False
