"""A workbench on the disk with a row in every table, and the nouns that its rows hold."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np
import pytest

from factcheck.domain.articles import Article, Block, BlockKind
from factcheck.domain.claims import Ambiguity, Claim, ClaimKind, Substitution
from factcheck.domain.documents import Document, DocumentKind, Passage
from factcheck.domain.ids import content_id
from factcheck.domain.lineage import ClaimStep, StepAct, wording_of
from factcheck.domain.matches import Match
from factcheck.domain.provenance import Provenance
from factcheck.domain.reasons import Reason, ReasonCode
from factcheck.domain.reviews import Act, Draft, Quote, ReviewEvent
from factcheck.domain.spans import Span
from factcheck.domain.stances import Comparison, Difference, Stance, StanceLabel
from factcheck.domain.statuses import Status
from factcheck.domain.suggestions import Gap, Leaning, Suggestion, WeighedPassage
from factcheck.store.articles import ArticleRepository
from factcheck.store.claims import ClaimRepository
from factcheck.store.database import Database
from factcheck.store.documents import DocumentRepository
from factcheck.store.reviews import ReviewRepository
from factcheck.store.steps import StepRepository
from factcheck.store.suggestions import SuggestionRepository
from factcheck.store.vectors import IndexRecord, VectorRepository

AT = datetime(2026, 2, 3, 4, 5, 6, 789012, tzinfo=UTC)
ARTICLE_TEXT = "Ferry\u00a0news 🛳\r\n\r\nThe ferry carried 4,100 people in 2025.\u2028It runs twice a day.\n"
DOCUMENT_TEXT = (
    "# Port log\n\nThe ferry carried 4,012 people in 2025. Fog stopped it on 3 May.\n\nIt runs twice a day 🛳.\n"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nouns:
    """One of everything that a workbench keeps, with every optional field set somewhere and left out somewhere."""

    article: Article
    article_raw: bytes
    claims: tuple[Claim, ...]
    document: Document
    document_raw: bytes
    passages: tuple[Passage, ...]
    suggestion: Suggestion
    draft: Draft

    def decision(self, *, revision: int = 1, by: str = "Ana", status: Status = Status.REFUTED) -> ReviewEvent:
        """A decision on the first claim, not stored yet."""
        quoted = (
            Quote(passage_id=self.passages[1].id, text=self.passages[1].text, stance=StanceLabel.REFUTES),
            Quote(passage_id=self.passages[0].id, text=self.passages[0].text),
        )
        return ReviewEvent(
            number=0,
            claim_id=self.claims[0].id,
            act=Act.DECIDE,
            by=by,
            at=AT,
            revision=revision,
            status=status,
            rationale="The log says 4,012.",
            without_evidence="",
            quotes=quoted,
        )

    def step(self, *, revision: int = 1, by: str = "Ben") -> ClaimStep:
        """An edit of the second claim, not stored yet. The claim itself is left as it is."""
        after = wording_of(self.claims[1])
        return ClaimStep(
            number=0,
            claim_id=self.claims[1].id,
            act=StepAct.EDIT,
            by=by,
            at=AT,
            revision=revision,
            reason="\u201cIt\u201d is the ferry.",
            before=replace(after, checked="It ran.", substitutions=self.claims[0].substitutions, speaker="a clerk"),
            after=after,
            related_ids=(self.claims[0].id,),
        )


def _provenance(raw: bytes, **more: str) -> Provenance:
    return Provenance(
        address="https://ferry.example/a?b=c#d",
        retrieved_at=AT,
        sha256=hashlib.sha256(raw).hexdigest(),
        reader="text/1",
        **more,
    )


def _block(text: str, words: str, kind: BlockKind) -> Block:
    start = text.index(words)
    return Block(span=Span(start, start + len(words)), kind=kind)


def _article() -> Article:
    return Article(
        id=content_id("a", ARTICLE_TEXT),
        title="Ferry [news] \x1b[2J",
        text=ARTICLE_TEXT,
        blocks=(
            _block(ARTICLE_TEXT, "Ferry\u00a0news 🛳", BlockKind.HEADING),
            _block(ARTICLE_TEXT, ARTICLE_TEXT[16:-1], BlockKind.PARAGRAPH),
        ),
        source=_provenance(ARTICLE_TEXT.encode()),
        published_on=date(2026, 1, 31),
        published_on_inferred=True,
        author="Zoë O’Hara",
        language="en",
    )


def _claim(article: Article, said: str, *more_parts: Span) -> Claim:
    start = article.text.index(said)
    span = Span(start, start + len(said))
    return Claim(
        id=content_id("c", article.id, said),
        article_id=article.id,
        span=span,
        spans=(span, *more_parts),
        said=said,
        checked=said,
        kind=ClaimKind.STATEMENT,
        check_worthiness=0.25,
        detector="sentences 1",
    )


def _document() -> Document:
    return Document(
        id=content_id("d", DOCUMENT_TEXT),
        title="Port log",
        text=DOCUMENT_TEXT,
        blocks=(
            _block(DOCUMENT_TEXT, "# Port log", BlockKind.HEADING),
            _block(
                DOCUMENT_TEXT, "The ferry carried 4,012 people in 2025. Fog stopped it on 3 May.", BlockKind.PARAGRAPH
            ),
            _block(DOCUMENT_TEXT, "It runs twice a day 🛳.", BlockKind.PARAGRAPH),
        ),
        kind=DocumentKind.NOTE,
        source=_provenance(DOCUMENT_TEXT.encode(), publisher="Harbour Office", owner="City of Aln"),
        published_on=date(2025, 12, 31),
        published_on_inferred=False,
        author=None,
        language=None,
    )


def _passage(document: Document, words: str) -> Passage:
    start = document.text.index(words)
    span = Span(start, start + len(words))
    return Passage(
        id=content_id("p", document.id, span.start, span.end), document_id=document.id, span=span, text=words
    )


def _suggestion(claim: Claim, passages: tuple[Passage, ...]) -> Suggestion:
    differences = (
        Difference(
            aspect="quantity",
            comparison=Comparison.DIFFERS,
            claim_span=Span(18, 23),
            passage_span=Span(18, 23),
            note="4,100 people ≠ 4,012 people",
        ),
        Difference(
            aspect="date",
            comparison=Comparison.ONLY_IN_CLAIM,
            claim_span=Span(34, 38),
            passage_span=None,
            note="2025",
        ),
    )
    return Suggestion(
        claim_id=claim.id,
        status=Status.REFUTED,
        confidence=0.125,
        model="trained cross-encoder",
        version="1 (0.5)",
        basis="basis-1",
        passages=(
            WeighedPassage(
                match=Match(passage_id=passages[1].id, fused=0.031, lexical_score=3.5, vector_score=None),
                stance=Stance(
                    passage_id=passages[1].id,
                    label=StanceLabel.REFUTES,
                    scores=(0.1, 0.7, 0.2),
                    differences=differences,
                    span=Span(0, 39),
                ),
                remark=Reason(code=ReasonCode.PUBLISHED_LATER, words="later (2026-02-04)"),
            ),
            WeighedPassage(
                match=Match(passage_id=passages[0].id, fused=0.016, lexical_score=None, vector_score=-0.25),
                stance=Stance(passage_id=passages[0].id, label=StanceLabel.NEUTRAL, scores=(0.0, 0.0, 1.0)),
            ),
        ),
        deciding_passage_id=passages[1].id,
        reasons=(
            Reason(code=ReasonCode.NUMBER_DIFFERS, words="The numbers differ: “4,100” and “4,012”."),
            Reason(code=ReasonCode.PART_ONLY, words="second"),
        ),
        gaps=(Gap(span=Span(4, 9), note="no passage names it", code=ReasonCode.NUMBER_NOT_COVERED),),
        suggested_at=AT,
        counter_passage_id=passages[0].id,
        thresholds={"supports": 0.5, "refutes": 0.625},
        index="ab12 at 7",
        leans=Leaning(status=Status.REFUTED, score=0.84),
    )


@pytest.fixture
def nouns() -> Nouns:
    article, document = _article(), _document()
    first = replace(
        _claim(article, "The ferry carried 4,100 people in 2025."),
        checked="The Aln ferry carried 4,100 people in 2025.",
        kind=ClaimKind.STATISTIC,
        check_worthiness=0.75,
        reasons=("has a number", "names a year"),
        worthiness_by="rules 1",
        speaker="the mayor",
        said_on=date(2026, 1, 30),
        substitutions=(
            Substitution(span=Span(16, 25), said="The ferry", written="The Aln ferry", why="of Aln", source=Span(0, 5)),
            Substitution(span=Span(40, 40), said="", written="in Aln", why="the mayor's town"),
        ),
        ambiguities=(Ambiguity(span=Span(34, 40), said="people", why="may be trips", candidates=("trips", "people")),),
    )
    second = replace(_claim(article, "It runs twice a day.", Span(60, 70)), parent_ids=(first.id, "c-000000000000"))
    passages = (
        _passage(document, "It runs twice a day 🛳."),
        _passage(document, "The ferry carried 4,012 people in 2025."),
        _passage(document, "Fog stopped it on 3 May."),
    )
    return Nouns(
        article=article,
        article_raw=ARTICLE_TEXT.encode(),
        claims=(first, second),
        document=document,
        document_raw=DOCUMENT_TEXT.encode(),
        passages=passages,
        suggestion=_suggestion(first, passages),
        draft=Draft(claim_id=second.id, by="Ben", at=AT, rationale="Look at the\nlog"),
    )


def fill(database: Database, nouns: Nouns) -> None:
    """Put all of `nouns` and a decision into a workbench."""
    vectors = np.eye(8, dtype=np.float32)
    repository = VectorRepository(database)
    with database.transaction():
        ArticleRepository(database).add(nouns.article, nouns.article_raw)
        ArticleRepository(database).record_detection(nouns.article.id, "sentences 1", AT)
        ClaimRepository(database).add(nouns.claims)
        DocumentRepository(database).add(nouns.document, nouns.passages, nouns.document_raw)
        repository.add("claim", "tiny@1", [claim.id for claim in nouns.claims], vectors[:2])
        repository.add("passage", "tiny@1", [passage.id for passage in nouns.passages], vectors[2:5])
        repository.record_index("claim", IndexRecord(encoder="tiny@1", last_number=2, count=2, sha256="ab" * 32))
        SuggestionRepository(database).add(nouns.suggestion, checked=nouns.claims[0].checked)
        ReviewRepository(database).add(nouns.decision())
        StepRepository(database).add(nouns.step())
        ReviewRepository(database).save_draft(nouns.draft)


@pytest.fixture
def new_path(empty_workbench: Path, tmp_path: Path) -> Path:
    """A workbench without rows, for this test alone."""
    return Path(shutil.copy(empty_workbench, tmp_path / "claims.db"))


@pytest.fixture
def path(new_path: Path, nouns: Nouns) -> Path:
    """A workbench with a row in every table, for this test alone, and closed."""
    with Database(new_path) as database:
        fill(database, nouns)
    return new_path


@pytest.fixture
def database(path: Path) -> Iterator[Database]:
    """The same, open."""
    with Database(path, busy_seconds=0.1) as opened:
        yield opened


@pytest.fixture
def new_database(new_path: Path) -> Iterator[Database]:
    with Database(new_path, busy_seconds=0.1) as opened:
        yield opened
