"""What the screens have done in threads. Each opens the workbench for itself, touches no widget, and returns nouns."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from factcheck.domain.articles import Article
from factcheck.domain.claims import Claim
from factcheck.domain.documents import Document
from factcheck.domain.reviews import NewDecision, ReviewEvent
from factcheck.domain.stances import StanceLabel
from factcheck.domain.suggestions import Suggestion
from factcheck.domain.views import ClaimRow, ClaimView, EvidenceView, Occurrence
from factcheck.errors import ConflictError, DamageError
from factcheck.tui.desk import Desk
from factcheck.tui.drafts import DraftKeeper
from factcheck.tui.queue_state import row_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The queue, and what there is besides: titles of the articles by id, and how many documents."""

    rows: list[ClaimRow]
    titles: dict[str, str]
    documents: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedClaim:
    """One claim with its article."""

    view: ClaimView
    article: Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """A decision that was not signed because someone else came first, with the claim as it stands now."""

    error: ConflictError
    view: ClaimView


def load_overview(desk: Desk, article_id: str | None) -> Overview:
    """The rows of the queue without their suggestions, which `load_suggestions` reads for those that are seen."""
    from factcheck.review.state import state_of

    with desk.open("read") as bench, bench.database.snapshot():
        claims = bench.claims.of_article(article_id) if article_id else bench.claims.all()
        histories = bench.reviews.histories([claim.id for claim in claims] if article_id else None)
        steps = bench.steps.of_claims([claim.id for claim in claims] if article_id else None)
        drafts = bench.reviews.drafts()
        titles, documents = bench.articles.titles(), bench.documents.count()
    rows = [
        row_of(
            claim,
            state_of(histories.get(claim.id, ()), steps.get(claim.id, ()), drafted=claim.id in drafts).status,
            None,
        )
        for claim in claims
    ]
    return Overview(rows=rows, titles=titles, documents=documents)


def load_suggestions(desk: Desk, claim_ids: Sequence[str]) -> dict[str, Suggestion]:
    with desk.open("read") as bench:
        return bench.suggestions.newest_in_short(claim_ids)


def load_claim(desk: Desk, claim_id: str, by: str, article: Article | None = None) -> LoadedClaim:
    """`article` is the one that the screen has already; it is read where it is another one's."""
    from factcheck.workbench.reading import claim_view

    with desk.open("read") as bench, bench.database.snapshot():
        view = claim_view(bench, claim_id, by=by)
        if article is None or article.id != view.claim.article_id:
            article = bench.articles.get(view.claim.article_id)
    if article is None:
        raise DamageError(f"The article of {claim_id} is gone.", hint="`factcheck doctor` says what is damaged.")
    return LoadedClaim(view=view, article=article)


def load_occurrences(desk: Desk, claim_id: str) -> list[Occurrence]:
    """Where a claim was seen before, from stored vectors; needs no model."""
    from factcheck.workbench.occurrences import seen_before

    # Opening an index may bring it up to date, which writes.
    with desk.open() as bench:
        return seen_before(bench, [claim_id])[claim_id]


def load_document(desk: Desk, document_id: str) -> Document:
    with desk.open("read") as bench:
        document = bench.documents.get(document_id)
    if document is None:
        raise DamageError(f"The document {document_id} is gone.", hint="`factcheck doctor` says what is damaged.")
    return document


def attach_passage(desk: Desk, claim_id: str, passage_id: str, by: str, stance: StanceLabel | None = None) -> None:
    from factcheck.workbench.deciding import attach

    with desk.open() as bench:
        attach(bench, claim_id, passage_id, by=by, stance=stance)


def detach_passage(desk: Desk, claim_id: str, passage_id: str, by: str) -> None:
    from factcheck.workbench.deciding import detach

    with desk.open() as bench:
        detach(bench, claim_id, passage_id, by=by)


def sign(
    desk: Desk, keeper: DraftKeeper, claim_id: str, wanted: NewDecision, *, by: str, based_on: int
) -> ReviewEvent | Conflict:
    """Sign a decision. Comes back only after it is on the disk; its draft is gone then."""
    from factcheck.workbench.deciding import decide
    from factcheck.workbench.reading import claim_view

    with keeper.lock, desk.open() as bench:
        try:
            event = decide(bench, claim_id, wanted, by=by, based_on=based_on)
        except ConflictError as error:
            return Conflict(error=error, view=claim_view(bench, claim_id, by=by))
        keeper.forget(claim_id)
        return event


def undo_last(desk: Desk, by: str) -> tuple[ReviewEvent, ReviewEvent | None]:
    """The withdrawal, and the decision that it took back."""
    from factcheck.workbench.deciding import undo

    with desk.open() as bench:
        withdrawal = undo(bench, by=by)
        history = bench.reviews.history(withdrawal.claim_id)
    return withdrawal, next((event for event in history if event.number == withdrawal.withdraws), None)


def open_claims_of(desk: Desk, article_id: str | None) -> list[Claim]:
    """The claims that nobody has decided, of one article or of all."""
    from factcheck.workbench.matching import open_claims

    with desk.open("read") as bench:
        return [claim for claim in open_claims(bench) if article_id is None or claim.article_id == article_id]


def match_claims(desk: Desk, claims: Sequence[Claim], told: Callable[[int], bool]) -> int:
    """Match claims again. Returns how many were done.

    Args:
        told: Called with the count after each claim; False from it ends the work between two claims.
    """
    from factcheck.workbench.matching import match

    done = 0
    with desk.model_lock, desk.open() as bench:
        for done, _ in enumerate(match(bench, claims), 1):
            if not told(done):
                break
    return done


def search_evidence(desk: Desk, text: str, *, top_k: int = 20) -> list[EvidenceView]:
    from factcheck.workbench.matching import search

    with desk.model_lock, desk.open() as bench:
        return search(bench, text, top_k=top_k)
