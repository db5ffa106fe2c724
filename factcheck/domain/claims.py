"""What an article asserts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from factcheck.domain.spans import Span


class ClaimKind(StrEnum):
    """What sort of assertion a claim is; `docs/claims.md` says what each means.

    Predictions and opinions are listed, and said not to be checkable. Questions and sentences that assert nothing are
    no claims: a detector tells them apart and leaves them out.
    """

    STATISTIC = "statistic"
    EVENT = "event"
    QUOTATION = "quotation"
    CAUSAL = "causal"
    COMPARISON = "comparison"
    OFFICE = "office"
    STATEMENT = "statement"
    PREDICTION = "prediction"
    OPINION = "opinion"
    QUESTION = "question"
    NOT_A_CLAIM = "not_a_claim"

    @property
    def is_claim(self) -> bool:
        return self not in (ClaimKind.QUESTION, ClaimKind.NOT_A_CLAIM)

    @property
    def is_checkable(self) -> bool:
        return self.is_claim and self not in (ClaimKind.PREDICTION, ClaimKind.OPINION)


class Standing(StrEnum):
    """Whether a claim is listed, and if not, why. Nothing is ever removed."""

    LISTED = "listed"
    WITHDRAWN = "withdrawn"
    """A newer detector no longer finds it, and no person had touched it."""
    DROPPED = "dropped"
    """A person took it off the list."""
    REPLACED = "replaced"
    """A person split it or merged it into others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Substitution:
    """Words of a claim that only its article explains, and what stands for them in `Claim.checked`.

    Attributes:
        span: Where the words stand in the article, inside the claim.
        said: The words as they stand there; empty where something is put in at this place.
        written: What `checked` says instead.
        why: How it was found out, a short phrase that a person can check: `the article is of 23 May 2025`.
        source: Where in the article the explanation stands; None where it comes from the article's date or the like.
        is_form: Whether it explains nothing and only lets a part of a sentence stand alone: `is` put in for a comma,
            `marked` for `marking`.
    """

    span: Span
    said: str
    written: str
    why: str
    source: Span | None = None
    is_form: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Ambiguity:
    """Words of a claim that its article doesn't explain surely enough to put others in their place.

    Attributes:
        span: Where the words stand in the article, inside the claim.
        why: What is unclear, a short phrase.
        candidates: What they might stand for, likeliest first; may be empty.
    """

    span: Span
    said: str
    why: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """One assertion of an article.

    Attributes:
        span: Encloses the claim: `article.text[span] == said`. Never changes.
        spans: Its exact parts inside `span`, in order. Never change.
        said: The words as they stand in the article.
        checked: What is verified: the words of `spans`, with the substitutions made, until a person edits them.
        check_worthiness: In [0, 1]; what it means depends on the scorer, and rules give no probability.
        worthiness_by: Name and version of the scorer.
        reasons: Why the scorer gave that figure, each a short phrase.
        speaker: Who said it, where it is not the article's own voice; of a quotation, and of what it says.
        said_on: When it was said, where that is known.
        substitutions: What stands in `checked` for words of `said`, in the order of the text.
        ambiguities: What could not be explained, in the order of the text.
        parent_ids: The claims that this one was made from by a split or a merge.
        detector: The detector and version that found it; of a person's split or merge, `person`.
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
    worthiness_by: str = ""
    reasons: tuple[str, ...] = ()
    speaker: str | None = None
    said_on: date | None = None
    substitutions: tuple[Substitution, ...] = ()
    ambiguities: tuple[Ambiguity, ...] = ()
    parent_ids: tuple[str, ...] = ()
    standing: Standing = Standing.LISTED
