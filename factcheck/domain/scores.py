"""What scoring in batches takes in and gives: ready claims, and one row for each claim."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.suggestions import Suggestion
from factcheck.domain.views import EvidenceView

SCORE_SCHEMA: Final = 2
"""Version of a row's keys; a change of their names or meanings is another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenClaim:
    """A claim that stands by itself in a file, in no article.

    Attributes:
        address: The file and the claim's place in it: `fever.jsonl:12`.
        key: What the file calls it; its place where it has no id.
        said_on: When it was said, where the file says so.
    """

    address: str
    key: str
    text: str
    said_on: date | None = None
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreRow:
    """One claim with what the evidence makes of it.

    Attributes:
        article: Where the claim stands; None for a ready claim.
        given: The ready claim as its file has it; None for a claim of an article.
        evidence: The passages of the suggestion, best first, each with its stance.
        encoder: Name and digest of the encoder that found them.
    """

    claim: Claim
    article: Article | None
    given: GivenClaim | None
    suggestion: Suggestion
    evidence: tuple[EvidenceView, ...]
    encoder: str
