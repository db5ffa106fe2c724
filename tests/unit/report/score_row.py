"""A row with something in each of its places."""

from __future__ import annotations

from datetime import UTC, date, datetime

from factcheck.domain.articles import Article
from factcheck.domain.citations import Citation
from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.documents import DocumentKind, Passage
from factcheck.domain.ids import content_id
from factcheck.domain.matches import Match
from factcheck.domain.provenance import Provenance
from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.scores import GivenClaim, ScoreRow
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, Stance, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Gap, Suggestion, WeighedPassage
from factcheck.domain.views import EvidenceView

AT = datetime(2025, 5, 6, tzinfo=UTC)
SHA = "ab" * 32


def a_row(text: str = "The tower of Melk fell.", *, is_ready: bool = False) -> ScoreRow:
    """A row in which all that comes from outside is `text`."""
    claim = Claim(
        id=content_id("c", text),
        article_id=content_id("a", text),
        span=Span(3, 3 + len(text)),
        spans=(Span(3, 3 + len(text)),),
        said=text,
        checked=text,
        kind=ClaimKind.EVENT,
        check_worthiness=0.123456,
        detector="clauses/1",
        worthiness_by="head/1",
        speaker=text,
        said_on=date(2025, 5, 5),
    )
    passage = Passage(id=content_id("p", text), document_id=content_id("d", text), span=Span(0, len(text)), text=text)
    match = Match(passage_id=passage.id, fused=0.03, lexical_score=1.23456, vector_score=-0.00001)
    stance = Stance(
        passage_id=passage.id,
        label=StanceLabel.REFUTES,
        scores=(0.05, 0.912345, 0.037655),
        span=Span(0, 3),
        differences=(
            Difference(
                aspect="name", comparison=Comparison.DIFFERS, claim_span=Span(0, 3), passage_span=None, note=text
            ),
        ),
    )
    suggestion = Suggestion(
        claim_id=claim.id,
        status=Status.REFUTED,
        confidence=0.6666666,
        model="trained cross-encoder",
        version="stance@1",
        basis="c0ffee",
        passages=(WeighedPassage(match=match, stance=stance, remark=Reason(code=ReasonCode.SAME_ORIGIN, words=text)),),
        deciding_passage_id=passage.id,
        reasons=(
            Reason(code=ReasonCode.PASSAGE_REFUTES, words=text),
            Reason(code=ReasonCode.NUMBER_DIFFERS, words="Another reason."),
        ),
        gaps=(Gap(span=Span(0, 2), note=text),),
        suggested_at=AT,
        thresholds={"refutes": 0.885},
        index="words@1 0123456789ab",
    )
    citation = Citation(
        document_id=passage.document_id,
        kind=DocumentKind.NEWS,
        title=text,
        address=text,
        retrieved_at=AT,
        sha256=SHA,
        publisher=text,
        published_on=date(2025, 5, 4),
    )
    article = Article(
        id=claim.article_id,
        title=text,
        text=f"1. {text}",
        blocks=(),
        source=Provenance(address=text, retrieved_at=AT, sha256=SHA, reader="text/1"),
        published_on=date(2025, 5, 5),
    )
    return ScoreRow(
        claim=claim,
        article=None if is_ready else article,
        given=GivenClaim(address="claims.jsonl:4", key=text, text=text) if is_ready else None,
        suggestion=suggestion,
        evidence=(EvidenceView(passage=passage, citation=citation, match=match, stance=stance),),
        encoder="words@1",
    )
