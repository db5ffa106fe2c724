"""A report of an invented city, with a claim in every status, as a reviewer would have left it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from factcheck.domain.articles import Article, Block, BlockKind
from factcheck.domain.citations import Citation
from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.documents import DocumentKind, Passage
from factcheck.domain.ids import content_id
from factcheck.domain.matches import Match
from factcheck.domain.provenance import Provenance
from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.reviews import Act, Quote, ReviewEvent, ReviewState
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, Stance, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Gap, Suggestion, WeighedPassage
from factcheck.domain.views import ClaimView, EvidenceView, ReportRows

READ_AT = datetime(2026, 3, 10, 8, 15, tzinfo=UTC)
DECIDED_AT = datetime(2026, 3, 11, 14, 3, tzinfo=UTC)
SHA = "9f2c4e0b7a6d51f38c0e4b1297aa63d05e8f7c1b2d3a4950617283940a1b2c3d"

PARAGRAPHS = (
    (BlockKind.HEADING, "Night buses took a third of Varnhaven's cars off the road, mayor says"),
    (BlockKind.BYLINE, "By Ilse Brandt"),
    (
        BlockKind.PARAGRAPH,
        "Varnhaven's night buses carried 412,000 passengers in 2025, the transport office said on Monday. The lines"
        " began on 1 March 2024 with eleven buses.",
    ),
    (
        BlockKind.PARAGRAPH,
        "Mayor Tomas Reil told the council that car traffic after midnight had fallen by a third. “No city of our size"
        " runs more night lines,” he said.",
    ),
    (BlockKind.HEADING, "Money"),
    (
        BlockKind.PARAGRAPH,
        "The service costs 3.1 million euros a year, and fares bring back half of it. Everyone who works at night"
        " deserves a way home. A tender for electric buses closes in June.",
    ),
    (BlockKind.BOILERPLATE, "Subscribe to our newsletter. Comments are closed."),
)


def an_article() -> Article:
    text, blocks = "", []
    for kind, words in PARAGRAPHS:
        blocks.append(Block(span=Span(len(text), len(text) + len(words)), kind=kind))
        text += words + "\n\n"
    return Article(
        id=content_id("a", text),
        title="Night buses took a third of Varnhaven's cars off the road, mayor says",
        text=text,
        blocks=tuple(blocks),
        source=Provenance(
            address="https://www.varnhaven-courier.example/city/night-buses-2026",
            retrieved_at=READ_AT,
            sha256=SHA,
            reader="html/1 (trafilatura 2.3.1)",
        ),
        published_on=date(2026, 3, 9),
        published_on_inferred=True,
        author="Ilse Brandt",
        language="en",
    )


def a_claim(article: Article, said: str, *, kind: ClaimKind = ClaimKind.STATEMENT, checked: str = "") -> Claim:
    start = article.text.index(said)
    span = Span(start, start + len(said))
    return Claim(
        id=content_id("c", article.id, said),
        article_id=article.id,
        span=span,
        spans=(span,),
        said=said,
        checked=checked or said,
        kind=kind,
        check_worthiness=0.75,
        detector="rules/1 (sentencex 1.0.32)",
        reasons=("states a figure",),
        speaker="Tomas Reil" if "size" in said or "midnight" in said else None,
    )


def a_citation(number: int, publisher: str, title: str, kind: DocumentKind, *, web: bool = True) -> Citation:
    place = f"{publisher.lower().replace(' ', '-')}.example/{2026 - number % 2}/{number}"
    return Citation(
        document_id=content_id("d", publisher, title),
        kind=kind,
        title=title,
        address=f"https://{place}" if web else place,
        retrieved_at=READ_AT,
        sha256=SHA[::-1],
        publisher=publisher,
        owner="City of Varnhaven" if kind is DocumentKind.DATA else None,
        published_on=date(2026, 2, number + 1),
        published_on_inferred=number == 3,
    )


def evidence(citation: Citation, words: str, label: StanceLabel | None, *notes: tuple[Comparison, str]) -> EvidenceView:
    passage = Passage(
        id=content_id("p", citation.document_id, words),
        document_id=citation.document_id,
        span=Span(10, 10 + len(words)),
        text=words,
    )
    compared = tuple(
        Difference(aspect="quantity", comparison=how, claim_span=Span(0, 1), passage_span=None, note=note)
        for how, note in notes
    )
    scores = (0.2, 0.2, 0.6)
    stance = Stance(passage_id=passage.id, label=label, scores=scores, differences=compared) if label else None
    match = Match(passage_id=passage.id, fused=0.03, lexical_score=7.1, vector_score=0.71)
    return EvidenceView(passage=passage, citation=citation, match=match, stance=stance)


def attached(view: EvidenceView, stance: StanceLabel | None) -> EvidenceView:
    quote = Quote(passage_id=view.passage.id, text=view.passage.text, stance=stance)
    return EvidenceView(passage=view.passage, citation=view.citation, match=view.match, stance=view.stance, quote=quote)


def a_suggestion(claim: Claim, status: Status, found: tuple[EvidenceView, ...], *reasons: str) -> Suggestion:
    weighed = tuple(
        WeighedPassage(match=each.match, stance=each.stance) for each in found if each.match and each.stance
    )
    gap = Gap(span=Span(0, claim.checked.index(" ")), note="no passage names it")
    return Suggestion(
        claim_id=claim.id,
        status=status,
        confidence=None,
        model="trained cross-encoder",
        version="stance@1a2b3c",
        basis="b" * 64,
        passages=weighed,
        deciding_passage_id=weighed[0].stance.passage_id if weighed and status.needs_evidence else None,
        reasons=tuple(Reason(code=ReasonCode.PASSAGE_SUPPORTS, words=each) for each in reasons),
        gaps=(gap,) if status is Status.NOT_ENOUGH_EVIDENCE else (),
        suggested_at=READ_AT,
    )


def decided(claim: Claim, status: Status, number: int, rationale: str, found: tuple[EvidenceView, ...]) -> ReviewEvent:
    return ReviewEvent(
        number=number,
        claim_id=claim.id,
        act=Act.DECIDE,
        by="Ada Okafor",
        at=DECIDED_AT.replace(minute=number),
        revision=1,
        status=status,
        rationale=rationale,
        without_evidence="" if found else "It is a wish; there is nothing to quote.",
        quotes=tuple(each.quote for each in found if each.quote),
    )


def reviewed(
    claim: Claim,
    decision: ReviewEvent | None,
    found: tuple[EvidenceView, ...],
    suggestion: Suggestion | None,
    *,
    earlier: tuple[ReviewEvent, ...] = (),
) -> ClaimView:
    quotes = tuple(each.quote for each in found if each.quote)
    status = (decision.status if decision else None) or (Status.IN_REVIEW if quotes else Status.UNREVIEWED)
    return ClaimView(
        claim=claim,
        state=ReviewState(status=status, revision=1, decision=decision, attached=quotes),
        suggestion=suggestion,
        evidence=found,
        history=(*earlier, *((decision,) if decision else ())),
    )


DATA = a_citation(1, "Varnhaven Open Data", "Night network: passengers by month, 2025", DocumentKind.DATA)
COUNT = a_citation(
    2, "Traffic Survey Office", "Traffic counts on the ring road, annual report 2025", DocumentKind.OFFICIAL
)
NEWS = a_citation(3, "Northern Press Agency", "Night lines in twelve towns compared", DocumentKind.NEWS)
NOTE = a_citation(4, "Radio Elbmark", "Interview with the head of the bus company", DocumentKind.NOTE, web=False)
S, R, N = StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.NEUTRAL
AGREES, DIFFERS = Comparison.AGREES, Comparison.DIFFERS


def realistic_rows() -> ReportRows:
    """One article, seven claims, one in each status."""
    article = an_article()
    views: list[ClaimView] = []
    found: tuple[EvidenceView, ...]

    claim = a_claim(article, "Varnhaven's night buses carried 412,000 passengers in 2025", kind=ClaimKind.STATISTIC)
    found = (
        attached(
            evidence(
                DATA,
                "Passengers on all night lines, January to December 2025: 412,380.",
                S,
                (AGREES, "412,000 ≈ 412,380"),
            ),
            S,
        ),
        evidence(NOTE, "The head of the company spoke of more than 400,000 trips on the night lines last year.", N),
    )
    decision = decided(
        claim, Status.SUPPORTED, 1, "The city's own monthly counts add up to 412,380 for the year.", found[:1]
    )
    suggestion = a_suggestion(claim, Status.SUPPORTED, found, "The quantity and the year agree with the best passage.")
    views.append(reviewed(claim, decision, found, suggestion))

    claim = a_claim(
        article,
        "The lines began on 1 March 2024 with eleven buses",
        checked="Varnhaven's night lines began on 1 March 2024 with eleven buses",
    )
    found = (
        evidence(NOTE, "According to the interview the night lines were opened in spring 2024.", N),
        evidence(NEWS, "Varnhaven opened its first three night lines in 2024.", N, (AGREES, "2024 = 2024")),
        evidence(COUNT, "Counting began on 1 January 2024, before any night line ran.", N),
        evidence(DATA, "January 2024: no service.", N),
    )
    suggestion = a_suggestion(
        claim, Status.NOT_ENOUGH_EVIDENCE, found, "No passage names the day and the number of buses."
    )
    views.append(reviewed(claim, None, found, suggestion))

    claim = a_claim(article, "car traffic after midnight had fallen by a third", kind=ClaimKind.STATISTIC)
    found = (
        attached(
            evidence(
                COUNT,
                "Between midnight and five the ring road counted 18,240 cars a week in 2025, 6 per cent fewer than in"
                " 2023, the last year without night buses.",
                R,
                (DIFFERS, "a third ≠ 6 per cent"),
            ),
            R,
        ),
        attached(
            evidence(NOTE, "The head of the company said that she knew of no count that shows a fall by a third.", N), R
        ),
    )
    earlier = ReviewEvent(
        number=2, claim_id=claim.id, act=Act.DECIDE, by="Ben Larsen", at=DECIDED_AT.replace(hour=9), revision=1,
        status=Status.NOT_ENOUGH_EVIDENCE, rationale="Only the mayor gives a figure so far.",
    )  # fmt: skip
    decision = decided(
        claim,
        Status.REFUTED,
        3,
        "The only count there is shows a fall of 6 per cent, not of a third. The mayor's office was asked for another"
        " source and named none.",
        found,
    )
    suggestion = a_suggestion(
        claim, Status.REFUTED, found, "The share differs: a third in the claim, 6 per cent in the passage."
    )
    views.append(reviewed(claim, decision, found, suggestion, earlier=(earlier,)))

    claim = a_claim(article, "No city of our size runs more night lines", kind=ClaimKind.QUOTATION)
    found = (
        attached(
            evidence(NEWS, "Of the twelve towns, Varnhaven and Osterfeld run the most night lines, seven each.", S), S
        ),
        attached(evidence(DATA, "Osterfeld: 8 lines (from December 2025).", R, (DIFFERS, "seven ≠ 8")), R),
    )
    decision = decided(
        claim,
        Status.CONFLICTING,
        4,
        "The agency counts seven lines in both towns.\nOsterfeld's own data counts eight.",
        found,
    )
    views.append(reviewed(claim, decision, found, a_suggestion(claim, Status.CONFLICTING, found, "Passages disagree.")))

    claim = a_claim(
        article,
        "fares bring back half of it",
        checked="Fares bring back half of what the service costs",
        kind=ClaimKind.STATISTIC,
    )
    found = (evidence(NOTE, "On fares the head of the company gave no figure.", N),)
    decision = decided(claim, Status.NOT_ENOUGH_EVIDENCE, 5, "The accounts for 2025 are not out yet.", found)
    views.append(reviewed(claim, decision, found, a_suggestion(claim, Status.NOT_ENOUGH_EVIDENCE, found)))

    claim = a_claim(article, "Everyone who works at night deserves a way home.", kind=ClaimKind.OPINION)
    views.append(reviewed(claim, decided(claim, Status.NOT_CHECKABLE, 6, "A wish.", ()), (), None))

    claim = a_claim(article, "A tender for electric buses closes in June.")
    found = (attached(evidence(NEWS, "The tender for 20 battery buses is open until 30 June 2026.", S), None),)
    views.append(reviewed(claim, None, found, a_suggestion(claim, Status.SUPPORTED, found, "The month agrees.")))

    return ReportRows(
        version="0.1.0", generated_at=datetime(2026, 3, 12, 7, 30, tzinfo=UTC), articles=(article,), claims=tuple(views)
    )


@pytest.fixture
def rows() -> ReportRows:
    return realistic_rows()
