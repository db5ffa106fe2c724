"""A claim that somebody gives as one, in no article."""

from __future__ import annotations

from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.ids import content_id
from factcheck.domain.scores import GivenClaim
from factcheck.domain.spans import Span


def claim_of(given: GivenClaim, kind: ClaimKind) -> Claim:
    """A ready claim as the models read it: one claim, whatever a detector would make of its words."""
    whole = Span(0, len(given.text))
    return Claim(
        id=content_id("c", "ready", given.key, given.text, str(given.said_on)),
        article_id="",
        span=whole,
        spans=(whole,),
        said=given.text,
        checked=" ".join(given.text.split()),
        kind=kind,
        check_worthiness=0.0,
        detector="ready",
        speaker=given.speaker,
        said_on=given.said_on,
    )
