"""A workbench with one article, its claims and some evidence: a real database, and no model."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from factcheck import wiring
from factcheck.domain.articles import Article, Block, BlockKind
from factcheck.domain.claims import Ambiguity, Claim, ClaimKind, Substitution
from factcheck.domain.documents import Document, DocumentKind, Passage
from factcheck.domain.ids import content_id
from factcheck.domain.provenance import Provenance
from factcheck.domain.spans import Span
from factcheck.settings import Settings
from factcheck.workbench.bench import Bench

AT = datetime(2026, 2, 3, 4, 5, 6, tzinfo=UTC)
TEXT = (
    "Ann Lee ran the harbour.\n\n"
    "On Friday she closed the\n  northern pier, and the ferry lost 31 passengers, and she left the town.\n\n"
    "Nobody was hurt.\n"
)
NOTE = "The harbour office closed the northern pier. It counted 31 passengers."
ENCODER = "eight@1"


@dataclass(slots=True)
class Desk:
    """An open workbench and what stands in it."""

    bench: Bench
    article: Article
    claims: list[Claim] = field(default_factory=list)
    passages: list[Passage] = field(default_factory=list)

    def claim(self, number: int) -> Claim:
        """The claim as it is stored now."""
        stored = self.bench.claims.get(self.claims[number].id)
        assert stored is not None
        return stored

    @property
    def listed(self) -> list[str]:
        """Ids of the article's listed claims, in the order of the text."""
        return [claim.id for claim in self.bench.claims.of_article(self.article.id)]

    def embed(self, rows: dict[str, list[float]]) -> None:
        """Store vectors of length 1 for claims, with the index over them."""
        from factcheck.workbench.indexing import open_index

        vectors = np.array([*rows.values()], dtype=np.float32)
        vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
        with self.bench.database.transaction():
            self.bench.vectors.add("claim", ENCODER, [*rows], vectors)
        open_index(self.bench, "claim", ENCODER)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def ticking() -> Callable[[], datetime]:
    """A clock that goes on by a second at each look, so that what came later is later."""
    looks = 0

    def now() -> datetime:
        nonlocal looks
        looks += 1
        return AT + timedelta(seconds=looks)

    return now


def an_article(text: str, name: str) -> Article:
    return Article(
        id=content_id("a", name, text),
        title=name,
        text=text,
        blocks=(Block(span=Span(0, len(text)), kind=BlockKind.PARAGRAPH),),
        source=Provenance(address=f"{name}.txt", retrieved_at=AT, sha256=_digest(text), reader="text/1"),
    )


def a_claim(article: Article, said: str, **more: object) -> Claim:
    start = article.text.index(said)
    span = Span(start, start + len(said))
    values: dict[str, object] = {
        "spans": (span,),
        "checked": " ".join(said.split()),
        "kind": ClaimKind.EVENT,
        "check_worthiness": 0.5,
        "detector": "sentences 1",
        **more,
    }
    claim_id = content_id("c", article.id, span.start, span.end, 0)
    return Claim(id=claim_id, article_id=article.id, span=span, said=said, **values)  # type: ignore[arg-type]


def the_claims(article: Article) -> list[Claim]:
    middle = TEXT[TEXT.index("On Friday") : TEXT.index("town.") + 5]
    friday, she = TEXT.index("Friday"), TEXT.index("she closed")
    again = TEXT.index("she left")
    second = a_claim(
        article,
        middle,
        checked="On 30 January 2026 Ann Lee closed the northern pier, and the ferry lost 31 passengers, and Ann Lee "
        "left the town.",
        check_worthiness=0.75,
        worthiness_by="head 1",
        reasons=("names a number",),
        substitutions=(
            Substitution(span=Span(friday, friday + 6), said="Friday", written="30 January 2026", why="of 2 February"),
            Substitution(span=Span(she, she + 3), said="she", written="Ann Lee", why="named before", source=Span(0, 7)),
            Substitution(span=Span(again, again + 3), said="she", written="Ann Lee", why="named before"),
        ),
        ambiguities=(
            Ambiguity(span=Span(TEXT.index("the town"), TEXT.index("the town") + 8), said="the town", why="no name"),
        ),
    )
    return [a_claim(article, "Ann Lee ran the harbour."), second, a_claim(article, "Nobody was hurt.")]


@pytest.fixture
def desk(empty_workbench: Path, tmp_path: Path) -> Iterator[Desk]:
    """Three claims; the second holds three assertions and words that stand for others."""
    path = shutil.copy(empty_workbench, tmp_path / "claims.db")
    bench = wiring.open_workbench(Settings(db=str(path)), clock=ticking())
    article = an_article(TEXT, "harbour")
    document = Document(
        id=content_id("d", NOTE),
        title="Log",
        text=NOTE,
        blocks=(Block(span=Span(0, len(NOTE)), kind=BlockKind.PARAGRAPH),),
        kind=DocumentKind.NOTE,
        source=Provenance(address="log.md", retrieved_at=AT, sha256=_digest(NOTE), reader="text/1"),
    )
    spans = [Span(0, NOTE.index(" It")), Span(NOTE.index("It counted"), len(NOTE))]
    passages = [
        Passage(id=content_id("p", document.id, at.start), document_id=document.id, span=at, text=at.of(NOTE))
        for at in spans
    ]
    made = Desk(bench, article, the_claims(article), passages)
    with bench.database:
        with bench.database.transaction():
            bench.articles.add(article, TEXT.encode())
            bench.claims.add(made.claims)
            bench.documents.add(document, passages, NOTE.encode())
        yield made
