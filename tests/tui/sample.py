"""A small real workbench of our own: one article, three pieces of evidence, suggestions built by hand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from hashlib import sha256

from factcheck.domain.articles import Article, Block, BlockKind
from factcheck.domain.claims import Claim, ClaimKind
from factcheck.domain.documents import Document, DocumentKind, Passage
from factcheck.domain.ids import content_id
from factcheck.domain.matches import Match
from factcheck.domain.provenance import Provenance
from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.reviews import NewDecision, ReviewEvent
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, Stance, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Gap, Suggestion, WeighedPassage
from factcheck.domain.views import ClaimView
from factcheck.settings import Settings
from factcheck.wiring import open_workbench
from factcheck.workbench.bench import Bench as OpenBench
from factcheck.workbench.deciding import decide
from factcheck.workbench.reading import claim_view

AT = datetime(2024, 3, 9, 8, 30, tzinfo=UTC)

HEADING = "Harbour bridge reopens after two years of repairs"
SENTENCES = (
    "The Harbour Bridge reopened to traffic on Monday 4 March 2024 after 26 months of repairs.",
    "The works cost 48 million crowns, the city council said, 12 million more than planned.",
    "About 21,000 vehicles crossed it every day before it was closed.",
    "It is the oldest steel bridge in the country.",
    "Councillor Ida Brandt said that no other bridge in the region will need repairs before 2030.",
    "Cyclists will love the new lanes.",
)
FOOT = "Share this story. Contact the editors at desk@harbour.example."
TEXT = f"{HEADING}\n\n{' '.join(SENTENCES[:3])}\n\n{' '.join(SENTENCES[3:])}\n\n{FOOT}\n"

NOTES = (
    (
        "City of Harbour",
        DocumentKind.OFFICIAL,
        "https://harbour.example/bridge",
        "The bridge was opened to all traffic on 4 March 2024. The final cost was 48 million crowns.",
    ),
    (
        "Harbour Herald",
        DocumentKind.NEWS,
        "https://herald.example/2024/03/05/bridge",
        "After 26 months the bridge is open again. The bill: 41 million crowns, said the city's treasurer.",
    ),
    (
        "Road Agency",
        DocumentKind.NOTE,
        "https://roads.example/counts",
        "The agency counted 20,800 vehicles a day on the bridge in 2021, the last full year before it closed.",
    ),
)


@dataclass
class Bench:
    """A workbench on disk, and shortcuts to look into it."""

    settings: Settings
    claims: list[Claim] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    @contextmanager
    def open(self) -> Iterator[OpenBench]:
        bench = open_workbench(self.settings, mode="create")
        with bench.database:
            yield bench

    def view(self, claim: int = 0, *, by: str = "Ana") -> ClaimView:
        with self.open() as bench:
            return claim_view(bench, self.claims[claim].id, by=by)

    def status(self, claim: int = 0) -> Status:
        return self.view(claim).state.status

    def decision(self, claim: int = 0) -> ReviewEvent:
        decision = self.view(claim).state.decision
        assert decision is not None
        return decision

    def attached(self, claim: int = 0) -> list[str]:
        return [quote.passage_id for quote in self.view(claim).state.attached]

    def decide(self, claim: int, status: Status, *, by: str, rationale: str = "", based_on: int = 0) -> ReviewEvent:
        wanted = NewDecision(status=status, rationale=rationale, without_evidence="seen with my own eyes")
        with self.open() as bench:
            return decide(bench, self.claims[claim].id, wanted, by=by, based_on=based_on)


def article_of(text: str, blocks: tuple[Block, ...], *, title: str = HEADING, at: datetime = AT) -> Article:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    source = Provenance(address="bridge.txt", retrieved_at=at, sha256=digest, reader="text/1")
    return Article(
        id=content_id("a", digest),
        title=title,
        text=text,
        blocks=blocks,
        source=source,
        published_on=date(2024, 3, 5),
        published_on_inferred=True,
    )


def claim_of(article: Article, said: str, *, kind: ClaimKind = ClaimKind.STATEMENT, worth: float = 0.5) -> Claim:
    start = article.text.index(said)
    span = Span(start, start + len(said))
    return Claim(
        id=content_id("c", article.id, span.start, span.end),
        article_id=article.id,
        span=span,
        spans=(span,),
        said=said,
        checked=" ".join(said.split()),
        kind=kind,
        check_worthiness=worth,
        detector="test/1",
        reasons=("number", "date"),
        speaker="the city council" if "council" in said else None,
    )


def document_of(publisher: str, kind: DocumentKind, address: str, text: str) -> tuple[Document, list[Passage]]:
    digest = sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    document = Document(
        id=content_id("d", digest, address),
        title=f"What {publisher} says",
        text=text,
        blocks=(Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH),),
        kind=kind,
        source=Provenance(
            address=address, retrieved_at=AT, sha256=digest, reader="text/1", publisher=publisher, owner=publisher
        ),
        published_on=date(2024, 3, 5),
    )
    span = Span(0, len(text))
    passage = Passage(id=content_id("p", document.id, 0, len(text)), document_id=document.id, span=span, text=text)
    return document, [passage]


def suggestion_of(claim: Claim, passages: list[Passage], status: Status, labels: list[StanceLabel]) -> Suggestion:
    scores = {
        StanceLabel.SUPPORTS: (0.8, 0.1, 0.1),
        StanceLabel.REFUTES: (0.1, 0.8, 0.1),
        StanceLabel.NEUTRAL: (0.2, 0.2, 0.6),
    }
    difference = Difference(
        aspect="quantity",
        comparison=Comparison.DIFFERS if StanceLabel.REFUTES in labels else Comparison.AGREES,
        claim_span=Span(0, 3),
        passage_span=Span(4, 10),
        note="48 million crowns ≠ 41 million crowns",
    )
    weighed = [
        WeighedPassage(
            match=Match(
                passage_id=passage.id, fused=1 / (rank + 60), lexical_score=9.5 - rank, vector_score=0.8 - rank / 10
            ),
            stance=Stance(passage_id=passage.id, label=label, scores=scores[label], differences=(difference,)),
        )
        for rank, (passage, label) in enumerate(zip(passages, labels, strict=True))
    ]
    return Suggestion(
        claim_id=claim.id,
        status=status,
        confidence=None,
        model="trained cross-encoder",
        version="1",
        basis=f"b{claim.id}",
        passages=tuple(weighed),
        deciding_passage_id=passages[0].id if passages else None,
        reasons=(Reason(code=ReasonCode.PASSAGE_SUPPORTS, words="The best passage names the same day."),),
        gaps=(Gap(span=Span(0, 3), note="26 months"),),
        suggested_at=AT,
    )


def fill(sample: Bench) -> None:
    """One article with six claims, three pieces of evidence, suggestions for the first three claims."""
    kinds = [BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.PARAGRAPH, BlockKind.BOILERPLATE]
    blocks, start = [], 0
    for kind, part in zip(kinds, TEXT.rstrip("\n").split("\n\n"), strict=True):
        blocks.append(Block(span=Span(start, start + len(part)), kind=kind))
        start += len(part) + 2
    article = article_of(TEXT, tuple(blocks))
    claims = [claim_of(article, sentence, worth=round(0.9 - place / 10, 2)) for place, sentence in enumerate(SENTENCES)]
    sample.claims = claims
    with sample.open() as bench, bench.database.transaction():
        bench.articles.add(article, TEXT.encode())
        bench.claims.add(claims)
        for publisher, sort, address, text in NOTES:
            document, passages = document_of(publisher, sort, address, text)
            bench.documents.add(document, passages, text.encode())
            sample.passages += passages
        supports, refutes, neutral = StanceLabel.SUPPORTS, StanceLabel.REFUTES, StanceLabel.NEUTRAL
        for claim, status, labels in (
            (claims[0], Status.SUPPORTED, [supports, supports, neutral]),
            (claims[1], Status.CONFLICTING, [supports, refutes, neutral]),
            (claims[2], Status.NOT_ENOUGH_EVIDENCE, [neutral, neutral, neutral]),
        ):
            bench.suggestions.add(suggestion_of(claim, sample.passages, status, labels), checked=claim.checked)
